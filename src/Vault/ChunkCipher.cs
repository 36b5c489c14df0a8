using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Causeway.Vault;

/// <summary>
/// One file's cipher. Key: HKDF-SHA256(key, <c>causeway/v1/file/ID</c>). Nonce: 7 random bytes of the file ‖ chunk number
/// (4, big-endian) ‖ last-flag (1), so a chunk opens at its own place only (the STREAM construction of Hoang, Reyhanitabar,
/// Rogaway and Vizár, 2015). Additional data: the header, then the file's address.
/// </summary>
internal sealed class ChunkCipher : IDisposable
{
    public const int ChunkSize = 64 * 1024;
    public const int HeaderSize = Aead.HeaderSize + PrefixSize;
    public const int SealedChunkSize = ChunkSize + Aead.TagSize;

    private const byte Chunked = 2;
    private const int PrefixSize = 7;

    private readonly AesGcm _aes;
    private readonly byte[] _header;
    private readonly byte[] _bound;

    private ChunkCipher(byte[] header, DataKey key, CellAddress file)
    {
        using var fileKey = key.FileKey(file.RowId);
        _aes = new AesGcm(fileKey.Span, Aead.TagSize);
        _header = header;
        _bound = [.. header, .. file.ToBytes()];
    }

    public static ChunkCipher ToSeal(DataKey key, CellAddress file)
    {
        var header = new byte[HeaderSize];
        header[0] = Aead.FormatVersion;
        header[1] = Chunked;
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(2), key.Version);
        RandomNumberGenerator.Fill(header.AsSpan(Aead.HeaderSize));
        return new ChunkCipher(header, key, file);
    }

    public static ChunkCipher ToOpen(ReadOnlySpan<byte> first, DataKey key, CellAddress file) =>
        KeyVersionOf(first) == key.Version
            ? new ChunkCipher(first[..HeaderSize].ToArray(), key, file)
            : throw new SealBrokenException();

    public static int KeyVersionOf(ReadOnlySpan<byte> first) =>
        first.Length >= HeaderSize && first[0] == Aead.FormatVersion && first[1] == Chunked
            ? BinaryPrimitives.ReadInt32BigEndian(first[2..])
            : throw new SealBrokenException();

    /// <summary>The sealed chunk; the first one begins with the file's header.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, uint number, bool last)
    {
        var start = number == 0 ? HeaderSize : 0;
        var chunk = new byte[start + plain.Length + Aead.TagSize];
        _header.AsSpan(0, start).CopyTo(chunk);
        var body = chunk.AsSpan(start);
        Span<byte> nonce = stackalloc byte[Aead.NonceSize];
        WriteNonce(nonce, number, last);
        _aes.Encrypt(nonce, plain, body[..plain.Length], body[plain.Length..], _bound);
        return chunk;
    }

    public byte[] Open(ReadOnlySpan<byte> chunk, uint number, bool last)
    {
        var body = number == 0 ? chunk[HeaderSize..] : chunk;
        var length = body.Length - Aead.TagSize;

        // One file has one cut only: full chunks, and a last one that is empty only when the file is.
        if (length is < 0 or > ChunkSize || (last ? length == 0 && number > 0 : length != ChunkSize))
        {
            throw new SealBrokenException();
        }

        var plain = new byte[length];
        Span<byte> nonce = stackalloc byte[Aead.NonceSize];
        WriteNonce(nonce, number, last);
        try
        {
            _aes.Decrypt(nonce, body[..length], body[length..], plain, _bound);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealBrokenException();
        }
    }

    public void Dispose() => _aes.Dispose();

    private void WriteNonce(Span<byte> nonce, uint number, bool last)
    {
        _header.AsSpan(Aead.HeaderSize).CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[PrefixSize..], number);
        nonce[^1] = last ? (byte)1 : (byte)0;
    }
}
