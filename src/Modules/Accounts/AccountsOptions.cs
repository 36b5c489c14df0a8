namespace Causeway.Accounts;

/// <summary>What the host tells this room; set with <c>services.Configure&lt;AccountsOptions&gt;</c>.</summary>
public sealed class AccountsOptions
{
    /// <summary>How people reach the site. Decides the passkey domain, the only origin accepted, cookie names and links in mails.</summary>
    public Uri PublicUrl { get; set; } = new("http://localhost:5080");

    /// <summary>The made-up city: one-click sign-in pages exist.</summary>
    public bool Demo { get; set; }

    /// <summary>Whom mails are from, and where calendar programs send answers to invitations.</summary>
    public string MailFrom { get; set; } = "causeway@localhost";

    /// <summary>Stands in mails and in authenticator apps; the host name when not set.</summary>
    public string? SiteName { get; set; }

    /// <summary>How long an invitation can be used.</summary>
    public TimeSpan InvitationLife { get; set; } = TimeSpan.FromDays(7);

    internal string Site => string.IsNullOrWhiteSpace(SiteName) ? PublicUrl.Host : SiteName;

    /// <summary>Plain http is only ever this machine; no browser would keep a Secure cookie of it.</summary>
    internal bool IsHttps => string.Equals(PublicUrl.Scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    internal string Link(string path) => new Uri(PublicUrl, path).AbsoluteUri;
}
