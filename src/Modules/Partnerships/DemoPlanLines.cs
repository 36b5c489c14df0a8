using System.Globalization;

namespace Causeway.Partnerships;

/// <summary>What the made-up city's partners wrote.</summary>
internal static class DemoPlanLines
{
    public static IReadOnlyDictionary<string, List<string>> HarbourWishes { get; } = Wishes(
        ("want", ["Year 8 asks better questions about its own harbour because somebody answers."]), ("field", ["lessons", "culture"]), ("give", ["Two lessons a month, our small boat, one teacher's Wednesday afternoon."]),
        ("why", ["They measure every day; we only talk about it."]), ("hours", ["3"]), ("length", ["three"]), ("formal", ["signed"]), ("lead", ["turns"]), ("money", ["free"]), ("worry", ["Eight hours. When we start, they go home."]));

    public static IReadOnlyDictionary<string, List<string>> KelongWishes { get; } = Wishes(
        ("want", ["Our pupils write in English to somebody who is really curious."]), ("field", ["lessons", "staff", "culture"]), ("give", ["Daily water figures since 2019, a patient science room."]),
        ("gain", ["Patience with figures, we hope."]), ("hours", ["3"]), ("length", ["year"]), ("formal", ["signed"]), ("lead", ["turns"]), ("money", ["free"]), ("limits", ["No pictures of pupils leave our school."]));

    public static IReadOnlyDictionary<string, List<string>> ReadingWishes { get; } = Wishes(
        ("want", ["Children hear their own language read well by somebody who is not a relative."]), ("field", ["lessons", "families"]), ("give", ["Our library on Thursdays, two readers of French."]),
        ("why", ["Their families read aloud more than ours do."]), ("hours", ["1"]), ("length", ["year"]), ("formal", ["written"]));

    public static IReadOnlyDictionary<string, List<string>> TrainingWishes { get; } = Wishes(
        ("want", ["One good training day a term instead of two poor ones."]), ("field", ["staff", "safety"]), ("give", ["Rooms, a trainer for listening."]), ("hours", ["1"]), ("length", ["three"]), ("formal", ["signed"]), ("lead", ["turns"]), ("money", ["half"]));

    public static IReadOnlyDictionary<string, List<string>> QuayWishes { get; } = Wishes(
        ("want", ["Our people meet colleagues who have the same worries."]), ("field", ["staff", "safety"]), ("give", ["A hall, coffee, somebody who knows the law here."]), ("hours", ["1"]), ("length", ["year"]), ("formal", ["signed"]), ("lead", ["both"]), ("money", ["half"]));

    public static IReadOnlyDictionary<string, List<string>> ListeningWishes { get; } = Wishes(
        ("want", ["A number that is answered at two in the morning."]), ("field", ["safety"]), ("give", ["A lesson in each class about how to ring."]), ("length", ["three"]), ("formal", ["written"]), ("worry", ["We do not know how they choose their listeners."]));

    public static IReadOnlyDictionary<string, List<string>> LineWishes { get; } = Wishes(
        ("want", ["Young people know that we exist before they need us."]), ("field", ["safety", "families"]), ("give", ["Trained listeners every night, in two languages."]), ("length", ["three"]), ("formal", ["informal"]));

    public static IReadOnlyDictionary<string, List<string>> SongWishes { get; } = Wishes(
        ("want", ["A reason to sing on a grey Monday."]), ("field", ["culture"]), ("give", ["A piano."]), ("length", ["year"]), ("formal", ["informal"]));

