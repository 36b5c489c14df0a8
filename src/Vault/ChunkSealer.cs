using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Causeway.Vault;

/// <summary>
/// Seals a file of any length in chunks of 64 KiB without holding more than two of them in memory.
/// </summary>
/// <remarks>
/// First chunk: <c>ver(1)=1 alg(1)=2 keyVer(4, big-endian) prefix(7) ciphertext tag(16)</c>; further ones: <c>ciphertext
/// tag(16)</c>. All but the last hold 65,536 bytes; an empty file is one empty chunk. The chunks one after the other are
/// the sealed file. Cutting, reordering, doubling and exchanging chunks all fail. Not hidden: the length.
/// </remarks>
public static class ChunkSealer
{
    /// <summary>Plaintext bytes in every chunk but the last.</summary>
    public const int ChunkSize = ChunkCipher.ChunkSize;

    /// <summary>Bytes of overhead: 13 for the file and 16 for each chunk.</summary>
    public static long SealedLength(long plainLength) =>
        plainLength + ChunkCipher.HeaderSize + (Math.Max(1, (plainLength + ChunkSize - 1) / ChunkSize) * Aead.TagSize);

    /// <param name="file">Address of the content; its row id is the file's id. A file that is replaced may keep its id.</param>
    /// <returns>At least one chunk, in order; each may be stored as a row of its own.</returns>
    public static async IAsyncEnumerable<byte[]> SealAsync(
        Stream plain, DataKey key, CellAddress file, [EnumeratorCancellation] CancellationToken ct = default)
    {
        using var cipher = ChunkCipher.ToSeal(key, file);
        var (now, next) = (new byte[ChunkSize], new byte[ChunkSize]);
        try
        {
            var length = await plain.ReadAtLeastAsync(now, ChunkSize, throwOnEndOfStream: false, ct);
            for (uint number = 0; ; number = checked(number + 1))
            {
                // Whether a full chunk is the last one shows only when nothing follows.
                var following = length < ChunkSize
                    ? 0
                    : await plain.ReadAtLeastAsync(next, ChunkSize, throwOnEndOfStream: false, ct);
                yield return cipher.Seal(now.AsSpan(0, length), number, last: following == 0);
                if (following == 0)
                {
                    yield break;
                }

                (now, next, length) = (next, now, following);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(now);
            CryptographicOperations.ZeroMemory(next);
        }
    }

    /// <summary>Seals into one stream.</summary>
    public static async Task SealAsync(Stream plain, Stream sealedFile, DataKey key, CellAddress file, CancellationToken ct = default)
    {
        await foreach (var chunk in SealAsync(plain, key, file, ct))
        {
            await sealedFile.WriteAsync(chunk, ct);
        }
    }
}

/// <summary>Opens what <see cref="ChunkSealer"/> sealed.</summary>
public static class ChunkOpener
{
    /// <summary>
    /// Each chunk is checked before it comes out, but that the file is whole is known only when the enumeration ends
    /// without an exception: keep what came so far apart until then, or be ready to break off the answer.
    /// </summary>
    /// <param name="chunks">In the order they were sealed.</param>
    /// <exception cref="SealBrokenException">Wrong key or address; a chunk missing, doubled, moved, changed or of another file.</exception>
    public static async IAsyncEnumerable<byte[]> OpenAsync(
        IAsyncEnumerable<byte[]> chunks, DataKey key, CellAddress file, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var source = chunks.GetAsyncEnumerator(ct);
        if (!await source.MoveNextAsync())
        {
            throw new SealBrokenException();
        }

        var chunk = source.Current;
        using var cipher = ChunkCipher.ToOpen(chunk, key, file);
        for (uint number = 0; ; number = checked(number + 1))
        {
            var more = await source.MoveNextAsync();
            yield return cipher.Open(chunk, number, last: !more);
            if (!more)
            {
                yield break;
            }

            chunk = source.Current;
        }
    }

    /// <summary>Opens from one stream into another. On an exception the output is worthless and must be thrown away.</summary>
    /// <inheritdoc cref="OpenAsync(IAsyncEnumerable{byte[]}, DataKey, CellAddress, CancellationToken)" path="/exception"/>
    public static async Task OpenAsync(Stream sealedFile, Stream plain, DataKey key, CellAddress file, CancellationToken ct = default)
    {
        await foreach (var part in OpenAsync(Cut(sealedFile, ct), key, file, ct))
        {
            await plain.WriteAsync(part, ct);
            CryptographicOperations.ZeroMemory(part);
        }
    }

    /// <summary>Version of the key, read off the first chunk; unauthenticated, good for choosing a key only.</summary>
    /// <exception cref="SealBrokenException">Not the first chunk of a sealed file.</exception>
    public static int KeyVersionOf(ReadOnlySpan<byte> firstChunk) => ChunkCipher.KeyVersionOf(firstChunk);

    private static async IAsyncEnumerable<byte[]> Cut(Stream sealedFile, [EnumeratorCancellation] CancellationToken ct)
    {
        var size = ChunkCipher.HeaderSize + ChunkCipher.SealedChunkSize;
        while (true)
        {
            var chunk = new byte[size];
            var length = await sealedFile.ReadAtLeastAsync(chunk, size, throwOnEndOfStream: false, ct);
            if (length == 0)
            {
                yield break;
            }

            yield return length == size ? chunk : chunk[..length];
            size = ChunkCipher.SealedChunkSize;
        }
    }
}
