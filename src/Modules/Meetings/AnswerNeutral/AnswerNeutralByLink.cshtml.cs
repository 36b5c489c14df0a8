using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Meetings;

/// <summary>Where the link of a mail about a neutral meeting leads: when, where, three buttons, no account.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class AnswerNeutralByLinkPage(AnswerNeutralHandler handler, AppDbContext db) : CausewayPage
{
    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Invitation { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public Reply Reply { get; set; }

    public OpenedNeutral? Opened { get; private set; }

    public string Here => $"/meetings/asked/{Network}/{Invitation}/{Secret}";

    private AnswerLink Link => new(new(Network), new(Invitation), Secret);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Opened = await handler.LookAsync(Link, ct);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await handler.AnswerAsync(await handler.LookAsync(Link, ct), Reply, ct);
        if (refusal is null)
        {
            return Done(Here, "Thank you. Your answer is kept.");
        }

        db.ChangeTracker.Clear();
        Opened = await handler.LookAsync(Link, ct);
        return Opened is null || refusal.Code == MeetingDoor.Gone.Code ? Shown() : Refuse(refusal);
    }

    // A link that never was and one that was taken back are answered alike.
    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Shown()
    {
        return Page(Opened is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }
}
