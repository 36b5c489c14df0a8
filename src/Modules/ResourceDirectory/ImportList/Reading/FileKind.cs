using System.Text;
using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>Ending and first bytes must tell the same story before any parser sees the file.</summary>
internal static class FileKind
{
    public static readonly Refusal NotAllowed =
        new("list.kind-not-allowed", "We read Excel (.xlsx), CSV, and directories as JSON or as a zip of tables. Save your list as one of these and choose it again.", "File");

    public static readonly Refusal OldExcel =
        new("list.old-excel", "This is a spreadsheet of the old kind. Open it, save it as “Excel workbook (.xlsx)” or CSV, and choose that file.", "File");

    public static readonly Refusal Macros =
        new("list.macros", "This spreadsheet can carry programs (macros). Save it as “Excel workbook (.xlsx)” or CSV and choose that file.", "File");

    public static readonly Refusal OpenDocument =
        new("list.open-document", "This is an OpenDocument or Numbers file. Save it as .xlsx or CSV and choose that file.", "File");

    public static readonly Refusal Protected =
        new("list.protected", "This spreadsheet is locked with a password, or of the old kind. Save it as .xlsx without a password and choose that file.", "File");

    public static readonly Refusal NotXlsx =
        new("list.not-xlsx", "The name of this file ends in .xlsx, but it is no such spreadsheet. Save it again as .xlsx or CSV.", "File");

    public static readonly Refusal NotZip =
        new("list.not-zip", "The name of this file ends in .zip, but it is no such archive. Pack the tables again, or choose them one by one.", "File");

    public static readonly Refusal NotText =
        new("list.not-text", "The name of this file says it is text, but inside it is something else. Save your list again as CSV or .xlsx.", "File");

    public static readonly Refusal WebPage =
        new("list.web-page", "This file is a web page or XML, not a list. Open it in your spreadsheet program and save it as .xlsx or CSV.", "File");

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    // First bytes of kinds that are sometimes renamed to .csv: zip, old Office, PDF, PNG, JPEG, GIF, gzip, 7z, RAR, RTF, ELF, Windows program.
    private static readonly byte[][] NeverText =
    [
        Zip, OldOffice, [0x50, 0x4B, 0x05, 0x06], "%PDF"u8.ToArray(), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], "GIF8"u8.ToArray(),
        [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], "Rar!"u8.ToArray(), "{\\rtf"u8.ToArray(), [0x7F, 0x45, 0x4C, 0x46], [0x4D, 0x5A, 0x90, 0x00],
    ];

    public static Refusal? Check(ReadOnlySpan<byte> bytes, string ending, bool isTextEnding)
    {
        if (bytes.IsEmpty)
        {
            return ListReader.Empty;
        }

        return ending switch
        {
            _ when isTextEnding => CheckText(bytes),
            ".xlsx" when bytes.StartsWith(Zip) => null,
            ".xlsx" when bytes.StartsWith(OldOffice) => Protected,
            ".xlsx" => NotXlsx,
            ".zip" when bytes.StartsWith(Zip) => null,
            ".zip" => NotZip,
            ".xls" or ".xlt" => OldExcel,
            ".xlsm" or ".xlsb" or ".xltm" or ".xlam" => Macros,
            ".ods" or ".fods" or ".numbers" => OpenDocument,
            ".htm" or ".html" or ".xml" => WebPage,
            _ => NotAllowed,
        };
    }

    private static Refusal? CheckText(ReadOnlySpan<byte> bytes)
    {
        foreach (var magic in NeverText)
        {
            if (bytes.StartsWith(magic))
            {
                return NotText;
            }
        }

        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n');
        string[] markup = ["<!doctype", "<html", "<?xml", "<table", "<svg", "<script", "<body", "<meta"];
        return markup.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) ? WebPage : null;
    }
}
