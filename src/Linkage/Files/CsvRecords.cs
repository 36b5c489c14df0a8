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
        var header = new List<string>();
        while (cells.Next(out ReadOnlySpan<char> name, out bool last))
        {
            header.Add(name.Trim().ToString());
            if (last)
            {
                break;
            }
        }

        if (header.Count == 0)
        {
            throw new InvalidDataException("The file has no header line.");
        }

        var builder = new RecordTableBuilder([.. header.Skip(1)]);
        int column = 0;
        int line = 1;
        while (cells.Next(out ReadOnlySpan<char> cell, out bool last))
        {
            if (column == 0)
            {
                line++;
                if (last && cell.IsEmpty)
                {
                    continue;
                }

                builder.StartRecord(cell.IsWhiteSpace() ? throw new InvalidDataException($"Record {line - 1} has no id.") : cell.Trim().ToString());
            }
            else
            {
                builder.SetCell(column - 1, cell);
            }

            column = last ? 0 : column + 1;
        }

        return builder.Build();
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
