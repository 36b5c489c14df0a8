namespace Causeway.ResourceDirectory;

/// <summary>
/// The fields of a listing as a person types them. They are read by the same rules as a row of an imported list, so what
/// an import refuses a page refuses too, and the wording typed is what the page shows again.
/// </summary>
internal static class ListingFields
{
    /// <summary>In the order of the form.</summary>
    public static readonly IReadOnlyList<ListColumn> All =
    [
        ListColumn.PersonName, ListColumn.OtherName, ListColumn.Gender, ListColumn.Profession, ListColumn.Position, ListColumn.SchoolRole, ListColumn.Organisation,
        ListColumn.BasedAt, ListColumn.BodyKind, ListColumn.ContactPerson,
        ListColumn.Phone, ListColumn.DirectLine, ListColumn.Mobile, ListColumn.Email, ListColumn.Website, ListColumn.Address, ListColumn.Area,
        ListColumn.City, ListColumn.HelpOffered, ListColumn.Concern, ListColumn.Stage, ListColumn.Methods, ListColumn.DoesNotTake, ListColumn.Powers,
        ListColumn.Limits, ListColumn.Thresholds, ListColumn.Languages, ListColumn.Ages, ListColumn.Delivery, ListColumn.Cultures,
        ListColumn.ReferralRoute, ListColumn.WaitingTime, ListColumn.Availability, ListColumn.Fee, ListColumn.Insurance, ListColumn.Hours, ListColumn.Days,
        ListColumn.Deputy, ListColumn.Licence, ListColumn.LicenceUntil, ListColumn.Stability, ListColumn.LeavesOn, ListColumn.Successor,
        ListColumn.ConfirmedOn, ListColumn.Description,
    ];

    private static readonly Dictionary<ListColumn, FactField> FieldOf = All.Where(c => Enum.TryParse<FactField>(c.ToString(), out _))
        .ToDictionary(c => c, c => Enum.Parse<FactField>(c.ToString()));

    public static FactField Field(ListColumn column) => column == ListColumn.PersonName ? FactField.Name : FieldOf[column];

    public static Fact Filed(ProfessionFamily family) => new(FactField.Family, family.ToString(), family.ToString());

    public static string Label(ListColumn column) => column switch
    {
        ListColumn.PersonName => "Name of the person",
        _ => FactWords.Label(FieldOf[column]),
    };

    /// <summary>What the form shows: the words as they were typed.</summary>
    public static Dictionary<ListColumn, string> Typed(Listing listing)
    {
        var typed = FieldOf.ToDictionary(
            f => f.Key,
            f => string.Join("; ", listing.Facts.Where(x => x.Field == f.Value).Select(Words).Distinct(StringComparer.Ordinal)));
        typed[ListColumn.PersonName] = listing.Kind == EntryKind.Person ? listing.Facts.First(FactField.Name) ?? "" : "";
        return typed;
    }

    /// <summary>The words that stand for a fact wherever it is typed: read again they give the same fact.</summary>
    public static string Words(Fact fact) => fact switch
    {
        { Field: FactField.BasedAt } => WorkPlaces.Words(fact),
        { Field: FactField.Delivery, Original: null } when Enum.TryParse<Delivery>(fact.Code, out var way) => FactWords.Delivery(way),
        _ => fact.Original ?? fact.Text,
    };

    /// <summary>Reads what was typed. <paramref name="row"/> tells what was not understood.</summary>
    public static ListingDraft? Read(
        IReadOnlyDictionary<ListColumn, string> typed, ListingPlace place, IReadOnlyCollection<ProfessionFamily> families, ListReadingOptions options, out UnderstoodRow row)
    {
        var columns = All.Select((c, i) => new ColumnReading(new SheetColumn(i, Label(c)), c, GuessConfidence.Remembered, new Wording(""), [])).ToList();
        row = new ListUnderstanding(columns, options).Understand(new RawRow(1, [.. All.Select(c => typed.GetValueOrDefault(c, "").Trim())]));
        var draft = ListingDraft.From(row.Values, place);
        if (draft is null)
        {
            return null;
        }

        // A person's filing beats the guess; nobody's filing leaves it.
        var facts = families.Count == 0
            ? draft.Facts
            : [.. draft.Facts.Where(f => f.Field != FactField.Family).Concat(families.Select(Filed)).OrderBy(f => f.Field)];
        return draft with { Facts = facts, Place = place };
    }
}
