using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>Fields that a person chooses from a list. What was said in words of its own stays beside the choice.</summary>
internal static class CodedChoices
{
    /// <summary>Codes chosen of a field.</summary>
    public static List<string> Chosen(Listing? listing, FactField field) =>
        [.. (listing?.Facts ?? []).Where(f => f.Field == field && f.Code is not null).Select(f => NeedTaxonomy.Find(f.Code)?.Code ?? f.Code!).Distinct(StringComparer.Ordinal)];

    /// <summary>What was said and has no code.</summary>
    public static string OtherWords(Listing? listing, FactField field) =>
        string.Join("; ", (listing?.Facts ?? []).Where(f => f.Field == field && f.Code is null).Select(f => f.Text));

    /// <summary>The words that stand for codes and other words. Unchanged choices give the words that stood there, so that their facts stay.</summary>
    public static string Typed(Listing? listing, ListColumn column, IReadOnlyCollection<string> codes, string? otherWords)
    {
        var field = ListingFields.Field(column);
        var known = codes.Where(c => IsCode(field, c)).Distinct(StringComparer.Ordinal).ToList();
        var isSame = known.ToHashSet(StringComparer.Ordinal).SetEquals(Chosen(listing, field)) && (otherWords ?? "").Trim() == OtherWords(listing, field);
        return listing is not null && isSame
            ? ListingFields.Typed(listing)[column]
            : string.Join("; ", known.Concat(string.IsNullOrWhiteSpace(otherWords) ? [] : [otherWords.Trim()]));
    }

    public static IReadOnlyList<string> Codes(FactField field) => field switch
    {
        FactField.Concern => [.. NeedTaxonomy.Current.Select(n => n.Code)],
        FactField.BodyKind => Enum.GetNames<BodyKind>(),
        FactField.Stage => Enum.GetNames<HelpStage>(),
        FactField.Stability => Enum.GetNames<Stability>(),
        FactField.Delivery => Enum.GetNames<Delivery>(),
        _ => [],
    };

    public static string Label(FactField field, string code) => field switch
    {
        FactField.Concern => NeedTaxonomy.Find(code)?.Label ?? code,
        FactField.BodyKind => FactWords.BodyKind(Enum.Parse<BodyKind>(code)),
        FactField.Stage => FactWords.Stage(Enum.Parse<HelpStage>(code)),
        FactField.Stability => FactWords.Stability(Enum.Parse<Stability>(code)),
        FactField.Delivery => FactWords.Delivery(Enum.Parse<Delivery>(code)),
        _ => code,
    };

    private static bool IsCode(FactField field, string code) => Codes(field).Contains(code, StringComparer.Ordinal);
}
