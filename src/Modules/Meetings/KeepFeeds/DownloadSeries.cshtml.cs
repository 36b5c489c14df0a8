using Causeway.Calendar;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>A series, with all its exceptions, as a file for any calendar program.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class DownloadSeriesPage(MeetingDoor door, MeetingCalendar calendar) : MeetingPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.Series(Actor).AsNoTracking().FirstOrDefaultAsync(s => s.Id == new MeetingSeriesId(Id), ct) is not { } series)
        {
            return NotThere();
        }

        var file = CalendarWriter.File(await calendar.OfAsync(series, ct));
        return File(file.ToOctets(), file.ContentType, "meetings.ics");
    }
}
