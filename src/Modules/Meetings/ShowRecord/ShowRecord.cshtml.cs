using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Twelve months of a series, school by school: was somebody there?</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class ShowRecordPage(AppDbContext db, MeetingDoor door, RepresentationBook book, TimeProvider clock) : MeetingPage
{
    private const int MostMeetings = 53;

    public MeetingSeries Series { get; private set; } = null!;

    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    public IReadOnlyList<(string School, IReadOnlyDictionary<MeetingId, SchoolSeat> Seats, int Met, int Counted)> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.Series(Actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == new MeetingSeriesId(Id), ct) is not { } series)
        {
            return NotThere();
        }

        Series = series;
        var now = clock.GetUtcNow();
        var (from, to) = (now.AddMonths(-12), now.AddDays(40));
        var held = await db.Set<Meeting>().AsNoTracking()
            .Where(m => m.SeriesId == series.Id && m.State != MeetingState.Cancelled && m.StartsAt >= from && (m.State == MeetingState.Closed || (m.StartsAt >= now && m.StartsAt <= to)))
            .OrderByDescending(m => m.StartsAt).Take(MostMeetings).ToListAsync(ct);
        Meetings = [.. held.OrderBy(m => m.StartsAt)];
        var seats = await book.OfAsync(Meetings, ct);
        Rows = [.. seats.SelectMany(s => s.Value.Select(seat => (Meeting: s.Key, Seat: seat))).GroupBy(s => s.Seat.School).Select(g => (
            g.Last().Seat.Name,
            (IReadOnlyDictionary<MeetingId, SchoolSeat>)g.ToDictionary(s => s.Meeting, s => s.Seat),
            g.Count(s => s.Seat.State == SeatState.Met),
            g.Count(s => s.Seat.State is SeatState.Met or SeatState.Missed or SeatState.Excused && Meetings.Any(m => m.Id == s.Meeting && m.State == MeetingState.Closed)))).OrderBy(r => r.Item1, StringComparer.CurrentCulture)];
        return Page();
    }
}
