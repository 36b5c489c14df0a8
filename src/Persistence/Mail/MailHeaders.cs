namespace Causeway.Persistence;

/// <summary>The headers that go with a mail beside sender, receiver and subject.</summary>
public static class MailHeaders
{
    public static IEnumerable<(string Name, string Value)> Of(OutboxMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        yield return ("Message-ID", mail.MessageId);
        yield return ("Auto-Submitted", "auto-generated");
        if (mail.StopLink is { } link)
        {
            yield return ("List-Unsubscribe", $"<{link}>");

            // One press in the mail program, without opening the page; RFC 8058 has it over https only.
            if (link.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                yield return ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
    }
}
