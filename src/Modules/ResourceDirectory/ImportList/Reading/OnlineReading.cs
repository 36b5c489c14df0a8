using System.Text.RegularExpressions;

namespace Causeway.ResourceDirectory;

/// <summary>Mail and web addresses.</summary>
internal static class OnlineReading
{
    private const int LongestMail = 254;

    private static readonly Regex Mail = new(
        @"^[\p{L}0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?(?:\.[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?)+$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Domain = new(
        @"^(?:[\p{L}0-9](?:[\p{L}0-9-]*[\p{L}0-9])?\.)+\p{L}{2,24}(?::[0-9]{1,5})?(?:[/?#].*)?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static bool IsMail(string text) => text.Length <= LongestMail && Mail.IsMatch(text) && !text.Contains("..", StringComparison.Ordinal);

    public static bool IsDomain(string text) => Domain.IsMatch(text);

    public static List<UnderstoodText> ReadMails(string text, Action<string, Wording> warn)
    {
        var found = new List<UnderstoodText>();
        var plain = Unhidden(TextCleaning.Clean(text));
        foreach (var piece in plain.Split([' ', ';', ',', '\n', '\r', '|', '/', '<', '>', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            var candidate = piece.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? piece[7..] : piece;
            candidate = candidate.Trim('.', ':', '\'', '[', ']');
            if (candidate.Contains('@', StringComparison.Ordinal) && IsMail(candidate))
            {
                found.Add(new UnderstoodText(candidate, piece));
            }
            else if (candidate.Contains('@', StringComparison.Ordinal))
            {
                warn("email.not-readable", new Wording("“{0}” is not a mail address we can read.", piece));
            }
        }

        if (found.Count == 0 && !plain.Contains('@', StringComparison.Ordinal) && !NoValue.Is(plain))
        {
            warn("email.not-readable", new Wording("“{0}” is not a mail address we can read.", TextCleaning.OneLine(text)));
        }

        return [.. found.DistinctBy(mail => mail.Value, StringComparer.OrdinalIgnoreCase)];
    }

    public static List<UnderstoodText> ReadWebs(string text, Action<string, Wording> warn)
    {
        var found = new List<UnderstoodText>();
        foreach (var piece in TextCleaning.Clean(text).Split([' ', ';', ',', '\n', '\r', '|', '<', '>'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Web(piece.TrimEnd('.', ')')) is { } address)
            {
                found.Add(new UnderstoodText(address, piece));
            }
            else if (piece.Contains('.', StringComparison.Ordinal) || piece.Contains(':', StringComparison.Ordinal))
            {
                warn("website.not-readable", new Wording("“{0}” is not a web address we can open.", piece));
            }
        }

        if (found.Count == 0 && !text.AsSpan().ContainsAny('.', ':') && !NoValue.Is(text))
        {
            warn("website.not-readable", new Wording("“{0}” is not a web address we can open.", TextCleaning.OneLine(text)));
        }

        return [.. found.DistinctBy(web => web.Value, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Only the two kinds a browser may open from the directory; a script address is no web address.</summary>
    private static string? Web(string piece)
    {
        var hasScheme = piece.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!hasScheme && (!Domain.IsMatch(piece) || piece.Contains('@', StringComparison.Ordinal)))
        {
            return null;
        }

        return Uri.TryCreate(hasScheme ? piece : "https://" + piece, UriKind.Absolute, out var uri)
            && uri.Host.Contains('.', StringComparison.Ordinal) && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;
    }

    // name(at)host and name [at] host hide from robots, not from us; the full-width sign comes from East Asian keyboards.
    private static string Unhidden(string text)
    {
        foreach (var hidden in (string[])["(at)", "[at]", " (at) ", " [at] ", "＠", "{at}"])
        {
            text = text.Replace(hidden.Trim(), "@", StringComparison.OrdinalIgnoreCase);
        }

        return text.Replace(" @ ", "@", StringComparison.Ordinal).Replace("(dot)", ".", StringComparison.OrdinalIgnoreCase).Replace("[dot]", ".", StringComparison.OrdinalIgnoreCase);
    }
}
