using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>What a search found: one page of entries, how many there are, and what its filters hide because nobody knows.</summary>
/// <param name="NotKnown">For each filter: how many fit everything else, but nobody knows this of them.</param>
internal sealed record HelpFound(
    IReadOnlyList<(Entry Entry, double? Kilometres)> Page, int Total, int Skip, IReadOnlyList<(string Key, int Count)> NotKnown);

/// <summary>Finds entries through the index. "Unknown" is a state of its own on every filter: never silently "no", always counted.</summary>
internal sealed class HelpSearch(AppDbContext db, ISearchIndex index, TimeProvider clock)
{
    /// <summary>What nobody has confirmed for so long sinks and is labelled.</summary>
    public const int StaleAfterMonths = 12;

    private const int LastPage = 100_000;

    public TimeProvider Clock => clock;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public DateOnly StaleBefore => Today.AddMonths(-StaleAfterMonths);

    /// <param name="centre">Where distances are measured from; null: nowhere.</param>
    public async Task<HelpFound> FindAsync(HelpNeed need, MapPlace? centre, int page, int size, CancellationToken ct)
    {
        var filters = Filters(need);
        var open = filters.Where(f => f.Unknown.Count > 0 && !need.Unknown.Contains(f.Key, StringComparer.Ordinal)).ToList();
        var (widest, questions) = Questions(need, filters, open, centre);
        var question = questions[0];
        var skip = Math.Clamp(page - 1, 0, LastPage) * size;
        IReadOnlyList<SearchHit> hits = [];
        IReadOnlyList<int> counts;
        if (Words(need.Q).Count > 0)
        {
            // Words are few hits: everything is counted in the pass that finds the page.
            (hits, counts) = await index.SweepAsync(db, Request(need, filters, question, centre, skip, size), widest, questions, ct);
        }
        else
        {
            counts = await index.CountAsync(db, questions, ct);
        }

        var last = Math.Max(0, (counts[0] - 1) / size) * size;
        if (hits.Count == 0 && counts[0] > 0)
        {
            skip = Math.Min(skip, last);
            hits = await index.FindAsync(db, Request(need, filters, question, centre, skip, size), ct);
        }

        return new(await LoadAsync(hits, ct), counts[0], Math.Min(skip, last), [.. open.Select((f, i) => (f.Key, counts[i + 1])).Where(c => c.Item2 > 0)]);
    }

    /// <summary>How many entries that came after this moment fit.</summary>
    public async Task<IReadOnlyList<int>> CountNewAsync(IReadOnlyList<(HelpNeed Need, MapPlace? Centre, DateTimeOffset Since)> searches, CancellationToken ct) =>
        await index.CountAsync(db, [.. searches.Select(s => Question(s.Need, Filters(s.Need), s.Centre) with { CreatedAfter = s.Since })], ct);

    // With nothing asked for, everybody is listed; who was silent comes last by the day of the last word.
    private IReadOnlyList<HelpFilter> Filters(HelpNeed need) => need.IsEmpty ? [] : [.. need.Filters(Today), HelpFilter.Asleep];

    /// <summary>How many entries hold each of these words.</summary>
    public Task<IReadOnlyList<int>> CountWordsAsync(IReadOnlyList<string> words, CancellationToken ct) =>
        index.CountAsync(db, [.. words.Select(w => new SearchQuestion([Word(w)]))], ct);

