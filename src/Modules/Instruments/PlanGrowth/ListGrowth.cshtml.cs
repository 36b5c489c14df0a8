using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Instruments;

[Requires(InstrumentsPermissions.SeeGrowth)]
internal sealed class ListGrowthPage(GrowthBook book, PlanGrowthHandler handler) : InstrumentPage
{
    public IReadOnlyList<CapacityPlan> Plans { get; private set; } = [];

    public IReadOnlyList<GrowthStart> Starts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(Guid wave, Guid partner, CancellationToken ct)
    {
        var (id, refusal) = await handler.BeginAsync(new(wave), new(partner), Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"/instruments/growth/{id}", "The plan is begun. Now choose what comes first.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(InstrumentsPermissions.SeeGrowth))
        {
            return false;
        }

        (Plans, Starts) = (await book.ListAsync(Actor, ct), await book.StartsAsync(Actor, ct));
        return true;
    }
}
