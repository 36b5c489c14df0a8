using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Causeway.ResourceDirectory;

/// <summary>What a request for a list asks for. Whatever cannot be read, or contradicts itself, is named in <see cref="Errors"/>.</summary>
internal sealed class FeedQuery
{
    public const int PageSize = 50;
    public const int LargestPage = 100;
    private const int LongestSearch = 200;
    private const int MostPages = 1_000_000;

    private static readonly string[] Paged = ["search", "page", "per_page", "format"];

    /// <summary>Parameters by list. <c>latitude</c> and <c>longitude</c> are our own: not every city has postcodes.</summary>
    private static string[]? KnownTo(string list) => list switch
    {
        "services" => [.. Paged, "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "minimal", "full"],
        "organizations" => [.. Paged, "taxonomy_term_id", "taxonomy_id", "full_service", "full"],
        "service_at_locations" => [.. Paged, "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "full", "postcode", "proximity", "latitude", "longitude"],
        "taxonomies" => Paged,
        "taxonomy_terms" => [.. Paged, "taxonomy_id", "top_only", "parent_id"],
        _ => null,
    };

    private readonly IQueryCollection _query;
    private readonly string[] _known;

    private FeedQuery(IQueryCollection query, string[] known) => (_query, _known) = (query, known);

    public string Search { get; private set; } = "";

    public int Page { get; private set; } = 1;

    public int Size { get; private set; } = PageSize;

    public bool IsStream { get; private set; }

    public Guid? Term { get; private set; }

    public Guid? Taxonomy { get; private set; }

    public Guid? Organization { get; private set; }

    public Guid? Parent { get; private set; }

    public DateTimeOffset? ModifiedAfter { get; private set; }

    public bool Minimal { get; private set; }

    public bool Full { get; private set; }

    public bool FullService { get; private set; }

    public bool TopOnly { get; private set; }

    public string? Postcode { get; private set; }

    public double? Metres { get; private set; }

    public MapPlace? Point { get; private set; }

    public List<FeedFault> Errors { get; } = [];

    /// <summary>Names of parameters this list does not know; only such as could be one.</summary>
    public IReadOnlyList<string> Ignored { get; private set; } = [];

    public static bool IsList(string name) => KnownTo(name) is not null;

    public static FeedQuery Read(string list, IQueryCollection query) => Read(query, KnownTo(list) ?? []);

    /// <summary>Of one object: only <c>full_service</c> of an organisation means anything.</summary>
    public static FeedQuery ReadOne(string list, IQueryCollection query) => Read(query, list == "organizations" ? ["full_service"] : []);

    private static FeedQuery Read(IQueryCollection query, string[] known)
    {
        FeedQuery read = new(query, known);
        read.ReadAll();
        return read;
    }

    private void ReadAll()
    {
        Ignored = [.. _query.Keys.Where(k => !_known.Contains(k) && k.Length is > 0 and <= 40 && k.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')).Take(20)];
        Search = Text("search") ?? "";
        if (Search.Length > LongestSearch)
        {
            Wrong("search", $"at most {LongestSearch} characters");
        }

        (Page, Size) = (Number("page", 1), Math.Min(Number("per_page", PageSize), LargestPage));
        IsStream = Text("format") switch { null or "json" => false, "ndjson" => true, _ => Wrong("format", "json or ndjson") };
        (Term, Taxonomy, Organization, Parent) = (Id("taxonomy_term_id"), Id("taxonomy_id"), Id("organization_id"), Id("parent_id"));
        (Minimal, Full, FullService, TopOnly) = (Flag("minimal"), Flag("full"), Flag("full_service"), Flag("top_only"));
        ModifiedAfter = Moment("modified_after");
        ReadPlace();
        Contradict(TopOnly && Parent is not null, "top_only", "not together with parent_id");
        Contradict(Minimal && Full, "minimal", "not together with full");
    }

    private void ReadPlace()
    {
        Postcode = Text("postcode") is { Length: > 0 and <= 40 } postcode ? postcode : null;
        Metres = Decimal("proximity", 0, 1_000_000);
        var (latitude, longitude) = (Decimal("latitude", -90, 90), Decimal("longitude", -180, 180));
        Contradict((latitude is null) != (longitude is null), longitude is null ? "longitude" : "latitude", "both or neither");
        Point = latitude is { } north && longitude is { } east ? new MapPlace(north, east) : null;
        Contradict(Point is not null && Postcode is not null, "postcode", "not together with latitude and longitude");
        Contradict(Metres is not null && Postcode is null && Point is null, "proximity", "needs postcode, or latitude and longitude");
        Contradict(Metres is null && Point is not null, "latitude", "needs proximity");
    }

    // Given twice is a contradiction only where it differs; the first counts otherwise.
    private string? Text(string name)
    {
        if (!_known.Contains(name) || !_query.TryGetValue(name, out var values))
        {
            return null;
        }

        Contradict(values.Distinct(StringComparer.Ordinal).Count() > 1, name, "given more than once");
        return string.IsNullOrWhiteSpace(values[0]) ? null : values[0]!.Trim();
    }

    private int Number(string name, int usual) => Text(name) is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostPages ? number
        : Wrong(name, "a whole number from 1 on") ? 0 : usual;

    private Guid? Id(string name) => Text(name) is not { } text ? null
        : Guid.TryParseExact(text, "D", out var id) ? id
        : Wrong(name, "a UUID") ? null : Guid.Empty;

    private bool Flag(string name) => Text(name)?.ToLowerInvariant() switch { null or "false" => false, "true" => true, _ => Wrong(name, "true or false") };

    private double? Decimal(string name, double least, double most) => Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : Wrong(name, FormattableString.Invariant($"a number from {least} to {most}")) ? null : 0;

    private DateTimeOffset? Moment(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // A plus in an address is a blank to whoever reads it, and many programs forget that.
        var typed = text.Length > 6 && text[^6] == ' ' ? string.Concat(text.AsSpan(0, text.Length - 6), "+", text.AsSpan(text.Length - 5)) : text;
        return DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : Wrong(name, "a date, or a date and time with its offset, as RFC 3339 writes them") ? null : default;
    }

    private void Contradict(bool isSo, string parameter, string detail)
    {
        if (isSo)
        {
            Wrong(parameter, detail);
        }
    }

    /// <returns>False, always.</returns>
    private bool Wrong(string parameter, string detail)
    {
        Errors.Add(new(parameter, detail));
        return false;
    }
}

/// <param name="Detail">What would have been right; never what was sent.</param>
internal sealed record FeedFault(string Parameter, string Detail);
