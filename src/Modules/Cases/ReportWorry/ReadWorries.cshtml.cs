using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

[Requires(WorryPermissions.See)]
internal sealed class ReadWorriesPage(WorryBook book) : CasePage
{
    public IReadOnlyList<(Worry Worry, string By)> Open { get; private set; } = [];

    public IReadOnlyList<(Worry Worry, string By)> Past { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(WorryPermissions.See))
        {
            return NotThere();
        }

        var all = await book.MineAsync(ct);
        Open = [.. all.Where(w => w.Worry.State != SlipState.Closed)];
        Past = [.. all.Where(w => w.Worry.State == SlipState.Closed)];
        return Page();
    }
}
