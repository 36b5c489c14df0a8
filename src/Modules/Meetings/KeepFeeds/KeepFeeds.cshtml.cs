using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Causeway.Meetings;

/// <summary>My calendar addresses: what they show, since when, and how to end one.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class KeepFeedsPage(AppDbContext db, FeedsHandler handler, IOptions<AccountsOptions> options) : MeetingPage
{
    [BindProperty]
    public FeedReach Reach { get; set; }

    public IReadOnlyList<CalendarFeedLink> Feeds { get; private set; } = [];

    /// <summary>Shown once, straight after it was made.</summary>
    public string? Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is null)
        {
            return NotThere();
        }

        await LoadAsync(ct);
        return Page();
    }

    /// <summary>Answers with the page itself: the secret is shown once and must not travel in a redirect.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (path, refusal) = await handler.MakeAsync(Reach, Actor, ct);
        await LoadAsync(ct);
        if (refusal is not null)
        {
            return Answer(refusal);
        }

        Made = new Uri(options.Value.PublicUrl, path).AbsoluteUri;
        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid feed, CancellationToken ct) =>
        await handler.TakeBackAsync(new(feed), Actor, ct) is { } refusal ? Answer(refusal) : Done("/meetings/feeds", "The address works no more.");

    private async Task LoadAsync(CancellationToken ct) =>
        Feeds = await db.Set<CalendarFeedLink>().AsNoTracking().Where(f => f.Holder == Actor.Person && f.RevokedAt == null).OrderBy(f => f.MadeAt).ToListAsync(ct);
}
