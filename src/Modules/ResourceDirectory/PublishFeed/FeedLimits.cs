using System.Collections.Concurrent;

namespace Causeway.ResourceDirectory;

/// <summary>
/// So many requests a minute from one address. Kept in memory by each copy of the program: a feed that is read a little more
/// often than it says harms nobody, and asking the database would cost what the limit is to save.
/// </summary>
internal sealed class FeedLimits(TimeProvider clock)
{
    public const int RequestsAMinute = 120;

    /// <summary>A stream counts as so many requests.</summary>
    public const int StreamCosts = 10;

    private const int MostAddresses = 50_000;

    private readonly ConcurrentDictionary<string, (long Minute, int Count)> _seen = new(StringComparer.Ordinal);

    /// <summary>Raised where the feed is measured and not guarded.</summary>
    public int Most { get; set; } = RequestsAMinute;

    /// <returns>Seconds to wait; null: go on.</returns>
    public int? Count(string address, int cost)
    {
        var now = clock.GetUtcNow();
        var minute = now.ToUnixTimeSeconds() / 60;
        if (_seen.Count > MostAddresses)
        {
            foreach (var (old, at) in _seen)
            {
                if (at.Minute != minute)
                {
                    _seen.TryRemove(old, out _);
                }
            }
        }

        var (_, count) = _seen.AddOrUpdate(address, (minute, cost), (_, known) => known.Minute == minute ? (minute, (int)Math.Min((long)known.Count + cost, int.MaxValue)) : (minute, cost));
        return count <= Most ? null : 60 - now.Second;
    }
}
