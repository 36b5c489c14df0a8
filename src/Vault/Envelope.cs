using System.Security.Cryptography;
using System.Text;

namespace Causeway.Vault;

/// <summary>How much of a value's length shows. The step is the size the plaintext is filled up to a multiple of.</summary>
public enum PadTo
{
    /// <summary>64 bytes: states, choices, dates. All short answers look alike.</summary>
    Choice = 64,

    /// <summary>256 bytes: whatever a person wrote.</summary>
    Text = 256,
}

/// <summary>
/// Seals one field of one row: AES-256-GCM under HKDF-SHA256(key, <c>causeway/v1/field</c>), bound to its
/// <see cref="CellAddress"/>.
/// </summary>
/// <remarks>
/// <c>ver(1)=1 alg(1)=1 keyVer(4, big-endian) nonce(12) ciphertext tag(16)</c>; additional data: the six header bytes,
/// then the address as ASCII. Plaintext is filled with one byte 0x80 and zeros up to a whole step (ISO/IEC 7816-4
/// padding) and never compressed. Not hidden: which step a value needs, when it was written, which key version.
/// AES-GCM: NIST SP 800-38D; the nonce is random and a key is used far below 2^32 times.
/// </remarks>
public static class Envelope
{
    /// <summary>Longest plaintext in bytes (1 MiB); longer content is a file, see <see cref="ChunkSealer"/>.</summary>
    public const int MaxPlaintext = 1 << 20;

    private const byte PadMark = 0x80;

    /// <summary>Sealed size is 34 bytes more than the filled-up plaintext.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MaxPlaintext"/> bytes.</exception>
    public static byte[] Seal(ReadOnlySpan<byte> plain, DataKey key, CellAddress address, PadTo pad = PadTo.Text)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(address);
        if (plain.Length > MaxPlaintext)
        {
            throw new ArgumentException("Too long for a field; seal it as a file.", nameof(plain));
        }

        var step = (int)pad;
        var padded = new byte[((plain.Length / step) + 1) * step];
        try
        {
            plain.CopyTo(padded);
            padded[plain.Length] = PadMark;
            return Aead.Seal(padded, key.FieldKey, key.Version, address.ToBytes());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    /// <exception cref="SealBrokenException">Wrong key, wrong key version, wrong address or a changed byte.</exception>
    public static byte[] Open(ReadOnlySpan<byte> sealedBytes, DataKey key, CellAddress address)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(address);
        var padded = Aead.Open(sealedBytes, key.FieldKey, key.Version, address.ToBytes());
        try
        {
            var end = padded.AsSpan().LastIndexOfAnyExcept((byte)0);
            return end >= 0 && padded[end] == PadMark ? padded[..end] : throw new SealBrokenException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    /// <summary>Seals text as UTF-8.</summary>
    /// <exception cref="ArgumentException">Too long, or a lone surrogate that would come back changed.</exception>
    public static byte[] SealText(string plain, DataKey key, CellAddress address, PadTo pad = PadTo.Text)
    {
        var bytes = Strict.GetBytes(plain);
        try
        {
            return Seal(bytes, key, address, pad);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <inheritdoc cref="Open"/>
    public static string OpenText(ReadOnlySpan<byte> sealedBytes, DataKey key, CellAddress address)
    {
        var bytes = Open(sealedBytes, key, address);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Sealed as bytes, read as text: the reason stays as unsaid as every other.
            throw new SealBrokenException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Which version of the key to fetch. Unauthenticated until the value opens; good for choosing only.</summary>
    /// <exception cref="SealBrokenException">Not an envelope.</exception>
    public static int KeyVersionOf(ReadOnlySpan<byte> sealedBytes) => Aead.KeyVersionOf(sealedBytes);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
