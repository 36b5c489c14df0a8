using Causeway.Accounts;
using Causeway.Kernel;

namespace Causeway.Host;

/// <summary>Several things of one kind stand in one line, which opens.</summary>
internal sealed record WorkBundle(WorkKind Kind, IReadOnlyList<WorkItem> Items)
{
    public WorkItem First => Items[0];

    public bool IsOne => Items.Count == 1;

    public int Count => Items.Sum(i => i.Count);

    public int Late => Items.Where(i => i.Urgency == Urgency.Late).Sum(i => i.Count);
}

/// <param name="Bundles">The most urgent first, then what is due or came first.</param>
internal sealed record WorkShown(IReadOnlyList<WorkBundle> Bundles, IReadOnlyList<(WorkItem Item, DateTimeOffset Until)> PutOff)
{
    public int Count => Bundles.Sum(b => b.Items.Count);

    /// <summary>What no room has given a kind stays by itself: nothing is known to say of several of it.</summary>
    public static WorkShown Of(WaitingWork work) => new(
        [.. work.Waiting.GroupBy(i => i.Kind == WorkKind.Other ? i.Key + i.Title : i.Kind.Code, StringComparer.Ordinal).Select(g => new WorkBundle(g.First().Kind, [.. g]))],
        work.PutOff);
}
