using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>What the school keeps of all its listings, decided anew. Copies that are out there follow in the background.</summary>
internal sealed class KeepByDefaultHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(IReadOnlyCollection<FactField> fields, int version, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } owner || !access.Allows(actor, DirectoryPermissions.ShareListings, new AccessObject(owner)))
        {
            return ShareListingsHandler.NotThere;
        }

        var defaults = await db.Set<ListingDefaults>().FirstOrDefaultAsync(d => d.OrganisationId == owner, ct);
        if ((defaults?.Version ?? 0) != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (defaults is null)
        {
            defaults = ListingDefaults.Of(owner);
            db.Add(defaults);
        }

        defaults.Keep(fields);
        db.Add(Job.Order(FollowDefaults.JobKind, owner.Value, db.Scope, clock));
        db.Record("listings.kept-back", owner.Value);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return Refusal.ChangedMeanwhile;
        }
    }
}

/// <summary>Brings what is lent of the school's listings in step with what it keeps to itself. Killed, it starts again: same end.</summary>
internal sealed class FollowDefaults(AppDbContext db, ListingReach reach) : IJobHandler
{
    public const string JobKind = "directory.follow-kept";

    private const int BatchSize = 200;

    public string Kind => JobKind;

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var lent = db.Set<Listing>().Where(l => l.Sharing != Sharing.OwnSchool && l.KeptFields == null && l.RemovedAt == null);
        var (all, done) = (await lent.CountAsync(ct), 0);
        while (true)
        {
            var listings = await lent.OrderBy(l => l.Id).Skip(done).Take(BatchSize).ToListAsync(ct);
            if (listings.Count == 0)
            {
                return;
            }

            await reach.FollowAsync(listings, db.Scope.Actor with { Network = db.Scope.Network }, ct);
            db.Record("listings.copies-followed", run.Subject);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            done += listings.Count;
            await run.ReportAsync(done, all);
        }
    }
}
