using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.See)]
internal sealed class ListForumsModel(ForumBook book) : LandscapePage
{
    public IReadOnlyList<ForumView> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See))
        {
            return NotThere();
        }

        Rows = await book.ReadAsync(Actor.Network!.Value, Today, ct);
        return Page();
    }
}
