using System.Globalization;
using System.Text.RegularExpressions;

namespace Causeway.ResourceDirectory;

/// <summary>One place where somebody works, as the form has it.</summary>
internal sealed class WorkPlace
{
    public string? WorksAt { get; set; }

    public string? PaidBy { get; set; }

    public string? Days { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }
}

/// <summary>A professional may be paid by one body and work in another, in several at once.</summary>
internal static partial class WorkPlaces
{
    private const int Longest = 300;

    /// <summary>Those there are, and room for one more.</summary>
    public static List<WorkPlace> Of(Listing? listing) =>
    [
        .. (listing?.Facts ?? []).Where(f => f.Field == FactField.BasedAt)
            .Select(f => new WorkPlace { WorksAt = f.Text, PaidBy = f.PaidBy, Days = f.Detail, From = f.Since, Until = f.Until }),
        new WorkPlace(),
    ];

    /// <summary>The facts; or the number of the place that says who pays but not where.</summary>
    public static (IReadOnlyList<Fact> Facts, int? Wrong) Read(IReadOnlyList<WorkPlace> places)
    {
        var facts = new List<Fact>();
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i];
            var (at, by, days) = (Cut(place.WorksAt), Cut(place.PaidBy), Cut(place.Days));
            if (at is not null)
            {
                facts.Add(new Fact(FactField.BasedAt, at, Detail: days, Since: place.From, Until: place.Until, PaidBy: by));
            }
            else if (by is not null || days is not null || place.From is not null || place.Until is not null)
            {
                return ([], i);
            }
        }

        return (facts, null);
    }

    /// <summary>One place in one line: "Harbour School [paid by: City | days: Tuesday | from: 2025-09-01]".</summary>
    public static string Words(Fact fact)
    {
        string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        var more = new[] { ("paid by", fact.PaidBy ?? ""), ("days", fact.Detail ?? ""), ("from", Day(fact.Since)), ("until", Day(fact.Until)) }
            .Where(p => p.Item2.Length > 0).Select(p => $"{p.Item1}: {p.Item2}").ToList();
        return more.Count == 0 ? fact.Original ?? fact.Text : $"{fact.Text} [{string.Join(" | ", more)}]";
    }

    /// <summary>Reads such a line, and any other as the name of a place.</summary>
    public static IEnumerable<Fact> FromWords(string text)
    {
        foreach (Match place in Place().Matches(text))
        {
            var names = place.Groups["at"].Value.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < names.Length; i++)
            {
                var at = names[i].Length <= 2000 ? names[i] : names[i][..2000];
                yield return i < names.Length - 1 ? new Fact(FactField.BasedAt, at) : WithMore(at, place.Groups["more"].Value);
            }
        }
    }

    private static Fact WithMore(string at, string more)
    {
        var said = more.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split(':', 2, StringSplitOptions.TrimEntries)).Where(p => p.Length == 2).ToLookup(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        DateOnly? Day(string key) => DateOnly.TryParseExact(said[key].FirstOrDefault(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return new Fact(FactField.BasedAt, at, Detail: said["days"].FirstOrDefault(), Since: Day("from"), Until: Day("until"), PaidBy: said["paid by"].FirstOrDefault());
    }

    public static string Field(int number, string part) => string.Create(CultureInfo.InvariantCulture, $"Places[{number}].{part}");

    private static string? Cut(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: <= Longest } kept ? kept : text.Trim()[..Longest];

    [GeneratedRegex(@"(?<at>[^\[\]]+)(?:\[(?<more>[^\]]*)\])?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
