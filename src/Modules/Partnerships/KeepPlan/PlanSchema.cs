using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

internal enum PlanPartKind
{
    Aims,
    Activities,
    Milestones,
    Roles,
    Expectations,
    Days,
    Internet,
    Languages,
    Hours,
    Tools,
    Talk,
    Barriers,
    Boundaries,
    Benefits,
    Terms,
}

internal enum PlanFieldType
{
    Line,
    Text,
    Date,
    Time,
    Number,
    Choice,

    /// <summary>The number of a side.</summary>
    Side,
}

/// <param name="PerSide">Asked once for each side; its cells are named "learning.1", "learning.2".</param>
/// <param name="OwnWord">Per side, and only that side may say it.</param>
internal sealed record PlanField(string Key, string Label, PlanFieldType Type = PlanFieldType.Line, string Hint = "", bool Needed = false, bool PerSide = false, bool OwnWord = false)
{
    public IReadOnlyList<(string Key, string Text)> Choices { get; init; } = [];

    public IReadOnlyList<SelectListItem> Items => [.. Choices.Select(c => new SelectListItem(c.Text, c.Key))];

    public int Longest => Type == PlanFieldType.Text ? 1000 : 200;
}

/// <param name="Row">What one line of it is called.</param>
/// <param name="OnePerSide">Each side has one line at most.</param>
internal sealed record PlanSchema(PlanPartKind Kind, string Title, string Lead, string Row, IReadOnlyList<PlanField> Fields, bool OnePerSide = false)
{
    private static readonly (string, string)[] YesNo = [("yes", "Yes"), ("no", "No")];

