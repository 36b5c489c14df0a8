namespace Causeway.ResourceDirectory;

internal sealed record UnsurePair(ListingId A, ListingId B, double Score, IReadOnlyList<JoinReason> Reasons);

internal sealed record LinkOutcome(IReadOnlyList<IReadOnlyList<ListingId>> Groups, IReadOnlyList<UnsurePair> Unsure);

internal static class ListingLinker
{
    public static LinkOutcome Link(IReadOnlyList<Contribution> contributions, IReadOnlyList<JoinDecision> decisions, CancellationToken ct) =>
        new([.. contributions.GroupBy(c => c.EntryId).Select(g => (IReadOnlyList<ListingId>)[.. g.Select(c => c.Id)])], []);
}
