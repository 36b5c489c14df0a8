namespace Causeway.ResourceDirectory;

/// <summary>
/// Lists are cut into sections by a line such as "Doctors and health" and end with a remark. Such a row fills one cell of
/// a wide table. It is held rather than dropped: a helpline of which only the name is known looks the same.
/// </summary>
internal static class LoneHeading
{
    private const int WideTable = 4;

    // Where many rows have one cell filled, a lone cell is how this list is kept.
    private const double TooOften = 0.5;

    // With as many digits a number to call may stand in the cell.
    private const int DigitsOfPhone = 5;

    /// <summary>The index of the only filled cell, or -1.</summary>
    public static int OnlyFilled(RawRow row)
    {
        var found = -1;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(row.Cells[i]))
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = i;
            }
        }

        return found;
    }

    public static HeldReason? Find(RawRow row, IReadOnlyList<ColumnReading> columns, UnderstoodValues values)
    {
        var index = OnlyFilled(row);
        if (columns.Count < WideTable || index < 0 || !StandsInFront(index, columns) || columns.FirstOrDefault(column => column.Index == index)?.Alone is not < TooOften)
        {
            return null;
        }

        var text = TextCleaning.OneLine(row.Cell(index));
        var isReached = values.Phones.Count + values.Emails.Count + values.Websites.Count > 0 || text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsDigit) >= DigitsOfPhone;
        return isReached || !text.Any(char.IsLetter) || values.People.Any(person => person.Title is not null)
            ? null
            : new HeldReason("row.heading", new Wording("This looks like a heading or a remark, not a person or service: {0}", text));
    }

    // In the first column, or in the first that holds text where numbers or ticks stand before it.
    private static bool StandsInFront(int index, IReadOnlyList<ColumnReading> columns) =>
        index == 0 || index == columns.FirstOrDefault(column => column.Column is not (ListColumn.RecordId or ListColumn.Unknown or ListColumn.KeepOnly))?.Index;
}