    public static IReadOnlyList<PlanSchema> All { get; } =
    [
        new(PlanPartKind.Aims, "Aims", "What will be different, and what will show it. A plan with an aim that nothing could show is not confirmed.", "aim",
        [
            new("aim", "From the catalogue", PlanFieldType.Choice) { Choices = PlanCatalogue.Aims },
            new("own", "Or in your own words", PlanFieldType.Text),
            new("evidence", "What will show it", PlanFieldType.Choice, "Needed before the plan is confirmed") { Choices = PlanCatalogue.Evidence },
            new("where", "Where one will find that", Hint: "A folder, a register, a person"),
        ]),
        new(PlanPartKind.Activities, "Activities", "Each says what it teaches in each school, why it is fair, and what stays. A blank stays visible.", "activity",
        [
            new("what", "What", Needed: true),
            new("learning", "Learning it serves at", PlanFieldType.Text, "Subject, skill, who learns", PerSide: true),
            new("fair", "Why it is fair to each side", PlanFieldType.Text),
            new("lasts", "What stays when it is over", PlanFieldType.Text),
        ]),
        new(PlanPartKind.Milestones, "Milestones", "Checked against the holidays and examinations that the sides told.", "milestone",
            [new("what", "What will have happened", Needed: true), new("on", "By", PlanFieldType.Date, Needed: true), new("side", "Who sees to it", PlanFieldType.Side)]),
        new(PlanPartKind.Roles, "Roles", "Who holds which task, and who could take it over tomorrow.", "task",
            [new("task", "Task", Needed: true), new("responsible", "Responsible", Needed: true), new("backup", "Stand-in"), new("consulted", "Is asked"), new("informed", "Is told")]),
        new(PlanPartKind.Expectations, "Expectations", "An expectation counts once every side has agreed to it; a change of its words asks again.", "expectation",
        [
            new("what", "What is expected", PlanFieldType.Text, Needed: true), new("who", "Who expects it", PlanFieldType.Side, Needed: true), new("of", "Of whom", PlanFieldType.Side, Needed: true),
            new("measure", "How one will tell"), new("by", "By when", PlanFieldType.Date),
            new("state", "How it stands", PlanFieldType.Choice) { Choices = [("open", "Open"), ("kept", "Kept"), ("missed", "Not kept"), ("dropped", "Dropped by both")] },
            new("agreed", "Agreed by", PlanFieldType.Choice, PerSide: true, OwnWord: true) { Choices = YesNo },
        ]),
        new(PlanPartKind.Days, "Typical days", "When staff can be reached, by their own clock, Monday to Friday. Members who told their week need nothing here.", "day",
            [
                new("side", "Side", PlanFieldType.Side, Needed: true), new("from", "Staff can be reached from", PlanFieldType.Time, Needed: true), new("to", "Until", PlanFieldType.Time, Needed: true), new("lessons", "Lessons and breaks"), new("after", "After school"),
                new("weekend", "Weekend, of a side without an account", PlanFieldType.Choice, "Replies are counted in its own working days") { Choices = PlanCatalogue.Weekends },
            ], OnePerSide: true),
        new(PlanPartKind.Internet, "Internet", "What staff really have, not what the contract says.", "profile",
        [
            new("side", "Side", PlanFieldType.Side, Needed: true), new("band", "How good is it", PlanFieldType.Choice, Needed: true) { Choices = PlanCatalogue.Bands },
            new("device", "On which devices"), new("hours", "At which hours"), new("blocked", "What is blocked"), new("power", "Cuts of power"),
        ], OnePerSide: true),
        new(PlanPartKind.Languages, "Languages", "Who can follow what, so that nobody nods politely.", "person",
        [
            new("who", "Person or group", Needed: true), new("side", "Side", PlanFieldType.Side, Needed: true), new("language", "Language", Needed: true),
            new("level", "How well", PlanFieldType.Choice, Needed: true) { Choices = [("little", "A few words"), ("follow", "Follows a talk"), ("speak", "Speaks freely"), ("first", "First language")] },
            new("interpreter", "Needs an interpreter", PlanFieldType.Choice) { Choices = YesNo }, new("plain", "Asks for plain words", PlanFieldType.Choice) { Choices = YesNo },
        ]),
        new(PlanPartKind.Hours, "Time", "Hours a week that each person can give, and when not. Planned work above that is marked.", "person",
        [
            new("who", "Person", Needed: true), new("side", "Side", PlanFieldType.Side, Needed: true), new("has", "Hours a week they have", PlanFieldType.Number, Needed: true),
            new("planned", "Hours a week that the plan asks", PlanFieldType.Number), new("heavy", "Heavy load from", PlanFieldType.Date), new("until", "Until", PlanFieldType.Date), new("why", "Because of"),
        ]),
        new(PlanPartKind.Tools, "Tools", "A tool is green where it is allowed, works and everybody has an account. Without a tool that is green everywhere, the plan names a fallback.", "tool",
        [
            new("tool", "Tool", Needed: true), new("use", "Used as", PlanFieldType.Choice, Needed: true) { Choices = [("main", "First choice"), ("fallback", "Fallback")] },
            new("allowed", "Allowed at", PlanFieldType.Choice, PerSide: true) { Choices = YesNo }, new("works", "Works at", PlanFieldType.Choice, PerSide: true) { Choices = YesNo },
            new("account", "Accounts at", PlanFieldType.Choice, PerSide: true) { Choices = YesNo },
            new("needs", "What it needs", PlanFieldType.Choice) { Choices = [("text", "Text"), ("voice", "Voice"), ("video", "Video")] },
        ]),
        new(PlanPartKind.Talk, "Keeping in touch", "A promise that both can keep, holidays included.", "channel",
            [new("channel", "Channel", Needed: true), new("purpose", "For what"), new("rhythm", "How often"), new("reply", "Answered within so many working days of whoever answers", PlanFieldType.Number, Needed: true), new("holidays", "In holidays")]),
        new(PlanPartKind.Barriers, "Obstacles", "Twelve known ones; say of each whether it applies here. Add your own.", "obstacle",
        [
            new("type", "Obstacle", Needed: true), new("applies", "Does it apply here?", PlanFieldType.Choice) { Choices = YesNo }, new("hits", "Whom it hits"),
            new("mitigation", "What we do about it", PlanFieldType.Text), new("owner", "Who watches it"), new("review", "Look again on", PlanFieldType.Date),
        ]),
        new(PlanPartKind.Boundaries, "Boundaries, rivalry, safety", "What is out, where the schools compete, what is never shared, how children are safe. Every side confirms it with the plan, each year.", "rule",
            [new("kind", "About", PlanFieldType.Choice, Needed: true) { Choices = PlanCatalogue.Boundaries }, new("rule", "The rule", PlanFieldType.Text, Needed: true)]),
        new(PlanPartKind.Benefits, "Benefit", "What each side expects to gain, and later what it did.", "side",
            [new("side", "Side", PlanFieldType.Side, Needed: true), new("expected", "Expects to gain", PlanFieldType.Text), new("received", "Has gained", PlanFieldType.Text)], OnePerSide: true),
        new(PlanPartKind.Terms, "Terms", "Notice, money, what happens in a dispute, and ideas for later that bind nobody.", "term",
            [new("kind", "About", PlanFieldType.Choice, Needed: true) { Choices = PlanCatalogue.Terms }, new("side", "Of which side", PlanFieldType.Side, "Notice may differ by side"), new("text", "Text", PlanFieldType.Text, Needed: true)]),
    ];

    public static PlanSchema Of(PlanPartKind kind) => All.First(s => s.Kind == kind);

    /// <summary>The cells of one line, per-side fields once for each side.</summary>
    public IEnumerable<(string Cell, PlanField Field, Party? Side)> Cells(IReadOnlyList<Party> parties) => Fields.SelectMany(f => f.PerSide
        ? parties.Select(p => ($"{f.Key}.{p.Number}", f, (Party?)p))
        : [(f.Key, f, null)]);
}
