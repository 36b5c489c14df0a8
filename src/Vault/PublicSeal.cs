using System.Security.Cryptography;
using System.Text;

namespace Causeway.Vault;

/// <summary>
/// Seals a few bytes to a public key, so that the host that seals cannot open: part keys to a school's recovery key, the
/// content key of a backup.
/// </summary>
/// <remarks>
/// <c>ver(1)=1 alg(1)=3 enc(65) ciphertext tag(16)</c>: HPKE base mode (RFC 9180), DHKEM(P-256, HKDF-SHA256), HKDF-SHA256,
/// AES-256-GCM; info <c>causeway/v1/public-seal</c>, additional data the two first bytes and the context.
/// </remarks>
public static class PublicSeal
{
    internal const int Overhead = 2 + Hpke.EncSize + Aead.TagSize;

    private const byte HpkeP256 = 3;

    private static readonly byte[] Header = [Aead.FormatVersion, HpkeP256];

    /// <summary>83 bytes more than the plaintext.</summary>
    /// <param name="context">ASCII text of ids that must be the same when it is opened; never content.</param>
    public static byte[] Seal(ReadOnlySpan<byte> plain, RecipientPublicKey to, string context)
    {
        ArgumentNullException.ThrowIfNull(to);
        return [.. Header, .. Hpke.Aes256.Seal(to.Parameters, Info, Bound(context), plain)];
    }

    /// <exception cref="SealBrokenException">Another key, another context or a changed byte.</exception>
    public static byte[] Open(ReadOnlySpan<byte> sealedBytes, RecipientPrivateKey key, string context)
    {
        ArgumentNullException.ThrowIfNull(key);
        return sealedBytes.StartsWith(Header)
            ? Hpke.Aes256.Open(key.Key, Info, Bound(context), sealedBytes[Header.Length..])
            : throw new SealBrokenException();
    }

    /// <summary>A part key for the recovery of a school (one row beside the grants of people).</summary>
    /// <exception cref="ArgumentException">Not a key of a case part.</exception>
    public static byte[] SealPartKey(DataKey partKey, string part, RecipientPublicKey to)
    {
        ArgumentNullException.ThrowIfNull(partKey);
        return partKey.IsOfPart(part)
            ? Seal(partKey.Bytes, to, PartContext(partKey.Owner, part, partKey.Version))
            : throw new ArgumentException("The key belongs to another part.", nameof(part));
    }

    /// <inheritdoc cref="Open" path="/exception"/>
    public static DataKey OpenPartKey(ReadOnlySpan<byte> sealedBytes, Guid caseId, string part, int version, RecipientPrivateKey key)
    {
        var plain = Open(sealedBytes, key, PartContext(caseId, part, version));
        try
        {
            return plain.Length == KeyBytes.Size
                ? new DataKey(caseId, DataKey.PartKind(part), caseId, version, KeyBytes.CopyOf(plain))
                : throw new SealBrokenException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Any data key, for a school that takes its keys along when it leaves (K12).</summary>
    public static byte[] SealKey(DataKey key, RecipientPublicKey to)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Seal(key.Bytes, to, KeyContext(key.Id, key.Kind, key.Owner, key.Version));
    }

    /// <inheritdoc cref="Open" path="/exception"/>
    public static DataKey OpenKey(ReadOnlySpan<byte> sealedBytes, Guid id, string kind, Guid owner, int version, RecipientPrivateKey key)
    {
        var plain = Open(sealedBytes, key, KeyContext(id, kind, owner, version));
        try
        {
            return plain.Length == KeyBytes.Size
                ? new DataKey(id, kind, owner, version, KeyBytes.CopyOf(plain))
                : throw new SealBrokenException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static ReadOnlySpan<byte> Info => "causeway/v1/public-seal"u8;

    private static string PartContext(Guid caseId, string part, int version) => $"recovery|v1|{caseId:D}|{part}|{version}";

    private static string KeyContext(Guid id, string kind, Guid owner, int version) => $"export|v1|{kind}|{owner:D}|{id:D}|{version}";

    private static byte[] Bound(string context) => [.. Header, .. Encoding.ASCII.GetBytes(context)];
}
