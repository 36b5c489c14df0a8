using System.Globalization;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>Mails about a person's own account. They go with the commit of their reason and tell nothing of what is in the site.</summary>
internal sealed class SecurityMails(AppDbContext db, IStringLocalizer texts, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>A device not seen for so long counts as new.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <param name="text">English, with {0}… for <paramref name="values"/>; written in the language of the person who gets it.</param>
    public OutboxMail Write(Person to, string subject, string text, string path, params object[] values)
    {
        var writers = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(to.Language);
        try
        {
            var body = $"{texts[text, values]}\n\n{options.Value.Link(path)}\n\n{options.Value.Site}\n";
            var mail = OutboxMail.Write(to.Email, texts[subject], body, db.Scope, clock).About("A mail about the safety of an account");
            db.Add(mail);
            return mail;
        }
        finally
        {
            CultureInfo.CurrentUICulture = writers;
        }
    }

    public async Task TellOfNewDeviceAsync(Person person, LoginSession session, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Remembered;
        if (session.Method == DemoDoor.Method || person.FirstSignedInAt is null
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

    public void TellOfFailures(Person person) => Write(
        person,
        "Somebody tried to sign in to your account",
        "There were several failed tries to sign in to your account. If it was you, there is nothing to do. If not, your account is still safe; a passkey keeps it so:",
        "/account");

    public void TellOfRecovery(Person person) => Write(
        person,
        "Recovery of your account was asked for",
        "Somebody asked to get back into your account with two of your printed codes. It opens after 24 hours. If it was not you, sign in and stop it now:",
        "/account");

    public void TellOfFactorChange(Person person) => Write(
        person,
        "The way you sign in was changed",
        "A way to sign in to your account was added, changed or removed. If it was you, there is nothing to do. If not, look at your account now and tell your safeguarding lead:",
        "/account");
}
