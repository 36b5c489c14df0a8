namespace Causeway.ResourceDirectory;

/// <summary>Brings kept columns and rows back into the form the reader works on.</summary>
internal static class ImportReading
{
    public static IReadOnlyList<ColumnReading> Columns(ListImport import) =>
    [
        .. import.Columns.Select(c => new ColumnReading(
            new SheetColumn(c.Index, c.Heading), c.Column, c.Confidence, new Wording(c.Reason, [.. c.ReasonValues]), c.FirstValues) { Alone = c.Alone }),
    ];

    public static ListUnderstanding Understanding(ListImport import, ListReadingOptions options) => new(Columns(import), options, import.Rows);

    /// <summary>For a row a person decides on: a lone name is then a name, never a heading, and what made the reader wait is answered.</summary>
    public static ListUnderstanding ByHand(ListImport import, ListReadingOptions options) => new([.. Columns(import).Where(c => c.Column != ListColumn.HeldWhy).Select(c => c with { Alone = null })], options);
}
