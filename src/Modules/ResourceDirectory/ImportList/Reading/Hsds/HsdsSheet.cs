using Causeway.Kernel;

namespace Causeway.ResourceDirectory;

/// <summary>Rows laid out in the fixed columns, as a sheet like any other: preview, corrections and later imports need know nothing of HSDS.</summary>
internal static class HsdsSheet
{
    public static readonly Refusal TooMuch =
        new("list.unfolds-too-large", "The records of this file repeat each other so often that they become far more than a list holds. Fetch it in parts and choose them one by one.", "File");

    // Far above any real directory of 25 MB; an organisation said again for each of its services must not multiply without end.
    private const long MostSigns = 150_000_000;

    public static ListSheet Of(string name, Func<IEnumerable<string[]>> rows)
    {
        var filled = new bool[HsdsColumns.Count];
        var count = 0;
        long signs = 0;
        foreach (var row in rows())
        {
            for (var i = 0; i < filled.Length; i++)
            {
                filled[i] |= row[i].Length > 0;
                signs += row[i].Length;
                if (row[i].Length > ListReader.MaxCell)
                {
                    throw new ListLimitException(ListReader.CellTooLong(count + 1));
                }
            }

            if (++count > ListReader.MaxRows)
            {
                throw new ListLimitException(ListReader.TooManyRows);
            }

            if (signs > MostSigns)
            {
                throw new ListLimitException(TooMuch);
            }
        }

        var used = Enumerable.Range(0, filled.Length).Where(i => filled[i]).ToArray();
        var columns = used.Select((column, at) => new SheetColumn(at, HsdsColumns.Heading((HsdsColumn)column), HsdsColumns.Meaning((HsdsColumn)column))).ToList();
        var header = new RawRow(0, [.. columns.Select(column => column.Heading!)]);
        return new ListSheet(name, hidden: false, new SheetShape(columns, [], header, count, 0), () => rows().Select((row, at) => new RawRow(at + 1, [.. used.Select(i => row[i])])));
    }
}
