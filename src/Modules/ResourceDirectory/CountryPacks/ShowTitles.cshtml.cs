using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Roles inside and outside school in the titles of one's own country, beside the neutral words.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class ShowTitlesPage(AppDbContext db, RoleLabelReader reader, ChoosePackHandler handler) : CausewayPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? NetworkCode { get; set; }

    public RoleLabels Labels { get; private set; } = null!;

    public bool MayChoose => Actor.Organisation is { } own && May(DirectoryPermissions.ChoosePack, new AccessObject(own));

    public bool MayChooseForNetwork => Actor.Network is { } network && May(DirectoryPermissions.ChooseNetworkPack, new AccessObject(Network: network));

    public static IEnumerable<SelectListItem> Packs => CountryPacks.All.Select(p => new SelectListItem(p.Name, p.Code));

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Code = await db.Set<SchoolPack>().Where(p => p.OrganisationId == Actor.Organisation).Select(p => p.Code).FirstOrDefaultAsync(ct) ?? ChoosePackHandler.AsNetwork;
        NetworkCode = await db.Set<NetworkPack>().Where(p => p.NetworkId == Actor.Network).Select(p => p.Code).FirstOrDefaultAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ChooseAsync(new ChoosePack(Code, ForNetwork: false), ct);

    public Task<IActionResult> OnPostNetworkAsync(CancellationToken ct) => ChooseAsync(new ChoosePack(NetworkCode, ForNetwork: true), ct);

    private async Task<IActionResult> ChooseAsync(ChoosePack command, CancellationToken ct)
    {
        var refusal = await handler.HandleAsync(command, Actor, ct);
        if (refusal == ShareListingsHandler.NotThere)
        {
            return NotThere();
        }

        await LoadAsync(ct);
        return refusal is null
            ? Done("/directory/titles", "Chosen. Only the words have changed, nothing that is stored.")
            : Refuse(command.ForNetwork ? refusal with { Field = nameof(NetworkCode) } : refusal);
    }

    private async Task LoadAsync(CancellationToken ct) => Labels = await reader.LoadAsync(Actor, T, ct);
}
