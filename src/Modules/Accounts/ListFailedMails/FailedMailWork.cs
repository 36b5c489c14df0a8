using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Accounts;

/// <summary>Mails that were given up stand on the home page of whoever ordered them, and of those on whose account they went.</summary>
internal sealed class FailedMailWork(FailedMails mails, IStringLocalizer texts) : IWorkList
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var failed = await mails.Of(actor).AsNoTracking().Where(m => m.Failed).OrderByDescending(m => m.CreatedAt).ThenBy(m => m.Id)
            .Take(Most).Select(m => new { m.Id, m.CreatedAt, m.To, m.LastError }).ToListAsync(ct);
        return
        [
            .. failed.Select(m => new WorkItem(
                m.CreatedAt, Urgency.Soon, LocalDay.Of(m.CreatedAt, actor.Zone).ToString(texts["d MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture),
                texts["A mail to {0} did not arrive", m.To], texts[MailAnswer.Words(m.LastError)], ListFailedMailsModel.Path, texts["Look"]) { Kind = AccountsWork.FailedMail, Mark = m.Id.ToString() }),
        ];
    }
}
