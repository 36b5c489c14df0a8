using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>One talk on paper, with room to write: for whoever sits at a telephone and not at a screen.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class PrintTalkPage(AppDbContext db, PartnershipDoor door) : PartnershipPage
{
    public Talk Talk { get; private set; } = null!;

    private IReadOnlyList<SideAsk> Asks { get; set; } = [];

    public SideAsk? AskOf(Party side) => Asks.FirstOrDefault(a => a.PartyId == side.Id);

    public async Task<IActionResult> OnGetAsync(Guid talk, CancellationToken ct)
    {
        var which = new PartnershipRowId(talk);
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view
            || await db.Set<Talk>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == which && t.PartnershipId == view.Partnership.Id, ct) is not { } found)
        {
            return NotThere();
        }

        (View, Talk) = (view, found);
        Asks = await db.Set<SideAsk>().AsNoTracking().Where(a => a.AboutId == which && a.For == AskedFor.Talk).ToListAsync(ct);
        return Page();
    }
}
