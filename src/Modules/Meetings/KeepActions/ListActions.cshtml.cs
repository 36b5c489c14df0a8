using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Actions of meetings: mine, my organisation's, all; what is late first.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class ListActionsPage(AppDbContext db, MeetingDoor door, TimeProvider clock) : MeetingPage
{
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = Paging.QueryKey)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ActionItem> Actions { get; private set; } = [];

    public Paging Pages { get; private set; }

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is null)
        {
            return NotThere();
        }

        Today = clock.Today(Actor.Zone);
        var seen = db.Set<ActionItem>().AsNoTracking().Where(a => a.NetworkId == Actor.Network && (a.Holder == Actor.Person || door.Meetings(Actor).Any(m => m.Id == a.MeetingId)));
        seen = Show switch
        {
            "school" => seen.Where(a => a.Organisation == Actor.Organisation && a.State == ActionState.Open),
            "all" => seen.Where(a => a.State == ActionState.Open),
            "settled" => seen.Where(a => a.State != ActionState.Open),
            _ => seen.Where(a => a.Holder == Actor.Person && a.State == ActionState.Open),
        };
        Pages = new Paging(PageNumber, await seen.CountAsync(ct));
        Actions = await (Show == "settled" ? seen.OrderByDescending(a => a.DueOn).ThenBy(a => a.Id) : seen.OrderBy(a => a.DueOn).ThenBy(a => a.Id)).Skip(Pages.Skip).Take(Pages.Size).ToListAsync(ct);
        return Page();
    }
}
