using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Causeway.Vault;

/// <summary>Secrets for links and tokens: 256 random bits, as 43 characters of base64url.</summary>
public static class RandomSecret
{
    internal const int Bytes = 32;
    internal const int Characters = 43;

    public static string New()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(bytes);
        var text = Base64Url.EncodeToString(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return text;
    }
}

/// <summary>
/// What the database keeps of a <see cref="RandomSecret"/>: plain SHA-256 (32 bytes). Enough because the secret has 256
/// random bits; wrong for anything a person chose or typed off a screen, which is why other texts are refused.
/// </summary>
public static class SecretHash
{
    /// <exception cref="ArgumentException">Not in the form <see cref="RandomSecret.New"/> gives.</exception>
    public static byte[] Of(string secret) => TryOf(secret, out var hash)
        ? hash
        : throw new ArgumentException("Only a random secret of 256 bits may be kept as a plain hash.", nameof(secret));

    /// <summary>For what came in over the wire: false when it cannot be one of ours.</summary>
    public static bool TryOf([NotNullWhen(true)] string? secret, [NotNullWhen(true)] out byte[]? hash)
    {
        hash = secret is { Length: RandomSecret.Characters } && secret.All(IsBase64Url)
            ? SHA256.HashData(Encoding.ASCII.GetBytes(secret))
            : null;
        return hash is not null;
    }

    /// <summary>Constant time in the compared bytes. Never throws for what a stranger sent.</summary>
    public static bool Matches(string? secret, ReadOnlySpan<byte> stored) =>
        TryOf(secret, out var hash) && CryptographicOperations.FixedTimeEquals(hash, stored);

    private static bool IsBase64Url(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}

/// <summary>
/// Hashes of the secrets of several mails in one text, so that a late mail leads somewhere too: base64, blanks between, the
/// newest last.
/// </summary>
public static class SecretHashes
{
    /// <param name="most">So many are kept; the oldest go.</param>
    public static string Add(string kept, string secret, int most) =>
        string.Join(' ', Of(kept).TakeLast(most - 1).Append(Convert.ToBase64String(SecretHash.Of(secret))));

    /// <summary>Never throws for what a stranger sent.</summary>
    public static bool Know(string kept, string? secret) => Of(kept).Any(h => SecretHash.Matches(secret, Convert.FromBase64String(h)));

    private static string[] Of(string kept) => kept.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
