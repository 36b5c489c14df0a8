using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>The agenda on paper, with the papers to bring by their names.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class PrintAgendaPage(MeetingReader reader, INetworkDirectory networks) : MeetingPage
{
    public MeetingView View { get; private set; } = null!;

    public string NetworkName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(new(Id), Actor, MeetingsPermissions.See, ct) is not { Agenda.Count: > 0 } view)
        {
            return NotThere();
        }

        (View, NetworkName) = (view, (await networks.FindNetworkAsync(view.Meeting.NetworkId, ct))?.Name ?? "");
        return Page();
    }
}
