using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Causeway.Vault;

/// <summary>One of the people who keep a secret together.</summary>
/// <param name="Name">Fixed code, 1-63 characters a-z 0-9 -, such as <c>head</c>; written into the file.</param>
/// <param name="Passphrase">At least 15 characters, known to this person only.</param>
public sealed record Custodian(string Name, string Passphrase)
{
    public override string ToString() => Name;
}

/// <summary>
/// Seals a secret so that any two of three custodians open it and one alone does not (K6): a school's recovery key, a
/// copy of the root key file, the private half of backups.
/// </summary>
/// <remarks>
/// Text, ASCII: <c>causeway-custodians 1 ROUNDS PURPOSE</c>, then for each pair in name order
/// <c>pair NAME NAME SALT SALT SEALED</c> (base64url). A pair's key: HKDF-SHA256(PBKDF2-SHA512(first passphrase, first salt)
/// ‖ PBKDF2-SHA512(second passphrase, second salt)), info <c>causeway/v1/custodians</c>; 16-byte salts, 32-byte outputs,
/// every pair with salts of its own. Sealed: the envelope form without padding, key version 1; additional data
/// <c>custodians|v1|PURPOSE|ROUNDS|NAME|NAME</c>. Whoever holds the file may try passphrases on his own, and one custodian
/// needs to guess only one other: hence long passphrases. Not hidden: the secret's length.
/// </remarks>
public static class CustodianSeal
{
    // Three times what OWASP asks for with SHA-512: it is opened once in years.
    private const int DefaultRounds = 600_000;
    private const int MaxRounds = 10_000_000;
    private const int SaltSize = 16;
    private const int MinPassphrase = 15;
    private const string Header = "causeway-custodians 1";
    private const string KeyLabel = "causeway/v1/custodians";

    /// <param name="purpose">What the secret is, 1-63 characters a-z 0-9 -; needed again to open.</param>
    /// <returns>Text to print or to keep on a data carrier; safe to copy, worthless without two passphrases.</returns>
    /// <exception cref="ArgumentException">Not exactly three different custodians, or a short passphrase.</exception>
    public static string Seal(ReadOnlySpan<byte> secret, string purpose, params IReadOnlyList<Custodian> three) =>
        Seal(secret, purpose, DefaultRounds, three);

    internal static string Seal(ReadOnlySpan<byte> secret, string purpose, int rounds, IReadOnlyList<Custodian> three)
    {
        ArgumentNullException.ThrowIfNull(three);
        var people = three.OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        if (people.Count != 3
            || people.DistinctBy(c => c.Name, StringComparer.Ordinal).Count() != 3
            || people.Any(c => c.Passphrase is not { Length: >= MinPassphrase })
            || people.DistinctBy(c => c.Passphrase, StringComparer.Ordinal).Count() != 3)
        {
            throw new ArgumentException(
                "Three custodians are expected, with different names and different passphrases of at least 15 characters.", nameof(three));
        }

        people.ForEach(c => CellAddress.Code(c.Name, nameof(three)));
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture, $"{Header} {rounds} {CellAddress.Code(purpose, nameof(purpose))}\n");
        foreach (var (a, b) in ((int, int)[])[(0, 1), (0, 2), (1, 2)])
        {
            text.Append(Pair(secret, purpose, rounds, people[a], people[b]));
        }

        return text.ToString();
    }

    /// <summary>Opens with any two of the three, in any order.</summary>
    /// <exception cref="FormatException">Not such a text, of a later form, or for another purpose.</exception>
    /// <exception cref="SealBrokenException">A name or passphrase is wrong, or the text was changed.</exception>
    public static byte[] Open(string text, string purpose, Custodian one, Custodian other)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rounds = RoundsOf(lines, purpose);
        var (first, second) = string.CompareOrdinal(one.Name, other.Name) < 0 ? (one, other) : (other, one);
        var pair = lines.Skip(1).Select(l => l.Split(' ')).FirstOrDefault(p =>
            p.Length == 6
            && string.Equals(p[1], first.Name, StringComparison.Ordinal)
            && string.Equals(p[2], second.Name, StringComparison.Ordinal)) ?? throw new SealBrokenException();
        using var key = KeyOf(first, Decoded(pair[3]), second, Decoded(pair[4]), rounds);
        return Aead.Open(Decoded(pair[5]), key.Span, 1, Address(purpose, rounds, first, second));
    }

    private static string Pair(ReadOnlySpan<byte> secret, string purpose, int rounds, Custodian a, Custodian b)
    {
        var (saltA, saltB) = (RandomNumberGenerator.GetBytes(SaltSize), RandomNumberGenerator.GetBytes(SaltSize));
        using var key = KeyOf(a, saltA, b, saltB, rounds);
        var sealedBytes = Aead.Seal(secret, key.Span, 1, Address(purpose, rounds, a, b));
        return $"pair {a.Name} {b.Name} {Encoded(saltA)} {Encoded(saltB)} {Encoded(sealedBytes)}\n";
    }

    private static KeyBytes KeyOf(Custodian a, byte[] saltA, Custodian b, byte[] saltB, int rounds)
    {
        Span<byte> both = stackalloc byte[2 * KeyBytes.Size];
        Rfc2898DeriveBytes.Pbkdf2(a.Passphrase, saltA, both[..KeyBytes.Size], rounds, HashAlgorithmName.SHA512);
        Rfc2898DeriveBytes.Pbkdf2(b.Passphrase, saltB, both[KeyBytes.Size..], rounds, HashAlgorithmName.SHA512);
        Span<byte> key = stackalloc byte[KeyBytes.Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, both, key, salt: [], info: Encoding.ASCII.GetBytes(KeyLabel));
        var result = KeyBytes.CopyOf(key);
        CryptographicOperations.ZeroMemory(both);
        CryptographicOperations.ZeroMemory(key);
        return result;
    }

    private static int RoundsOf(string[] lines, string purpose)
    {
        var head = lines.Length > 0 ? lines[0].Split(' ') : [];
        return head.Length == 4
            && string.Equals($"{head[0]} {head[1]}", Header, StringComparison.Ordinal)
            && string.Equals(head[3], purpose, StringComparison.Ordinal)
            && int.TryParse(head[2], NumberStyles.None, CultureInfo.InvariantCulture, out var rounds)
            && rounds is >= 1 and <= MaxRounds
                ? rounds
                : throw new FormatException("This is not a secret kept by custodians for this purpose.");
    }

    private static byte[] Address(string purpose, int rounds, Custodian a, Custodian b) =>
        Aead.Address(string.Create(CultureInfo.InvariantCulture, $"custodians|v1|{purpose}|{rounds}|{a.Name}|{b.Name}"));

    private static string Encoded(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static byte[] Decoded(string text)
    {
        try
        {
            return System.Buffers.Text.Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            throw new SealBrokenException();
        }
    }
}
