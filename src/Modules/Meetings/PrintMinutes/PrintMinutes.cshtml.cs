using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>Minutes on paper, with the attendance and a line for each signature that was not typed.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class PrintMinutesPage(AppDbContext db, MeetingReader reader, INetworkDirectory networks) : MeetingPage
{
    public MeetingView View { get; private set; } = null!;

    public string NetworkName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(new(Id), Actor, MeetingsPermissions.See, ct) is not { Minutes: { Text.Length: > 0 } minutes } view)
        {
            return NotThere();
        }

        View = view;
        // A document keeps the name the network had when it was approved.
        NetworkName = minutes.NetworkName ?? (await networks.FindNetworkAsync(view.Meeting.NetworkId, ct))?.Name ?? "";
        db.Record("minutes.printed", Id);
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
