using System.Globalization;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

[Requires(MeetingsPermissions.Plan)]
internal sealed class ChangeTimesPage(MeetingDoor door, ChangeTimesHandler handler) : MeetingPage
{
    [BindProperty]
    public SeriesForm Input { get; set; } = new();

    [BindProperty]
    public Keep? Keep { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public MeetingSeries Series { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var now = await handler.NowAsync(Series, ct);
        Input = new SeriesForm
        {
            Zone = now.Zone, FirstDay = now.FirstDay, Time = now.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), Minutes = now.Minutes,
            Rhythm = now.Rhythm, Interval = now.Interval, Until = now.Until, Count = now.Count,
        };
        Version = Series.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Again() : NotThere();
        }

        return await AnswerAsync(
            await handler.HandleAsync(new(new(Id), Input.Timing, Keep, Version), Actor, ct), () => LoadAsync(ct), $"/meetings/series/{Id}", "Changed. Everybody invited is told in some minutes, once for all you change until then.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.FindAsync(new MeetingSeriesId(Id), Actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return false;
        }

        Series = series;
        return true;
    }
}
