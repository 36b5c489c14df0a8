using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Open polls, or closed ones; the newest first.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class ListPollsPage(AppDbContext db, PollBook book) : MeetingPage
{
    private const int RowsOfPage = 20;

    [BindProperty(SupportsGet = true, Name = "closed")]
    public bool Closed { get; set; }

    [BindProperty(SupportsGet = true, Name = Paging.QueryKey)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<(SlotPoll Poll, int Asked, int Answered, bool WaitsForMe)> Polls { get; private set; } = [];

    public Paging Pages { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var all = book.Polls(Actor).AsNoTracking().Where(p => Closed ? p.ClosedAt != null : p.ClosedAt == null);
        Pages = new Paging(PageNumber, await all.CountAsync(ct), RowsOfPage);
        var polls = await all.OrderByDescending(p => p.AskedAt).ThenBy(p => p.Id).Skip(Pages.Skip).Take(Pages.Size).ToListAsync(ct);
        var ids = polls.Select(p => p.Id).ToList();
        var voters = (await db.Set<PollVoter>().AsNoTracking().Where(v => ids.Contains(v.PollId)).Select(v => new { v.PollId, v.PersonId, v.AnsweredAt }).ToListAsync(ct)).ToLookup(v => v.PollId);
        Polls = [.. polls.Select(p => (p, voters[p.Id].Count(), voters[p.Id].Count(v => v.AnsweredAt is not null), p.IsOpen && voters[p.Id].Any(v => v.PersonId == Actor.Person && v.AnsweredAt is null)))];
        return Page();
    }
}
