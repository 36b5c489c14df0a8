using System.Buffers;
using System.Text;

namespace Causeway.Linkage;

/// <summary>
/// Reads and writes the plain files of the join command: UTF-8, comma, quotes doubled, the record id first. Lists as people
/// send them are read elsewhere.
/// </summary>
public static class CsvRecords
{
    private const int BufferSize = 1 << 16;

    /// <summary>Reads all records of a file.</summary>
    /// <exception cref="InvalidDataException">The file is empty, a quoted cell does not end, or a record has no id.</exception>
    public static RecordTable Read(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferSize);
        var cells = new CsvCells(reader);
        List<string> header = ReadHeader(cells);
        if (header.Count == 0)
        {
            throw new InvalidDataException("The file has no header line.");
        }

        var builder = new RecordTableBuilder([.. header.Skip(1)]);
        ReadRecords(cells, builder);
        return builder.Build();
    }

    private static List<string> ReadHeader(CsvCells cells)
    {
        var header = new List<string>();
        bool last = false;
        while (!last && cells.Next(out ReadOnlySpan<char> name, out last))
        {
            header.Add(name.Trim().ToString());
        }

        return header;
    }

    private static void ReadRecords(CsvCells cells, RecordTableBuilder builder)
    {
        int column = 0;
        int record = 0;
        while (cells.Next(out ReadOnlySpan<char> cell, out bool last))
        {
            bool emptyLine = column == 0 && last && cell.IsEmpty;
            if (column == 0 && !emptyLine)
            {
                record++;
                builder.StartRecord(cell.IsWhiteSpace() ? throw new InvalidDataException($"Record {record} has no id.") : cell.Trim().ToString());
            }
            else if (!emptyLine)
            {
                builder.SetCell(column - 1, cell);
            }

            column = last ? 0 : column + 1;
        }
    }

    /// <summary>Writes rows of cells under a header; cells with commas, quotes or line breaks are quoted.</summary>
    public static int Write(string path, string header, IEnumerable<(string First, string Second, string? Third)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize);
        writer.NewLine = "\n";
        writer.WriteLine(header);
        int count = 0;
        foreach ((string first, string second, string? third) in rows)
        {
            WriteCell(writer, first);
            writer.Write(',');
            WriteCell(writer, second);
            if (third is not null)
            {
                writer.Write(',');
                WriteCell(writer, third);
            }

            writer.Write('\n');
            count++;
        }

        return count;
    }

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private static void WriteCell(StreamWriter writer, string cell)
    {
        if (cell.AsSpan().IndexOfAny(Quoted) < 0)
        {
            writer.Write(cell);
            return;
        }

        writer.Write('"');
        writer.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
