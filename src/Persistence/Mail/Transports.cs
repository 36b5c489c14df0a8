using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Causeway.Persistence;

/// <summary>Sends through the site's mail server. Settings: CAUSEWAY_SMTP = host:port, CAUSEWAY_MAIL_FROM.</summary>
public sealed class SmtpTransport(string host, int port, string from) : IMailTransport
{
    public async Task SendAsync(OutboxMail mail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mail);
        using var client = new SmtpClient(host, port) { Timeout = 20_000 };
        using var message = Compose(mail);
        await client.SendMailAsync(message, ct);
    }

    // Text first, calendar last: of alternatives a program shows the last one it understands (RFC 2046, 5.1.4).
    private MailMessage Compose(OutboxMail mail)
    {
        var message = new MailMessage(from, mail.To, mail.Subject, mail.Body) { SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
        foreach (var (name, value) in MailHeaders.Of(mail))
        {
            message.Headers.Add(name, value);
        }

        if (mail.Calendar is { } calendar)
        {
            var type = new ContentType("text/calendar") { CharSet = "utf-8" };
            type.Parameters["method"] = calendar.Method;
            var view = AlternateView.CreateAlternateViewFromString(calendar.Text, type);
            // Whatever lies between may then break no line of it.
            view.TransferEncoding = TransferEncoding.Base64;
            message.AlternateViews.Add(view);
        }

        return message;
    }
}

/// <summary>
/// Without a mail server, mails become files in the data folder (and, in the made-up city, a page): nothing leaves the
/// machine, and nothing is lost. Any mail program opens them.
/// </summary>
public sealed class FolderTransport(string folder, string from) : IMailTransport
{
    public async Task SendAsync(OutboxMail mail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mail);
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, mail.Id + ".eml"), MailFile.Of(mail, from), ct);
    }
}
