using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Accounts;

/// <summary>The one change on GET there is, and only in the made-up city: its links are printed on a terminal.</summary>
[OpenTo(Audience.DemoOnly)]
internal sealed class EnterDemoModel(DemoDoor door, ISessions sessions) : CausewayPage
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (door.WhoseIs(code) is not { } person)
        {
            return NotThere();
        }

        await sessions.SignInAsync(HttpContext, person, DemoDoor.Method, ct);
        return LocalRedirect("/");
    }
}