    /// <param name="years">0: this year's; -1: last year's.</param>
    public static IReadOnlyDictionary<PlanPartKind, IReadOnlyList<PlanRow>> Harbours(DateOnly today, int years) => new Dictionary<PlanPartKind, IReadOnlyList<PlanRow>>
    {
        [PlanPartKind.Aims] = Rows([[("aim", "compare"), ("evidence", "work"), ("where", "The wall outside the science room")], [("own", "Every pupil writes one letter that gets an answer"), ("evidence", "count"), ("where", "Jo's list")]]),
        [PlanPartKind.Activities] = Rows(
        [
            [("what", "Measure salt and light on the same day"), ("learning.1", "Science, year 8: fair tests"), ("learning.2", "Science, primary 6: tables and graphs"), ("fair", "Both use the cheap strips, so nobody's lab decides"), ("lasts", "A row of figures that the next class continues")],
            [("what", "Letters about a day in the harbour"), ("learning.1", "English: asking open questions"), ("fair", "Each starts every other month"), ("lasts", "A box of letters in each library")],
        ]),
        [PlanPartKind.Milestones] = Rows([[("what", "First common figures"), ("on", On(today, (years * 365) - 20)), ("side", "1")], [("what", "Exhibition in both schools"), ("on", On(today, (years * 365) + 32)), ("side", "2")], [("what", "Letters of summer"), ("on", On(today, (years * 365) + 180)), ("side", "1")]]),
        [PlanPartKind.Roles] = Rows([[("task", "Figures"), ("responsible", "Jo Castellan"), ("backup", "Mara Lindqvist"), ("informed", "Ines Falkenrath")], [("task", "Letters"), ("responsible", "Farah Idris"), ("backup", "Ong Wei Jie")], [("task", "Exhibition"), ("responsible", "Jo Castellan")]]),
        [PlanPartKind.Expectations] = Rows([[("what", "Figures arrive by the fifth of the month"), ("who", "1"), ("of", "2"), ("measure", "The date of the mail"), ("state", "kept"), ("agreed.1", "yes"), ("agreed.2", "yes")], [("what", "A letter is answered within three weeks"), ("who", "2"), ("of", "1"), ("by", On(today, -12)), ("state", "open"), ("agreed.1", "yes"), ("agreed.2", "yes")], [("what", "One visit in person next year"), ("who", "1"), ("of", "2"), ("state", "open"), ("agreed.1", "yes")]]),
        [PlanPartKind.Days] = Rows([[("side", "2"), ("from", "07:15"), ("to", "18:00"), ("lessons", "07:30 to 13:30"), ("after", "Clubs until 16:00, teachers at home from 18:00")]]),
        [PlanPartKind.Internet] = Rows([[("side", "1"), ("band", "good"), ("device", "Laptop")], [("side", "2"), ("band", "low"), ("device", "Telephone"), ("hours", "Before seven and after five"), ("blocked", "Most video"), ("power", "An hour, most weeks")]]),
        [PlanPartKind.Languages] = Rows([[("who", "Farah Idris"), ("side", "2"), ("language", "English"), ("level", "speak")], [("who", "Parents of primary 6"), ("side", "2"), ("language", "English"), ("level", "little"), ("interpreter", "yes"), ("plain", "yes")]]),
        [PlanPartKind.Hours] = Rows([[("who", "Jo Castellan"), ("side", "1"), ("has", "2"), ("planned", "3")], [("who", "Farah Idris"), ("side", "2"), ("has", "3"), ("planned", "2"), ("heavy", On(today, (years * 365) + 25)), ("until", On(today, (years * 365) + 40)), ("why", "National examination")]]),
        [PlanPartKind.Tools] = Rows([[("tool", "Video calls"), ("use", "main"), ("allowed.1", "yes"), ("works.1", "yes"), ("account.1", "yes"), ("allowed.2", "no"), ("works.2", "no")], [("tool", "Mail with small pictures"), ("use", "fallback"), ("allowed.1", "yes"), ("works.1", "yes"), ("account.1", "yes"), ("allowed.2", "yes"), ("works.2", "yes"), ("account.2", "yes")]]),
        [PlanPartKind.Talk] = Rows([[("channel", "Mail"), ("purpose", "Everything that can wait"), ("rhythm", "As it comes"), ("reply", "3"), ("holidays", "A line before each holiday, with the day of return")], [("channel", "Telephone"), ("purpose", "Worries"), ("rhythm", "First Wednesday, 09:00 in Lisbon, 17:00 in Singapore"), ("reply", "1")]]),
        [PlanPartKind.Barriers] = Barriers(("Time difference", "The first Wednesday is fixed, and in turns somebody gets up early", "Farah Idris"), ("Weak or costly internet", "Mail first; pictures small", "Jo Castellan"), ("Language", "Letters are read twice before they go", "Ong Wei Jie"), ("Unlike rules on images and pupil contact", "No faces, first names only", "Mara Lindqvist")),
        [PlanPartKind.Boundaries] = Rows([[("kind", "images"), ("rule", "No faces of pupils, first names only, no private accounts.")], [("kind", "report"), ("rule", "A worry about a child goes to that child's school, by telephone, the same day.")], [("kind", "scope"), ("rule", "Visits by plane.")], [("kind", "rivalry"), ("rule", "We do not compete; neither recruits the other's teachers in the middle of a year.")]]),
        [PlanPartKind.Benefits] = Rows([[("side", "1"), ("expected", "Real figures and somebody who asks back")], [("side", "2"), ("expected", "Readers for our pupils' English"), ("received", "Nineteen letters in the first term")]]),
        [PlanPartKind.Terms] = Rows([[("kind", "notice"), ("side", "1"), ("text", "One term")], [("kind", "notice"), ("side", "2"), ("text", "Two months, because our year ends in November")], [("kind", "dispute"), ("text", "The two owners talk; then the two heads; then it rests for a month.")], [("kind", "leaving"), ("text", "Whoever leaves hands over in a call with both sides.")], [("kind", "idea"), ("text", "A third harbour.")]]),
    };

