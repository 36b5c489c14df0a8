using System.Globalization;
using Causeway.Kernel;
using Causeway.Linkage;
using Causeway.Persistence;

namespace Causeway.ResourceDirectory;

/// <summary>
/// The words under which an entry stands in the search index: its own words, the ends of long words ("spieltherapie" is found
/// by "therapie"), and one coded word for each filter it passes, so that words, filters and "not known" are answered by one
/// look into the index. Coded words begin with "_", ends with ".": neither can be typed.
/// </summary>
internal static class SearchTokens
{
    /// <summary>From this age on ages are one band: schools search for children.</summary>
    public const int OldestAge = 25;

    private const int ShortestCompound = 8;
    private const int ShortestEnd = 5;
    private const int LongestWord = 40;
    private const int MostEnds = 400;

    /// <summary>Left, or silent through two checks.</summary>
    public const string Asleep = "_z_1";

    public static readonly IReadOnlyList<int> Fees = [50, 80, 100, 120, 150, 200];

    public static readonly IReadOnlyList<int> Waits = [7, 14, 21, 30, 60, 90];

    /// <summary>For <see cref="Entry.SearchText"/>: one blank before each word.</summary>
    public static string Of(IReadOnlyList<Claim> claims, IReadOnlyCollection<Contribution> say, EntryKind kind, DateOnly saidOn, bool asleep)
    {
        var words = SearchWords.Of(claims.Select(c => c.Fact)).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(Clean).Where(w => w.Length > 0).ToHashSet(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal) { "_t_" + kind, "_m_" + Month(saidOn) };
        codes.UnionWith(say.Select(c => School(c.Source.Value)));
        if (asleep)
        {
            codes.Add(Asleep);
        }

        var shown = claims.Where(c => c.Shown).Select(c => c.Fact).ToList();
        AddSets(codes, shown, claims);
        AddMeasures(codes, shown);
        return " " + string.Join(' ', words.Concat(words.SelectMany(Ends).Distinct(StringComparer.Ordinal).Take(MostEnds)).Concat(codes));
    }

    public static string School(Guid school) => "_o_" + school.ToString("N");

    public static string Month(DateOnly day) => day.ToString("yyyyMM", CultureInfo.InvariantCulture);

    public static string Area(string key) => "_a_" + Clean(key.Replace(' ', '-'));

    public static string Concern(string code) => "_c_" + code;

    public static string Age(int age) => "_g_" + Math.Min(age, OldestAge).ToString(CultureInfo.InvariantCulture);

    /// <summary>What may stand in the index; marks of Indic and Thai vowels fall away on both sides alike.</summary>
    public static string Clean(string word)
    {
        var sound = word.All(c => SearchTerm.IsSound(c) && c is not ('_' or '.')) ? word : new string([.. word.Where(c => char.IsLetterOrDigit(c) || c == '-')]);
        return sound.Length > LongestWord ? sound[..LongestWord] : sound;
    }

