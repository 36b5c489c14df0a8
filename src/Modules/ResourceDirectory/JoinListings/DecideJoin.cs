using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Verdict">Null: not sure; it is asked again after all others.</param>
internal sealed record DecideJoin(JoinProposalId Proposal, JoinVerdict? Verdict);

/// <summary>A person says whether two listings are the same. It takes effect at once and holds in every later run.</summary>
internal sealed class DecideJoinHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public static readonly Refusal NotWaiting = new("join.not-waiting", "Someone has decided this pair already.");

    public static readonly Refusal KnownDifferent = new(
        "join.known-different", "{0} decided that “{1}” and “{2}” are different. Undo that first, then join these.");

    public async Task<Refusal?> HandleAsync(DecideJoin command, Actor actor, CancellationToken ct)
    {
        var proposal = await db.Set<JoinProposal>().FirstOrDefaultAsync(p => p.Id == command.Proposal, ct);
        if (proposal is null || !access.Allows(actor, DirectoryPermissions.DecideJoins, new AccessObject(Network: proposal.NetworkId)))
        {
            return NotWaiting;
        }

        if (command.Verdict is not { } verdict)
        {
            proposal.PutOff(actor, clock);
            db.Record("join.put-off", proposal.Id.Value, proposal.NetworkId.Value);
            return await db.TrySaveAsync(ct);
        }

        var leftBefore = await BesideAsync(proposal.Left, ct);
        if (verdict != JoinVerdict.Different && await JoinAsync(proposal, verdict, ct) is { } refusal)
        {
            return refusal;
        }

        await RememberAsync(proposal.NetworkId, [(proposal.Left, proposal.Right)], verdict, actor, ct, (proposal, leftBefore));
        db.Remove(proposal);
        db.Record(Act(verdict), proposal.Id.Value, proposal.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    private static string Act(JoinVerdict verdict) => verdict switch
    {
        JoinVerdict.Same => "join.same",
        JoinVerdict.Different => "join.different",
        JoinVerdict.OtherPlace => "join.other-place",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>The listings that are one entry with this one today.</summary>
    private async Task<List<ListingId>> BesideAsync(ListingId listing, CancellationToken ct) => await db.Set<Contribution>()
        .Where(c => db.Set<Contribution>().Any(o => o.Id == listing && o.EntryId == c.EntryId)).Select(c => c.Id).ToListAsync(ct);

    /// <summary>Takes one listing out of a join, or all of them apart; remembered as "not the same".</summary>
    /// <param name="only">Null: every contribution becomes an entry of its own again.</param>
    public async Task<Refusal?> UndoAsync(EntryId id, ListingId? only, Actor actor, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().FirstOrDefaultAsync(e => e.Id == id, ct);
        var all = await db.Set<Contribution>().Where(c => c.EntryId == id).ToListAsync(ct);
        if (entry is null || all.Count < 2 || (only is { } one && all.All(c => c.Id != one))
            || !access.Allows(actor, DirectoryPermissions.DecideJoins, new AccessObject(Network: entry.NetworkId)))
        {
            return NotJoined;
        }

        var groups = only is null
            ? all.ConvertAll(c => (IReadOnlyList<Contribution>)[c])
            : [[.. all.Where(c => c.Id == only)], [.. all.Where(c => c.Id != only)]];
        foreach (var contribution in all.Where(c => only is null || c.Id == only))
        {
            contribution.StandAtOtherPlace(false);
        }

        var apart = groups.SelectMany((g, i) => groups.Skip(i + 1).SelectMany(h => g.SelectMany(a => h.Select(b => (a.Id, b.Id))))).ToList();
        await new JoinPlan(db, clock).ApplyAsync(entry.NetworkId, groups, new Dictionary<EntryId, Entry> { [id] = entry }, ct);
        await RememberAsync(entry.NetworkId, apart, JoinVerdict.Different, actor, ct);
        db.Record("join.undone", id.Value, entry.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    public static readonly Refusal NotJoined = new("join.not-joined", "This entry is not joined of several listings any more.");

    private async Task<Refusal?> JoinAsync(JoinProposal proposal, JoinVerdict verdict, CancellationToken ct)
    {
        var pair = await db.Set<Contribution>().Where(c => c.Id == proposal.Left || c.Id == proposal.Right).ToListAsync(ct);
        if (pair.Count != 2)
        {
            return NotWaiting;
        }

        var ids = pair.Select(c => c.EntryId).Distinct().ToList();
        var entries = await db.Set<Entry>().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        var all = await db.Set<Contribution>().Where(c => ids.Contains(c.EntryId)).ToListAsync(ct);
        if (await ContradictionAsync(all, proposal, ct) is { } refusal)
        {
            return refusal;
        }

        if (verdict == JoinVerdict.OtherPlace)
        {
            all.First(c => c.Id == proposal.Right).StandAtOtherPlace(true);
        }

        await new JoinPlan(db, clock).ApplyAsync(proposal.NetworkId, [all], entries, ct);
        return null;
    }

    private async Task<Refusal?> ContradictionAsync(List<Contribution> all, JoinProposal proposal, CancellationToken ct)
    {
        var ids = all.Select(c => c.Id).ToList();
        var against = await db.Set<JoinDecision>().FirstOrDefaultAsync(
            d => d.Verdict == JoinVerdict.Different && ids.Contains(d.Left) && ids.Contains(d.Right)
                && !(d.Left == proposal.Left && d.Right == proposal.Right),
            ct);
        return against is null
            ? null
            : KnownDifferent with
            {
                Values = [against.ByName, all.First(c => c.Id == against.Left).Name, all.First(c => c.Id == against.Right).Name],
            };
    }

    private async Task RememberAsync(
        NetworkId network, IReadOnlyList<(ListingId A, ListingId B)> pairs, JoinVerdict verdict, Actor actor, CancellationToken ct,
        (JoinProposal Question, IReadOnlyList<ListingId> LeftBefore)? answers = null)
    {
        var ids = pairs.SelectMany(p => new[] { p.A, p.B }).Distinct().ToList();
        var known = await db.Set<JoinDecision>().Where(d => ids.Contains(d.Left) && ids.Contains(d.Right)).ToListAsync(ct);
        var byPair = known.ToDictionary(d => (d.Left, d.Right));
        foreach (var (a, b) in pairs)
        {
            if (byPair.TryGetValue(JoinDecision.Ordered(a, b), out var decision))
            {
                decision.Decide(verdict, actor, clock);
            }
            else
            {
                decision = JoinDecision.Of(network, a, b, verdict, actor, clock);
                db.Add(decision);
            }

            if (answers is { } question)
            {
                decision.Answer(question.Question, question.LeftBefore);
            }
        }
    }
}
