using System.Runtime.InteropServices;

namespace Causeway.Linkage;

/// <summary>Builds a <see cref="RecordTable"/> row by row, for callers who stream.</summary>
public sealed class RecordTableBuilder
{
    private readonly string[] _names;
    private readonly FieldKind?[] _kinds;
    private readonly List<string> _ids = [];
    private readonly List<int>[] _codes;
    private readonly List<string>[] _values;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>[] _numbers;

    /// <param name="columnNames">The columns other than the record id.</param>
    public RecordTableBuilder(IReadOnlyList<string> columnNames)
    {
        ArgumentNullException.ThrowIfNull(columnNames);
        _names = [.. columnNames];
        _kinds = new FieldKind?[_names.Length];
        _codes = [.. _names.Select(_ => new List<int>())];
        _values = [.. _names.Select(_ => new List<string> { "" })];
        _numbers = [.. _names.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>())];
    }

    /// <summary>States what a column holds; a name that is no column is passed over.</summary>
    public void State(string columnName, FieldKind kind)
    {
        int at = Array.IndexOf(_names, columnName);
        if (at >= 0)
        {
            _kinds[at] = kind;
        }
    }

    /// <summary>Adds a record; missing cells at the end count as empty.</summary>
    public void Add(string id, IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        StartRecord(id);
        for (int i = 0; i < cells.Count && i < _names.Length; i++)
        {
            SetCell(i, cells[i]);
        }
    }

    internal void StartRecord(string id)
    {
        _ids.Add(id);
        foreach (List<int> codes in _codes)
        {
            codes.Add(0);
        }
    }

    internal void SetCell(int column, ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.IsEmpty || column >= _names.Length)
        {
            return;
        }

        List<string> values = _values[column];
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers[column], value, out bool known);
        if (!known)
        {
            number = values.Count;
            values.Add(value.ToString());
        }

        _codes[column][^1] = number;
    }

    public RecordTable Build() =>
        new([.. _ids], [.. _names.Select((name, i) => new TextColumn(name, _kinds[i], [.. _codes[i]], [.. _values[i]]))]);
}
