using System.Net.Mail;

namespace Causeway.Accounts;

/// <summary>Mail addresses are compared without regard to case; nothing else is folded, since providers differ.</summary>
internal static class EmailAddress
{
    /// <returns>What is stored unique; null when this cannot be a mail address.</returns>
    public static string? KeyOf(string? typed)
    {
        var text = typed?.Trim().Normalize(System.Text.NormalizationForm.FormC);
        return text is { Length: >= 3 and <= Person.LongestEmail }
            && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"')
            && MailAddress.TryCreate(text, out var address)
            && string.Equals(address.Address, text, StringComparison.Ordinal)
            ? text.ToLowerInvariant()
            : null;
    }
}
