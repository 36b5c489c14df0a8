using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>Where the link of a side without accounts leads.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class PartnerHomePage(PartnershipDoor door, SheetBook sheets, PlanBook plans, AgreementBook agreements, ReviewBook reviews) : PartnerLinkPage
{
    public bool SheetIn { get; private set; }

    public bool AllIn { get; private set; }

    public PlanView? Plan { get; private set; }

    public AgreementView? Agreement { get; private set; }

    /// <summary>The latest one that was not called off.</summary>
    public ReviewView? Review { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await EnterAsync(door, ct))
        {
            return Nowhere();
        }

        var stands = await sheets.StandsAsync(View!, ct);
        (SheetIn, AllIn) = (stands.First(s => s.Party.Id == View!.Own!.Id).IsIn, stands.All(s => s.IsIn));
        Plan = await plans.FindAsync(View!, null, ct);
        Agreement = await agreements.FindAsync(View!.Partnership.Id, null, ct);
        var last = (await reviews.ListAsync(View!, ct)).FirstOrDefault(r => r.State != ReviewState.CalledOff);
        Review = last is null ? null : await reviews.FindAsync(View!, last.Id, ct);
        return Page();
    }
}
