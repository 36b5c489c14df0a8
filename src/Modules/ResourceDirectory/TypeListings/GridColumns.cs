using System.Text.Json;

namespace Causeway.ResourceDirectory;

/// <summary>One line of the table in the form.</summary>
internal sealed class GridRow
{
    public Guid? Id { get; set; }

    /// <summary>JSON of what the cells showed.</summary>
    public string? Was { get; set; }

    public Dictionary<string, string?> Cells { get; set; } = new(StringComparer.Ordinal);
}

/// <summary>Which columns the table shows, and how a listing stands in them.</summary>
internal static class GridColumns
{
    /// <summary>A form may carry a thousand fields; a page of lines with more columns would be cut off unseen.</summary>
    public const int Most = 20;

    private static readonly ListColumn[] Outside =
        [ListColumn.PersonName, ListColumn.Organisation, ListColumn.Profession, ListColumn.Phone, ListColumn.Email, ListColumn.Languages, ListColumn.HelpOffered, ListColumn.Area];

    private static readonly ListColumn[] Inside =
        [ListColumn.PersonName, ListColumn.SchoolRole, ListColumn.Phone, ListColumn.Email, ListColumn.HelpOffered, ListColumn.Languages, ListColumn.Days, ListColumn.Deputy, ListColumn.ConfirmedOn];

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<ListColumn> Shown(IReadOnlyCollection<ListColumn> chosen, ListingPlace place)
    {
        var shown = ListingFields.All.Where(chosen.Contains).Take(Most).ToList();
        if (shown.Count == 0)
        {
            return place == ListingPlace.Inside ? Inside : Outside;
        }

        // A new line needs a name to be kept.
        if (!shown.Contains(ListColumn.PersonName) && (place == ListingPlace.Inside || !shown.Contains(ListColumn.Organisation)))
        {
            shown.Insert(0, ListColumn.PersonName);
        }

        return shown;
    }

    public static string? SortKey(ListColumn column) => column switch
    {
        ListColumn.PersonName => "name",
        ListColumn.Profession => "profession",
        ListColumn.Organisation => "organisation",
        _ => null,
    };

    public static GridRow Row(Listing listing, IReadOnlyList<ListColumn> columns)
    {
        var typed = ListingFields.Typed(listing);
        var cells = columns.ToDictionary(c => c, c => typed[c]);
        return new GridRow { Id = listing.Id.Value, Was = Was(cells), Cells = cells.ToDictionary(c => c.Key.ToString(), c => (string?)c.Value, StringComparer.Ordinal) };
    }

    public static GridRow Blank(IReadOnlyList<ListColumn> columns) =>
        new() { Cells = columns.ToDictionary(c => c.ToString(), _ => (string?)"", StringComparer.Ordinal) };

    public static string Was(IReadOnlyDictionary<ListColumn, string> cells) =>
        JsonSerializer.Serialize(cells.ToDictionary(c => c.Key.ToString(), c => c.Value, StringComparer.Ordinal), Json);

    /// <summary>What came back from the form. Columns that are none are left out.</summary>
    public static TypedRow Typed(GridRow row) => new(row.Id is { } id ? new ListingId(id) : null, Known(row.Cells), Known(Read(row.Was)));

    /// <summary>Cells whose words nobody could read, each with its remark.</summary>
    public static IReadOnlyDictionary<string, CellRemark> NotUnderstood(Listing listing, IReadOnlyList<ListColumn> columns) => listing.Facts
        .Where(f => !TypedChange.IsUnderstood(f))
        .SelectMany(f => columns.Where(c => c != ListColumn.PersonName && ListingFields.Field(c) == f.Field))
        .Distinct()
        .ToDictionary(c => c.ToString(), c => new CellRemark(c, IsWrong: false, new Wording("Kept as written; not understood.")), StringComparer.Ordinal);

    private static Dictionary<ListColumn, string> Known(IEnumerable<KeyValuePair<string, string?>> cells) => cells
        .Where(c => Enum.TryParse<ListColumn>(c.Key, out var column) && ListingFields.All.Contains(column))
        .ToDictionary(c => Enum.Parse<ListColumn>(c.Key), c => c.Value ?? "");

    private static Dictionary<string, string?> Read(string? was)
    {
        try
        {
            return was is { Length: > 0 and < 100_000 } ? JsonSerializer.Deserialize<Dictionary<string, string?>>(was) ?? [] : [];
        }
        catch (JsonException)
        {
            // Made by hand: then every cell counts as changed, and clashes are told.
            return [];
        }
    }
}
