using System.IO.Compression;
using System.Xml;
using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Looks through the zip of a spreadsheet before the parser does. What the archive says about its own sizes is not
/// believed: everything is unpacked once into nothing and counted.
/// </summary>
internal static class SpreadsheetGate
{
    public const int MaxEntries = 1_000;
    public const long MaxUnpacked = 200L * 1024 * 1024;
    public const int MaxRatio = 100;

    // A text without any tag; a spreadsheet program ends a cell at 32,767 letters, and the parser would hold it whole.
    private const long MaxRun = 1024 * 1024;

    // All words of a workbook are held in memory at once while its rows stream by.
    private const long MaxWords = 48L * 1024 * 1024;

    // Small parts of plain XML squeeze well; a ratio says something only above this size.
    private const long RatioCountsFrom = 1024 * 1024;

    public static readonly Refusal Bomb =
        new("list.unpacks-too-large", "This spreadsheet unpacks to far more than a list holds. Copy the rows into a new spreadsheet and choose that file.", "File");

    public static readonly Refusal Strange =
        new("list.strange-archive", "This spreadsheet holds parts that do not belong in one. Copy the rows into a new spreadsheet and choose that file.", "File");

    private static readonly byte[][] Archives =
    [
        [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B, 0x08], [0x37, 0x7A, 0xBC, 0xAF], [0x52, 0x61, 0x72, 0x21], [0x42, 0x5A, 0x68],
        [0xD0, 0xCF, 0x11, 0xE0], [0xFD, 0x37, 0x7A, 0x58],
    ];

    public static Refusal? Check(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries)
            {
                return Bomb;
            }

            return CheckNames(archive) ?? CheckContent(archive, bytes.Length);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return FileKind.NotXlsx;
        }
    }

    /// <summary>A part that would leave the archive, is a link, or is locked.</summary>
    public static bool IsOdd(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');

        // Symbolic links carry their kind in the upper half of the outer attributes (0xA000 = link).
        var isLink = ((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000;
        return name.Split('/').Contains("..") || name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || isLink || entry.IsEncrypted;
    }

    public static bool IsArchive(ReadOnlySpan<byte> start)
    {
        foreach (var magic in Archives)
        {
            if (start.StartsWith(magic))
            {
                return true;
            }
        }

        return false;
    }

    private static Refusal? CheckNames(ZipArchive archive)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName.Replace('\\', '/');
            if (IsOdd(entry) || !seen.Add(name))
            {
                return Strange;
            }

            if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase))
            {
                return FileKind.Macros;
            }
        }

        return seen.Contains("[Content_Types].xml") && seen.Any(name => name.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)) ? null : FileKind.NotXlsx;
    }

    private static Refusal? CheckContent(ZipArchive archive, long packed)
    {
        long total = 0;
        var buffer = new byte[81_920];
        foreach (var entry in archive.Entries)
        {
            using (var start = entry.Open())
            {
                var head = new byte[8];
                var read = start.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
                if (IsArchive(head.AsSpan(0, read)))
                {
                    return Strange;
                }
            }

            using var content = entry.Open();
            long own = 0, run = 0;
            int count;
            var isXml = IsXml(entry.FullName);
            while ((count = content.Read(buffer)) > 0)
            {
                run = isXml ? LongestRun(buffer.AsSpan(0, count), run) : 0;
                own += count;
                total += count;
                var ratioBroken = (own > RatioCountsFrom && own > MaxRatio * Math.Max(entry.CompressedLength, 1)) || (total > RatioCountsFrom && total > MaxRatio * packed);
                if (total > MaxUnpacked || ratioBroken || run > MaxRun || (own > MaxWords && entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)))
                {
                    return Bomb;
                }
            }

            if (isXml && !IsPlainXml(entry))
            {
                return Strange;
            }
        }

        return null;
    }

    /// <summary>How long the text without a tag is at the end of this piece, or was at its longest if that is too long.</summary>
    private static long LongestRun(ReadOnlySpan<byte> piece, long before)
    {
        var run = before;
        while (!piece.IsEmpty && run <= MaxRun)
        {
            var tag = piece.IndexOf((byte)'<');
            run += tag < 0 ? piece.Length : tag;
            if (tag < 0 || run > MaxRun)
            {
                break;
            }

            run = 0;
            piece = piece[(tag + 1)..];
        }

        return run;
    }

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    /// <summary>A document type can stand only before the root element, so reading up to there finds every one.</summary>
    private static bool IsPlainXml(ZipArchiveEntry entry)
    {
        try
        {
            using var reader = XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
            reader.MoveToContent();
            return reader.NodeType == XmlNodeType.Element;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
