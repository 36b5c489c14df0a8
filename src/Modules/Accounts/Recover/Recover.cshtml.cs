using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Accounts;

[OpenTo(Audience.Everyone)]
[WithoutKey("The same codes may be typed twice on purpose: once to ask, once to come in.")]
internal sealed class RecoverModel(Recovery recovery, TimeProvider clock) : CausewayPage
{
    [BindProperty]
    public string? Email { get; set; }

    public DateTimeOffset? OpensAt { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? firstCode, string? secondCode, CancellationToken ct)
    {
        var outcome = await recovery.HandleAsync(new RecoverCommand(Email, firstCode, secondCode), HttpContext, clock, ct);
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        OpensAt = outcome.OpensAt;
        return outcome.SignedIn ? LocalRedirect("/account") : Page();
    }
}
