using CsvHelper;

namespace Causeway.ResourceDirectory;

/// <summary>
/// The rows of a CSV text. A quotation mark that is opened and not closed would swallow the rest of the file into one
/// cell; such a row is read alone, up to its line end, and reading goes on behind it.
/// </summary>
internal sealed class CsvRows(ReadOnlyMemory<byte> text, char separator, int firstLine, bool materialiseWide = true)
{
    // Every rescue scans ahead once more; after so many the file is taken line by line.
    private const int MaxRescues = 50;

    private readonly SortedSet<int> rescued = [];

    /// <summary>Lines with an unclosed quotation mark, after a reading.</summary>
    public IReadOnlyCollection<int> Rescued => rescued;

    public IEnumerable<RawRow> Read()
    {
        var start = 0;
        var line = firstLine;
        for (var rescues = 0; start < text.Length; rescues++)
        {
            var broken = -1;
            foreach (var (row, offset, isBroken) in Records(text[start..], line, lineBreaks: rescues < MaxRescues))
            {
                if (isBroken && rescues < MaxRescues)
                {
                    (broken, line) = (start + offset, row.Line);
                    break;
                }

                yield return row;
            }

            if (broken < 0)
            {
                yield break;
            }

            rescued.Add(line);
            var end = LineEnd(broken, out var next);
            foreach (var (row, _, _) in Records(text[broken..end], line, lineBreaks: false))
            {
                yield return row;
            }

            (start, line) = (next, line + 1);
        }
    }

    private IEnumerable<(RawRow Row, int Offset, bool IsBroken)> Records(ReadOnlyMemory<byte> part, int partLine, bool lineBreaks)
    {
        var malformed = false;
        using var reader = CsvReader.Create(part, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            TrimWhitespace = false,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = lineBreaks,
            DetectSeparatorHint = false,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = _ => malformed = true,
        });
        while (reader.Read())
        {
            var manyLines = malformed && reader.RawRecord.IndexOfAny((byte)'\r', (byte)'\n') >= 0;
            yield return (new RawRow((int)reader.LineNumber + partLine - 1, Cells(reader)), (int)reader.ByteOffset, manyLines);
            malformed = false;
        }
    }

    private string[] Cells(CsvReader reader)
    {
        var count = reader.FieldCount;
        if (count > ListReader.MaxColumns)
        {
            if (materialiseWide)
            {
                throw new ListLimitException(ListReader.TooManyColumns);
            }

            count = 1;
        }

        if (count == 0 || (count == 1 && reader.IsEmpty(0)))
        {
            return [];
        }

        var cells = new string[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = reader.GetString(i);
            if (cells[i].Length > ListReader.MaxCell && materialiseWide)
            {
                throw new ListLimitException(ListReader.CellTooLong((int)reader.LineNumber + firstLine - 1));
            }
        }

        return cells;
    }

    private int LineEnd(int from, out int next)
    {
        var rest = text.Span[from..];
        var length = rest.IndexOfAny((byte)'\r', (byte)'\n');
        if (length < 0)
        {
            next = text.Length;
            return text.Length;
        }

        var isPair = rest[length] == '\r' && length + 1 < rest.Length && rest[length + 1] == '\n';
        next = from + length + (isPair ? 2 : 1);
        return from + length;
    }
}
