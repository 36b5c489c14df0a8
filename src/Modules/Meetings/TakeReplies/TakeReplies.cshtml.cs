using System.Text;
using Causeway.Calendar;
using Causeway.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>Answers that calendar programs sent to the site's mail address, brought here by whoever reads that mailbox.</summary>
[Requires(MeetingsPermissions.Plan)]
internal sealed class TakeRepliesPage(TakeReplyHandler handler) : MeetingPage
{
    [BindProperty]
    public string? Sender { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IActionResult OnGet() => Actor.Network is null ? NotThere() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (name, refusal) = await handler.HandleAsync(new(await OctetsAsync(ct), Sender), Actor, ct);
        return refusal is null ? Done("/meetings/replies", "The answer of {0} is kept.", name!) : Answer(refusal);
    }

    private async Task<byte[]> OctetsAsync(CancellationToken ct)
    {
        if (Upload is not { Length: > 0 } file)
        {
            return Encoding.UTF8.GetBytes(Text ?? "");
        }

        // One more than is read: the reader then says that it is too large.
        var octets = new byte[Math.Min(file.Length, CalendarLimits.Mail.Octets + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(octets, ct);
        return octets;
    }
}
