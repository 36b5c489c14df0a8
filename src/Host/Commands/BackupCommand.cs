using System.CommandLine;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Causeway.Persistence;
using Causeway.Vault;

namespace Causeway.Host;

/// <summary>What a backup says of itself. It never holds the root key: whoever finds the backup cannot read sealed content.</summary>
internal sealed record BackupManifest(int Format, string Provider, DateTimeOffset MadeAt, string RootCheck, string Sha256, long Length);

/// <summary>Copies the database while it is in use, checks the copy, and writes one file; sealed to a public key where one is given.</summary>
internal static class BackupCommand
{
    public const int Format = 1;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static Command Make()
    {
        var to = new Option<FileInfo>("--out") { Description = "The backup file to write. Must not exist.", Required = true };
        var recipient = new Option<FileInfo?>("--recipient") { Description = "A public key (PEM, from backup-key): only its private half opens the backup." };
        var command = new Command("backup", "Back up the database, online. The root key is not in it: keep a copy of the key file elsewhere.") { to, recipient };
        command.SetAction(async (parsed, ct) =>
        {
            var target = parsed.GetRequiredValue(to);
            if (target.Exists)
            {
                return CommandLine.Fail($"{target.FullName} exists; a backup overwrites nothing.", Exit.Usage);
            }

            await using var site = await CommandSite.OpenAsync(HostSettings.FromEnvironment(demo: false), prepare: false, ct);
            var key = parsed.GetValue(recipient) is { } pem ? RecipientPublicKey.FromPem(await File.ReadAllTextAsync(pem.FullName, ct)) : null;
            await WriteAsync(site, target.FullName, key, ct);
            Console.Out.WriteLine($"backup written: {target.FullName} ({new FileInfo(target.FullName).Length} bytes, {(key is null ? "not sealed: keep it as carefully as the database" : "sealed to " + key.Id)})");
            return Exit.Fine;
        });
        return command;
    }

    public static Command MakeKey()
    {
        var folder = new Option<DirectoryInfo>("--out") { Description = "Folder for backup-public.pem and backup-private.pem.", Required = true };
        var command = new Command("backup-key", "Make a key pair for backups. Move the private half off this machine.") { folder };
        command.SetAction(async (parsed, ct) =>
        {
            var target = parsed.GetRequiredValue(folder);
            target.Create();
            using var pair = RecipientPrivateKey.Generate();
            await WriteNewAsync(Path.Combine(target.FullName, "backup-private.pem"), pair.ToPem(), UnixFileMode.UserRead, ct);
            await WriteNewAsync(Path.Combine(target.FullName, "backup-public.pem"), pair.Public.ToPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead, ct);
            Console.Out.WriteLine($"key pair {pair.Public.Id} written to {target.FullName}; move backup-private.pem off this machine.");
            return Exit.Fine;
        });
        return command;
    }

    public static async Task WriteAsync(CommandSite site, string target, RecipientPublicKey? recipient, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("causeway-backup-").FullName;
        try
        {
            var copy = Path.Combine(folder, "database");
            await site.Site.Provider.BackupAsync(copy, ct);
            var manifest = new BackupManifest(
                Format, site.Site.Provider.Name, TimeProvider.System.GetUtcNow(), site.Site.Roots.Current.Check.ToString(), await HashAsync(copy, ct), new FileInfo(copy).Length);
            var plain = Path.Combine(folder, "backup.zip");
            await ZipAsync(plain, copy, manifest, ct);
            await BackupMark.AddAsync(plain, ct);
            await using var from = File.OpenRead(plain);
            await using var to = new FileStream(target, FileMode.CreateNew);
            await (recipient is null ? from.CopyToAsync(to, ct) : BackupSeal.SealAsync(from, to, recipient, ct));
            to.Flush(flushToDisk: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }

    private static async Task ZipAsync(string file, string database, BackupManifest manifest, CancellationToken ct)
    {
        await using var stream = File.Create(file);
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        await using (var entry = await zip.CreateEntry("manifest.json").OpenAsync(ct))
        {
            await JsonSerializer.SerializeAsync(entry, manifest, Json, ct);
        }

        await using var data = await zip.CreateEntry("database", CompressionLevel.Fastest).OpenAsync(ct);
        await using var copy = File.OpenRead(database);
        await copy.CopyToAsync(data, ct);
    }

    private static async Task WriteNewAsync(string file, string text, UnixFileMode mode, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        await using var stream = new FileStream(file, options);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(text.AsMemory(), ct);
    }
}
