using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Keeps the public records in step, in the commit of whatever touches a lent copy or a consent: sharing, editing, joining,
/// answering by link, leaving. It stands at the save itself and not at those acts, so that no act can forget it.
/// </summary>
internal sealed class PublicUpkeep(TimeProvider clock) : SaveChangesInterceptor
{
    private const int Batch = 500;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not AppDbContext db)
        {
            return result;
        }

        // Looking for changes costs more than asking whether there is anything to look at, and is done once.
        var looks = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var touched = await TouchedAsync(db, cancellationToken);
            var tracked = touched.Count == 0 ? [] : Tracked<Contribution>(db);
            foreach (var entries in touched.Chunk(Batch))
            {
                await RebuildAsync(db, entries, tracked, cancellationToken);
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = looks;
        }

        return result;
    }

    /// <summary>Makes the records of these entries anew. Saves nothing by itself.</summary>
    public Task RebuildAsync(AppDbContext db, IReadOnlyCollection<EntryId> entries, CancellationToken ct) => RebuildAsync(db, entries, Tracked<Contribution>(db), ct);

    private async Task RebuildAsync(AppDbContext db, IReadOnlyCollection<EntryId> entries, List<(Contribution Row, bool Stays)> tracked, CancellationToken ct)
    {
        var records = (await db.Set<PublicRecord>().Where(r => entries.Contains(r.EntryId)).ToListAsync(ct)).ToLookup(r => r.EntryId);
        var concerned = await ConcernedAsync(db, entries, records, tracked, ct);
        if (concerned.Count == 0)
        {
            return;
        }

        var say = await SayAsync(db, concerned, tracked, ct);
        var consents = await ConsentsAsync(db, [.. concerned.SelectMany(e => say[e]).Select(c => c.Id)], ct);
        var network = db.Scope.Network;
        var feed = await db.Set<PublicFeed>().AsNoTracking().FirstOrDefaultAsync(f => f.NetworkId == network, ct);
        var now = FeedJson.ToMillisecond(clock.GetUtcNow());
        foreach (var entry in concerned)
        {
            var shown = PublicEntry.Of([.. say[entry]], consents, DateOnly.FromDateTime(now.UtcDateTime));
            Put(db, entry, shown, feed, [.. records[entry]], say[entry].Select(c => c.NetworkId).FirstOrDefault(network), now);
        }
    }

    private static void Put(AppDbContext db, EntryId entry, PublicEntry? shown, PublicFeed? feed, List<PublicRecord> known, NetworkId network, DateTimeOffset now)
    {
        var service = known.Find(r => r.Kind == RecordKind.Service);
        if (shown is null)
        {
            known.Where(r => r.GoneAt is null).ToList().ForEach(r => r.Withdraw(now));
            return;
        }

        var maker = new FeedObjects(entry, shown, feed);
        var same = service is { GoneAt: null } ? maker.Write(service.LastModified) : [];
        if (same.Count > 0 && same.Count == known.Count(r => r.GoneAt is null) && same.All(o => known.Exists(r => r.Id == o.Id && r.Shows(o, shown.Until))))
        {
            return;
        }

        var objects = maker.Write(now);
        known.Where(r => r.GoneAt is null && objects.All(o => o.Id != r.Id)).ToList().ForEach(r => r.Withdraw(now));
        foreach (var shownNow in objects)
        {
            if (known.Find(r => r.Id == shownNow.Id) is { } record)
            {
                record.Show(shownNow, shown.Until, now);
            }
            else
            {
                db.Add(PublicRecord.Of(network, entry, shownNow, shown.Until, now));
            }
        }
    }

    /// <summary>Entries whose contributions or consents are about to be saved otherwise than they stand.</summary>
    private static async Task<IReadOnlyCollection<EntryId>> TouchedAsync(AppDbContext db, CancellationToken ct)
    {
        if (!db.ChangeTracker.Entries<Contribution>().Any() && !db.ChangeTracker.Entries<PublicConsent>().Any())
        {
            return [];
        }

        db.ChangeTracker.DetectChanges();
        var touched = new HashSet<EntryId>();
        foreach (var row in db.ChangeTracker.Entries<Contribution>().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)))
        {
            touched.Add(row.Entity.EntryId);
            touched.Add(row.Property(c => c.EntryId).OriginalValue);
        }

        var about = db.ChangeTracker.Entries<PublicConsent>().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)).Select(e => e.Entity.ListingId).ToList();
        if (about.Count > 0)
        {
            touched.UnionWith(await db.Set<Contribution>().Where(c => about.Contains(c.Id)).Select(c => c.EntryId).ToListAsync(ct));
        }

        return touched;
    }

    /// <summary>Entries the public reads, or may be about to; of a long list that comes in, none.</summary>
    private static async Task<List<EntryId>> ConcernedAsync(
        AppDbContext db, IReadOnlyCollection<EntryId> entries, ILookup<EntryId, PublicRecord> records, List<(Contribution Row, bool Stays)> tracked, CancellationToken ct)
    {
        var open = await db.Set<Contribution>().Where(c => entries.Contains(c.EntryId) && c.IsPublic).Select(c => c.EntryId).Distinct().ToListAsync(ct);
        var concerned = open.Concat(tracked.Where(t => t.Row.IsPublic).Select(t => t.Row.EntryId)).ToHashSet();
        return [.. entries.Where(e => records.Contains(e) || concerned.Contains(e))];
    }

    /// <summary>What the entries will be made of once this is saved: the rows of the database, as the tracker has changed them.</summary>
    private static async Task<ILookup<EntryId, Contribution>> SayAsync(AppDbContext db, IReadOnlyCollection<EntryId> entries, List<(Contribution Row, bool Stays)> tracked, CancellationToken ct)
    {
        var wanted = entries.ToHashSet();
        var stored = await db.Set<Contribution>().AsNoTracking().Where(c => entries.Contains(c.EntryId)).ToListAsync(ct);
        var known = tracked.Select(t => t.Row.Id).ToHashSet();
        return stored.Where(c => !known.Contains(c.Id)).Concat(tracked.Where(t => t.Stays).Select(t => t.Row)).Where(c => wanted.Contains(c.EntryId)).ToLookup(c => c.EntryId);
    }

    private static async Task<List<PublicConsent>> ConsentsAsync(AppDbContext db, List<ListingId> about, CancellationToken ct)
    {
        var tracked = Tracked<PublicConsent>(db);
        var stored = await db.Set<PublicConsent>().AsNoTracking().Where(c => about.Contains(c.ListingId) && c.WithdrawnAt == null).ToListAsync(ct);
        var known = tracked.Select(t => t.Row.Id).ToHashSet();
        return [.. stored.Where(c => !known.Contains(c.Id)), .. tracked.Where(t => t.Stays && about.Contains(t.Row.ListingId)).Select(t => t.Row)];
    }

    private static List<(T Row, bool Stays)> Tracked<T>(AppDbContext db)
        where T : class => [.. db.ChangeTracker.Entries<T>().Where(e => e.State != EntityState.Detached).Select(e => (e.Entity, e.State != EntityState.Deleted))];
}

/// <summary>Makes public records anew without an act of a school: a consent ran out, or the feed's own words changed.</summary>
internal sealed class RefreshPublic(AppDbContext db, PublicUpkeep upkeep) : IJobHandler
{
    public const string JobKind = "directory.refresh-public";

    private const int Batch = 200;

    public string Kind => JobKind;

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var entries = await db.Set<PublicRecord>().Where(r => r.Kind == RecordKind.Service && r.GoneAt == null).OrderBy(r => r.Id).Select(r => r.EntryId).ToListAsync(ct);
        var done = 0;
        foreach (var some in entries.Chunk(Batch))
        {
            await db.LookAgainAsync(5, async () =>
            {
                await upkeep.RebuildAsync(db, some, ct);
                db.Record("public.refreshed", run.Subject, run.Subject);
                await db.SaveChangesAsync(ct);
            });
            db.ChangeTracker.Clear();
            done += some.Length;
            await run.ReportAsync(done, entries.Count);
        }
    }
}
