using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Meetings;

/// <summary>The papers of one meeting: brought as files or as addresses, removed by whoever brought them.</summary>
[Requires(MeetingsPermissions.Append)]
[AnswerTooLarge(FileUpload.MostBytes)]
[RequestSizeLimit(FileUpload.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = FileUpload.MostBytes)]
internal sealed class KeepPapersPage(MeetingReader reader, KeepPapersHandler handler) : MeetingPage
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? LinkTitle { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    [BindProperty]
    public Guid? LinkItem { get; set; }

    public MeetingView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    public bool IsFixed => View.Meeting.State == MeetingState.Cancelled || View.Minutes is { State: MinutesState.Approved };

    private string Here => $"/meetings/{Id}/papers";

    private static AgendaItemId? Of(Guid? item) => item is { } one ? new AgendaItemId(one) : null;

    public bool MayRemove(MeetingPaper paper) => View.Minutes is not { State: MinutesState.Approved } && (paper.Owner == Actor.Organisation || MayHere(MeetingsPermissions.Plan));

    /// <param name="large">An upload was too large to be looked at.</param>
    public async Task<IActionResult> OnGetAsync(bool large, CancellationToken ct)
    {
        LinkItem = Item;
        return !await LoadAsync(ct) ? NotThere() : large ? Refuse(FileFormat.AtOnce) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.BringAsync(new(Id), new(Title, Of(Item)), await Files.ReadAsync(ct), Actor, ct), () => LoadAsync(ct), Here, "The papers lie before the meeting.");

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct) => await AnswerAsync(
        await handler.BringLinkAsync(new(Id), new(LinkTitle, Of(LinkItem)), Link, Actor, ct), () => LoadAsync(ct), Here, "The papers lie before the meeting.");

    public async Task<IActionResult> OnPostRemoveAsync(Guid paper, CancellationToken ct) =>
        await AnswerAsync(await handler.RemoveAsync(new(Id), new(paper), null, Actor, ct), () => LoadAsync(ct), Here, "The paper is gone.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(new(Id), Actor, MeetingsPermissions.Append, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Items = [.. view.Agenda.Select(i => new SelectListItem(i.Title, i.Id.ToString()))];
        return true;
    }
}
