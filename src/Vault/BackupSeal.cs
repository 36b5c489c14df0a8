using System.Security.Cryptography;

namespace Causeway.Vault;

/// <summary>A backup was sealed to another key. Names the key that is needed (K5); no secret.</summary>
public sealed class WrongRecipientException : Exception
{
    internal WrongRecipientException(string needed, string given)
        : base($"This backup was sealed to the key {needed}; the key given is {given}.") => NeededKey = needed;

    /// <summary>See <see cref="RecipientPublicKey.Id"/>.</summary>
    public string NeededKey { get; }
}

/// <summary>
/// Seals a backup to a public key, streaming, so that neither the host nor whoever finds the file can open it (R62).
/// </summary>
/// <remarks>
/// <c>"CWBACKUP"(8) ver(1)=1 recipient(16) key(115) content</c>: a fresh 32-byte content key in the form of
/// <see cref="PublicSeal"/> with context <c>backup|v1|RECIPIENT</c>, then a file in the form of <see cref="ChunkSealer"/> at
/// address <c>v1|backup|content|RECIPIENT|||</c>. Not hidden: the length, and to whom it was sealed. Anybody with the public
/// key can make one: where a backup comes from must be known otherwise.
/// </remarks>
public static class BackupSeal
{
    private const int HeaderSize = 8 + 1 + RecipientPublicKey.IdSize + PublicSeal.Overhead + KeyBytes.Size;

    public static async Task SealAsync(Stream plain, Stream sealedBackup, RecipientPublicKey to, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        var id = new Guid(to.IdBytes, bigEndian: true);
        using var key = DataKey.New(id, "backup", id);
        await sealedBackup.WriteAsync(Header(key, to), ct);
        await ChunkSealer.SealAsync(plain, sealedBackup, key, Address(id), ct);
    }

    /// <summary>Write to a place of its own and use it only when this returns: on an exception the output is worthless.</summary>
    /// <exception cref="InvalidDataException">Not a sealed backup, or of a later form.</exception>
    /// <exception cref="WrongRecipientException">Sealed to another key.</exception>
    /// <exception cref="SealBrokenException">Cut off or changed.</exception>
    public static async Task OpenAsync(Stream sealedBackup, Stream plain, RecipientPrivateKey key, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var header = new byte[HeaderSize];
        var length = await sealedBackup.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false, ct);
        using var content = ContentKey(header.AsSpan(0, length), key);
        await ChunkOpener.OpenAsync(sealedBackup, plain, content, Address(content.Id), ct);
    }

    private static ReadOnlySpan<byte> Magic => "CWBACKUP\u0001"u8;

    private static byte[] Header(DataKey key, RecipientPublicKey to) =>
        [.. Magic, .. to.IdBytes, .. PublicSeal.Seal(key.Bytes, to, Context(to.Id))];

    private static DataKey ContentKey(ReadOnlySpan<byte> header, RecipientPrivateKey key)
    {
        if (!header.StartsWith(Magic))
        {
            throw new InvalidDataException("This is not a sealed backup this version of Causeway can read.");
        }

        if (header.Length < HeaderSize)
        {
            throw new SealBrokenException();
        }

        var recipient = header.Slice(Magic.Length, RecipientPublicKey.IdSize);
        var needed = Convert.ToHexStringLower(recipient);
        if (!string.Equals(needed, key.Public.Id, StringComparison.Ordinal))
        {
            throw new WrongRecipientException(needed, key.Public.Id);
        }

        var plain = PublicSeal.Open(header[(Magic.Length + RecipientPublicKey.IdSize)..], key, Context(needed));
        try
        {
            var id = new Guid(recipient, bigEndian: true);
            return new DataKey(id, "backup", id, 1, KeyBytes.CopyOf(plain));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static string Context(string recipient) => $"backup|v1|{recipient}";

    private static CellAddress Address(Guid id) => new("backup", "content", id, null, null, null);
}
