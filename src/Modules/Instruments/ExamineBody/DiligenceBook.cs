using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments;

/// <summary>Where a file stands for whoever wants to sign: worked out anew each time, so that a day that passes closes the gate.</summary>
internal static class Gate
{
    public static (DiligenceGate Gate, string Why) Of(DueDiligenceFile file, IEnumerable<DiligenceCondition> conditions, IEnumerable<DiligenceEvidence> evidence, DateOnly today) => file switch
    {
        { State: DiligenceState.Rejected } => (DiligenceGate.Blocker, "Its file was rejected."),
        { IsRevoked: true } => (DiligenceGate.Blocker, "The conclusion was revoked."),
        { Conclusion: null } => (DiligenceGate.None, "Nobody has come to a conclusion yet."),
        _ when file.Until < today => (DiligenceGate.Blocker, "The conclusion has run out: examine the body again."),
        { Conclusion: Conclusion.No } => (DiligenceGate.Blocker, "The conclusion is no."),
        { Conclusion: Conclusion.NotNow } => (DiligenceGate.Blocker, "The conclusion is not now."),
        _ when conditions.Any(c => c.IsOverdue(today)) => (DiligenceGate.Blocker, "A condition is overdue."),
        _ when Newest(evidence).Any(e => e.HasRunOut(today)) => (DiligenceGate.Warning, "A proof has run out: its section is open again."),
        { Conclusion: Conclusion.ReadyWithConditions } when conditions.Any(c => c.MetOn is null && !c.IsReplaced) => (DiligenceGate.Warning, "Ready with conditions."),
        { Conclusion: Conclusion.ReadyWithConditions } => (DiligenceGate.Warning, "Ready with conditions, all met; the next conclusion can say ready."),
        _ => (DiligenceGate.Ok, "Ready."),
    };

    /// <summary>Of each proof the latest revision.</summary>
    public static IEnumerable<DiligenceEvidence> Newest(IEnumerable<DiligenceEvidence> evidence) =>
        evidence.GroupBy(e => (e.Section, e.Title)).Select(g => g.MaxBy(e => e.Revision)!);
}

internal sealed record DiligenceView(
    DueDiligenceFile File, IReadOnlyList<DiligenceCondition> Conditions, IReadOnlyList<DiligenceEvidence> Evidence, IReadOnlyList<DiligenceStep> Steps, DateOnly Today)
{
    public (DiligenceGate Gate, string Why) Standing => Gate.Of(File, Conditions, Evidence, Today);
}

/// <summary>The only way to files of outside bodies. Reads through the network filter.</summary>
internal sealed class DiligenceBook(AppDbContext db, Access access, TimeProvider clock, ICurrentActor current) : IDueDiligence
{
    public TimeProvider Clock => clock;

    public bool May(Actor actor, string permission) =>
        actor.Network is { } network && network == db.ScopedNetworkId && access.Allows(actor, permission, new(Network: network));

    public async Task<DiligenceView?> FindAsync(ExaminedBodyId id, Actor actor, string permission, CancellationToken ct)
    {
        if (!May(actor, permission) || await db.Set<DueDiligenceFile>().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } file)
        {
            return null;
        }

        var conditions = await db.Set<DiligenceCondition>().Where(c => c.FileId == id).OrderBy(c => c.DueOn).ThenBy(c => c.Id).ToListAsync(ct);
        var evidence = await db.Set<DiligenceEvidence>().Where(e => e.FileId == id).OrderBy(e => e.Title).ThenByDescending(e => e.Revision).ToListAsync(ct);
        var steps = await db.Set<DiligenceStep>().AsNoTracking().Where(s => s.FileId == id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).ToListAsync(ct);
        return new(file, conditions, evidence, steps, clock.Today(actor.Zone));
    }

    public Task<IReadOnlyList<DiligenceView>> AllAsync(Actor actor, CancellationToken ct) => ReadAsync(db.Set<DueDiligenceFile>(), actor, ct);

    public async Task<IReadOnlyList<ExaminedBody>> ListAsync(CancellationToken ct) =>
        [.. (await AllAsync(current.Actor, ct)).Where(v => v.File.State != DiligenceState.Dropped).Select(Card)];

    public async Task<ExaminedBody?> FindAsync(ExaminedBodyId id, CancellationToken ct) =>
        (await ReadAsync(db.Set<DueDiligenceFile>().Where(f => f.Id == id), current.Actor, ct)) is [var view] ? Card(view) : null;

    private async Task<IReadOnlyList<DiligenceView>> ReadAsync(IQueryable<DueDiligenceFile> which, Actor actor, CancellationToken ct)
    {
        var today = clock.Today(actor.Zone);
        var files = await which.AsNoTracking().Where(f => f.NetworkId == db.ScopedNetworkId).OrderBy(f => f.Name).ThenBy(f => f.Id).ToListAsync(ct);
        var ids = files.ConvertAll(f => f.Id);
        var conditions = (await db.Set<DiligenceCondition>().AsNoTracking().Where(c => ids.Contains(c.FileId)).ToListAsync(ct)).ToLookup(c => c.FileId);
        var evidence = (await db.Set<DiligenceEvidence>().AsNoTracking().Where(e => ids.Contains(e.FileId)).ToListAsync(ct)).ToLookup(e => e.FileId);
        return [.. files.Select(f => new DiligenceView(f, [.. conditions[f.Id]], [.. evidence[f.Id]], [], today))];
    }

    private static ExaminedBody Card(DiligenceView view)
    {
        var (gate, why) = view.Standing;
        return new(view.File.Id, view.File.Name, DiligenceWords.Of(view.File.Kind), view.File.Country, gate, why, view.File.Until, view.File.ProposedBy, view.File.DecidedBy);
    }
}
