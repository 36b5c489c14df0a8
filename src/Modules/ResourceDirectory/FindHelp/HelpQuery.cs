using System.Globalization;
using Causeway.Kernel;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Causeway.ResourceDirectory;

/// <summary>
/// The one reading of an address into a <see cref="HelpNeed"/> and back: pages, saved searches and the booklet ask alike. What
/// the address says that is no choice of ours is passed over.
/// </summary>
internal static class HelpQuery
{
    public const int Longest = 1500;

    private const int LongestWords = 200;

    public static HelpNeed Read(string query) => Read(QueryHelpers.ParseQuery(query));

    public static HelpNeed Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var asked = new Dictionary<string, StringValues>(query, StringComparer.OrdinalIgnoreCase);
        return new HelpNeed
        {
            Q = Text("q"),
            Concern = NeedTaxonomy.Find(Text("concern"))?.Code,
            Family = Word<ProfessionFamily>("family"),
            Language = [.. Many("language").Where(c => c.Length == 3 && c.All(char.IsAsciiLetterLower))],
            Every = Text("every") == "true",
            Level = Word<SpokenLevel>("level"),
            Culture = Text("culture"),
            Confirmed = Text("confirmed") == "true",
            Age = Number("age", 0, 120),
            Area = Text("area"),
            Within = Number("within", 1, 500),
            Around = Text("around"),
            Delivery = Word<Delivery>("delivery"),
            Fee = Number("fee", 0, 100_000),
            Wait = Number("wait", 1, 1000),
            Fresh = Number("fresh", 1, 24),
            Body = Word<BodyKind>("body"),
            Taking = Text("taking") == "true",
            Licensed = Text("licensed") == "true",
            Stage = Word<HelpStage>("stage"),
            Kind = Word<EntryKind>("kind"),
            School = Guid.TryParse(Text("school"), out var school) ? school : null,
            Unknown = [.. Many("unknown").Distinct(StringComparer.Ordinal).Where(k => k.Length < 20)],
            Order = Text("order") is ("fresh" or "name" or "near") and var order ? order : null,
        };

        string[] Many(string key) => asked.TryGetValue(key, out var values) ? [.. values.OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0).Take(10)] : [];

        string? Text(string key) => Many(key) is [var first, ..] ? first.Length > LongestWords ? first[..LongestWords] : first : null;

        int? Number(string key, int from, int to) =>
            int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= from && n <= to ? n : null;

        T? Word<T>(string key)
            where T : struct, Enum => Text(key) is { } word && char.IsLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var value) ? value : null;
    }

    /// <summary>The address part of this search, beginning with "?"; empty: nothing is asked.</summary>
    public static string Write(HelpNeed need)
    {
        var query = new QueryBuilder();
        Add("q", need.Q);
        Add("concern", need.Concern);
        Add("family", need.Family?.ToString());
        need.Language.ForEach(l => Add("language", l));
        Add("every", need.Every ? "true" : null);
        Add("level", need.Level?.ToString());
        Add("culture", need.Culture);
        Add("confirmed", need.Confirmed ? "true" : null);
        Add("age", Number(need.Age));
        Add("area", need.Area);
        Add("within", Number(need.Within));
        Add("around", need.Around);
        Add("delivery", need.Delivery?.ToString());
        Add("fee", Number(need.Fee));
        Add("wait", Number(need.Wait));
        Add("fresh", Number(need.Fresh));
        Add("body", need.Body?.ToString());
        Add("taking", need.Taking ? "true" : null);
        Add("licensed", need.Licensed ? "true" : null);
        Add("stage", need.Stage?.ToString());
        Add("kind", need.Kind?.ToString());
        Add("school", need.School?.ToString("D"));
        need.Unknown.ForEach(u => Add("unknown", u));
        Add("order", need.Order);
        return query.ToQueryString().Value ?? "";

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(key, value);
            }
        }

        static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
    }
}
