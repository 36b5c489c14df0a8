using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

[Requires(MeetingsPermissions.Plan)]
internal sealed class ChangeSeriesPage(AppDbContext db, MeetingDoor door, ChangeSeriesHandler handler, ClashBook clashBook, TimeProvider clock) : MeetingPage
{
    [BindProperty]
    public SeriesForm Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public MeetingSeries Series { get; private set; } = null!;

    /// <summary>Of the meetings to come: a reason to move one, or to look for another rhythm.</summary>
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Input = new SeriesForm { Title = Series.Title, Place = Series.Place, Link = Series.Link, Template = Series.Template, EverySchool = Series.LeastPerSchool > 0 };
        Version = Series.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.HandleAsync(new(Id), Input.Details, Version, Actor, ct), () => LoadAsync(ct), $"/meetings/series/{Id}", "Saved. Coming meetings follow; past ones stay as they were.");

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        var refusal = await handler.EndAsync(new(Id), Reason, Actor, ct);
        if (refusal is not null && await LoadAsync(ct))
        {
            Input = new SeriesForm { Title = Series.Title, Place = Series.Place, Link = Series.Link, Template = Series.Template, EverySchool = Series.LeastPerSchool > 0 };
        }

        return await AnswerAsync(refusal, () => LoadAsync(ct), $"/meetings/series/{Id}", "The series has ended; whoever was invited is told.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.FindAsync(new MeetingSeriesId(Id), Actor, MeetingsPermissions.Plan, ct) is not { } series)
        {
            return false;
        }

        Series = series;
        var now = clock.GetUtcNow();
        var coming = await db.Set<Meeting>().AsNoTracking().Where(m => m.SeriesId == series.Id && m.StartsAt > now && (m.State == MeetingState.Draft || m.State == MeetingState.Open)).OrderBy(m => m.StartsAt).ToListAsync(ct);
        Clashes = await clashBook.OfAsync(series.NetworkId, [.. coming.Select(SeriesDate.Of)], ct);
        return true;
    }
}
