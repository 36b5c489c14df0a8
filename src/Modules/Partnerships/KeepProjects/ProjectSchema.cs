using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

internal enum ProjectPartKind
{
    Curriculum,
    Activities,
    Outputs,
    Links,
    People,
}

/// <summary>The parts of a project and the fields of their lines, built like those of a plan.</summary>
internal sealed record ProjectSchema(ProjectPartKind Kind, string Title, string Lead, string Row, IReadOnlyList<PlanField> Fields)
{
    public static IReadOnlyList<ProjectSchema> All { get; } =
    [
        new(ProjectPartKind.Curriculum, "Both curricula", "Which unit or standard of each school meets which of the other. A side left blank stays visible.", "line of the map",
        [
            new("subject", "Subject", Needed: true),
            new("unit", "Unit or standard at", Hint: "As it is called there", PerSide: true),
            new("years", "Year group at", PerSide: true),
        ]),
        new(ProjectPartKind.Activities, "Activities", "What classes do together, and the learning it serves in each school.", "activity",
        [
            new("what", "What", Needed: true),
            new("learning", "Learning it serves at", PlanFieldType.Text, "Subject, skill, who learns", PerSide: true),
            new("on", "When", PlanFieldType.Date),
        ]),
        new(ProjectPartKind.Outputs, "What comes out", "What can be shown when it is over.", "output",
            [new("what", "What", Needed: true), new("on", "By", PlanFieldType.Date), new("where", "Where one finds it")]),
        new(ProjectPartKind.Links, "Addresses", "Pages that both schools use. Files are kept with the partnership.", "address",
            [new("what", "What it is", Needed: true), new("link", "Address", Hint: "Begins with https://", Needed: true)]),
        new(ProjectPartKind.People, "People", "Who teaches it, in each school. Pupils are not named.", "person",
            [new("who", "Person", Needed: true), new("side", "School", PlanFieldType.Side, Needed: true), new("task", "Task")]),
    ];

    public static ProjectSchema Of(ProjectPartKind kind) => All.First(s => s.Kind == kind);

    /// <summary>The cells of one line, per-side fields once for each school: a body that teaches nobody has no curriculum.</summary>
    public IEnumerable<(string Cell, PlanField Field, Party? Side)> Cells(IReadOnlyList<Party> parties) => Fields.SelectMany(f => f.PerSide
        ? parties.Where(p => p.IsSchool).Select(p => ($"{f.Key}.{p.Number}", f, (Party?)p))
        : [(f.Key, f, null)]);

    /// <summary>The columns of a table: what several fields say of one school stands in one column, so that the schools stand side by side.</summary>
    public IReadOnlyList<ProjectColumn> Columns(IReadOnlyList<Party> parties) =>
        [.. Cells(parties).GroupBy(c => c.Side is null ? c.Cell : $"{c.Side.Number}", StringComparer.Ordinal).Select(g =>
        {
            var (cell, field, side) = g.First();
            return new ProjectColumn(cell, field, side, [.. g.Skip(1).Select(c => (c.Cell, c.Field))]);
        })];
}

/// <param name="More">What else the column says, below the first.</param>
internal sealed record ProjectColumn(string Cell, PlanField Field, Party? Side, IReadOnlyList<(string Cell, PlanField Field)> More);

/// <summary>A project with all that its page shows.</summary>
internal sealed record ProjectView(JointProject Project, IReadOnlyDictionary<ProjectPartKind, ProjectPart> Parts, IReadOnlyList<Party> Parties)
{
    public IReadOnlyList<PlanRow> Rows(ProjectPartKind kind) => Parts.TryGetValue(kind, out var part) ? part.Rows : [];

    /// <summary>The same rule as for activities of a plan: what one school does not learn is said aloud.</summary>
    public IEnumerable<(ProjectPartKind Part, string Text, object[] Values)> Blanks() =>
    [
        .. Blank(ProjectPartKind.Curriculum, "unit", "subject", "“{0}”: nothing of {1}'s curriculum stands opposite."),
        .. Blank(ProjectPartKind.Activities, "learning", "what", "“{0}” does not say what is learnt at {1}."),
    ];

    private IEnumerable<(ProjectPartKind Part, string Text, object[] Values)> Blank(ProjectPartKind part, string cell, string name, string text) =>
        from row in Rows(part)
        from side in Parties
        where side.IsSchool && row[$"{cell}.{side.Number}"].Length == 0
        select (part, text, new object[] { row[name], side.Name });

    public string Words(PlanField field, string value, IStringLocalizer t) => field.Type switch
    {
        PlanFieldType.Side => Parties.FirstOrDefault(p => p.Number.ToString(CultureInfo.InvariantCulture) == value)?.Name ?? value,
        PlanFieldType.Date => new PlanRow(0, [new("v", value)]).Day("v")?.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture) ?? value,
        _ => value,
    };
}
