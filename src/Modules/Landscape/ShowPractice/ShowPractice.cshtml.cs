using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

/// <summary>Duties by place, each with its state in words.</summary>
[Requires(LandscapePermissions.See)]
internal sealed class ShowPracticeModel(PracticeBook book) : LandscapePage
{
    public PracticeView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See))
        {
            return NotThere();
        }

        View = await book.ReadAsync(Actor.Network!.Value, Today, ct);
        return Page();
    }
}
