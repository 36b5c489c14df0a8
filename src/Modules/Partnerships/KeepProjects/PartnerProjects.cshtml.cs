using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>Projects for a side without accounts, to read; the notes among staff stay with those who sign in.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class PartnerProjectsPage(PartnershipDoor door, ProjectBook book) : PartnerLinkPage
{
    public IReadOnlyList<JointProject> Projects { get; private set; } = [];

    public ProjectView? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? project, CancellationToken ct)
    {
        if (!await EnterAsync(door, ct) || (project is { } id && (Open = await book.FindAsync(View!, new(id), ct)) is null))
        {
            return Nowhere();
        }

        Projects = await book.OfAsync(View!, ct);
        return Page();
    }
}
