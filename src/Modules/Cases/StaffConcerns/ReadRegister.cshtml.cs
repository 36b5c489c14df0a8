using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

[Requires(WorryPermissions.SeeRegister)]
internal sealed class ReadRegisterPage(RegisterBook book) : CasePage
{
    public IReadOnlyList<(StaffConcern Concern, string By)> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(WorryPermissions.SeeRegister))
        {
            return NotThere();
        }

        All = await book.MineAsync(ct);
        return Page();
    }
}
