using System.IO.Compression;
using System.Text;
using Causeway.Kernel;

namespace Causeway.Persistence;

/// <summary>A file as it was chosen; without content it was larger than a file may be.</summary>
public sealed record ChosenFile(string Name, byte[]? Content);

/// <summary>A file that was looked into and is taken. Its title is the name it is shown and kept under, without the ending.</summary>
public sealed record BroughtFile(string Title, FileFormat Format, byte[] Content);

/// <summary>
/// The few kinds of file that are taken. What a file is, its bytes say; its name must say the same. Files with programs in
/// them are refused, and nothing here is ever shown inside a page: a reader gets it to keep.
/// </summary>
public sealed record FileFormat(string Ending, string ContentType, string Label)
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>What is chosen together goes in one commit, which holds so much.</summary>
    public const int MostBytesAtOnce = 24 << 20;
    public const int MostAtOnce = 10;
    public const int LongestTitle = 160;

    /// <summary>What a file field offers.</summary>
    public const string Accept = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.png,.jpg,.jpeg,.txt,.csv";
    public const string AcceptSheet = ".pdf,.png,.jpg,.jpeg";

    public static readonly Refusal OtherKind = new("paper.kind", "{0}: this kind of file is not taken. PDF, Word, Excel, PowerPoint, OpenDocument, pictures (PNG, JPEG), text and CSV are.", "Files", "");
    public static readonly Refusal OtherName = new("paper.other-name", "{0}: the file is not what its name says.", "Files", "");
    public static readonly Refusal TooLarge = new("paper.too-large", "{0}: a file may have 10 MB at most.", "Files", "");
    public static readonly Refusal Programs = new("paper.programs", "{0}: the file holds programs (macros). Save it without them.", "Files", "");
    public static readonly Refusal NoFile = new("paper.no-file", "Choose a file first.", "Files");
    public static readonly Refusal AtOnce = new("paper.at-once", "Choose {0} files at most, of {1} MB together.", "Files", MostAtOnce, MostBytesAtOnce >> 20);
    public static readonly Refusal Empty = new("paper.empty", "{0}: the file is empty.", "Files", "");

    private const int MostParts = 4000;

    private static readonly FileFormat[] All =
    [
        new(".pdf", "application/pdf", "PDF"),
        new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
        new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint"),
        new(".odt", "application/vnd.oasis.opendocument.text", "OpenDocument"),
        new(".ods", "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument"),
        new(".png", "image/png", "PNG"),
        new(".jpg", "image/jpeg", "JPEG"),
        new(".txt", "text/plain", "Text"),
        new(".csv", "text/csv", "CSV"),
    ];

    /// <summary>A sheet of paper, scanned or photographed.</summary>
    public bool FitsSheet => Ending is ".pdf" or ".png" or ".jpg";

    /// <summary>Null: no ending of ours.</summary>
    public static FileFormat? Of(string ending) => All.FirstOrDefault(f => f.Ending == ending);

    /// <summary>The file looked into, or why it is not taken.</summary>
    public static (BroughtFile? File, Refusal? Refusal) Look(ChosenFile chosen, string? title)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        // Some browsers send the whole path.
        var name = chosen.Name.Split('/', '\\')[^1];
        if (chosen.Content is not { } content)
        {
            return (null, TooLarge with { Values = [name] });
        }

        var ending = Path.GetExtension(name).ToLowerInvariant();
        ending = ending == ".jpeg" ? ".jpg" : ending;
        if (content.Length == 0 || Of(ending) is not { } claimed)
        {
            return (null, (content.Length == 0 ? Empty : OtherKind) with { Values = [name] });
        }

        var (found, programs) = EndingOf(content, ending);
        return programs ? (null, Programs with { Values = [name] })
            : found != ending ? (null, OtherName with { Values = [name] })
            : (new(Words(title) ?? Words(Path.GetFileNameWithoutExtension(name)) ?? claimed.Label, claimed, content), null);
    }

    // Control signs would break the head of a download apart; a long title is cut.
    private static string? Words(string? typed)
    {
        var words = new string([.. (typed ?? "").Where(c => !char.IsControl(c))]).Trim();
        return words.Length == 0 ? null : words.Length <= LongestTitle ? words : words[..LongestTitle];
    }

    private static (string? Ending, bool Programs) EndingOf(byte[] content, string ending) =>
        FileSignature.IsPdf(content) ? (".pdf", false)
        : FileSignature.IsPng(content) ? (".png", false)
        : FileSignature.IsJpeg(content) ? (".jpg", false)
        : content.AsSpan().StartsWith("PK"u8) ? Packed(content)
        : IsText(content) && ending is ".txt" or ".csv" ? (ending, false)
        : (null, false);

    // Only the list of parts is read, and of OpenDocument the one part that names its kind; nothing is unpacked.
    private static (string? Ending, bool Programs) Packed(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count is 0 or > MostParts)
            {
                return (null, false);
            }

            var parts = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var programs = parts.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || p.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || p.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase));
            var ending = parts.Contains("[Content_Types].xml")
                ? parts.Contains("word/document.xml") ? ".docx" : parts.Contains("xl/workbook.xml") ? ".xlsx" : parts.Contains("ppt/presentation.xml") ? ".pptx" : null
                : Named(zip);
            return (ending, programs && ending is not null);
        }
        catch (InvalidDataException)
        {
            return (null, false);
        }
    }

    private static string? Named(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: > 0 and < 100 } entry)
        {
            return null;
        }

        using var text = entry.Open();
        var bytes = new byte[100];
        var read = text.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var kind = Encoding.ASCII.GetString(bytes, 0, read);
        return All.FirstOrDefault(f => f.Label == "OpenDocument" && f.ContentType == kind)?.Ending;
    }

    // Wide letters have zeros in them and say so at their beginning.
    private static bool IsText(byte[] content) =>
        content.AsSpan().StartsWith(new byte[] { 0xFF, 0xFE }) || content.AsSpan().StartsWith(new byte[] { 0xFE, 0xFF })
        || !content.Any(b => b < 0x20 && b is not (0x09 or 0x0A or 0x0C or 0x0D));
}
