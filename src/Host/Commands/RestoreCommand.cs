using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Causeway.Vault;

namespace Causeway.Host;

/// <summary>Puts a backup into an empty place and proves it by opening and verifying it there.</summary>
internal static class RestoreCommand
{
    public static Command Make()
    {
        var from = new Argument<FileInfo>("backup") { Description = "A file written by backup." };
        var key = new Option<FileInfo?>("--key") { Description = "The private key (PEM) of a sealed backup." };
        var command = new Command("restore", "Restore a backup into an empty data folder (or an empty PostgreSQL database), then verify it. The root key file must be in place.") { from, key };
        command.SetAction(async (parsed, ct) =>
        {
            var backup = parsed.GetRequiredValue(from);
            if (!backup.Exists)
            {
                return CommandLine.Fail($"{backup.FullName} is not there.", Exit.Usage);
            }

            var folder = Directory.CreateTempSubdirectory("causeway-restore-").FullName;
            try
            {
                return await RestoreAsync(backup.FullName, parsed.GetValue(key)?.FullName, folder, ct);
            }
            catch (Exception damaged) when (damaged is SealBrokenException or InvalidDataException or WrongRecipientException or JsonException)
            {
                return CommandLine.Fail($"The backup does not open: {damaged.Message} Nothing was restored.", Exit.Found);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private static async Task<int> RestoreAsync(string backup, string? keyFile, string folder, CancellationToken ct)
    {
        var settings = HostSettings.FromEnvironment(demo: false);
        var (manifest, database) = await UnpackAsync(await OpenAsync(backup, keyFile, folder, ct), folder, ct);
        DemandRootKey(settings, manifest);
        var provider = OpenedSite.ProviderFor(settings, () => "");
        if (manifest.Provider != provider.Name)
        {
            return CommandLine.Fail($"The backup is of {manifest.Provider}; this site runs on {provider.Name}.", Exit.Usage);
        }

        await provider.RestoreAsync(database, ct);
        await (provider is IAsyncDisposable open ? open.DisposeAsync() : ValueTask.CompletedTask);
        await using var site = await CommandSite.OpenAsync(settings, prepare: true, ct);
        var code = await VerifyCommand.RunAsync(site, Console.Out, ct);
        Console.Out.WriteLine(code == Exit.Fine ? $"restored the state of {manifest.MadeAt:u}" : "restored, but damaged: do not go live with it");
        return code;
    }

    private static async Task<string> OpenAsync(string backup, string? keyFile, string folder, CancellationToken ct)
    {
        if (keyFile is null)
        {
            return backup;
        }

        using var key = RecipientPrivateKey.FromPem(await File.ReadAllTextAsync(keyFile, ct));
        var plain = Path.Combine(folder, "backup.zip");
        await using var from = File.OpenRead(backup);
        await using var to = File.Create(plain);
        await BackupSeal.OpenAsync(from, to, key, ct);
        return plain;
    }

    private static async Task<(BackupManifest Manifest, string Database)> UnpackAsync(string file, string folder, CancellationToken ct)
    {
        await BackupMark.DemandAsync(file, ct);
        await using var zip = await ZipFile.OpenReadAsync(file, ct);
        await using var text = await (zip.GetEntry("manifest.json") ?? throw new InvalidDataException("It has no manifest.")).OpenAsync(ct);
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(text, cancellationToken: ct);
        if (manifest is not { Format: BackupCommand.Format })
        {
            throw new InvalidDataException("It was written by another version.");
        }

        var database = Path.Combine(folder, "database");
        await (zip.GetEntry("database") ?? throw new InvalidDataException("It holds no database.")).ExtractToFileAsync(database, ct);
        if (new FileInfo(database).Length != manifest.Length || await BackupCommand.HashAsync(database, ct) != manifest.Sha256)
        {
            throw new InvalidDataException("The database in it is not the one that was backed up.");
        }

        return (manifest, database);
    }

    // Keys without backup and backup without keys are both worth nothing: say which is missing before anything is written (K5).
    private static void DemandRootKey(HostSettings settings, BackupManifest manifest)
    {
        using var roots = RootKeyFile.Open(settings.RootKeyFile, Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY"));
        roots.Demand(RootKeyCheck.Parse(manifest.RootCheck));
    }
}
