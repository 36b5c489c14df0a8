using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>A logo, for those who see its organisation or network. Served as what its bytes are, and as nothing else (R33).</summary>
[Requires(NetworksPermissions.SeeNetwork)]
internal sealed class ShowLogoModel(AppDbContext db) : NetworkPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var seen = await db.VisibleOrganisations().AnyAsync(o => o.LogoId == id, ct)
            || await db.VisibleNetworks().AnyAsync(n => n.LogoId == id, ct)
            || await db.Set<Network>().AnyAsync(n => n.LogoId == id && n.ExistenceIsListed, ct);
        var picture = seen ? await db.Set<Picture>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) : null;
        return picture is null ? NotThere() : File(picture.Content, picture.MediaType);
    }
}