    public static IReadOnlyDictionary<PlanPartKind, IReadOnlyList<PlanRow>> Training(DateOnly today) => new Dictionary<PlanPartKind, IReadOnlyList<PlanRow>>
    {
        [PlanPartKind.Aims] = Rows([[("aim", "notice"), ("evidence", "ask")], [("aim", "train"), ("evidence", "record")]]),
        [PlanPartKind.Activities] = Rows([[("what", "Practice talks with actors"), ("learning.1", "Form teachers: listening without leading"), ("learning.2", "Form teachers: listening without leading"), ("fair", "Each hosts once"), ("lasts", "Notes for whoever could not come")]]),
        [PlanPartKind.Milestones] = Rows([[("what", "First common day"), ("on", On(today, 61)), ("side", "1")], [("what", "Second common day"), ("on", On(today, 150)), ("side", "2")]]),
        [PlanPartKind.Roles] = Rows([[("task", "Programme"), ("responsible", "Tomás Abreu"), ("backup", "Karin Holm-Esser")], [("task", "Rooms and meals"), ("responsible", "Anke Brodersen"), ("backup", "Mara Lindqvist")]]),
        [PlanPartKind.Internet] = Rows([[("side", "1"), ("band", "good")], [("side", "2"), ("band", "good")]]),
        [PlanPartKind.Tools] = Rows([[("tool", "The network's mail"), ("use", "main"), ("allowed.1", "yes"), ("works.1", "yes"), ("account.1", "yes"), ("allowed.2", "yes"), ("works.2", "yes"), ("account.2", "yes")]]),
        [PlanPartKind.Talk] = Rows([[("channel", "Mail"), ("purpose", "Planning"), ("reply", "2"), ("rhythm", "Weekly before a day")]]),
        [PlanPartKind.Barriers] = Barriers(("Examination weeks", "No day between May and June", "Tomás Abreu"), ("Staff leaving", "Two owners each; the programme is written down", "Anke Brodersen")),
        [PlanPartKind.Boundaries] = Rows([[("kind", "data"), ("rule", "No case is told so that a child could be known.")]]),
        [PlanPartKind.Terms] = Rows([[("kind", "money"), ("text", "Whoever hosts pays the meal; the trainer is paid half and half.")]]),
    };

    private static IReadOnlyList<PlanRow> Barriers(params (string Type, string What, string Who)[] apply) => Rows(PlanCatalogue.Barriers.Select(b =>
        apply.FirstOrDefault(a => a.Type == b) is { Type: not null } found
            ? new[] { ("type", b), ("applies", "yes"), ("mitigation", found.What), ("owner", found.Who) }
            : [("type", b), ("applies", "no")]));

    private static IReadOnlyList<PlanRow> Rows(IEnumerable<(string Key, string Value)[]> rows) => [.. rows.Select((r, i) => new PlanRow(i + 1, [.. r.Select(c => new PlanCell(c.Key, c.Value))]))];

    private static string On(DateOnly today, int day) => today.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, List<string>> Wishes(params (string Key, string[] Values)[] answers) =>
        answers.ToDictionary(a => a.Key, a => a.Values.ToList(), StringComparer.Ordinal);
}
