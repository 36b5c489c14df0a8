using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>Where the link of a mail leads: the coming meetings, three buttons each, no account.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class AnswerByLinkPage(AnswerHandler handler, AppDbContext db, INetworkDirectory networks) : CausewayPage
{
    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Invitation { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public Guid? Meeting { get; set; }

    [BindProperty]
    public Reply Reply { get; set; }

    [BindProperty]
    public string? Alternate { get; set; }

    public OpenedInvitation? Opened { get; private set; }

    public string NetworkName { get; private set; } = "";

    public string Here => $"/meetings/answer/{Network}/{Invitation}/{Secret}";

    private AnswerLink Link => new(new(Network), new(Invitation), Secret);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Shown(StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await handler.ByLinkAsync(Link, Meeting is { } one ? new MeetingId(one) : null, Reply, Alternate, ct);
        if (refusal is null)
        {
            return Done(Here, "Thank you. Your answer is kept.");
        }

        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        return Opened is null || refusal.Code == MeetingDoor.Gone.Code ? Shown(StatusCodes.Status404NotFound) : Refuse(refusal);
    }

    public async Task<IActionResult> OnPostWholeAsync(bool whole, CancellationToken ct)
    {
        var refusal = await handler.SendWholeAsync(Link, whole, ct);
        if (refusal is null)
        {
            return Done(Here, "Saved. Your next mails follow it.");
        }

        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        return refusal.Code == MeetingDoor.Gone.Code ? Shown(StatusCodes.Status404NotFound) : Refuse(refusal);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Opened = await handler.LookAsync(Link, ct);
        NetworkName = Opened is null ? "" : (await networks.FindNetworkAsync(new(Network), ct))?.Name ?? "";
    }

    // A link that never was and one that was taken back are answered alike.
    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Shown(int status)
    {
        return Page(Opened is null ? StatusCodes.Status404NotFound : status);
    }
}
