namespace Causeway.Linkage;

/// <summary>A mail address in two halves, folded to lower case.</summary>
internal readonly record struct MailAddress(string Local, string Domain)
{
    private static readonly HashSet<string> Generic =
    [
        .. ("info office contact admin mail hello reception enquiries inquiries enquiry secretary secretariat support help team kontakt praxis " +
            "iroda titkarsag recepcion recepcao accueil contacto post service services welcome general main clinic").Split(' '),
    ];

    /// <summary>Whether the part before the @ names a desk and not a person, by the word alone.</summary>
    public bool IsGenericWord => Generic.Contains(Local);

    public static MailAddress Read(string text)
    {
        string lower = text.Trim().ToLowerInvariant();
        int at = lower.LastIndexOf('@');
        return at <= 0 ? new MailAddress(lower.Replace(" ", "", StringComparison.Ordinal), "") : new MailAddress(lower[..at].Trim(), lower[(at + 1)..].Trim());
    }

    /// <summary>The bare host of a web address.</summary>
    public static string Site(string text)
    {
        string lower = text.Trim().ToLowerInvariant();
        int scheme = lower.IndexOf("://", StringComparison.Ordinal);
        string host = scheme >= 0 ? lower[(scheme + 3)..] : lower;
        int end = host.AsSpan().IndexOfAny('/', '?', '#');
        host = end >= 0 ? host[..end] : host;
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return host.Contains('.', StringComparison.Ordinal) && !host.Contains(' ', StringComparison.Ordinal) ? host : "";
    }
}
