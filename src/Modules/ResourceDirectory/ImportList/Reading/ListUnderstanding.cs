namespace Causeway.ResourceDirectory;

/// <summary>Reads the rows of one sheet by its columns. Remembers what it has seen, so one instance reads one sheet once.</summary>
internal sealed class ListUnderstanding(IReadOnlyList<ColumnReading> columns, ListReadingOptions options)
{
    public UnderstoodRow Understand(RawRow row) => throw new NotSupportedException($"{columns.Count}{options}");
}
