namespace Causeway.Linkage;

/// <summary>
/// Records column by column. Each different value of a column is kept once, so that names and addresses are taken apart once
/// for each spelling and not once for each record.
/// </summary>
public sealed class RecordTable
{
    internal RecordTable(string[] ids, IReadOnlyList<TextColumn> columns)
    {
        Ids = ids;
        Columns = columns;
    }

    /// <summary>The record ids in the order in which the records were added.</summary>
    public IReadOnlyList<string> Ids { get; }

    public IReadOnlyList<TextColumn> Columns { get; }

    public int Count => Ids.Count;

    /// <summary>
    /// Makes a table of records. <paramref name="kinds"/> states what columns hold, by column name; a column without a
    /// statement is inferred. A <see cref="LinkRecord.Source"/> becomes a column of its own.
    /// </summary>
    public static RecordTable From(IEnumerable<LinkRecord> records, IReadOnlyDictionary<string, FieldKind>? kinds = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        LinkRecord[] rows = [.. records];
        string[] names = [.. rows.SelectMany(row => row.Fields.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var builder = new RecordTableBuilder([.. names, SourceColumn]);
        var cells = new string[names.Length + 1];
        foreach (LinkRecord row in rows)
        {
            for (int i = 0; i < names.Length; i++)
            {
                cells[i] = row.Fields.GetValueOrDefault(names[i]) ?? "";
            }

            cells[^1] = row.Source ?? "";
            builder.Add(row.Id, cells);
        }

        builder.State(SourceColumn, FieldKind.Source);
        foreach ((string name, FieldKind kind) in kinds ?? new Dictionary<string, FieldKind>(StringComparer.Ordinal))
        {
            builder.State(name, kind);
        }

        return builder.Build();
    }

    private const string SourceColumn = "(source)";

    /// <summary>
    /// The same records ordered by id, each value numbered by its first use in that order. Everything after this step is
    /// deterministic, so that the order of rows and of lists cannot matter.
    /// </summary>
    internal RecordTable InCanonicalOrder()
    {
        string[] ids = [.. Ids];
        var order = new int[ids.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(ids, order, StringComparer.Ordinal);
        for (int i = 1; i < ids.Length; i++)
        {
            if (string.Equals(ids[i], ids[i - 1], StringComparison.Ordinal))
            {
                throw new InvalidDataException($"The record id \"{ids[i]}\" occurs twice.");
            }
        }

        TextColumn[] columns = [.. Columns.OrderBy(column => column.Name, StringComparer.Ordinal)];
        Parallel.For(0, columns.Length, i => columns[i] = columns[i].Reordered(order));
        return new RecordTable(ids, columns);
    }
}

/// <summary>One column: a number for each record that points to its value; number 0 is the empty value.</summary>
public sealed class TextColumn
{
    private readonly int[] _codes;
    private readonly string[] _values;

    internal TextColumn(string name, FieldKind? kind, int[] codes, string[] values)
    {
        Name = name;
        StatedKind = kind;
        _codes = codes;
        _values = values;
    }

    public string Name { get; }

    /// <summary>What the caller says the column holds; null where it is to be inferred.</summary>
    public FieldKind? StatedKind { get; }

    /// <summary>The value of a record; empty where it is unknown.</summary>
    public string this[int row] => _values[_codes[row]];

    internal int[] Codes => _codes;

    internal string[] Values => _values;

    internal TextColumn Reordered(int[] order)
    {
        var fresh = new int[_values.Length];
        var values = new List<string>(_values.Length) { "" };
        var codes = new int[_codes.Length];
        for (int row = 0; row < order.Length; row++)
        {
            int old = _codes[order[row]];
            if (old != 0 && fresh[old] == 0)
            {
                fresh[old] = values.Count;
                values.Add(_values[old]);
            }

            codes[row] = fresh[old];
        }

        return new TextColumn(Name, StatedKind, codes, [.. values]);
    }
}
