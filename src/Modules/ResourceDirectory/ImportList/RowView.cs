using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>One understood row as the preview shows it, with the wording it came from where that differs.</summary>
internal sealed record RowView(int Line, string Name, string? NameWas, string Phones, string Languages, string Help, IReadOnlyList<string> Warnings)
{
    public static RowView Of(UnderstoodRow row, ListingPlace place, IStringLocalizer t)
    {
        var draft = ListingDraft.From(row.Values, place);
        var facts = draft?.Facts ?? [];
        var name = facts.FirstOrDefault(f => f.Field == FactField.Name);
        return new(
            row.Line,
            name?.Text ?? "",
            name?.Original,
            string.Join(", ", facts.Of(FactField.Phone, FactField.DirectLine, FactField.Mobile).Select(f => f.Text)),
            string.Join(", ", facts.Of(FactField.Languages).Select(f => FactWords.Say(f, t))),
            facts.First(FactField.HelpOffered) ?? "",
            [.. row.Warnings.Select(w => ImportWords.Say(t, w.Text))]);
    }
}
