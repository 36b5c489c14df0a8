using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

/// <summary>To whom, what sort, when, how often and what the server said; of the mail itself no more than its subject.</summary>
[Requires(AccountsPermissions.Own)]
internal sealed class ListFailedMailsModel(FailedMails mails) : CausewayPage
{
    public const string Path = "/mail/failed";

    [BindProperty(SupportsGet = true, Name = Ui.Paging.QueryKey)]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public Guid Mail { get; set; }

    public IReadOnlyList<OutboxMail> Mails { get; private set; } = [];

    public Paging Paging { get; private set; }

    public int Waiting { get; private set; }

    public int GivenUp { get; private set; }

    public bool ShowsWaiting => string.Equals(Show, "waiting", StringComparison.Ordinal);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (all, words) = (mails.Of(Actor).AsNoTracking(), (Q ?? "").Trim().ToLowerInvariant());
        if (words.Length > 0)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's own lower()
            all = all.Where(m => m.To.ToLower().Contains(words) || m.Subject.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        (Waiting, GivenUp) = (await all.CountAsync(m => !m.Failed, ct), await all.CountAsync(m => m.Failed, ct));
        var shown = all.Where(m => m.Failed == !ShowsWaiting);
        Paging = new Paging(Number, ShowsWaiting ? Waiting : GivenUp);
        Mails = await shown.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }

    public Task<IActionResult> OnPostAgainAsync(CancellationToken ct) => AnswerAsync(mails.SendAgainAsync, "It is tried again now.", ct);

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken ct) => AnswerAsync(mails.LeaveAsync, "It is not sent any more, and nobody is reminded of it.", ct);

    private async Task<IActionResult> AnswerAsync(Func<MailId, Actor, CancellationToken, Task<Refusal?>> act, string said, CancellationToken ct)
    {
        if (await act(new MailId(Mail), Actor, ct) is not { } refusal)
        {
            return Done(Path, said);
        }

        await OnGetAsync(ct);
        return Refuse(refusal);
    }
}
