using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>Mails about a person's own account. They go with the commit of their reason and tell nothing of what is in the site.</summary>
internal sealed class SecurityMails(AppDbContext db, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>A device not seen for so long counts as new.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    public void Write(Person to, string subject, string text, string path)
    {
        var body = $"{text}\n\n{options.Value.Link(path)}\n\n{options.Value.Site}\n";
        db.Add(OutboxMail.Write(to.Email, subject, body, db.Scope, clock));
    }

    public async Task TellOfNewDeviceAsync(Person person, LoginSession session, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Remembered;
        if (session.Method == "demo" || person.FirstSignedInAt is null
            || await db.Set<LoginSession>().AnyAsync(s => s.Person == person.Id && s.Device == session.Device && s.LastSeenAt > since, ct))
        {
            return;
        }

        Write(
            person,
            "A new device signed in to your account",
            "Somebody signed in to your account from a device that was not used before. If it was you, there is nothing to do. If not, end that session and change how you sign in:",
            "/account/sessions");
    }

    public void TellOfFactorChange(Person person) => Write(
        person,
        "The way you sign in was changed",
        "A way to sign in to your account was added, changed or removed. If it was you, there is nothing to do. If not, look at your account now and tell your safeguarding lead:",
        "/account");
}