    /// <summary>Words a person could have meant: neither codes nor ends.</summary>
    public static IEnumerable<string> Words(string searchText) =>
        searchText.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] is not ('_' or '.'));

    /// <summary>Null: the wording does not say so clearly.</summary>
    public static bool? TakesNew(Fact fact) => fact.Code is { } code ? code == "Yes" : YesNo.Read(fact.Text) ?? Placing.TakesNew(fact.Text);

    private static IEnumerable<string> Ends(string word)
    {
        // Han has no blanks between words: every place may begin one.
        var (from, shortest) = word.Any(c => c > '\u2E7F') ? (1, 1) : word.Length >= ShortestCompound && !char.IsAsciiDigit(word[0]) ? (3, ShortestEnd) : (word.Length, 0);
        for (var i = from; i <= word.Length - shortest && i < word.Length; i++)
        {
            yield return "." + word[i..];
        }
    }

    private static void AddSets(HashSet<string> codes, List<Fact> shown, IReadOnlyList<Claim> claims)
    {
        AddSet("f", shown.Of(FactField.Family).Select(f => f.Code));
        AddSet("c", shown.Of(FactField.Concern).Select(f => NeedTaxonomy.Find(f.Code)?.Code));
        AddSet("d", shown.Of(FactField.Delivery).Select(f => f.Code));
        AddSet("b", shown.Of(FactField.BodyKind).Select(f => f.Code));
        AddSet("s", shown.Of(FactField.Stage).Select(f => f.Code));
        AddSet("n", shown.Of(FactField.Availability).Select(f => TakesNew(f) switch { true => "Yes", false => "No", null => null }));
        AddSet("a", claims.Select(c => c.Fact).Where(f => f.Field is FactField.Area or FactField.City).Select(f => Clean(SearchWords.Key(f.Text).Replace(' ', '-'))));
        AddSet("k", shown.Of(FactField.Cultures).SelectMany(f => TextFolding.SearchForms(f.Text).Split(' ')).Select(Clean));
        AddSet("h", shown.Of(FactField.Cultures).Where(f => f.Detail == CultureSaid.Confirmed).SelectMany(f => TextFolding.SearchForms(f.Text).Split(' ')).Select(Clean));
        AddLanguages(codes, [.. shown.Of(FactField.Languages).Where(f => !string.IsNullOrEmpty(f.Code))]);

        void AddSet(string key, IEnumerable<string?> values)
        {
            var known = values.Where(v => !string.IsNullOrEmpty(v)).ToList();
            codes.UnionWith(known.Select(v => $"_{key}_{v}"));
            if (known.Count == 0)
            {
                codes.Add($"_{key}0");
            }
        }
    }

    private static void AddLanguages(HashSet<string> codes, List<Fact> languages)
    {
        if (languages.Count == 0)
        {
            codes.Add("_l0");
        }

        foreach (var language in languages)
        {
            codes.UnionWith(language.Detail switch
            {
                "Interpreter" => ["_li_" + language.Code],
                "Native" => [$"_l_{language.Code}", $"_lf_{language.Code}", $"_ln_{language.Code}"],
                "Fluent" => [$"_l_{language.Code}", $"_lf_{language.Code}"],
                "Working" or "Basic" => [$"_l_{language.Code}"],
                _ => (string[])[$"_l_{language.Code}", $"_lu_{language.Code}"],
            });
        }
    }

    private static void AddMeasures(HashSet<string> codes, List<Fact> shown)
    {
        var ages = shown.FirstOrDefault(f => f.Field == FactField.Ages && (f.From ?? f.To) is not null);
        codes.UnionWith(ages is null ? ["_g0"] : Years(ages).Select(Age));
        var fee = shown.FirstOrDefault(f => f.Field == FactField.Fee && (f.Detail == "Free" || (f.From ?? f.To) is not null));
        codes.UnionWith(fee is null ? ["_p0"] : fee.Detail == "Free" ? Fees.Prepend(0).Select(n => Count("p", n)) : Fees.Where(n => n >= (fee.From ?? fee.To)).Select(n => Count("p", n)));
        var wait = shown.FirstOrDefault(f => f.Field == FactField.WaitingTime && (f.From ?? f.To) is not null);
        codes.UnionWith(wait is null ? ["_w0"] : Waits.Where(n => n >= (wait.To ?? wait.From)).Select(n => Count("w", n)));
        var until = shown.Of(FactField.LicenceUntil).Select(f => DateOnly.TryParse(f.Code, CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null).FirstOrDefault(d => d is not null);
        codes.Add(until is { } last ? "_y_" + Month(last) : "_y0");
        codes.Add(MapPlace.Of(shown) is null ? "_q0" : "_q1");
    }

    public static string Count(string key, int value) => string.Create(CultureInfo.InvariantCulture, $"_{key}_{value}");

    private static IEnumerable<int> Years(Fact ages)
    {
        var from = (int)Math.Clamp(Math.Floor(ages.From ?? 0), 0, OldestAge);
        var to = (int)Math.Clamp(Math.Floor(ages.To ?? OldestAge), 0, OldestAge);
        return to < from ? [] : Enumerable.Range(from, to - from + 1);
    }
}

/// <summary>Who says that somebody knows a community: themselves, or a school that has seen it.</summary>
internal static class CultureSaid
{
    /// <summary>In <see cref="Fact.Detail"/>; anything else is the professional's own word.</summary>
    public const string Confirmed = "Confirmed";
}

/// <summary>A point of the map, WGS 84.</summary>
internal readonly record struct MapPlace(double Latitude, double Longitude)
{
    /// <summary>Null: nobody said where, or the numbers are no place.</summary>
    public static MapPlace? Of(IReadOnlyList<Fact> facts) =>
        facts.FirstOrDefault(f => f.Field == FactField.MapPoint) is { From: { } latitude and >= -90 and <= 90, To: { } longitude and >= -180 and <= 180 }
            ? new((double)latitude, (double)longitude)
            : null;

    /// <summary>Of latitude; of longitude at the equator.</summary>
    public const double KilometresOfDegree = 111.32;

    public double KilometresTo(MapPlace other)
    {
        var north = (other.Latitude - Latitude) * KilometresOfDegree;
        var east = (other.Longitude - Longitude) * KilometresOfDegree * Math.Cos(Latitude * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }
}
