using System.Collections.Concurrent;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The words that stand in a network's directory, kept in memory for a while once somebody has mistyped.</summary>
internal sealed class HelpVocabulary(TimeProvider clock)
{
    private const int MostNetworks = 30;
    private const int MostEntries = 20_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<NetworkId, (long Stamp, DateTimeOffset Until, Dictionary<string, int> Words)> _kept = [];

    public async Task<IReadOnlyDictionary<string, int>> OfAsync(AppDbContext db, ISearchIndex index, NetworkId network, CancellationToken ct)
    {
        var stamp = await index.StampAsync(db, ct);
        // A small directory changes its words with each line; of a large one yesterday's words will do for a while.
        if (_kept.TryGetValue(network, out var kept) && clock.GetUtcNow() < kept.Until && (kept.Stamp == stamp || kept.Words.Count > MostEntries))
        {
            return kept.Words;
        }

        var texts = db.Set<Entry>().AsNoTracking().Where(e => e.NetworkId == network).OrderByDescending(e => e.ChangedAt).Take(MostEntries).Select(e => e.SearchText);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(ct))
        {
            foreach (var word in SearchTokens.Words(text).Where(w => w.Length >= HelpSpelling.ShortestWord && !char.IsAsciiDigit(w[0])))
            {
                words[word] = words.GetValueOrDefault(word) + 1;
            }
        }

        if (_kept.Count >= MostNetworks)
        {
            _kept.Clear();
        }

        _kept[network] = (stamp, clock.GetUtcNow() + Kept, words);
        return words;
    }
}

/// <summary>"Did you mean": for a question that found nothing, the same with its unknown words put right.</summary>
internal sealed class HelpSpelling(AppDbContext db, ISearchIndex index, HelpVocabulary vocabulary, HelpSearch search)
{
    public const int ShortestWord = 4;

    private const int LongWord = 7;

    /// <summary>Null: every word is known, or none is near to one that is.</summary>
    public async Task<string?> SuggestAsync(HelpNeed need, NetworkId network, CancellationToken ct)
    {
        var words = HelpSearch.Words(need.Q);
        if (words.Count == 0)
        {
            return null;
        }

        var counts = await search.CountWordsAsync(words, ct);
        var known = await vocabulary.OfAsync(db, index, network, ct);
        var right = words.Select((w, i) => counts[i] > 0 ? w : Nearest(w, known)).ToList();
        return right.Contains(null) || right.SequenceEqual(words, StringComparer.Ordinal) ? null : string.Join(' ', right);
    }

    /// <summary>One slip in a word, two in a long one.</summary>
    internal static string? Nearest(string word, IReadOnlyDictionary<string, int> known)
    {
        if (word.Length < ShortestWord)
        {
            return null;
        }

        var most = word.Length >= LongWord ? 2 : 1;
        return known.Where(k => Math.Abs(k.Key.Length - word.Length) <= most)
            .Select(k => (k.Key, Rows: k.Value, Slips: Slips(word, k.Key, most)))
            .Where(k => k.Slips <= most).OrderBy(k => k.Slips).ThenByDescending(k => k.Rows).ThenBy(k => k.Key, StringComparer.Ordinal)
            .Select(k => k.Key).FirstOrDefault();
    }

    /// <summary>Letters wrong, missing, too many or swapped; more than <paramref name="most"/> is not counted further.</summary>
    internal static int Slips(string a, string b, int most)
    {
        var (before, above, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            (before, above, row) = (above, row, before);
        }

        return above[b.Length];
    }
}
