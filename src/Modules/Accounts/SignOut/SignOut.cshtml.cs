using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Accounts;

/// <summary>Open to everyone: who was signed out meanwhile and presses the button is simply out, and not asked to sign in first.</summary>
[OpenTo(Audience.Everyone)]
[WithoutKey("Signing out twice is signing out.")]
internal sealed class SignOutModel(Sessions sessions) : CausewayPage
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.SignOutAsync(HttpContext, ct);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return LocalRedirect("/signed-out");
    }
}
