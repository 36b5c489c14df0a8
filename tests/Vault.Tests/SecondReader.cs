using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Causeway.Vault.Tests;

/// <summary>
/// A second, minimal reader of the formats, from their description alone (K15). It shares with the program only raw AES
/// blocks and HMAC: key derivation (RFC 5869) and GCM (NIST SP 800-38D) are its own.
/// </summary>
internal static class SecondReader
{
    public static byte[]? Envelope(byte[] sealedBytes, byte[] key, string address)
    {
        var plain = Gcm(Hkdf(key, "causeway/v1/field"), sealedBytes[6..18], sealedBytes[18..], [.. sealedBytes[..6], .. Encoding.ASCII.GetBytes(address)]);
        return plain?[..Array.LastIndexOf(plain, (byte)0x80)];
    }

    public static byte[]? WrappedKey(byte[] sealedBytes, byte[] root, string address) =>
        Gcm(Hkdf(root, "causeway/v1/wrap"), sealedBytes[6..18], sealedBytes[18..], [.. sealedBytes[..6], .. Encoding.ASCII.GetBytes(address)]);

    public static byte[]? File(byte[] sealedFile, byte[] key, Guid file, string address)
    {
        var fileKey = Hkdf(key, $"causeway/v1/file/{file}");
        byte[] bound = [.. sealedFile[..13], .. Encoding.ASCII.GetBytes(address)];
        var plain = new List<byte>();
        var chunks = sealedFile[13..].Chunk(65536 + 16).ToList();
        for (var i = 0; i < chunks.Count; i++)
        {
            var nonce = new byte[12];
            sealedFile.AsSpan(6, 7).CopyTo(nonce);
            BinaryPrimitives.WriteInt32BigEndian(nonce.AsSpan(7), i);
            nonce[11] = i == chunks.Count - 1 ? (byte)1 : (byte)0;
            if (Gcm(fileKey, nonce, chunks[i], bound) is not { } part)
            {
                return null;
            }

            plain.AddRange(part);
        }

        return [.. plain];
    }

    private static byte[] Hkdf(byte[] key, string info)
    {
        var prk = HMACSHA256.HashData(new byte[32], key);
        byte[] block = [.. Encoding.UTF8.GetBytes(info), 1];
        return HMACSHA256.HashData(prk, block);
    }

    private static byte[]? Gcm(byte[] key, byte[] nonce, byte[] text, byte[] bound)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var (cipher, tag) = (text[..^16], text[^16..]);
        var h = BinaryPrimitives.ReadUInt128BigEndian(aes.EncryptEcb(new byte[16], PaddingMode.None));
        var sum = Absorb(Absorb(0, bound, h), cipher, h);
        sum = Multiply(sum ^ (((UInt128)(ulong)bound.Length * 8) << 64) ^ ((ulong)cipher.Length * 8), h);
        var mask = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(mask, sum);
        if (!Mix(mask, Stream(aes, nonce, 1, 16)).SequenceEqual(tag))
        {
            return null;
        }

        return Mix(cipher, Stream(aes, nonce, 2, cipher.Length));
    }

    private static byte[] Stream(Aes aes, byte[] nonce, int counter, int length)
    {
        var blocks = new byte[(length + 15) / 16 * 16];
        for (var at = 0; at < blocks.Length; at += 16)
        {
            nonce.CopyTo(blocks, at);
            BinaryPrimitives.WriteInt32BigEndian(blocks.AsSpan(at + 12), counter++);
        }

        return aes.EncryptEcb(blocks, PaddingMode.None)[..length];
    }

    private static byte[] Mix(byte[] a, byte[] b) => [.. a.Zip(b, (x, y) => (byte)(x ^ y))];

    private static UInt128 Absorb(UInt128 sum, byte[] bytes, UInt128 h)
    {
        foreach (var chunk in bytes.Chunk(16))
        {
            var block = new byte[16];
            chunk.CopyTo(block, 0);
            sum = Multiply(sum ^ BinaryPrimitives.ReadUInt128BigEndian(block), h);
        }

        return sum;
    }

    private static UInt128 Multiply(UInt128 x, UInt128 y)
    {
        UInt128 z = 0;
        var reduce = (UInt128)0xe1 << 120;
        for (var bit = 127; bit >= 0; bit--)
        {
            z ^= ((x >> bit) & 1) == 1 ? y : 0;
            y = (y & 1) == 1 ? (y >> 1) ^ reduce : y >> 1;
        }

        return z;
    }
}
