using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.InviteMember)]
internal sealed class InviteOrganisationModel(AppDbContext db, InviteOrganisationHandler handler) : NetworkPage
{
    [BindProperty]
    public DetailsForm Input { get; set; } = new();

    [BindProperty]
    public MembershipKind MembershipKind { get; set; }

    [BindProperty]
    public string? PersonName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public Role Role { get; set; } = Role.SafeguardingLead;

    [BindProperty]
    public string? PersonTitle { get; set; }

    [BindProperty]
    public string? MadeFor { get; set; }

    [BindProperty]
    public MembershipKind LinkKind { get; set; }

    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        // Neighbours share clock, country and area: what is true of the coordinator's own organisation is the best guess.
        if (await db.VisibleOrganisations().FirstOrDefaultAsync(o => o.Id == db.Scope.Organisation, ct) is { } own)
        {
            Input = new() { Zone = own.Zone, CountryCode = own.CountryCode, CallingCode = own.CallingCode, Languages = own.Languages };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid
        ? Answer(
            await handler.HandleAsync(new InviteOrganisation(Input.ToDetails(), MembershipKind, PersonName, Email, Role, PersonTitle ?? ""), Actor, ct),
            "/network",
            "The invitation is on its way.")
        : Again();

    /// <summary>Answers with the page itself: the secret is shown once and must not travel in a redirect.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct)
    {
        var (link, refusal) = await handler.HandleAsync(new MakeJoinLink(MadeFor, LinkKind), Actor, ct);
        if (refusal is not null)
        {
            return Answer(refusal);
        }

        Link = link;
        ModelState.Clear();
        await OnGetAsync(ct);
        return Page();
    }
}
