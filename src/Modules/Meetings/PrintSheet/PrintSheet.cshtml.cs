using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>The list of who is there, to be signed by hand where nobody has a device at the table.</summary>
[Requires(MeetingsPermissions.Append)]
internal sealed class PrintSheetPage(MeetingReader reader, INetworkDirectory networks) : MeetingPage
{
    public const int FreeLines = 4;

    public MeetingView View { get; private set; } = null!;

    public string NetworkName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(new(Id), Actor, MeetingsPermissions.Append, ct) is not { There.Count: > 0 } view)
        {
            return NotThere();
        }

        (View, NetworkName) = (view, (await networks.FindNetworkAsync(view.Meeting.NetworkId, ct))?.Name ?? "");
        return Page();
    }
}
