using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Orders a joining run for the network, once however many lists come in.</summary>
internal static class JoinOrder
{
    public const string Kind = "directory.join";

    public static async Task PlaceAsync(AppDbContext db, NetworkId network, TimeProvider clock, CancellationToken ct)
    {
        if (network == default)
        {
            return;
        }

        var waiting = await db.Set<Job>().AnyAsync(j => j.Kind == Kind && j.Subject == network.Value && j.State == JobState.Waiting, ct)
            || db.ChangeTracker.Entries<Job>().Any(e => e.State == EntityState.Added && e.Entity.Kind == Kind);
        if (!waiting)
        {
            db.Add(Job.Order(Kind, network.Value, db.Scope, clock));
        }
    }
}

/// <summary>
/// Runs the engine over everything the network's schools lent. Sure ones become one entry, unsure ones stay apart and wait
/// for a person; what people decided stands above both. Starts over from what is saved at any time.
/// </summary>
internal sealed class JoinDirectory(AppDbContext db, TimeProvider clock) : IJobHandler
{
    public string Kind => JoinOrder.Kind;

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var network = new NetworkId(run.Subject);
        var contributions = await db.Set<Contribution>().OrderBy(c => c.Id).ToListAsync(ct);
        var decisions = await db.Set<JoinDecision>().AsNoTracking().ToListAsync(ct);
        await run.ReportAsync(0, contributions.Count);
        var outcome = ListingLinker.Link(contributions, decisions, ct);
        await run.ReportAsync(contributions.Count / 2, contributions.Count);

        var byId = contributions.ToDictionary(c => c.Id);
        foreach (var said in decisions.Where(d => d.Verdict == JoinVerdict.OtherPlace && byId.ContainsKey(d.Right)))
        {
            byId[said.Right].StandAtOtherPlace(true);
        }

        var entries = await db.Set<Entry>().ToDictionaryAsync(e => e.Id, ct);
        var groups = outcome.Groups.Select(g => (IReadOnlyList<Contribution>)[.. g.Select(id => byId[id])]).ToList();
        await new JoinPlan(db, clock).ApplyAsync(network, groups, entries, ct);
        await AskAsync(network, outcome, byId, ct);
        db.Record("directory.joined", network.Value, network.Value);
        await db.SaveChangesAsync(ct);
        await run.ReportAsync(contributions.Count, contributions.Count);
    }

    /// <summary>Questions that still stand keep their place; those a better list has answered go.</summary>
    private async Task AskAsync(NetworkId network, LinkOutcome outcome, Dictionary<ListingId, Contribution> byId, CancellationToken ct)
    {
        var open = await db.Set<JoinProposal>().ToDictionaryAsync(p => (p.Left, p.Right), ct);
        foreach (var pair in outcome.Unsure.Where(p => byId[p.A].EntryId != byId[p.B].EntryId))
        {
            if (open.Remove(JoinDecision.Ordered(pair.A, pair.B), out var known))
            {
                known.Judge(pair.Score, pair.Reasons);
            }
            else
            {
                db.Add(JoinProposal.Ask(network, pair.A, pair.B, pair.Score, pair.Reasons, clock));
            }
        }

        db.RemoveRange(open.Values);
    }
}
