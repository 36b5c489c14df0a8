using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Reads a network's public records. Everything goes through the network's own scope, so that no feed holds another's.</summary>
internal sealed class FeedReader(AppDbContext db, TimeProvider clock)
{
    private const int StreamedAtOnce = 200;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The open feed under this address; the scope is then that network's.</summary>
    public async Task<PublicFeed?> OpenAsync(string slug, CancellationToken ct)
    {
        var feed = await db.Set<PublicFeed>().AsNoTracking().FirstOrDefaultAsync(f => f.Slug == slug && f.On, ct);
        if (feed is not null)
        {
            db.Scope.Narrow(default, feed.NetworkId);
        }

        return feed;
    }

    /// <summary>Of any day; the caller tells one that is gone from one that is there.</summary>
    public Task<PublicRecord?> FindAsync(RecordKind kind, Guid id, CancellationToken ct) =>
        db.Set<PublicRecord>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.Kind == kind, ct);

    public bool IsShown(PublicRecord record) => record.GoneAt is null && (record.Until is null || record.Until >= Today);

    public bool IsTold(PublicRecord record) => record.GoneAt is { } gone && gone > clock.GetUtcNow().AddDays(-PublicRecord.DaysTold);

    public async Task<(int Total, IReadOnlyList<PublicRecord> Page)> PageAsync(RecordKind kind, FeedQuery query, CancellationToken ct)
    {
        var found = await FoundAsync(kind, query, ct);
        var total = await found.CountAsync(ct);
        var page = await Ordered(found).Skip((int)Math.Min((long)(query.Page - 1) * query.Size, int.MaxValue)).Take(query.Size).ToListAsync(ct);
        return (total, page);
    }

    /// <summary>All that was found, some at a time. What changes meanwhile moves to the end and comes there.</summary>
    public async IAsyncEnumerable<IReadOnlyList<PublicRecord>> StreamAsync(
        RecordKind kind, FeedQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var found = await FoundAsync(kind, query, ct);
        var after = DateTimeOffset.MinValue;
        var sent = new List<Guid>();
        while (true)
        {
            // By moment; of one moment, those that were not sent yet.
            var (from, done) = (after, sent);
            var some = await Ordered(found.Where(r => r.LastModified >= from && !done.Contains(r.Id))).Take(StreamedAtOnce).ToListAsync(ct);
            if (some.Count == 0)
            {
                yield break;
            }

            yield return some;
            var last = some[^1].LastModified;
            sent = [.. sent.Where(_ => last == after), .. some.Where(r => r.LastModified == last).Select(r => r.Id)];
            after = last;
        }
    }

    /// <summary>How many there are and when the last of them changed: the same answer, the same feed.</summary>
    public async Task<(int Count, DateTimeOffset? Last)> StateAsync(RecordKind kind, FeedQuery query, CancellationToken ct)
    {
        var found = await FoundAsync(kind, query, ct);
        return (await found.CountAsync(ct), await found.MaxAsync(r => (DateTimeOffset?)r.LastModified, ct));
    }

    public async Task<ILookup<EntryId, PublicRecord>> ServicesAsync(IReadOnlyCollection<EntryId> entries, CancellationToken ct) =>
        (await Shown(RecordKind.Service).Where(r => entries.Contains(r.EntryId)).ToListAsync(ct)).ToLookup(r => r.EntryId);

    /// <summary>The middle of what is known to stand in this postcode; null: nothing is.</summary>
    public async Task<MapPlace?> CentreAsync(string postcode, CancellationToken ct)
    {
        var key = FeedPostcode.Key(postcode);
        var points = await Shown(RecordKind.ServiceAtLocation).Where(r => r.Postcode == key && r.Latitude != null && r.Longitude != null)
            .Select(r => new { r.Latitude, r.Longitude }).ToListAsync(ct);
        return points.Count == 0 ? null : new MapPlace(points.Average(p => p.Latitude!.Value), points.Average(p => p.Longitude!.Value));
    }

    /// <summary>A place stands in it, or a service says that it serves it.</summary>
    public Task<bool> KnowsPostcodeAsync(string postcode, CancellationToken ct)
    {
        var key = FeedPostcode.Key(postcode);
        var word = $" {key} ";
        return Shown(RecordKind.ServiceAtLocation).AnyAsync(r => r.Postcode == key || r.SearchText.Contains(word), ct);
    }

    private IQueryable<PublicRecord> Shown(RecordKind kind)
    {
        var today = Today;
        return db.Set<PublicRecord>().AsNoTracking().Where(r => r.Kind == kind && r.GoneAt == null && (r.Until == null || r.Until >= today));
    }

    private async Task<IQueryable<PublicRecord>> FoundAsync(RecordKind kind, FeedQuery query, CancellationToken ct)
    {
        var (today, told) = (Today, clock.GetUtcNow().AddDays(-PublicRecord.DaysTold));
        // Only a service can say of itself that it is gone; and only to those who ask what has changed.
        var withGone = kind == RecordKind.Service && query.ModifiedAfter is not null;
        var found = db.Set<PublicRecord>().AsNoTracking().Where(r => r.Kind == kind && ((r.GoneAt == null && (r.Until == null || r.Until >= today)) || (withGone && r.GoneAt > told)));
        if (query.ModifiedAfter is { } after)
        {
            found = found.Where(r => r.LastModified >= after);
        }

        foreach (var id in new[] { query.Term, query.Taxonomy }.OfType<Guid>())
        {
            var bar = $"|{id:D}|";
            found = found.Where(r => r.Terms.Contains(bar));
        }

        if (query.Organization is { } organization)
        {
            found = found.Where(r => r.Organization == organization);
        }

        foreach (var word in SearchWords.Asked(query.Search))
        {
            found = found.Where(r => r.SearchText.Contains(word));
        }

        return await NearAsync(found, query, ct);
    }

    private async Task<IQueryable<PublicRecord>> NearAsync(IQueryable<PublicRecord> found, FeedQuery query, CancellationToken ct)
    {
        if (query.Metres is not { } metres)
        {
            var key = FeedPostcode.Key(query.Postcode);
            var word = $" {key} ";
            return key.Length == 0 ? found : found.Where(r => r.Postcode == key || r.SearchText.Contains(word));
        }

        if ((query.Point ?? await CentreAsync(query.Postcode ?? "", ct)) is not { } centre)
        {
            return found.Where(r => false);
        }

        // The box first, in the database; then the circle, in memory, on ids and numbers only.
        var north = metres / 1000 / MapPlace.KilometresOfDegree;
        var east = Math.Min(360, north / Math.Max(0.01, Math.Cos(centre.Latitude * Math.PI / 180)));
        var (south, top, west, right) = (centre.Latitude - north, centre.Latitude + north, centre.Longitude - east, centre.Longitude + east);
        var box = await found.Where(r => r.Latitude >= south && r.Latitude <= top && r.Longitude >= west && r.Longitude <= right)
            .Select(r => new { r.Id, r.Latitude, r.Longitude }).ToListAsync(ct);
        var near = box.Where(r => new MapPlace(r.Latitude!.Value, r.Longitude!.Value).KilometresTo(centre) * 1000 <= metres).Select(r => r.Id).ToList();
        return found.Where(r => near.Contains(r.Id));
    }

    private static IOrderedQueryable<PublicRecord> Ordered(IQueryable<PublicRecord> found) => found.OrderBy(r => r.LastModified).ThenBy(r => r.Id);
}
