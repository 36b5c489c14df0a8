using System.Net.Mail;

namespace Causeway.Persistence;

/// <summary>What a mail server's answer means, in English words; the localizer's keys.</summary>
public static class MailAnswer
{
    /// <summary>Does the answer speak of this address, rather than of the way to the mail server?</summary>
    public static bool IsOfAddress(string? error) => error is
        nameof(SmtpStatusCode.MailboxUnavailable) or nameof(SmtpStatusCode.MailboxNameNotAllowed)
        or nameof(SmtpStatusCode.UserNotLocalTryAlternatePath) or nameof(FormatException);

    public static string Words(string? error) => error switch
    {
        null => "It has not been tried yet.",
        OutboxMail.Withdrawn => "It is not needed any more.",
        nameof(SmtpStatusCode.MailboxUnavailable) => "The mail server says that there is no such mailbox.",
        nameof(SmtpStatusCode.MailboxNameNotAllowed) or nameof(FormatException) => "The mail server cannot read this address.",
        nameof(SmtpStatusCode.UserNotLocalTryAlternatePath) => "The mail server says that the mailbox has moved.",
        nameof(SmtpStatusCode.ExceededStorageAllocation) => "The mailbox is full.",
        nameof(SmtpStatusCode.MailboxBusy) or nameof(SmtpStatusCode.InsufficientStorage) => "The mailbox takes nothing at the moment.",
        nameof(SmtpStatusCode.TransactionFailed) => "The mail server refused it without saying why.",
        _ => "Our own mail server could not be reached.",
    };
}
