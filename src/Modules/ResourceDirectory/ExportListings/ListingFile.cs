using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One column of a file of listings.</summary>
/// <param name="Heading">English and known to the reader of lists, so that the file comes in again as it went out.</param>
internal sealed record FileColumn(string Key, string Heading, Func<Listing, string> Text);

/// <summary>
/// The school's listings as rows of text, for CSV and XLSX alike. Cells hold what was typed, in the words a list has, so that
/// reading the file again gives the same facts. A field that holds several texts of which none may be cut apart has as many
/// columns as it needs.
/// </summary>
internal static class ListingFile
{
    public const string NoteKey = "Note";

    private static readonly FactField[] Dates = [FactField.ConfirmedOn, FactField.LeavesOn, FactField.LicenceUntil];

    /// <summary>Fields whose cell the reader takes apart at semicolons.</summary>
    private static readonly FactField[] Several =
    [
        FactField.Phone, FactField.DirectLine, FactField.Mobile, FactField.Fax, FactField.Email, FactField.Website, FactField.Languages, FactField.Delivery,
        FactField.Concern, FactField.Stage, FactField.BodyKind, FactField.Stability, FactField.Family, FactField.BasedAt,
    ];

    private static readonly FactField[] Fields = [.. Enum.GetValues<FactField>().Where(f => f is not (FactField.Name or FactField.MapPoint))];

    /// <summary>What can be chosen, and what a page calls it.</summary>
    public static IReadOnlyList<(string Key, string Label)> Choices { get; } =
        [.. Fields.Where(f => f != FactField.Organisation).Select(f => (f.ToString(), FactWords.Label(f))), (nameof(FactField.MapPoint), FactWords.Label(FactField.MapPoint))];

    /// <param name="keys">Empty: every column that holds something in these listings.</param>
    public static async Task<IReadOnlyList<FileColumn>> ColumnsAsync(IQueryable<Listing> listings, IReadOnlyCollection<string> keys, bool withNotes, CancellationToken ct)
    {
        var most = new Dictionary<FactField, int>();
        await foreach (var listing in listings.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            foreach (var field in listing.Facts.GroupBy(f => f.Field))
            {
                most[field.Key] = Math.Max(most.GetValueOrDefault(field.Key), field.Count());
            }
        }

        bool Wanted(FactField field) => most.ContainsKey(field) && (keys.Count == 0 || keys.Contains(field.ToString(), StringComparer.Ordinal));
        return
        [
            new("Name", "Name of the person", l => l.Kind == EntryKind.Person ? l.Facts.Of(FactField.Name).Select(ListingFields.Words).FirstOrDefault(l.Name) : ""),
            .. Fields.Where(f => f == FactField.Organisation || Wanted(f)).SelectMany(f => ColumnsOf(f, most.GetValueOrDefault(f))),
            .. Wanted(FactField.MapPoint) ? Points : [],
            new("Place", "Inside or outside", l => l.Place == ListingPlace.Inside ? "Inside" : "Outside"),
            new("Id", "Record id", l => l.Id.ToString()),
            .. withNotes ? [new FileColumn(NoteKey, "Notes", l => l.Note ?? "")] : Array.Empty<FileColumn>(),
        ];
    }

    public static IAsyncEnumerable<Listing> Rows(IQueryable<Listing> listings) =>
        listings.AsNoTracking().OrderBy(l => l.Place).ThenBy(l => l.NameKey).ThenBy(l => l.Id).AsAsyncEnumerable();

    private static FileColumn[] Points =>
        [new("Latitude", "Latitude", l => Point(l, f => f.From)), new("Longitude", "Longitude", l => Point(l, f => f.To))];

    private static IEnumerable<FileColumn> ColumnsOf(FactField field, int most) => Several.Contains(field) || most <= 1
        ? [new(field.ToString(), Heading(field), l => string.Join("; ", Texts(l, field)))]
        : Enumerable.Range(0, most).Select(i => new FileColumn(field.ToString(), i == 0 ? Heading(field) : $"{Heading(field)} {i + 1}", l => Texts(l, field).Skip(i).FirstOrDefault("")));

    private static IEnumerable<string> Texts(Listing listing, FactField field) =>
        listing.Facts.Of(field).Select(Text).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The reader's own headings, so that no column has to be chosen by hand.</summary>
    private static string Heading(FactField field) => field switch
    {
        FactField.OtherName => "Name in another script",
        FactField.Gender => "Gender",
        FactField.SchoolRole => "Role in school",
        FactField.BasedAt => "Based at",
        FactField.Email => "Email",
        FactField.Concern => "Needs",
        FactField.Family => "Family of help",
        FactField.Powers => "Powers",
        FactField.Limits => "Limits",
        FactField.Thresholds => "Thresholds",
        FactField.Delivery => "Mode of delivery",
        FactField.Insurance => "Insurance",
        FactField.Cultures => "Cultures",
        FactField.LeavesOn => "Leaves on",
        _ => FactWords.Label(field),
    };

    private static string Text(Fact fact) => fact switch
    {
        // A guess is guessed again; written down it would pass for somebody's word.
        { Field: FactField.Concern, Detail: "Guessed" } => "",
        { Field: FactField.Family, Code: { } family } => FactWords.Family(Enum.Parse<ProfessionFamily>(family)),
        { Field: FactField.BodyKind or FactField.Stage or FactField.Stability, Code: { } code, Original: null } => code,
        { Code: { } day } when Dates.Contains(fact.Field) => Date(fact, day),
        _ => ListingFields.Words(fact),
    };

    /// <summary>As typed where that is read alike anywhere; "03/04/2025" is not, and is written year first.</summary>
    private static string Date(Fact fact, string code)
    {
        var day = DateOnly.ParseExact(code, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        bool IsSame(bool monthFirst) => DateReading.Read(fact.Text, new ListReadingOptions(day, MonthFirst: monthFirst)) is { } read && read.Day == day && read.Precision.ToString() == fact.Detail;
        return IsSame(false) && IsSame(true) ? fact.Text : fact.Detail switch
        {
            nameof(DatePrecision.Month) => code[..7],
            nameof(DatePrecision.Year) => code[..4],
            _ => code,
        };
    }

    private static string Point(Listing listing, Func<Fact, decimal?> part) =>
        listing.Facts.FirstOrDefault(f => f.Field == FactField.MapPoint) is { } point ? part(point)?.ToString(CultureInfo.InvariantCulture) ?? "" : "";
}
