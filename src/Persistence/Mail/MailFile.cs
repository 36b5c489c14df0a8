using System.Globalization;
using System.Text;

namespace Causeway.Persistence;

/// <summary>
/// A mail as a file that mail programs open: RFC 5322 and 2046, with its calendar object as an alternative (RFC 6047), in 8 bit
/// so that a person can read it too.
/// </summary>
public static class MailFile
{
    private const int OctetsOfWord = 39;

    public static byte[] Of(OutboxMail mail, string from)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var text = new StringBuilder();
        Line(text, "From", from);
        Line(text, "To", OneLine(mail.To));
        Line(text, "Subject", Encoded(OneLine(mail.Subject)));
        Line(text, "Date", mail.CreatedAt.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        foreach (var (name, value) in MailHeaders.Of(mail))
        {
            Line(text, name, value);
        }

        Line(text, "MIME-Version", "1.0");
        if (mail.Calendar is { } calendar)
        {
            // An id is found in no text by chance.
            var boundary = "=_" + mail.Id.Value.ToString("N");
            Line(text, "Content-Type", $"multipart/alternative;\r\n boundary=\"{boundary}\"");
            text.Append("\r\n");
            Part(text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n"), "text/plain; charset=utf-8", mail.Body);
            Part(text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n"), $"text/calendar; charset=utf-8; method={calendar.Method}", calendar.Text);
            text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        }
        else
        {
            Part(text, "text/plain; charset=utf-8", mail.Body);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Part(StringBuilder text, string type, string content)
    {
        Line(text, "Content-Type", type);
        Line(text, "Content-Transfer-Encoding", "8bit");
        // Only these two: a calendar object's text may hold other line ends of Unicode, which are letters there.
        var lines = content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        text.Append("\r\n").Append(lines).Append(lines.EndsWith("\r\n", StringComparison.Ordinal) ? "" : "\r\n");
    }

    private static void Line(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");

    // A line break inside a value would begin a header of its own.
    private static string OneLine(string value) => value.ReplaceLineEndings(" ");

    /// <summary>Encoded words of RFC 2047, none splitting a character; plain letters stay as they are.</summary>
    private static string Encoded(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var words = new List<byte[]> { Array.Empty<byte>() };
        foreach (var rune in text.EnumerateRunes())
        {
            var octets = Encoding.UTF8.GetBytes(rune.ToString());
            if (words[^1].Length + octets.Length > OctetsOfWord)
            {
                words.Add([]);
            }

            words[^1] = [.. words[^1], .. octets];
        }

        return string.Join("\r\n ", words.Select(w => $"=?utf-8?B?{Convert.ToBase64String(w)}?="));
    }
}
