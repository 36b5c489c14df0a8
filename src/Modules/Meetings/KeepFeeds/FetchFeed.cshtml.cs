using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>What a calendar program fetches. The secret in the address is the key.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class FetchFeedPage(FeedsHandler handler) : CausewayPage
{
    public async Task<IActionResult> OnGetAsync(Guid network, Guid feed, string secret, CancellationToken ct)
    {
        var calendar = secret.EndsWith(".ics", StringComparison.Ordinal) ? await handler.FetchAsync(new(network), new(feed), secret[..^4], ct) : null;
        return calendar is null ? NotThere() : File(calendar.ToOctets(), calendar.ContentType);
    }
}
