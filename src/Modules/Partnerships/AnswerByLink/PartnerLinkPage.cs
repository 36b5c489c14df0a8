using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Causeway.Partnerships;

/// <summary>What the pages behind a side's link share. A wrong link and one that has ended get the same answer.</summary>
internal abstract class PartnerLinkPage : CausewayPage
{
    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Party { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    /// <summary>Null: the link leads nowhere.</summary>
    public PartnershipView? View { get; protected set; }

    public string Here => $"/partner/{Network}/{Party}/{Secret}";

    /// <summary>Whoever answers for the side; acts stand in the network's trail, for there is no account.</summary>
    protected PlanWriter Writer => new(View!, View!.Own!.ContactName.Length > 0 ? View.Own.ContactName : View.Own.Name, Network);

    protected async Task<bool> EnterAsync(PartnershipDoor door, CancellationToken ct)
    {
        View = await door.EnterByLinkAsync(new(Network), new(Party), Secret, ct);
        return View is not null;
    }

    protected PageResult Nowhere()
    {
        View = null;
        return Page(StatusCodes.Status404NotFound);
    }
}
