using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Coming and past meetings, by words of the title, and the series they belong to.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class ListMeetingsPage(AppDbContext db, MeetingDoor door, RepresentationBook book, TimeProvider clock) : MeetingPage
{
    private const int RowsOfPage = 20;

    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = Paging.QueryKey)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    public IReadOnlyDictionary<MeetingId, IReadOnlyList<SchoolSeat>> Seats { get; private set; } = new Dictionary<MeetingId, IReadOnlyList<SchoolSeat>>();

    public IReadOnlyList<MeetingSeries> Series { get; private set; } = [];

    /// <summary>Meetings this person is asked to by name, which nobody else sees.</summary>
    public IReadOnlyList<NeutralMeeting> Neutral { get; private set; } = [];

    public Paging Pages { get; private set; }

    public int Actions { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is null)
        {
            return Page();
        }

        var now = clock.GetUtcNow();
        var all = door.Meetings(Actor).AsNoTracking();
        all = Past ? all.Where(m => m.State == MeetingState.Closed || m.StartsAt <= now) : all.Where(m => m.State != MeetingState.Closed && (m.StartsAt > now || m.State == MeetingState.InProgress));
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var words = Q.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's own lower()
            all = all.Where(m => m.Title.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        Pages = new Paging(PageNumber, await all.CountAsync(ct), RowsOfPage);
        all = Past ? all.OrderByDescending(m => m.StartsAt).ThenBy(m => m.Id) : all.OrderBy(m => m.StartsAt).ThenBy(m => m.Id);
        Meetings = await all.Skip(Pages.Skip).Take(Pages.Size).ToListAsync(ct);
        Seats = await book.OfAsync(Meetings, ct);
        Series = await door.Series(Actor).AsNoTracking().Where(s => s.EndedAt == null && s.Rhythm != Rhythm.Once).OrderBy(s => s.Title).ThenBy(s => s.Id).Take(50).ToListAsync(ct);
        Neutral = Past || Q is not null ? [] : await AnswerNeutralHandler.Of(db, Actor.Person).AsNoTracking().Where(m => m.StartsAt > now).OrderBy(m => m.StartsAt).ThenBy(m => m.Id).Take(50).ToListAsync(ct);
        Actions = await db.Set<ActionItem>().CountAsync(a => a.Holder == Actor.Person && a.State == ActionState.Open, ct);
        return Page();
    }
}
