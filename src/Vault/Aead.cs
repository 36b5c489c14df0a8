using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Causeway.Vault;

/// <summary>
/// The one sealed form: <c>ver(1) alg(1) keyVer(4, big-endian) nonce(12) ciphertext tag(16)</c>, AES-256-GCM, random
/// nonce. Authenticated with it: the six header bytes, then the address.
/// </summary>
internal static class Aead
{
    public const byte FormatVersion = 1;
    public const byte Aes256Gcm = 1;
    public const int HeaderSize = 6;
    public const int NonceSize = 12;
    public const int TagSize = 16;
    public const int Overhead = HeaderSize + NonceSize + TagSize;

    public static byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> key, int keyVersion, ReadOnlySpan<byte> address)
    {
        var sealedBytes = new byte[Overhead + plain.Length];
        sealedBytes[0] = FormatVersion;
        sealedBytes[1] = Aes256Gcm;
        BinaryPrimitives.WriteInt32BigEndian(sealedBytes.AsSpan(2), keyVersion);
        var nonce = sealedBytes.AsSpan(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(HeaderSize + NonceSize, plain.Length),
            sealedBytes.AsSpan(HeaderSize + NonceSize + plain.Length),
            Bound(sealedBytes.AsSpan(0, HeaderSize), address));
        return sealedBytes;
    }

    /// <exception cref="SealBrokenException">For every reason alike.</exception>
    public static byte[] Open(ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> key, int keyVersion, ReadOnlySpan<byte> address)
    {
        if (KeyVersionOf(sealedBytes) != keyVersion)
        {
            throw new SealBrokenException();
        }

        var plain = new byte[sealedBytes.Length - Overhead];
        try
        {
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(
                sealedBytes.Slice(HeaderSize, NonceSize),
                sealedBytes[(HeaderSize + NonceSize)..^TagSize],
                sealedBytes[^TagSize..],
                plain,
                Bound(sealedBytes[..HeaderSize], address));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealBrokenException();
        }
    }

    public static int KeyVersionOf(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != FormatVersion || sealedBytes[1] != Aes256Gcm)
        {
            throw new SealBrokenException();
        }

        return BinaryPrimitives.ReadInt32BigEndian(sealedBytes[2..]);
    }

    public static byte[] Address(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Bound(ReadOnlySpan<byte> header, ReadOnlySpan<byte> address) => [.. header, .. address];
}
