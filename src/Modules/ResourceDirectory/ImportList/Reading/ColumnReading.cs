namespace Causeway.ResourceDirectory;

internal enum GuessConfidence
{
    /// <summary>Nothing found: a person chooses.</summary>
    NeedsYou,
    Likely,
    Sure,

    /// <summary>A person chose it, now or in an earlier import.</summary>
    Remembered,
}

/// <summary>How one column of a sheet is read, and why.</summary>
/// <param name="FirstValues">Up to three different values, to recognise the column by.</param>
internal sealed record ColumnReading(
    SheetColumn Sheet,
    ListColumn Column,
    GuessConfidence Confidence,
    Wording Reason,
    IReadOnlyList<string> FirstValues)
{
    /// <summary>The share of rows in which this column alone is filled; null when nobody counted, as for a row written by hand.</summary>
    public double? Alone { get; init; }

    public int Index => Sheet.Index;

    public string? Heading => Sheet.Heading;
}
