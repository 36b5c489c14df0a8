using Causeway.Kernel;
using Causeway.Linkage;
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
        var records = new List<LinkRecord>();
        var entryOf = new Dictionary<ListingId, EntryId>();
        // One by one: of a contribution the engine needs a small part, and most entries stay as they are.
        await foreach (var contribution in db.Set<Contribution>().AsNoTracking().OrderBy(c => c.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            records.Add(ListingLinker.RecordOf(contribution));
            entryOf.Add(contribution.Id, contribution.EntryId);
        }

        var total = records.Count;
        var decisions = await db.Set<JoinDecision>().AsNoTracking().ToListAsync(ct);
        await run.ReportAsync(0, total);
        var outcome = ListingLinker.Link(records, decisions, ct);
        records.Clear();
        await run.ReportAsync(total / 2, total);

        await ApplyAsync(network, outcome.Groups, entryOf, decisions, ct);
        await AskAsync(network, outcome, entryOf, ct);
        db.Record("directory.joined", network.Value, network.Value);
        await db.SaveChangesAsync(ct);
        await run.ReportAsync(total, total);
    }

    /// <summary>Only what comes to something else than it is now is loaded.</summary>
    private async Task ApplyAsync(
        NetworkId network, IReadOnlyList<IReadOnlyList<ListingId>> groups, Dictionary<ListingId, EntryId> entryOf, List<JoinDecision> decisions, CancellationToken ct)
    {
        var sizes = await db.Set<Entry>().Select(e => new { e.Id, Size = e.Form == Entry.PresentForm ? e.Contributions : 0 }).ToDictionaryAsync(e => e.Id, e => e.Size, ct);
        bool Stands(IReadOnlyList<ListingId> group) =>
            sizes.GetValueOrDefault(entryOf[group[0]]) == group.Count && group.All(id => entryOf[id] == entryOf[group[0]]);
        var changed = groups.Where(g => !Stands(g)).ToList();
        var byId = new Dictionary<ListingId, Contribution>();
        foreach (var ids in changed.SelectMany(g => g).Chunk(1000))
        {
            await db.Set<Contribution>().Where(c => ids.Contains(c.Id)).ForEachAsync(c => byId.Add(c.Id, c), ct);
        }

        foreach (var said in decisions.Where(d => d.Verdict == JoinVerdict.OtherPlace && byId.ContainsKey(d.Right)))
        {
            byId[said.Right].StandAtOtherPlace(true);
        }

        var entries = new Dictionary<EntryId, Entry>();
        var held = entryOf.Values.ToHashSet();
        foreach (var ids in byId.Values.Select(c => c.EntryId).Concat(sizes.Keys.Where(id => !held.Contains(id))).Distinct().Chunk(1000))
        {
            await db.Set<Entry>().Where(e => ids.Contains(e.Id)).ForEachAsync(e => entries.Add(e.Id, e), ct);
        }

        await new JoinPlan(db, clock).ApplyAsync(network, changed.ConvertAll(g => (IReadOnlyList<Contribution>)[.. g.Select(id => byId[id])]), entries, ct);
        foreach (var contribution in byId.Values)
        {
            entryOf[contribution.Id] = contribution.EntryId;
        }
    }

    /// <summary>Questions that still stand keep their place; those a better list has answered go.</summary>
    private async Task AskAsync(NetworkId network, LinkOutcome outcome, Dictionary<ListingId, EntryId> entryOf, CancellationToken ct)
    {
        var open = await db.Set<JoinProposal>().ToDictionaryAsync(p => (p.Left, p.Right), ct);
        foreach (var pair in outcome.Unsure.Where(p => entryOf[p.A] != entryOf[p.B]))
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
