using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>Items of a member that shows them. A member that shows less is answered like one that is not there.</summary>
[Requires(NetworksPermissions.SeeReadiness)]
internal sealed class ShowPeerModel(AppDbContext db) : NetworkPage
{
    public string Name { get; private set; } = "";

    public IReadOnlyList<ReadinessShown> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid school, CancellationToken ct)
    {
        var id = new OrganisationId(school);
        if (Actor.Network is not { } network || await db.VisibleOrganisations().FirstOrDefaultAsync(o => o.Id == id, ct) is not { } found)
        {
            return NotThere();
        }

        Name = found.Name;
        Items = [.. (await db.Set<ReadinessShown>().AsNoTracking().Where(s => s.NetworkId == network && s.OrganisationId == id).ToListAsync(ct)).OrderBy(s => s.Area).ThenBy(s => s.Text, StringComparer.Ordinal).ThenBy(s => s.ItemId.Value)];
        return Items.Count == 0 ? NotThere() : Page();
    }
}
