using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class SignAgreementPage(PartnershipDoor door, AgreementBook book, SignAgreementHandler handler) : PartnershipPage
{
    /// <summary>The version on the screen when the button was pressed.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public bool Agreed { get; set; }

    public AgreementView Agreement { get; private set; } = null!;

    public Signer Me { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Version = Agreement.Version.Id.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await handler.HandleAsync(new(Id), new(new(Version), Agreed), Actor, ct);
        if (refusal?.Code == SignAgreementHandler.Newer.Code && await LoadAsync(ct))
        {
            // The page now shows the newer text; the next press signs that one.
            ModelState.Remove(nameof(Version));
            ModelState.Remove(nameof(Agreed));
            (Version, Agreed) = (Agreement.Version.Id.Value, false);
        }

        return await AnswerAsync(refusal, () => LoadAsync(ct), $"{Here}/agreement", "Signed. The record holds your name, your capacity and the fingerprint of what you read.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.FindAsync(view.Partnership.Id, null, ct) is not { } agreement
            || agreement.Signers.FirstOrDefault(s => s.PersonId == Actor.Person) is not { } me)
        {
            return false;
        }

        (View, Agreement, Me) = (view, agreement, me);
        return true;
    }
}
