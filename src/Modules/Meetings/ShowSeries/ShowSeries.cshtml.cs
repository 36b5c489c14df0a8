using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>One series: its rule in words, its meetings, who is asked, its backlog.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class ShowSeriesPage(AppDbContext db, MeetingDoor door, RepresentationBook book, ClashBook clashBook, TimeProvider clock) : MeetingPage
{
    private const int MostShown = 13;

    public MeetingSeries Series { get; private set; } = null!;

    public IReadOnlyList<Meeting> Coming { get; private set; } = [];

    public IReadOnlyDictionary<MeetingId, IReadOnlyList<SchoolSeat>> Seats { get; private set; } = new Dictionary<MeetingId, IReadOnlyList<SchoolSeat>>();

    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public IReadOnlyList<Invitation> Invited { get; private set; } = [];

    public IReadOnlyList<AgendaItem> Backlog { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostTakeBackAsync(Guid invitation, [FromServices] InvitePeopleHandler people, CancellationToken ct) => await AnswerAsync(
        await people.TakeBackAsync(new(Id), new(invitation), Actor, ct), () => LoadAsync(ct), $"/meetings/series/{Id}", "The invitation is taken back; its links work no more.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.Series(Actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == new MeetingSeriesId(Id), ct) is not { } series)
        {
            return false;
        }

        Series = series;
        var now = clock.GetUtcNow();
        Coming = await door.Meetings(Actor).AsNoTracking().Where(m => m.SeriesId == series.Id && (m.StartsAt > now || m.State == MeetingState.InProgress) && m.State != MeetingState.Closed)
            .OrderBy(m => m.StartsAt).Take(MostShown).ToListAsync(ct);
        Seats = await book.OfAsync(Coming, ct);
        Clashes = await clashBook.OfAsync(series.NetworkId, [.. Coming.Where(m => m.Stands).Select(SeriesDate.Of)], ct);
        // Sorted here: the database would order the parts people play by their letters.
        var invited = await db.Set<Invitation>().AsNoTracking().Where(i => i.SeriesId == series.Id && i.RevokedAt == null).ToListAsync(ct);
        Invited = [.. invited.OrderBy(i => i.Organisation, StringComparer.CurrentCulture).ThenBy(i => i.Part).ThenBy(i => i.Name, StringComparer.CurrentCulture)];
        Backlog = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.SeriesId == series.Id && i.MeetingId == null && i.ToId == null).OrderBy(i => i.Id).ToListAsync(ct);
        return true;
    }
}
