using System.Text;

namespace Causeway.Instruments;

/// <summary>Cells and rows of RFC 4180; reads commas, semicolons and tabs, and tells on which line a row began.</summary>
internal static class CsvText
{
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    public static (IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows, Fault? Broken) Read(string text)
    {
        var reading = new Reading(text.TrimStart('\uFEFF'));
        while (reading.More)
        {
            if (reading.Row() is { } broken)
            {
                return ([], broken);
            }
        }

        return (reading.Rows, null);
    }

    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create("\",;\r\n\t");

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(Quoted) < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private sealed class Reading(string text)
    {
        private readonly char _between = Separator(text);
        private int _at;
        private int _line = 1;

        public List<(int Line, IReadOnlyList<string> Cells)> Rows { get; } = [];

        public bool More => _at < text.Length;

        public Fault? Row()
        {
            var (line, cells) = (_line, new List<string>());
            while (true)
            {
                var (cell, whole) = Next();
                if (!whole)
                {
                    return new(line, "A quotation mark is opened here and not closed.");
                }

                cells.Add(cell);
                if (!More || text[_at] != _between)
                {
                    break;
                }

                _at++;
            }

            if (More && text[_at] is not ('\r' or '\n'))
            {
                return new(_line, "After a closing quotation mark the cell must end.");
            }

            EndLine();
            Rows.Add((line, cells));
            return null;
        }

        private (string Cell, bool Whole) Next()
        {
            if (!More || text[_at] != '"')
            {
                var start = _at;
                while (More && text[_at] != _between && text[_at] is not ('\r' or '\n'))
                {
                    _at++;
                }

                return (text[start.._at], true);
            }

            var cell = new StringBuilder();
            for (_at++; More; _at++)
            {
                if (text[_at] == '"')
                {
                    _at++;
                    if (!More || text[_at] != '"')
                    {
                        return (cell.ToString(), true);
                    }
                }

                _line += text[_at] == '\n' ? 1 : 0;
                cell.Append(text[_at]);
            }

            return ("", false);
        }

        private void EndLine()
        {
            _at += More && text[_at] == '\r' ? 1 : 0;
            _at += More && text[_at] == '\n' ? 1 : 0;
            _line++;
        }

        // The first line holds names of columns only, so whatever stands most often between them is what stands between cells.
        private static char Separator(string text)
        {
            var head = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length);
            return head.Count(';') > head.Count(',') ? ';' : head.Count('\t') > head.Count(',') ? '\t' : ',';
        }
    }
}
