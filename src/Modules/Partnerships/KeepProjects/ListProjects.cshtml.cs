using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class ListProjectsPage(PartnershipDoor door, ProjectBook book, KeepProjectsHandler handler) : PartnershipPage
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public DateOnly? EndsOn { get; set; }

    public IReadOnlyList<JointProject> Projects { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (project, refusal) = await handler.BeginAsync(new(Id), new(Title, StartsOn, EndsOn), Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"{Here}/projects/{project}", "A draft is begun. Map both curricula first.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        (View, Projects) = (view, await book.OfAsync(view, ct));
        return true;
    }
}
