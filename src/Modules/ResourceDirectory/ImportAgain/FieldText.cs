using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>All that is said of one field, as one text to compare by eye.</summary>
internal static class FieldText
{
    public static string Of(IReadOnlyList<Fact> facts, FactField field, IStringLocalizer t) =>
        string.Join(", ", facts.Of(field).Select(f => FactWords.Say(f, t)).Order(StringComparer.CurrentCulture));
}
