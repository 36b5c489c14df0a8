using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

[Requires(MeetingsPermissions.Plan)]
internal sealed class ChangeSeriesPage(MeetingDoor door, ChangeSeriesHandler handler) : MeetingPage
{
    [BindProperty]
    public SeriesForm Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public MeetingSeries Series { get; private set; } = null!;

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
        return true;
    }
}
