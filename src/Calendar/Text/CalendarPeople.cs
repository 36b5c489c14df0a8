using System.Globalization;
using System.Text;

namespace Causeway.Calendar;

/// <summary>What somebody answered to an invitation (PARTSTAT).</summary>
public enum CalendarAnswer
{
    NeedsAction,
    Accepted,
    Tentative,
    Declined,
    Delegated,
}

/// <summary>A person in a calendar object.</summary>
public sealed record CalendarAddress
{
    /// <exception cref="ArgumentException">The mail address is none: blanks, control characters, or not one @ inside.</exception>
    public CalendarAddress(string name, string mail)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(mail);
        var at = mail.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == mail.Length - 1 || at != mail.LastIndexOf('@') || mail.Length > 254 || mail.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            throw new ArgumentException("This is not a mail address.", nameof(mail));
        }

        Name = name;
        Mail = mail;
    }

    public string Name { get; }

    public string Mail { get; }

    /// <summary>The address as calendars write it.</summary>
    internal string Uri
    {
        get
        {
            var text = new StringBuilder("mailto:");
            foreach (var octet in Encoding.UTF8.GetBytes(Mail))
            {
                var c = (char)octet;
                if (char.IsAsciiLetterOrDigit(c) || "-._~!$'*+=@".Contains(c, StringComparison.Ordinal))
                {
                    text.Append(c);
                }
                else
                {
                    text.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
                }
            }

            return text.ToString();
        }
    }

    /// <summary>Reads a <c>mailto:</c> address; null for anything else.</summary>
    internal static string? MailOf(string uri) =>
        uri.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && uri.Length <= 1000
            ? System.Uri.UnescapeDataString(uri["mailto:".Length..]).Trim()
            : null;
}

/// <summary>Somebody who is invited.</summary>
/// <param name="IsRequired">False: welcome, but not needed.</param>
/// <param name="RepliesByMail">False: the calendar program is not asked to send an answer to the organiser (RSVP).</param>
public sealed record CalendarAttendee(CalendarAddress Address, CalendarAnswer Answer = CalendarAnswer.NeedsAction, bool IsRequired = true, bool RepliesByMail = true);
