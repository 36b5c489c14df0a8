namespace Causeway.ResourceDirectory;

/// <summary>
/// One pass over a sheet: how wide, how long, and where the header is. Lists often begin with a title, a date or an
/// explanation; those rows are kept apart, not read as people.
/// </summary>
internal static class SheetShaping
{
    private const int Look = 60;
    private const int DeepestHeader = 20;

    public static SheetShape Of(IEnumerable<RawRow> rows)
    {
        var first = new List<RawRow>(Look);
        int total = 0, blank = 0, width = 0;
        foreach (var row in rows)
        {
            if (row.IsBlank)
            {
                blank++;
                continue;
            }

            if (++total > ListReader.MaxRows)
            {
                throw new ListLimitException(ListReader.TooManyRows);
            }

            width = Math.Max(width, FilledWidth(row));
            if (first.Count < Look)
            {
                first.Add(row);
            }
        }

        var at = HeaderAt(first);
        var header = at < 0 ? null : first[at];
        var titles = first.Take(Math.Max(at, 0)).ToList();
        var columns = Enumerable.Range(0, width).Select(index => new SheetColumn(index, Heading(header, index))).ToList();
        return new SheetShape(columns, titles, header, total - titles.Count - (header is null ? 0 : 1), blank);
    }

    private static string? Heading(RawRow? header, int index)
    {
        var text = TextCleaning.OneLine(header?.Cell(index) ?? "");
        return text.Length == 0 ? null : text;
    }

    private static int FilledWidth(RawRow row)
    {
        for (var i = row.Cells.Count; i > 0; i--)
        {
            if (!string.IsNullOrWhiteSpace(row.Cells[i - 1]))
            {
                return i;
            }
        }

        return 0;
    }

    private static int HeaderAt(List<RawRow> first)
    {
        if (first.Count == 0)
        {
            return -1;
        }

        var filled = first.Select(Filled).ToList();
        var usual = filled.Order().ElementAt(filled.Count / 2);
        var best = -1;
        var bestScore = 0d;
        for (var i = 0; i < Math.Min(first.Count, DeepestHeader); i++)
        {
            var score = HeaderScore(first, i, usual);
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    private static int Filled(RawRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    /// <summary>Above zero: may be the header. Known words and a change of kind below it speak for it, data in it against.</summary>
    private static double HeaderScore(List<RawRow> rows, int at, int usual)
    {
        var cells = rows[at].Cells.Select(TextCleaning.OneLine).Where(cell => cell.Length > 0).ToList();
        if (cells.Count * 2 < usual || cells.Any(LooksLikeData))
        {
            return 0;
        }

        // A title such as "Contacts 2024" stands alone in its row; a header of one column needs a list of one column.
        if (cells.Count == 1 && usual > 1)
        {
            return 0;
        }

        var known = cells.Sum(cell => HeadingWords.Find(cell) is { } match ? match.Exact ? 1 : 0.5 : 0);
        var identifiers = cells.Count(cell => cell.Contains('_', StringComparison.Ordinal) && !cell.Contains(' ', StringComparison.Ordinal));
        var changes = CellsThatChangeKind(rows, at);
        var repeats = cells.Count - cells.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var speaks = known + (identifiers * 0.5) + changes - repeats;
        var needed = cells.Count == 1 ? 1 : Math.Min(2, cells.Count * 0.34);
        return speaks < needed ? 0 : Math.Min(1, speaks / cells.Count) + 0.5 - (at * 0.01);
    }

    private static double CellsThatChangeKind(List<RawRow> rows, int at)
    {
        var below = rows.Skip(at + 1).Take(20).ToList();
        var changes = 0;
        for (var i = 0; i < rows[at].Cells.Count && below.Count > 0; i++)
        {
            if (!string.IsNullOrWhiteSpace(rows[at].Cells[i]))
            {
                var values = below.Select(row => row.Cell(i).Trim()).Where(cell => cell.Length > 0).ToList();
                changes += values.Count > 0 && values.Count(LooksLikeData) * 2 > values.Count ? 1 : 0;
            }
        }

        return changes;
    }

    private static bool LooksLikeData(string cell) =>
        cell.Length > 80 || cell.Contains('@', StringComparison.Ordinal) || ValueShape.IsWeb(cell)
        || (cell.Any(char.IsAsciiDigit) && cell.Count(char.IsAsciiDigit) * 2 >= cell.Count(char.IsLetterOrDigit));
}
