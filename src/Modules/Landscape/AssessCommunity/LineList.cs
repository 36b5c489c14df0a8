namespace Causeway.Landscape;

/// <summary>Lines of one kind as a list, on the page or on paper.</summary>
/// <param name="Empty">English; the localizer's key.</param>
/// <param name="DropAt">Where a line is taken out; null: it is only read.</param>
internal sealed record LineList(AssessmentView View, IReadOnlyList<AssessmentLine> Lines, string Empty, string? DropAt = null)
{
    /// <summary>Community ways are not named there: paper leaves the network.</summary>
    public bool OnPaper { get; init; }
}
