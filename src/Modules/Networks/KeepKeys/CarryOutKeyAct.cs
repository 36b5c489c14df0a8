using System.Security.Cryptography;
using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Passphrases">Typed by the custodians themselves: three for a new key, two of them to open one.</param>
/// <param name="Which">For opening: which two of the three, 1 to 3.</param>
/// <param name="Kept">For opening: the text the custodians kept.</param>
/// <param name="Receipt">For destroying: what the last export said at its end.</param>
internal sealed record CarryOut(
    OrganisationId School, KeyActId Act, IReadOnlyList<string?> Passphrases, IReadOnlyList<int> Which, string? Kept, string? Receipt);

/// <param name="File">What is handed over once and kept nowhere here.</param>
internal sealed record CarriedOut(byte[]? File = null, Refusal? Refusal = null);

/// <summary>Does what two people agreed on. The private half of a recovery key lives here for this one answer only (K6).</summary>
internal sealed class CarryOutHandler(AppDbContext db, Access access, IKeyVault keys, IActorSource actors, TimeProvider clock)
{
    public const int ShortestPassphrase = 15;

    /// <summary>How long somebody let in by recovery stays in before a colleague has to decide anew.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    public static readonly Refusal Passphrases = new(
        "keys.passphrases", "Three different passphrases of at least {0} characters are needed, each typed by the custodian it belongs to.", "Passphrases", ShortestPassphrase);

    public static readonly Refusal DoesNotOpen = new(
        "keys.does-not-open", "These two passphrases do not open this file. Look whether the names, the order and the file are right.", "Passphrases");

    public static readonly Refusal NoColleagueNow = new("keys.colleague-gone", "The person to be let in holds no post at your school any more.");

    private const string Purpose = "school-recovery";

    public async Task<CarriedOut> HandleAsync(CarryOut command, Actor actor, CancellationToken ct)
    {
        if (!access.Allows(actor, NetworksPermissions.KeepKeys, new(Organisation: command.School))
            || await db.Set<KeyAct>().FirstOrDefaultAsync(a => a.Id == command.Act && a.OrganisationId == command.School, ct) is not { } act)
        {
            return new(Refusal: NetworkPage.Gone);
        }

        var now = clock.GetUtcNow();
        if (act.RefuseCarryingOut(actor.Person, now) is { } no)
        {
            return new(Refusal: no);
        }

        act.Finish(now);
        var done = act.Kind switch
        {
            KeyActKind.SetKey => await SetAsync(act, command, ct),
            KeyActKind.LetIn => await LetInAsync(act, command, ct),
            KeyActKind.Export => await ExportAsync(ct),
            KeyActKind.Destroy => await DestroyAsync(act, command, ct),
            _ => throw new InvalidOperationException("There is no such act."),
        };
        return done.Refusal is null && await db.TrySaveAsync("keys.carried-out", act.Id.Value, ct) is { } clash ? new(Refusal: clash) : done;
    }

    private async Task<CarriedOut> SetAsync(KeyAct act, CarryOut command, CancellationToken ct)
    {
        var three = command.Passphrases.Select((p, i) => new Custodian(CodeOf(i + 1), p ?? "")).ToList();
        if (three.Count != 3 || three.Exists(c => c.Passphrase.Length < ShortestPassphrase) || three.DistinctBy(c => c.Passphrase, StringComparer.Ordinal).Count() != 3)
        {
            return new(Refusal: Passphrases);
        }

        using var key = RecipientPrivateKey.Generate();
        var (refused, _) = await keys.SetRecoveryKeyAsync(key.Public, NetworksPermissions.KeepKeys, act.ApprovedBy!.Value, ct);
        if (refused is not null)
        {
            return new(Refusal: refused);
        }

        var secret = Encoding.ASCII.GetBytes(key.ToPem());
        var text = CustodianSeal.Seal(secret, Purpose, three);
        CryptographicOperations.ZeroMemory(secret);
        return new(Encoding.ASCII.GetBytes(text));
    }

    private async Task<CarriedOut> LetInAsync(KeyAct act, CarryOut command, CancellationToken ct)
    {
        var there = await actors.FindAllAsync(act.LetIn!.Value, ct);
        if (there.FirstOrDefault(a => a.Organisation == act.OrganisationId && a.Role is Role.SafeguardingLead or Role.SeniorLeader) is not { } colleague)
        {
            return new(Refusal: NoColleagueNow);
        }

        using var key = Open(command);
        if (key is null)
        {
            return new(Refusal: DoesNotOpen);
        }

        var to = new Holder(colleague.Person, colleague.Role!.Value, colleague.Organisation);
        var (refused, _) = await keys.RecoverAsync(key, NetworksPermissions.KeepKeys, to, clock.GetUtcNow() + Reach, act.ApprovedBy!.Value, ct);
        return new(Refusal: refused);
    }

    private static RecipientPrivateKey? Open(CarryOut command)
    {
        if (command.Passphrases.Count != 2 || command.Which.Count != 2)
        {
            return null;
        }

        byte[]? secret = null;
        try
        {
            secret = CustodianSeal.Open(
                command.Kept ?? "", Purpose, new(CodeOf(command.Which[0]), command.Passphrases[0] ?? ""), new(CodeOf(command.Which[1]), command.Passphrases[1] ?? ""));
            return RecipientPrivateKey.FromPem(Encoding.ASCII.GetString(secret));
        }
        catch (Exception error) when (error is SealBrokenException or FormatException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private async Task<CarriedOut> ExportAsync(CancellationToken ct)
    {
        using var to = new MemoryStream();
        var (refused, _) = await keys.ExportSchoolAsync(to, NetworksPermissions.KeepKeys, ct);
        return new(refused is null ? to.ToArray() : null, refused);
    }

    // The vault commits by itself here, and the act that was finished goes with it: there is no way back from either.
    private async Task<CarriedOut> DestroyAsync(KeyAct act, CarryOut command, CancellationToken ct)
    {
        var (refused, certificate) = await keys.ShredSchoolAsync((command.Receipt ?? "").Trim().ToLowerInvariant(), NetworksPermissions.KeepKeys, act.ApprovedBy!.Value, ct);
        return certificate is null ? new(Refusal: refused) : new(KeyCertificate.Write(certificate));
    }

    // In the file stands a number, not a name: it may lie in a drawer.
    private static string CodeOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"custodian-{number}");
}

/// <summary>What the school keeps when nothing opens here any more. Ids and moments, no content.</summary>
internal static class KeyCertificate
{
    public static byte[] Write(ShredCertificate certificate) => Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
        causeway-certificate-of-destruction 1
        certificate {certificate.Id}
        school {certificate.School}
        keys {certificate.Grants}
        destroyed {certificate.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}
        by {certificate.By}
        approved-by {certificate.ApprovedBy}
        final {certificate.FinalAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}

        """));
}
