using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Causeway.Vault;

/// <summary>
/// RFC 9180 (HPKE), base mode, one message: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-GCM. Written out because .NET 10
/// does not have it; the names are the RFC's. Checked against its vectors.
/// </summary>
internal sealed class Hpke
{
    public const int EncSize = 65;

    /// <summary>The suite of this program: kem 0x0010, kdf 0x0001, aead 0x0002.</summary>
    public static readonly Hpke Aes256 = new(aeadId: 0x0002, keySize: 32);

    /// <summary>The suite the RFC prints vectors for; for tests.</summary>
    public static readonly Hpke Aes128 = new(aeadId: 0x0001, keySize: 16);

    private const int SecretSize = 32;

    private static readonly byte[] KemSuite = [.. "KEM"u8, 0x00, 0x10];

    private readonly byte[] _suite;
    private readonly int _keySize;

    private Hpke(byte aeadId, int keySize)
    {
        _suite = [.. "HPKE"u8, 0x00, 0x10, 0x00, 0x01, 0x00, aeadId];
        _keySize = keySize;
    }

    /// <returns>enc(65) ‖ ciphertext ‖ tag(16).</returns>
    public byte[] Seal(ECParameters recipient, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> plain)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(ephemeral, recipient, info, aad, plain);
    }

    /// <summary>With a given ephemeral key: for vectors only, it must never be used twice.</summary>
    internal byte[] Seal(
        ECDiffieHellman ephemeral, ECParameters recipient, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> plain)
    {
        var enc = Point(ephemeral.ExportParameters(includePrivateParameters: false));
        var shared = SharedSecret(ephemeral, recipient, [.. enc, .. Point(recipient)]);
        var (key, nonce) = Schedule(shared, info);
        try
        {
            var message = new byte[EncSize + plain.Length + Aead.TagSize];
            enc.CopyTo(message, 0);
            using var aes = new AesGcm(key, Aead.TagSize);
            aes.Encrypt(nonce, plain, message.AsSpan(EncSize, plain.Length), message.AsSpan(EncSize + plain.Length), aad);
            return message;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(shared);
        }
    }

    /// <exception cref="SealBrokenException">For every reason alike.</exception>
    public byte[] Open(ECDiffieHellman recipient, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> message)
    {
        if (message.Length < EncSize + Aead.TagSize || message[0] != 0x04)
        {
            throw new SealBrokenException();
        }

        byte[] shared = [], key = [];
        try
        {
            var enc = message[..EncSize];
            shared = SharedSecret(recipient, Parse(enc), [.. enc, .. Point(recipient.ExportParameters(includePrivateParameters: false))]);
            (key, var nonce) = Schedule(shared, info);
            var plain = new byte[message.Length - EncSize - Aead.TagSize];
            using var aes = new AesGcm(key, Aead.TagSize);
            aes.Decrypt(nonce, message[EncSize..^Aead.TagSize], message[^Aead.TagSize..], plain, aad);
            return plain;
        }
        catch (CryptographicException)
        {
            // A point off the curve or a tag that does not fit: nobody needs to know which.
            throw new SealBrokenException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(shared);
        }
    }

    /// <summary>Section 4.1, ExtractAndExpand over the Diffie-Hellman value; kem_context = enc ‖ pkR.</summary>
    internal static byte[] SharedSecret(ECDiffieHellman own, ECParameters other, byte[] kemContext)
    {
        using var peer = ECDiffieHellman.Create(other);
        using var publicKey = peer.PublicKey;
        var dh = own.DeriveRawSecretAgreement(publicKey);
        var prk = Extract(KemSuite, salt: [], "eae_prk", dh);
        CryptographicOperations.ZeroMemory(dh);
        var shared = Expand(KemSuite, prk, "shared_secret", kemContext, SecretSize);
        CryptographicOperations.ZeroMemory(prk);
        return shared;
    }

    /// <summary>Section 5.1, key schedule in mode_base: no pre-shared key.</summary>
    internal (byte[] Key, byte[] Nonce) Schedule(byte[] shared, ReadOnlySpan<byte> info)
    {
        byte[] context = [0x00, .. Extract(_suite, salt: [], "psk_id_hash", []), .. Extract(_suite, salt: [], "info_hash", info)];
        var secret = Extract(_suite, salt: shared, "secret", []);
        var (key, nonce) = (Expand(_suite, secret, "key", context, _keySize), Expand(_suite, secret, "base_nonce", context, Aead.NonceSize));
        CryptographicOperations.ZeroMemory(secret);
        return (key, nonce);
    }

    internal static byte[] Point(ECParameters key) => [0x04, .. key.Q.X!, .. key.Q.Y!];

    internal static ECParameters Parse(ReadOnlySpan<byte> point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = point[1..33].ToArray(), Y = point[33..].ToArray() },
    };

    private static byte[] Extract(byte[] suite, byte[] salt, string label, ReadOnlySpan<byte> material) =>
        HKDF.Extract(HashAlgorithmName.SHA256, [.. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. material], salt);

    private static byte[] Expand(byte[] suite, byte[] prk, string label, byte[] info, int length)
    {
        Span<byte> size = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)length);
        return HKDF.Expand(
            HashAlgorithmName.SHA256, prk, length, [.. size, .. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. info]);
    }
}
