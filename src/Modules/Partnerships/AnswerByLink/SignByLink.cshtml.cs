using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Where the link of a signer without an account leads. Order and version are asked again when the button is pressed.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class SignByLinkPage(AppDbContext db, AgreementBook book, SignAgreementHandler handler) : CausewayPage
{
    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Signer { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public bool Agreed { get; set; }

    public string Here => $"/partner/sign/{Network}/{Signer}/{Secret}";

    public string Title { get; private set; } = "";

    public AgreementView? Agreement { get; private set; }

    public Signer? Me { get; private set; }

    private SignerLink Link => new(new(Network), new(Signer), Secret);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Nowhere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await handler.ByLinkAsync(Link, new(new(Version), Agreed), ct);
        if (refusal is null)
        {
            return Done(Here, "Signed. The record holds your name, your capacity and the fingerprint of what you read.");
        }

        return refusal.Code != PartnershipDoor.Gone.Code && await LoadAsync(ct) ? Refuse(refusal) : Nowhere();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await handler.LookAsync(Link, ct) is not { } signer || await book.FindAsync(signer.PartnershipId, null, ct) is not { } agreement
            || agreement.Signers.FirstOrDefault(s => s.Id == signer.Id) is not { } me)
        {
            return false;
        }

        (Agreement, Me) = (agreement, me);
        Title = await db.Set<Partnership>().Where(p => p.Id == signer.PartnershipId).Select(p => p.Title).FirstAsync(ct);
        return true;
    }

    private PageResult Nowhere()
    {
        Agreement = null;
        return Page(StatusCodes.Status404NotFound);
    }
}
