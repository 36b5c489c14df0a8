using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Begin)]
internal sealed class BeginPartnershipPage(BeginPartnershipHandler handler, INetworkDirectory networks, IOutsideCheck check) : PartnershipPage
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public PartnershipType Type { get; set; }

    [BindProperty]
    public string? Driver { get; set; }

    [BindProperty]
    public Formality Formality { get; set; } = Formality.Written;

    [BindProperty]
    public Guid? Member { get; set; }

    [BindProperty]
    public OutsideForm Outside { get; set; } = new();

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Outside.Zone = Actor.Zone;
        return MayHere(PartnershipsPermissions.Begin) ? Page() : NotThere();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outside = Member is null && !string.IsNullOrWhiteSpace(Outside.Name) ? Outside.Terms() : null;
        var (id, refusal) = await handler.HandleAsync(
            new(new(Title, Type, null, Driver, null, null), Formality, Member is { } m ? new OrganisationId(m) : null, outside), Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"/partnerships/{id}/guide", "Begun. Next: write your own sheet, before you read theirs.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var members = Actor.Network is { } network ? await networks.MembersAsync(network, ct) : [];
        Members = [.. members.Where(m => m.Id != Actor.Organisation).Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
        Outside.Examined = [.. (await check.ListAsync(ct)).Select(b => new SelectListItem(b.Name, b.Id.ToString()))];
        return true;
    }
}
