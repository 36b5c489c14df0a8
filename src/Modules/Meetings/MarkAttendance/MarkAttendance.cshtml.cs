using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Meetings;

[Requires(MeetingsPermissions.Append)]
[AnswerTooLarge(FileUpload.MostBytes)]
[RequestSizeLimit(FileUpload.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = FileUpload.MostBytes)]
internal sealed class MarkAttendancePage(MeetingReader reader, MarkAttendanceHandler handler, KeepPapersHandler papers) : MeetingPage
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

    [BindProperty]
    public List<IFormFile> Sheets { get; set; } = [];

    /// <summary>Why a sheet comes after the meeting has closed.</summary>
    [BindProperty]
    public string? SheetReason { get; set; }

    /// <summary>The sheet to remove.</summary>
    [BindProperty]
    public Guid? Sheet { get; set; }

    [BindProperty]
    public string? RemovalReason { get; set; }

    public MeetingView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    private string Here => $"/meetings/{Id}/attendance";

    /// <param name="large">An upload was too large to be looked at.</param>
    public async Task<IActionResult> OnGetAsync(bool large, CancellationToken ct) =>
        !await LoadAsync(ct) ? NotThere() : large ? Refuse(FileFormat.AtOnce with { Field = nameof(Sheets) }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.MarkAsync(new(Id), Marks.ToDictionary(m => new MeetingRowId(m.Key), m => m.Value), Reason, Actor, ct), () => LoadAsync(ct), Here, "The attendance is kept.");

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct) => await AnswerAsync(
        await handler.AddAsync(new(Id), Name, School is { } s ? new(s) : null, Organisation, Reason, Actor, ct), () => LoadAsync(ct), Here, "{0} is in the list.", Name ?? "");

    public async Task<IActionResult> OnPostSheetAsync(CancellationToken ct) => await AnswerAsync(
        At(await papers.BringSheetAsync(new(Id), await Sheets.ReadAsync(ct), SheetReason, Actor, ct), nameof(SheetReason)), () => LoadAsync(ct), Here, "The signed sheet is kept.");

    public async Task<IActionResult> OnPostRemoveSheetAsync(CancellationToken ct) => await AnswerAsync(
        At(await papers.RemoveAsync(new(Id), new(Sheet ?? Guid.Empty), RemovalReason, Actor, ct), nameof(RemovalReason)), () => LoadAsync(ct), Here, "The signed sheet is gone.");

    /// <summary>Sheets that this person may take away.</summary>
    public IReadOnlyList<SelectListItem> Removable =>
        View.Minutes is { State: MinutesState.Approved } ? []
        : [.. View.Sheets.Where(s => s.Owner == Actor.Organisation || MayHere(MeetingsPermissions.Plan)).Select(s => new SelectListItem(s.Title, s.Id.ToString()))];

    public Presence Of(Attendance row) => Marks.TryGetValue(row.Id.Value, out var typed) ? typed : row.Presence;

    // Three forms of this page ask for a reason; each says at its own field that it is missing.
    private static Refusal? At(Refusal? refusal, string field) => refusal is { Field: nameof(Reason) } ? refusal with { Field = field } : refusal;

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
