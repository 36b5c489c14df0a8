using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

internal enum ListFormat
{
    Csv,
    Xlsx,
    Json,

    /// <summary>Tables packed together: the tabular form of a directory, or several lists at once.</summary>
    Zip,
}

/// <summary>A user's list, opened and measured. Rows are read anew from the file's bytes each time they are asked for.</summary>
/// <param name="Encoding">Web name of the encoding it was read with (<c>utf-8</c>, <c>windows-1252</c>); null for XLSX.</param>
/// <param name="Separator">CSV only.</param>
/// <param name="Notes">What a person should know about how the file was read.</param>
internal sealed record ListFile(
    string FileName,
    ListFormat Format,
    string? Encoding,
    char? Separator,
    IReadOnlyList<ListSheet> Sheets,
    IReadOnlyList<Wording> Notes);

/// <summary>The answer to opening a file: the list, or why not.</summary>
internal sealed record ListOpening(ListFile? File, Refusal? Refusal)
{
    public static ListOpening Of(ListFile file) => new(file, null);

    public static ListOpening No(Refusal refusal) => new(null, refusal);
}

/// <summary>One column as the sheet names it.</summary>
/// <param name="Index">0-based.</param>
/// <param name="Heading">As typed, trimmed; null when the column has none.</param>
/// <param name="Meaning">Told by the format itself, so that nothing is guessed; null for lists people keep.</param>
internal sealed record SheetColumn(int Index, string? Heading, ListColumn? Meaning = null)
{
    /// <summary>A, B … Z, AA: what a spreadsheet calls it.</summary>
    public string Letter => LetterOf(Index);

    private static string LetterOf(int index)
    {
        var letters = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}

/// <summary>One sheet (a CSV file is one sheet).</summary>
internal sealed class ListSheet(string name, bool hidden, SheetShape shape, Func<IEnumerable<RawRow>> rows)
{
    public string Name => name;

    /// <summary>Hidden in the spreadsheet program; offered last, never skipped in silence.</summary>
    public bool Hidden => hidden;

    public IReadOnlyList<SheetColumn> Columns => shape.Columns;

    /// <summary>The rows above the header: titles, dates, explanations. Kept to show.</summary>
    public IReadOnlyList<RawRow> TitleRows => shape.TitleRows;

    /// <summary>Null when the sheet starts with data at once.</summary>
    public RawRow? Header => shape.Header;

    /// <summary>Rows of data: neither title, header nor blank.</summary>
    public int RowCount => shape.RowCount;

    public int BlankRows => shape.BlankRows;

    /// <summary>The rows of data in the order of the file, streamed.</summary>
    public IEnumerable<RawRow> Rows()
    {
        var titles = shape.TitleRows.Select(row => row.Line).ToHashSet();
        return rows().Where(row => !row.IsBlank && row.Line != shape.Header?.Line && !titles.Contains(row.Line));
    }
}

/// <summary>What one pass over a sheet found.</summary>
internal sealed record SheetShape(
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<RawRow> TitleRows,
    RawRow? Header,
    int RowCount,
    int BlankRows);
