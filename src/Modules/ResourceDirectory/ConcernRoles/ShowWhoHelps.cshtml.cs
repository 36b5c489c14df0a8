using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>Who in our school helps with what; concerns that nobody covers are named.</summary>
[Requires(DirectoryPermissions.SeeListings)]
internal sealed class ShowWhoHelpsPage(AppDbContext db, RoleLabelReader packs) : CausewayPage
{
    public WhoHelps Help { get; private set; } = null!;

    public RoleLabels Labels { get; private set; } = null!;

    public bool MayEdit => Actor.Organisation is { } own && May(DirectoryPermissions.EditConcernRoles, new AccessObject(own));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Organisation is not { } school)
        {
            return NotThere();
        }

        Help = await WhoHelps.LoadAsync(db, school, ct);
        Labels = await packs.LoadAsync(Actor, T, ct);
        return Page();
    }
}
