using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>The plan for a side without accounts: read, agree to what is expected, confirm.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class PartnerPlanPage(PartnershipDoor door, PlanBook book, KeepPlanHandler handler) : PartnerLinkPage
{
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public List<int> Agree { get; set; } = [];

    [BindProperty]
    public int PartVersion { get; set; }

    public PlanView? Plan { get; private set; }

    public IReadOnlyList<PlanRow> Asked => [.. Plan?.Rows(PlanPartKind.Expectations).Where(r => r["state"] != "dropped") ?? []];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return Nowhere();
        }

        PartVersion = Plan?.Parts[PlanPartKind.Expectations].Version ?? 0;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => PostAsync(() => handler.ConfirmAsync(Writer, Revision, ct), "Confirmed for your side. A later change asks again.", ct);

    public Task<IActionResult> OnPostAgreeAsync(CancellationToken ct) => PostAsync(() => handler.AgreeAsync(Writer, Agree, PartVersion, ct), "Saved.", ct);

    private async Task<IActionResult> PostAsync(Func<Task<Refusal?>> act, string message, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return Nowhere();
        }

        if (await act() is not { } refusal)
        {
            return Done($"{Here}/plan", message);
        }

        // What is saved is shown, with its newer numbers.
        ModelState.Clear();
        return await LoadAsync(ct) ? Refuse(refusal) : Nowhere();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!await EnterAsync(door, ct))
        {
            return false;
        }

        Plan = await book.FindAsync(View!, null, ct);
        PartVersion = Request.Method == "POST" ? PartVersion : Plan?.Parts[PlanPartKind.Expectations].Version ?? 0;
        return true;
    }
}
