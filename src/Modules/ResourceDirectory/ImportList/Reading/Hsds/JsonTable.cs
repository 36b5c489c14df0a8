using System.Text.Json;

namespace Causeway.ResourceDirectory;

/// <summary>Objects of any program as a table: a column for each property, guessed at like the columns of any list.</summary>
internal static class JsonTable
{
    private const int MostColumns = 300;
    private const string Beyond = "…";

    /// <param name="values">Null stands for a record that is broken.</param>
    public static ListSheet Sheet(string name, Func<IEnumerable<JsonElement?>> values)
    {
        var headings = new Dictionary<string, int>(StringComparer.Ordinal);
        var count = 0;
        foreach (var value in values())
        {
            if (++count > ListReader.MaxRows)
            {
                throw new ListLimitException(ListReader.TooManyRows);
            }

            foreach (var (key, cell) in Cells(value))
            {
                headings.TryAdd(headings.Count < MostColumns ? key : Beyond, headings.Count);
                if (cell.Length > ListReader.MaxCell)
                {
                    throw new ListLimitException(ListReader.CellTooLong(count));
                }
            }
        }

        var columns = headings.OrderBy(heading => heading.Value).Select(heading => new SheetColumn(heading.Value, heading.Key)).ToList();
        var header = new RawRow(0, [.. columns.Select(column => column.Heading!)]);
        return new ListSheet(name, hidden: false, new SheetShape(columns, [], header, count, 0), () => values().Select((value, at) => Row(value, at + 1, headings)));
    }

    private static RawRow Row(JsonElement? value, int line, Dictionary<string, int> headings)
    {
        var cells = new string[headings.Count];
        Array.Fill(cells, "");
        foreach (var (key, text) in Cells(value))
        {
            var at = headings.TryGetValue(key, out var known) ? known : headings[Beyond];
            cells[at] = cells[at].Length == 0 ? text : $"{cells[at]}\n{text}";
        }

        return new RawRow(line, cells);
    }

    private static IEnumerable<(string Key, string Text)> Cells(JsonElement? value)
    {
        if (value is not { } record)
        {
            yield return (Beyond, HsdsRemarks.Broken);
            yield break;
        }

        if (record.ValueKind != JsonValueKind.Object)
        {
            yield return ("value", Flat(HsdsJson.Node(record)));
            yield break;
        }

        foreach (var cell in HsdsJson.Plain(record))
        {
            yield return cell;
        }
    }

    private static string Flat(HsdsNode node) =>
        string.Join("; ", node.Texts.Select(text => text.Text).Concat(node.Parts.Select(Flat)).Where(text => text.Length > 0));
}
