using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>One project on one page; its steps, and the notes among staff.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class ShowProjectPage(PartnershipDoor door, ProjectBook book, FileBook files, KeepProjectsHandler handler) : PartnershipPage
{
    [FromRoute(Name = "project")]
    public Guid Which { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public string At => $"{Here}/projects/{Which}";

    public ProjectView Project { get; private set; } = null!;

    public IReadOnlyList<ProjectNote> Notes { get; private set; } = [];

    public IReadOnlyList<KeptFile> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.StartAsync(new(Id), new(Which), Actor, ct), () => LoadAsync(ct), At, "It runs. Good luck with it.");

    public async Task<IActionResult> OnPostFinishAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.FinishAsync(new(Id), new(Which), Actor, ct), () => LoadAsync(ct), At, "Finished. It is kept as it is.");

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.NoteAsync(new(Id), new(Which), Note, Actor, ct), () => LoadAsync(ct), At, "Written down.");

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken ct)
    {
        var (copy, refusal) = await handler.CopyAsync(new(Id), new(Which), Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"{Here}/projects/{copy}", "A new draft with the same lines. Its days are yours to choose.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.FindAsync(view, new(Which), ct) is not { } project)
        {
            return false;
        }

        (View, Project, Notes) = (view, project, await book.NotesAsync(project.Project, ct));
        Files = [.. (await files.OfAsync(view, ct)).Where(f => f.File.ProjectId == project.Project.Id)];
        return true;
    }
}
