namespace Causeway.Partnerships;

/// <summary>A review as it is read side by side: on the screen, on paper, by a reader.</summary>
/// <param name="Result">Null until every side has answered.</param>
internal sealed record ReviewReading(ReviewView Round, ReviewResult? Result, IReadOnlyList<FactGroup> Facts)
{
    public List<FactGroup> Of(Lens lens) => [.. Facts.Where(f => f.Lens == lens)];
}
