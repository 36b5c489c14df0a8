using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.EditOrganisation)]
internal sealed class EditWeekModel(AppDbContext db, KeepTimesHandler handler) : TimesPage(db)
{
    private const int MoreLines = 5;

    [BindProperty]
    public List<WeekLine> Lines { get; set; } = [];

    [BindProperty]
    public List<DayOfWeek> Weekend { get; set; } = [];

    [BindProperty]
    public int FirstMonth { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var kept = await Db.Set<SchoolDayPart>().AsNoTracking().Where(p => p.OrganisationId == Organisation.Id).ToListAsync(ct);
        Lines = [.. kept.OrderBy(p => p.Day is { } d ? ((int)d + 6) % 7 : -1).ThenBy(p => p.From).ThenBy(p => p.Kind).Select(WeekLine.Of)];
        (Weekend, FirstMonth, Version) = ([.. Times.WeekendDays], Times.FirstMonth, KeptVersion);
        if (Lines.Count == 0)
        {
            Lines = [new() { Kind = "Lesson" }, new() { Kind = "Break" }, new() { Kind = "Lesson" }, new() { Kind = "AfterSchool" }, new() { Kind = "Staff" }];
        }

        Grow(3);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !await LoadAsync(ct) ? NotThere() : ModelState.IsValid
        ? Answer(await handler.HandleAsync(new KeepWeek(Organisation.Id, Weekend, FirstMonth, Lines, Version), Actor, ct), Here, "Saved.")
        : Again();

    public async Task<IActionResult> OnPostMoreAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Grow(MoreLines);
        return Page();
    }

    private void Grow(int by)
    {
        for (var i = 0; i < by && Lines.Count < SchoolTimes.MostParts; i++)
        {
            Lines.Add(new() { Kind = nameof(DayPartKind.Lesson) });
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct) => MayKeep && await FindAsync(ct);
}
