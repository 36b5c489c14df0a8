using Causeway.Linkage;

namespace Causeway.ResourceDirectory;

internal sealed record UnsurePair(ListingId A, ListingId B, double Score, IReadOnlyList<JoinReason> Reasons);

internal sealed record LinkOutcome(IReadOnlyList<IReadOnlyList<ListingId>> Groups, IReadOnlyList<UnsurePair> Unsure);

/// <summary>Hands the network's contributions to the joining engine, each column named for what it holds.</summary>
internal static class ListingLinker
{
    private static readonly (FactField Field, FieldKind Kind)[] Columns =
    [
        (FactField.Organisation, FieldKind.OrganisationName), (FactField.Profession, FieldKind.Category), (FactField.Phone, FieldKind.Phone),
        (FactField.DirectLine, FieldKind.Phone), (FactField.Mobile, FieldKind.Phone), (FactField.Email, FieldKind.Email),
        (FactField.Website, FieldKind.Website), (FactField.Address, FieldKind.Address), (FactField.Postcode, FieldKind.Postcode),
        (FactField.City, FieldKind.City), (FactField.Area, FieldKind.Region), (FactField.Licence, FieldKind.Identifier),
    ];

    public static LinkRecord RecordOf(Contribution contribution)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        fields[contribution.Kind == EntryKind.Person ? "PersonName" : "Organisation"] = contribution.Name;
        foreach (var (field, _) in Columns)
        {
            if (contribution.Facts.FirstOrDefault(f => f.Field == field) is { } fact)
            {
                fields.TryAdd(field.ToString(), fact.Code ?? fact.Text);
            }
        }

        return new LinkRecord(contribution.Id.ToString(), fields, contribution.Source.ToString());
    }

    public static Dictionary<string, FieldKind> Kinds()
    {
        var kinds = Columns.ToDictionary(c => c.Field.ToString(), c => c.Kind, StringComparer.Ordinal);
        kinds["PersonName"] = FieldKind.PersonName;
        return kinds;
    }
}
