using System.Text;
using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>A CSV file of any dialect as one sheet.</summary>
internal static class CsvFile
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    public static ListOpening Open(byte[] bytes, string fileName, string? encodingName)
    {
        if (TextEncoding.ToUtf8(bytes, encodingName) is not { Utf8: var utf8, Encoding: var encoding })
        {
            return ListOpening.No(FileKind.NotText);
        }

        var hint = SeparatorHint(utf8.Span, out var start);
        var separator = hint ?? Sniff(utf8, fileName);
        var rows = new CsvRows(utf8[start..], separator, hint is null ? 1 : 2);
        var shape = SheetShaping.Of(rows.Read());
        return ListOpening.Of(new ListFile(
            fileName,
            ListFormat.Csv,
            encoding.WebName,
            separator,
            [new ListSheet(Path.GetFileNameWithoutExtension(fileName), hidden: false, shape, rows.Read)],
            Notes(encoding, rows)));
    }

    private static List<Wording> Notes(Encoding encoding, CsvRows rows)
    {
        var notes = new List<Wording>();
        if (encoding is not (UTF8Encoding or UnicodeEncoding))
        {
            notes.Add(new Wording("The file does not say how its letters are written; we read it as {0}. If names look wrong, save it as “CSV UTF-8”.", encoding.EncodingName));
        }

        if (rows.Rescued.Count > 0)
        {
            notes.Add(new Wording("A quotation mark is opened and never closed in line {0}. We read such lines one by one.", string.Join(", ", rows.Rescued.Take(10))));
        }

        return notes;
    }

    /// <summary>Excel's own first line: <c>sep=;</c>.</summary>
    private static char? SeparatorHint(ReadOnlySpan<byte> text, out int start)
    {
        start = 0;
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        var line = (end < 0 ? text : text[..end]).Trim((byte)'"');
        if (line.Length != 5 || !"sep="u8.SequenceEqual(line[..4]) || line[4] >= 0x80 || char.IsAsciiLetterOrDigit((char)line[4]))
        {
            return null;
        }

        start = end < 0 ? text.Length : end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        return (char)line[4];
    }

    /// <summary>The sign that cuts most rows into the same number of cells, more than one.</summary>
    private static char Sniff(ReadOnlyMemory<byte> text, string fileName)
    {
        var best = fileName.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';
        var bestScore = 0d;
        foreach (var separator in Separators)
        {
            var widths = new CsvRows(Head(text), separator, 1, materialiseWide: false).Read().Where(row => !row.IsBlank).Take(100).Select(row => row.Cells.Count).ToList();
            var score = Score(widths);
            if (score > bestScore)
            {
                (best, bestScore) = (separator, score);
            }
        }

        return best;
    }

    private static ReadOnlyMemory<byte> Head(ReadOnlyMemory<byte> text) => text.Length > 512 * 1024 ? text[..(512 * 1024)] : text;

    private static double Score(List<int> widths)
    {
        var usual = widths.Where(width => width > 1).GroupBy(width => width).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
        if (usual is null)
        {
            return 0;
        }

        // Agreement counts most; among equals the sign that finds more cells wins (commas inside a list of languages find fewer).
        var agreement = (double)usual.Count() / widths.Count;
        var cut = (double)widths.Count(width => width > 1) / widths.Count;
        return (agreement * 2) + cut + (Math.Min(usual.Key, 50) * 0.02);
    }
}
