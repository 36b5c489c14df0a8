namespace Causeway.ResourceDirectory;

/// <summary>The columns a services directory is laid out in, in this order. Only those with something in them are shown.</summary>
internal enum HsdsColumn
{
    Remark,
    Id,
    Kind,
    Name,
    OtherName,
    Organization,
    Place,
    Category,
    Family,
    Concern,
    Delivery,
    Description,
    Contact,
    Phone,
    Mobile,
    Fax,
    Email,
    Website,
    Address,
    City,
    Postcode,
    Country,
    Latitude,
    Longitude,
    Area,
    Languages,
    Ages,
    Eligibility,
    Fee,
    Cost,
    Wait,
    Referral,
    Hours,
    Licence,
    Status,
    Checked,
    Alert,
    Interpreting,
    Changed,
    Source,
    Rest,
}

/// <summary>What each column is called and read as. The standard says what its properties are, so nothing is guessed. In the order of the enum.</summary>
internal static class HsdsColumns
{
    private static readonly (HsdsColumn Column, string Heading, ListColumn Meaning)[] All =
    [
        (HsdsColumn.Remark, "why it waits", ListColumn.HeldWhy),
        (HsdsColumn.Id, "id", ListColumn.RecordId),
        (HsdsColumn.Kind, "kind of record", ListColumn.KeepOnly),
        (HsdsColumn.Name, "name", ListColumn.Organisation),
        (HsdsColumn.OtherName, "alternate_name", ListColumn.OtherName),
        (HsdsColumn.Organization, "organization", ListColumn.Organisation),
        (HsdsColumn.Place, "location", ListColumn.BasedAt),
        (HsdsColumn.Category, "attributes", ListColumn.Category),
        (HsdsColumn.Family, "families of help", ListColumn.Family),
        (HsdsColumn.Concern, "what help is for", ListColumn.Concern),
        (HsdsColumn.Delivery, "where the help happens", ListColumn.Delivery),
        (HsdsColumn.Description, "description", ListColumn.Description),
        (HsdsColumn.Contact, "contact", ListColumn.ContactPerson),
        (HsdsColumn.Phone, "phone", ListColumn.Phone),
        (HsdsColumn.Mobile, "mobile phone", ListColumn.Mobile),
        (HsdsColumn.Fax, "fax", ListColumn.Fax),
        (HsdsColumn.Email, "email", ListColumn.Email),
        (HsdsColumn.Website, "url", ListColumn.Website),
        (HsdsColumn.Address, "address", ListColumn.Address),
        (HsdsColumn.City, "city", ListColumn.City),
        (HsdsColumn.Postcode, "postal_code", ListColumn.Postcode),
        (HsdsColumn.Country, "country", ListColumn.Country),
        (HsdsColumn.Latitude, "latitude", ListColumn.Latitude),
        (HsdsColumn.Longitude, "longitude", ListColumn.Longitude),
        (HsdsColumn.Area, "service_area", ListColumn.Area),
        (HsdsColumn.Languages, "languages", ListColumn.Languages),
        (HsdsColumn.Ages, "minimum_age, maximum_age", ListColumn.Ages),
        (HsdsColumn.Eligibility, "eligibility_description", ListColumn.Description),
        (HsdsColumn.Fee, "fees_description", ListColumn.Fee),
        (HsdsColumn.Cost, "cost_option", ListColumn.Fee),
        (HsdsColumn.Wait, "wait_time", ListColumn.WaitingTime),
        (HsdsColumn.Referral, "application_process", ListColumn.ReferralRoute),
        (HsdsColumn.Hours, "schedule", ListColumn.Hours),
        (HsdsColumn.Licence, "licenses, accreditations", ListColumn.Licence),
        (HsdsColumn.Status, "status", ListColumn.Status),
        (HsdsColumn.Checked, "assured_date", ListColumn.ConfirmedOn),
        (HsdsColumn.Alert, "alert", ListColumn.Description),
        (HsdsColumn.Interpreting, "interpretation_services", ListColumn.Description),
        (HsdsColumn.Changed, "last_modified", ListColumn.KeepOnly),
        (HsdsColumn.Source, "source", ListColumn.Source),
        (HsdsColumn.Rest, "everything else", ListColumn.KeepOnly),
    ];

    public static readonly int Count = Enum.GetValues<HsdsColumn>().Length;

    public static string Heading(HsdsColumn column) => All[(int)column].Heading;

    public static ListColumn Meaning(HsdsColumn column) => All[(int)column].Meaning;
}

/// <summary>One row being laid out: each text once in its cell, several under each other.</summary>
internal sealed class HsdsCells
{
    // Beyond this many a text may come twice; comparing each with all would take forever on a hostile file.
    private const int MostCompared = 200;
    private const int LongestRest = 30_000;

    private readonly List<string>?[] cells = new List<string>?[HsdsColumns.Count];

    public bool Has(HsdsColumn column) => cells[(int)column] is not null;

    public void Put(HsdsColumn column, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var cell = cells[(int)column] ??= [];
        if (cell.Count > MostCompared || !cell.Contains(text.Trim(), StringComparer.Ordinal))
        {
            cell.Add(text.Trim());
        }
    }

    /// <summary>True when the cell says this already.</summary>
    public bool Tells(HsdsColumn column, string text) => cells[(int)column] is { } cell && cell.Exists(known => known.Contains(text, StringComparison.Ordinal));

    public string[] Cells() => [.. cells.Select((cell, at) => cell is null ? "" : (HsdsColumn)at switch
    {
        HsdsColumn.Hours or HsdsColumn.Family => string.Join("; ", cell),
        HsdsColumn.Rest => Cut(string.Join('\n', cell)),
        _ => string.Join('\n', cell),
    })];

    // The file itself is kept; what no column has a place for must not refuse it.
    private static string Cut(string text) => text.Length <= LongestRest ? text : string.Concat(text.AsSpan(0, LongestRest - 1), "…");
}
