using System.Security.Cryptography;
using System.Text;

namespace Causeway.Host;

/// <summary>
/// A digest of the whole backup, kept as the archive's own comment: any zip program still opens it, and one changed or
/// missing byte anywhere is found before anything is restored. It shows accidents; only a sealed backup shows intent.
/// </summary>
internal static class BackupMark
{
    private const int Length = 64;

    /// <summary>Marks a finished archive without a comment.</summary>
    public static async Task AddAsync(string archive, CancellationToken ct)
    {
        await using var file = new FileStream(archive, FileMode.Open, FileAccess.ReadWrite);
        // The last two bytes of an archive tell how long its comment is.
        file.Seek(-2, SeekOrigin.End);
        file.Write([Length, 0]);
        file.Position = 0;
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(Encoding.ASCII.GetBytes(digest), ct);
    }

    /// <exception cref="InvalidDataException">Changed, cut, or never a backup.</exception>
    public static async Task DemandAsync(string archive, CancellationToken ct)
    {
        await using var file = File.OpenRead(archive);
        if (file.Length > 2 && (file.ReadByte(), file.ReadByte()) != ('P', 'K'))
        {
            throw new InvalidDataException("It is sealed, or no backup: a sealed one needs its private key (--key).");
        }

        if (file.Length <= Length)
        {
            throw new InvalidDataException("It is cut off.");
        }

        var tail = new byte[Length];
        file.Seek(-Length, SeekOrigin.End);
        await file.ReadExactlyAsync(tail, ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var left = file.Length - Length;
        file.Position = 0;
        while (left > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), ct);
            if (read == 0)
            {
                throw new InvalidDataException("It is cut off.");
            }

            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        if (!tail.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()))))
        {
            throw new InvalidDataException("It is damaged: its digest does not fit.");
        }
    }
}
