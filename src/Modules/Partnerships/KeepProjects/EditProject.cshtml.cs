using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class EditProjectPage(PartnershipDoor door, ProjectBook book, KeepProjectsHandler handler) : PartnershipPage
{
    [FromRoute(Name = "project")]
    public Guid Which { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public DateOnly? EndsOn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public string At => $"{Here}/projects/{Which}";

    public ProjectView Project { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var p = Project.Project;
        (Title, StartsOn, EndsOn, Version) = (p.Title, p.StartsOn, p.EndsOn, p.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.DescribeAsync(new(Id), new(Which), new(Title, StartsOn, EndsOn), Version, Actor, ct), () => LoadAsync(ct), At, "Saved.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.FindAsync(view, new(Which), ct) is not { } project)
        {
            return false;
        }

        (View, Project) = (view, project);
        return true;
    }
}
