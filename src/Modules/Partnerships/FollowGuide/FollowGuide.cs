using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Marks a step: skipped with a reason, done by one's word, or open again.</summary>
internal sealed class FollowGuideHandler(AppDbContext db, PartnershipDoor door, SheetBook sheets, PlanBook plans, TimeProvider clock)
{
    public static readonly Refusal NotByWord = new("guide.not-by-word", "This step is done when what it asks is there, not by a word.");

    public async Task<IReadOnlyList<StepStand>> StepsAsync(PartnershipView view, CancellationToken ct) => Guide.Of(
        view, await sheets.StandsAsync(view, ct), await plans.FindAsync(view, null, ct), await db.Set<Agreement>().AnyAsync(a => a.PartnershipId == view.Partnership.Id && a.Current > 0, ct));

    public async Task<Refusal?> MarkAsync(PartnershipId id, GuideStep step, StepState state, string? reason, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view || !Enum.IsDefined(step) || !Enum.IsDefined(state))
        {
            return PartnershipDoor.Gone;
        }

        var refusal = state == StepState.Skipped ? FormText.Check(reason, Typed.Line, "Reason", StepMark.NoReason)
            : state == StepState.Done && step != GuideStep.Compare ? NotByWord : null;
        refusal ??= view.Partnership.Mark(new(step, state, FormText.Tidy(reason), actor.Name, clock.Today(actor.Zone)));
        return refusal ?? await db.TrySaveAsync("guide.step-marked", id.Value, ct);
    }
}
