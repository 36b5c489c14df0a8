namespace Causeway.Partnerships;

/// <summary>What the page of a partnership tells those inside.</summary>
/// <param name="All">The whole of it was asked for.</param>
internal sealed record PartnershipStory(
    PartnershipView View, IReadOnlyList<StoryLine> Lines, IReadOnlyList<NextStep> Next, IReadOnlyList<LedgerTotal> Totals, HealthView Health, string Year, DateOnly Today, bool All)
{
    public const int First = 30;

    public string Here => $"/partnerships/{View.Partnership.Id}";
}
