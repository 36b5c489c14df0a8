using System.Globalization;
using ExcelDataReader;

namespace Causeway.ResourceDirectory;

/// <summary>The rows of one sheet, each cell as the text its owner sees.</summary>
internal sealed class XlsxRows(Func<IExcelDataReader> open, int sheet)
{
    private const long MostLooked = 500_000_000;

    public IEnumerable<RawRow> Read()
    {
        using var reader = open();
        for (var i = 0; i < sheet; i++)
        {
            reader.NextResult();
        }

        // A name merged over several rows holds for each of them; merged to the right it is a title and stays where it is.
        var merged = (reader.MergeCells ?? []).Where(range => range.ToRow > range.FromRow).ToList();
        var carried = new Dictionary<int, (string Text, int UntilRow)>();
        long looked = 0;
        for (var row = 0; reader.Read(); row++)
        {
            // One far cell makes every row of a sheet as wide; looking through a million of them would never end.
            looked += reader.FieldCount;
            if (looked > MostLooked)
            {
                throw new ListLimitException(ListReader.TooManyColumns);
            }

            var cells = Cells(reader, row + 1);
            foreach (var range in merged.Where(range => range.FromRow == row && range.FromColumn < cells.Count))
            {
                carried[range.FromColumn] = (cells[range.FromColumn], range.ToRow);
            }

            Carry(cells, carried, row);
            yield return new RawRow(row + 1, cells);
        }
    }

    private static void Carry(List<string> cells, Dictionary<int, (string Text, int UntilRow)> carried, int row)
    {
        foreach (var (column, (text, until)) in carried)
        {
            // A blank row inside the merged range stays blank: it holds nobody.
            if (row <= until && column < cells.Count && cells[column].Length == 0 && cells.Any(cell => cell.Length > 0))
            {
                cells[column] = text;
            }
            else if (row <= until && column == cells.Count && cells.Count > 0)
            {
                cells.Add(text);
            }
        }
    }

    private static List<string> Cells(IExcelDataReader reader, int row)
    {
        var filled = reader.FieldCount;
        while (filled > 0 && reader.GetValue(filled - 1) is null or "")
        {
            filled--;
        }

        if (filled > ListReader.MaxColumns)
        {
            throw new ListLimitException(ListReader.TooManyColumns);
        }

        var cells = new List<string>(filled);
        for (var i = 0; i < filled; i++)
        {
            cells.Add(Text(reader, i));
            if (cells[i].Length > ListReader.MaxCell)
            {
                throw new ListLimitException(ListReader.CellTooLong(row));
            }
        }

        return cells;
    }

    private static string Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        string text => text,
        double number => Number(number, reader.GetNumberFormatString(column)),
        int number => Number(number, reader.GetNumberFormatString(column)),
        bool yes => yes ? "TRUE" : "FALSE",
        DateTime moment => Moment(moment),
        TimeSpan time => time.ToString(time < TimeSpan.FromDays(1) ? @"hh\:mm" : @"d\.hh\:mm", CultureInfo.InvariantCulture),
        null => "",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Moment(DateTime moment) =>
        moment.Date == DateTime.FromOADate(0).Date ? moment.ToString("HH:mm", CultureInfo.InvariantCulture)
        : moment.TimeOfDay == TimeSpan.Zero ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A phone stored as a number must not become 4.1E+10, and keeps the zeros and the currency its format shows.</summary>
    private static string Number(double number, string? format)
    {
        var whole = Math.Abs(number) < 1e15 && Math.Floor(number) == number;
        var plain = number.ToString(whole ? "0" : "0.##########", CultureInfo.InvariantCulture);
        if (string.IsNullOrEmpty(format))
        {
            return plain;
        }

        if (whole && number >= 0 && format.Length > 1 && format.All(sign => sign == '0'))
        {
            return plain.PadLeft(format.Length, '0');
        }

        if (format.Contains('%', StringComparison.Ordinal))
        {
            return (number * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";
        }

        // [$€-407] and [$CHF] name a currency; a bare sign does too.
        var currency = "€£¥$₩₫₽₺₹₴".FirstOrDefault(sign => format.Contains(sign, StringComparison.Ordinal)
            && !(sign == '$' && format.Contains("[$", StringComparison.Ordinal) && !format.Contains("[$$", StringComparison.Ordinal)));
        return currency == default ? plain : $"{plain} {currency}";
    }
}
