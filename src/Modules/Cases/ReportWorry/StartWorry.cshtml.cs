using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

/// <summary>The duty and the numbers first; then who it is about decides the road.</summary>
[Requires(WorryPermissions.Report)]
internal sealed class StartWorryPage(INetworkDirectory networks, DraftBook drafts) : CasePage
{
    public EmergencyCard? Emergency { get; private set; }

    /// <summary>Begun earlier and not sent.</summary>
    public DateTimeOffset? DraftAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(WorryPermissions.Report))
        {
            return NotThere();
        }

        Emergency = Actor.Network is { } network ? await networks.FindEmergencyAsync(network, ct) : null;
        DraftAt = (await drafts.FindAsync<WorryForm>(ReportWorryHandler.Form, default, ct))?.SavedAt;
        return Page();
    }
}
