using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Meetings;

[Requires(MeetingsPermissions.Append)]
internal sealed class MarkAttendancePage(MeetingReader reader, MarkAttendanceHandler handler) : MeetingPage
{
    /// <summary>What was ticked, by the row's id.</summary>
    [BindProperty]
    public Dictionary<Guid, Presence> Marks { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Guid? School { get; set; }

    [BindProperty]
    public string? Organisation { get; set; }

    public MeetingView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    private string Here => $"/meetings/{Id}/attendance";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.MarkAsync(new(Id), Marks.ToDictionary(m => new MeetingRowId(m.Key), m => m.Value), Reason, Actor, ct), () => LoadAsync(ct), Here, "The attendance is kept.");

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct) => await AnswerAsync(
        await handler.AddAsync(new(Id), Name, School is { } s ? new(s) : null, Organisation, Reason, Actor, ct), () => LoadAsync(ct), Here, "{0} is in the list.", Name ?? "");

    public Presence Of(Attendance row) => Marks.TryGetValue(row.Id.Value, out var typed) ? typed : row.Presence;

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(new(Id), Actor, MeetingsPermissions.Append, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Schools = [.. (await reader.SchoolsAsync(view, ct)).Select(s => new SelectListItem(s.Name, s.Id.ToString()))];
        return true;
    }
}
