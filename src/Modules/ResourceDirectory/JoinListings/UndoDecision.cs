using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One of the two: a decision that is taken back, or a question that was put off and is taken up again.</summary>
internal sealed record UndoDecision(Guid Id);

/// <summary>Takes a decision of the review queue back: what was joined is apart as before, and the question is asked again.</summary>
internal sealed class UndoDecisionHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public static readonly Refusal NotThere = new("decision.not-there", "This decision was undone already.");

    public async Task<Refusal?> HandleAsync(UndoDecision command, Actor actor, CancellationToken ct)
    {
        var id = new DirectoryRowId(command.Id);
        if (await db.Set<JoinDecision>().FirstOrDefaultAsync(d => d.Id == id, ct) is { } decision)
        {
            return access.Allows(actor, DirectoryPermissions.DecideJoins, new AccessObject(Network: decision.NetworkId)) ? await TakeBackAsync(decision, ct) : NotThere;
        }

        var question = await db.Set<JoinProposal>().FirstOrDefaultAsync(p => p.Id == new JoinProposalId(command.Id), ct);
        if (question?.PutOffAt is null || !access.Allows(actor, DirectoryPermissions.DecideJoins, new AccessObject(Network: question.NetworkId)))
        {
            return NotThere;
        }

        question.TakeUpAgain();
        db.Record("join.taken-up-again", question.Id.Value, question.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    private async Task<Refusal?> TakeBackAsync(JoinDecision decision, CancellationToken ct)
    {
        var pair = await db.Set<Contribution>().Where(c => c.Id == decision.Left || c.Id == decision.Right).ToListAsync(ct);
        if (decision.Joins && pair.Count == 2 && pair[0].EntryId == pair[1].EntryId)
        {
            await PartAsync(decision, pair[0].EntryId, ct);
        }

        if (pair.Count == 2 && decision.Score is { } score)
        {
            db.Add(JoinProposal.Ask(decision.NetworkId, decision.Left, decision.Right, score, decision.Reasons, clock));
        }

        db.Remove(decision);
        db.Record("join.decision-undone", decision.Id.Value, decision.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>What was one entry with the left one before goes with it again; whatever came since stays with the right one.</summary>
    private async Task PartAsync(JoinDecision decision, EntryId id, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().FirstAsync(e => e.Id == id, ct);
        var all = await db.Set<Contribution>().Where(c => c.EntryId == id).ToListAsync(ct);
        var left = all.Where(c => c.Id == decision.Left || (c.Id != decision.Right && decision.LeftBefore.Contains(c.Id.Value))).ToList();
        var right = all.Except(left).ToList();
        right.First(c => c.Id == decision.Right).StandAtOtherPlace(false);
        await new JoinPlan(db, clock).ApplyAsync(decision.NetworkId, [left, right], new Dictionary<EntryId, Entry> { [id] = entry }, ct);
    }
}
