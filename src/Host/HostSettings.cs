using System.Globalization;

namespace Causeway.Host;

/// <summary>The few settings there are. Environment first, so that a container, a service file and a shell all work alike.</summary>
/// <param name="Port">PORT, 5080 by default.</param>
/// <param name="DataFolder">CAUSEWAY_DATA: database file, mails without a mail server, backups. Default: <c>data</c> beside the program's start folder.</param>
/// <param name="Database">CAUSEWAY_DATABASE: a PostgreSQL connection string; absent means SQLite in the data folder.</param>
/// <param name="ProgramDatabase">CAUSEWAY_DATABASE_PROGRAM: login of a role prepared by the operator; absent means Causeway makes its own.</param>
/// <param name="KeyFolder">CAUSEWAY_KEYS: the root key's folder. Default: <c>keys</c> beside the data folder, never inside it, so that a copy of the data holds no key.</param>
/// <param name="PublicUrl">CAUSEWAY_URL: how people reach the site; decides passkeys, links in mails and the host names answered.</param>
/// <param name="Demo">The made-up city: one-click sign-in links, the design page, mails on a page.</param>
public sealed record HostSettings(
    int Port, string DataFolder, string? Database, string? ProgramDatabase, string KeyFolder, Uri PublicUrl, string? Smtp, string MailFrom, bool Demo)
{
    public static HostSettings FromEnvironment(bool demo)
    {
        var port = int.TryParse(Read("PORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 5080;
        var data = Path.GetFullPath(Read("CAUSEWAY_DATA") ?? "data");
        var url = new Uri(Read("CAUSEWAY_URL") ?? $"http://localhost:{port}");
        return new HostSettings(
            port,
            data,
            Read("CAUSEWAY_DATABASE"),
            Read("CAUSEWAY_DATABASE_PROGRAM"),
            Path.GetFullPath(Read("CAUSEWAY_KEYS") ?? data.TrimEnd(Path.DirectorySeparatorChar) + ".keys"),
            url,
            Read("CAUSEWAY_SMTP"),
            Read("CAUSEWAY_MAIL_FROM") ?? $"causeway@{url.Host}",
            demo);
    }

    public string DatabaseFile => Path.Combine(DataFolder, "causeway.db");

    public string RootKeyFile => Path.Combine(KeyFolder, "root.key");

    /// <summary>A site on plain http is only ever this machine; cookies are then not marked Secure, since no browser would keep them.</summary>
    public bool IsHttps => PublicUrl.Scheme == Uri.UriSchemeHttps;

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
