using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

/// <summary>A part of a plan as it is read: on the screen, on paper, behind a link.</summary>
internal sealed record PlanSheet(PlanSchema Schema, PlanView Plan)
{
    public IReadOnlyList<PlanRow> Rows => Plan.Rows(Schema.Kind);

    /// <summary>What a line holds beside its title, without what is empty.</summary>
    public IEnumerable<(string Label, string Value)> Lines(PlanRow row, IStringLocalizer t) =>
        from c in Schema.Cells(Plan.Parties)
        let value = Words(c.Field, row[c.Cell], t)
        where value.Length > 0 && value != Title(row, t)
        select (c.Side is null ? t[c.Field.Label].Value : $"{t[c.Field.Label].Value} {c.Side.Name}", value);

    public string Words(PlanField field, string value, IStringLocalizer t) => field.Type switch
    {
        _ when value.Length == 0 => "",
        PlanFieldType.Choice => field.Choices.Text(value) is { } text ? t[text].Value : value,
        PlanFieldType.Side => Plan.Parties.FirstOrDefault(p => p.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == value)?.Name ?? value,
        PlanFieldType.Date => new PlanRow(0, [new("v", value)]).Day("v")?.ToString(t["d MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture) ?? value,
        _ => value,
    };

    public string Title(PlanRow row, IStringLocalizer t) => PlanChecks.Name(Schema.Kind, row) is { Length: > 0 } name ? t[name].Value : Plan.Parties.FirstOrDefault(p => p.Number == row.Side())?.Name ?? "–";
}
