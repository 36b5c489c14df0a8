using System.IO.Compression;
using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>Looks through a zip of tables before anything in it is read. What the archive says of its own sizes is not believed.</summary>
internal static class PackageGate
{
    // Tables are joined in memory, so together they may be as large as one list and no larger.
    private const long MaxUnpacked = ListReader.MaxBytes;

    public static readonly Refusal Bomb =
        new("list.zip-unpacks-too-large", "This zip unpacks to far more than a list holds. Choose its tables one by one.", "File");

    public static readonly Refusal Strange =
        new("list.zip-strange", "This zip holds parts that do not belong in a list, or is locked with a password. Pack only the tables and choose that file.", "File");

    public static readonly Refusal NoTables =
        new("list.zip-no-tables", "There is no table in this zip. Pack CSV tables (.csv), or choose the spreadsheet itself.", "File");

    public static Refusal? Check(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count > SpreadsheetGate.MaxEntries ? Bomb : archive.Entries.Any(SpreadsheetGate.IsOdd) || HasTwins(archive) ? Strange : CheckContent(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return FileKind.NotZip;
        }
    }

    /// <summary>The files of a checked zip by their bare names; what a computer adds of its own is left out.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Parts(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var parts = new List<(string, byte[])>();
        foreach (var entry in archive.Entries.Where(IsFile))
        {
            using var content = entry.Open();


            // The check has counted that this is its real length.
            var kept = new byte[entry.Length];
            content.ReadExactly(kept);
            parts.Add((entry.Name, kept));
        }

        return parts;
    }

    private static bool IsFile(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && entry.Length > 0 && !entry.Name.StartsWith('.') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase);

    // Two tables of one name in different folders: nobody could say which is meant.
    private static bool HasTwins(ZipArchive archive)
    {
        var names = archive.Entries.Where(IsFile).Select(entry => entry.Name).ToList();
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Count;
    }

    private static Refusal? CheckContent(ZipArchive archive)
    {
        long total = 0;
        var buffer = new byte[81_920];
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            var isFirst = true;
            long own = 0;
            int count;
            while ((count = content.Read(buffer)) > 0)
            {
                if (isFirst && SpreadsheetGate.IsArchive(buffer.AsSpan(0, count)))
                {
                    return Strange;
                }

                isFirst = false;
                total += count;
                own += count;
                if (total > MaxUnpacked)
                {
                    return Bomb;
                }
            }

            if (own != entry.Length)
            {
                return Strange;
            }
        }

        return null;
    }
}
