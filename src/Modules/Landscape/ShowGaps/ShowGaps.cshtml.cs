using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.See)]
internal sealed class ShowGapsModel(PracticeBook book) : LandscapePage
{
    public IReadOnlyList<PracticeCell> Gaps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See))
        {
            return NotThere();
        }

        var view = await book.ReadAsync(Actor.Network!.Value, Today, ct);
        Gaps = [.. view.Gaps.OrderBy(g => g.Note.Cover switch { CoverKind.Nobody => 0, CoverKind.NotAsked => 1, _ => 2 }).ThenBy(g => g.Duty.Duty.Code, StringComparer.Ordinal)];
        return Page();
    }
}
