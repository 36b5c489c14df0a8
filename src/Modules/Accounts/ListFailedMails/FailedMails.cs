using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

/// <summary>
/// Mails that did not arrive, and whose they are: whoever ordered one sees it; those who run the organisation or the network
/// on whose account it went see it too, where its writer said so.
/// </summary>
internal sealed class FailedMails(AppDbContext db, Access access, TimeProvider clock)
{
    public static readonly Refusal TooOld = new("mail.too-old", "What this mail told is over; the mail of today tells it anew.");

    /// <summary>Tried at least once in vain, and still needed.</summary>
    public IQueryable<OutboxMail> Of(Actor actor)
    {
        OrganisationId? organisation = access.Allows(actor, AccountsPermissions.SeeOrganisationMail, new(Organisation: actor.Organisation)) ? actor.Organisation : null;
        NetworkId? network = access.Allows(actor, AccountsPermissions.SeeNetworkMail, new(Network: actor.Network)) ? actor.Network : null;
        return db.Set<OutboxMail>().Where(m => m.SentAt == null && m.LastError != null && m.LastError != OutboxMail.Withdrawn
            && (m.OrderedBy == actor.Person || (organisation != null && m.ForOrganisation == organisation) || (network != null && m.ForNetwork == network)));
    }

    public async Task<Refusal?> SendAgainAsync(MailId id, Actor actor, CancellationToken ct)
    {
        if (await Of(actor).FirstOrDefaultAsync(m => m.Id == id, ct) is not { } mail)
        {
            return OutboxMail.Settled;
        }

        // A mail of the day that is tried tomorrow would tell yesterday's news.
        if (IsOfADay(mail))
        {
            return TooOld;
        }

        return mail.SendAgain(clock.GetUtcNow()) ?? await db.TrySaveAsync("mail.sent-again", id.Value, ct);
    }

    /// <summary>It is not needed any more: nobody is reminded of it.</summary>
    public async Task<Refusal?> LeaveAsync(MailId id, Actor actor, CancellationToken ct)
    {
        if (await Of(actor).FirstOrDefaultAsync(m => m.Id == id, ct) is not { } mail)
        {
            return OutboxMail.Settled;
        }

        mail.Withdraw();
        return await db.TrySaveAsync("mail.left", id.Value, ct);
    }

    public static bool IsOfADay(OutboxMail mail) => string.Equals(mail.Kind, DigestWriter.KindOfMail, StringComparison.Ordinal);
}
