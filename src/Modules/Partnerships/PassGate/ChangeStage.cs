using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <param name="Version">Of the partnership as it stood on the page.</param>
internal sealed record ChangeStage(PartnershipId Id, Stage To, string? Evidence, Closing? Closing, int Version);

internal sealed record ChangeFormality(PartnershipId Id, Formality To, string? Evidence, int Version);

/// <summary>Moves a partnership from stage to stage. The gate is asked in the same unit of work as the move.</summary>
internal sealed class ChangeStageHandler(AppDbContext db, PartnershipDoor door, GateBook gate, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(ChangeStage command, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(command.Id, actor, ct) is not { } view)
        {
            return PartnershipDoor.Gone;
        }

        var partnership = view.Partnership;
        if (partnership.Version != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var before = partnership.Stage;
        if (command.To == Stage.Active)
        {
            await HoldAsync(view, ct);
        }

        var missing = command.To == Stage.Active ? await gate.MissingAsync(view, partnership.Formality, actor.Zone, ct) : [];
        if (partnership.GoTo(command.To, command.Evidence, missing, command.Closing, clock.Today(actor.Zone)) is { } refusal)
        {
            return refusal;
        }

        if (partnership.IsOver)
        {
            (await db.Set<PartnershipReview>().FirstOrDefaultAsync(r => r.OpenFor == partnership.Id.Value, ct))?.EndWith(clock.Today(actor.Zone));
        }

        db.Add(PartnershipChange.Note(partnership, ChangeOf.Stage, PartnershipWords.Of(before).Text, PartnershipWords.Of(partnership.Stage).Text, command.Evidence, actor.Name, clock));
        return await db.TrySaveAsync(partnership.Stage == Stage.Active ? "partnership.activated" : "partnership.stage-changed", partnership.Id.Value, ct);
    }

    // Read before the gate looks and written with the stage: a plan, text, signature, owner or file that changes between the
    // two is noticed, and so is one that was read before and is written after.
    private async Task HoldAsync(PartnershipView view, CancellationToken ct)
    {
        var id = view.Partnership.Id;
        foreach (var party in view.Parties)
        {
            db.Entry(party).State = EntityState.Modified;
        }

        (await db.Set<Plan>().Where(p => p.PartnershipId == id).OrderByDescending(p => p.SchoolYear).FirstOrDefaultAsync(ct))?.Witness();
        (await db.Set<Agreement>().FirstOrDefaultAsync(a => a.PartnershipId == id, ct))?.Witness();
    }

    public async Task<Refusal?> HandleAsync(ChangeFormality command, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(command.Id, actor, ct) is not { } view)
        {
            return PartnershipDoor.Gone;
        }

        var partnership = view.Partnership;
        if (partnership.Version != command.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var before = partnership.Formality;
        if (StageMap.IsAtWork(partnership.Stage))
        {
            await HoldAsync(view, ct);
        }

        var missing = await gate.MissingAsync(view, command.To, actor.Zone, ct);
        if (partnership.Formalise(command.To, command.Evidence, missing) is { } refusal)
        {
            return refusal;
        }

        db.Add(PartnershipChange.Note(partnership, ChangeOf.Formality, PartnershipWords.Of(before).Text, PartnershipWords.Of(command.To).Text, command.Evidence, actor.Name, clock));
        return await db.TrySaveAsync("partnership.formality-changed", partnership.Id.Value, ct);
    }
}
