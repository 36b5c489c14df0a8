namespace Causeway.ResourceDirectory;

/// <summary>One row as it stands in the user's file.</summary>
/// <param name="Line">1-based line of the file (CSV: first line of the record) or row of the sheet (XLSX), as the user sees it.</param>
/// <param name="Cells">The cells as typed; ragged rows keep their own length.</param>
internal sealed record RawRow(int Line, IReadOnlyList<string> Cells)
{
    public string Cell(int index) => index >= 0 && index < Cells.Count ? Cells[index] : "";

    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}
