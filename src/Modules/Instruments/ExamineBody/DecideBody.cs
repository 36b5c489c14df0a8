using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Instruments;

/// <param name="Conditions">"2027-03-31, what must change", one a line.</param>
internal sealed record DecideBody(Conclusion? Conclusion, string? Note, string? Conditions, int Version);

/// <summary>Concludes, asks for a change, rejects, revokes, marks conditions as met: never by whoever proposed the body.</summary>
internal sealed class DecideBodyHandler(AppDbContext db, DiligenceBook book)
{
    public async Task<Refusal?> ConcludeAsync(ExaminedBodyId id, DecideBody command, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, InstrumentsPermissions.Decide, ct) is not { } view)
        {
            return InstrumentPage.Gone;
        }

        if (view.File.Version != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var withConditions = command.Conclusion == Conclusion.ReadyWithConditions;
        var (conditions, bad) = withConditions ? DiligenceCondition.Read(view.File, command.Conditions, view.Today, book.Clock) : ([], null);
        var refusal = bad ?? view.File.Conclude(command.Conclusion, command.Note, Blockers(view.File).Count > 0, conditions.Count, actor, view.Today);
        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        foreach (var old in view.Conditions.Where(c => c.MetOn is null))
        {
            old.Replace();
        }

        db.AddRange(conditions);
        return await TakeAsync(view.File, command.Note, "diligence.concluded", actor, ct);
    }

    public Task<Refusal?> AskForChangeAsync(ExaminedBodyId id, string? note, int version, Actor actor, CancellationToken ct) =>
        StepAsync(id, note, version, "diligence.change-requested", f => f.AskForChange(note, actor), actor, ct);

    public Task<Refusal?> RejectAsync(ExaminedBodyId id, string? note, int version, Actor actor, CancellationToken ct) =>
        StepAsync(id, note, version, "diligence.rejected", f => f.Reject(note, actor), actor, ct);

    public Task<Refusal?> RevokeAsync(ExaminedBodyId id, string? note, int version, Actor actor, CancellationToken ct) =>
        StepAsync(id, note, version, "diligence.revoked", f => f.Revoke(note, actor), actor, ct);

    public async Task<Refusal?> MeetAsync(ExaminedBodyId id, DiligenceRowId condition, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, InstrumentsPermissions.Decide, ct) is not { } view || view.Conditions.FirstOrDefault(c => c.Id == condition) is not { } found)
        {
            return InstrumentPage.Gone;
        }

        // Whoever wants the body does not say that it did what was asked of it.
        var refusal = view.File.MayBeDecidedBy(actor.Person) ? found.Meet(actor, view.Today) : DueDiligenceFile.OwnProposal;
        return refusal ?? await db.TrySaveAsync("diligence.condition-met", condition.Value, ct);
    }

    /// <summary>Red flags that the answers raise.</summary>
    public static IReadOnlyList<Item> Blockers(DueDiligenceFile file) => Scoring.RedFlags(InstrumentJson.Open(file.Definition), AnswerSheet.Read(file.Answers));

    private async Task<Refusal?> StepAsync(ExaminedBodyId id, string? note, int version, string act, Func<DueDiligenceFile, Refusal?> step, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, InstrumentsPermissions.Decide, ct) is not { File: var file })
        {
            return InstrumentPage.Gone;
        }

        if (file.Version != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        return step(file) ?? await TakeAsync(file, note, act, actor, ct);
    }

    private Task<Refusal?> TakeAsync(DueDiligenceFile file, string? note, string act, Actor actor, CancellationToken ct)
    {
        db.Add(DiligenceStep.Take(file, note, actor, book.Clock));
        return db.TrySaveAsync(act, file.Id.Value, ct);
    }
}
