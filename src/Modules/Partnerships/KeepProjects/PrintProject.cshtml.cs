using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>On paper, for whoever asks what it was; without the notes among staff.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class PrintProjectPage(PartnershipDoor door, ProjectBook book) : PartnershipPage
{
    public ProjectView Project { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid project, CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.FindAsync(view, new(project), ct) is not { } found)
        {
            return NotThere();
        }

        (View, Project) = (view, found);
        return Page();
    }
}