    /// <summary>The folded words of a question as the index holds them.</summary>
    public static IReadOnlyList<string> Words(string? text) =>
        [.. SearchWords.Asked(text).Select(w => SearchTokens.Clean(w.Trim())).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)];

    private static SearchRequest Request(HelpNeed need, IReadOnlyList<HelpFilter> filters, SearchQuestion question, MapPlace? centre, int skip, int size, DateOnly stale) => new(
        question with { Near = question.Near ?? (centre is { } here ? new SearchNear(here.Latitude, here.Longitude, null, AlsoUnknown: true) : null) },
        need.Unknown.Count > 0 ? Question(need with { Unknown = [] }, filters, centre) : null,
        need.Order switch
        {
            "fresh" => SearchOrder.Fresh,
            "name" => SearchOrder.Name,
            "near" => SearchOrder.Near,
            // With nothing asked there is no fit: freshest first is the same order and costs nothing.
            _ => question is { All.Count: 0, Near: null } ? SearchOrder.Fresh : SearchOrder.Fit,
        },
        Words(need.Q) is [var word, ..] ? word : null,
        stale,
        skip,
        size);

    private SearchRequest Request(HelpNeed need, IReadOnlyList<HelpFilter> filters, SearchQuestion question, MapPlace? centre, int skip, int size) =>
        Request(need, filters, question, question is { All.Count: 0 } && need.Order != "near" ? null : centre, skip, size, StaleBefore);

    internal static SearchQuestion Question(HelpNeed need, IReadOnlyList<HelpFilter> filters, MapPlace? centre)
    {
        var clauses = Words(need.Q).Select(Word).ToList();
        foreach (var filter in filters)
        {
            var letIn = need.Unknown.Contains(filter.Key, StringComparer.Ordinal);
            clauses.AddRange(letIn ? filter.Fits.Select(f => new SearchClause([.. f.AnyOf, .. filter.Unknown])) : filter.Fits);
        }

        var near = centre is { } here && filters.Any(f => f.Key == HelpFilter.Within)
            ? new SearchNear(here.Latitude, here.Longitude, need.Within, need.Unknown.Contains(HelpFilter.Within, StringComparer.Ordinal))
            : null;
        var awake = filters.Contains(HelpFilter.Asleep) && !need.Unknown.Contains(HelpFilter.Asleep.Key, StringComparer.Ordinal);
        return new(clauses, near, Without: awake ? HelpFilter.Asleep.Unknown[0] : null);
    }

    /// <summary>What fits, then for each open filter whom it hides because nobody knows; and the one question that holds them all.</summary>
    internal static (SearchQuestion Widest, IReadOnlyList<SearchQuestion> All) Questions(
        HelpNeed need, IReadOnlyList<HelpFilter> filters, IReadOnlyList<HelpFilter> open, MapPlace? centre) => (
        Question(need with { Unknown = [.. filters.Where(f => f.Unknown.Count > 0).Select(f => f.Key)] }, filters, centre),
        [Question(need, filters, centre), .. open.Select(f => UnknownOf(need, filters, f, centre))]);

    private static SearchQuestion UnknownOf(HelpNeed need, IReadOnlyList<HelpFilter> filters, HelpFilter of, MapPlace? centre)
    {
        var others = Question(need, [.. filters.Where(f => f != of)], centre);
        // Not those that pass already: an entry may speak one language at a known level and another at an unknown one.
        return others with { All = [.. others.All, new SearchClause(of.Unknown)] };
    }

    private static SearchClause Word(string word)
    {
        var terms = new List<SearchTerm> { new(word, begins: true) };
        if (word.Length > 3 || !char.IsAscii(word[0]))
        {
            terms.Add(new("." + word, begins: true));
            terms.AddRange(NeedWords.Read(word).Select(n => new SearchTerm(SearchTokens.Concern(n.Code))));
        }

        terms.AddRange(HelpSynonyms.Of(word).Select(s => new SearchTerm(s, begins: true)));
        return new(terms);
    }

    private async Task<IReadOnlyList<(Entry Entry, double? Kilometres)>> LoadAsync(IReadOnlyList<SearchHit> hits, CancellationToken ct)
    {
        if (hits.Count == 0)
        {
            return [];
        }

        var ids = hits.Select(h => new EntryId(h.Id)).ToList();
        // Through the tenant's filter: the index proposes, the entries decide.
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        return [.. hits.Where(h => entries.ContainsKey(new EntryId(h.Id))).Select(h => (entries[new EntryId(h.Id)], h.Kilometres))];
    }
}
