namespace Causeway.Partnerships;

/// <summary>Lists a plan offers. Written for Causeway; using an entry copies its words, so a later edition alters no plan.</summary>
internal static class PlanCatalogue
{
    public static IReadOnlyList<(string Key, string Text)> Aims { get; } =
    [
        ("compare", "Pupils can explain a question of their own place by comparing it with another one"),
        ("language", "Pupils use a language they learn with people who live in it"),
        ("project", "Pupils of both schools make one thing together and show it"),
        ("teach", "Teachers try out and judge one way of teaching that is new to them"),
        ("notice", "Staff notice earlier that a child may be unsafe, and know whom to tell"),
        ("refer", "Children who need help outside school reach it sooner"),
        ("policy", "Each school has a protection policy that the other has read with fresh eyes"),
        ("parents", "Parents know what the school does about safety and where to turn"),
        ("include", "Pupils who are seldom chosen take part and lead"),
        ("lead", "Leaders have somebody outside with whom they think aloud"),
        ("train", "One training is held for both, led in turns"),
        ("green", "Both schools change one habit that costs the earth, and measure it"),
    ];

    public static IReadOnlyList<(string Key, string Text)> Evidence { get; } =
    [
        ("work", "Work that pupils made"), ("count", "A count, before and after"), ("ask", "A question asked before and after"), ("seen", "Somebody watched and wrote it down"),
        ("record", "Minutes or a decision"), ("paper", "A document that did not exist before"),
    ];

    public static IReadOnlyList<(string Key, string Text)> Bands { get; } =
        [("none", "Seldom any"), ("low", "Enough for mail"), ("middle", "Enough for pages and voice"), ("good", "Enough for video")];

    public static IReadOnlyList<(string Key, string Text)> Weekends { get; } =
        [("Saturday,Sunday", "Saturday and Sunday"), ("Friday,Saturday", "Friday and Saturday"), ("Thursday,Friday", "Thursday and Friday"), ("Friday", "Friday"), ("Sunday", "Sunday")];

    public static IReadOnlyList<(string Key, string Text)> Boundaries { get; } =
    [
        ("scope", "Out of scope"), ("rivalry", "Where we compete"), ("staff", "Hiring each other's staff"), ("pupils", "Admitting each other's pupils"), ("data", "Data never shared"),
        ("shared", "Data shared: what, why, how long"), ("decide", "How we decide"), ("children", "Supervision of pupils in contact"), ("images", "Images and accounts"), ("report", "Where a worry is reported"),
    ];

    public static IReadOnlyList<(string Key, string Text)> Terms { get; } =
        [("notice", "Notice"), ("money", "Money"), ("dispute", "Steps in a dispute"), ("leaving", "When staff change"), ("ending", "Ending well"), ("idea", "An idea for later, binding nobody")];

    /// <summary>Obstacles every plan looks at once.</summary>
    public static IReadOnlyList<string> Barriers { get; } =
    [
        "Time difference", "School years that do not match", "Examination weeks", "Weak or costly internet", "Blocked tools or accounts", "Language", "Staff leaving",
        "Silence after messages", "Unequal money", "Unlike rules on images and pupil contact", "Leaders changing", "Rivalry for pupils or staff",
    ];

    public static string? Text(this IEnumerable<(string Key, string Text)> list, string key) => list.FirstOrDefault(c => c.Key == key).Text;
}
