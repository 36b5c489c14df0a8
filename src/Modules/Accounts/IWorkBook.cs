using Causeway.Kernel;

namespace Causeway.Accounts;

/// <param name="Waiting">What is most urgent comes first, then what is due or came first.</param>
/// <param name="PutOff">What the person does not want to see until that moment (UTC).</param>
public sealed record WaitingWork(IReadOnlyList<WorkItem> Waiting, IReadOnlyList<(WorkItem Item, DateTimeOffset Until)> PutOff);

/// <summary>How long something is put off.</summary>
public enum PutOffUntil
{
    Tomorrow,
    NextWeek,

    /// <summary>News that were read.</summary>
    Seen,
}

/// <summary>All that waits for somebody, of every room.</summary>
public interface IWorkBook
{
    /// <param name="actor">The actor of the present scope.</param>
    Task<WaitingWork> OfAsync(Actor actor, CancellationToken ct);

    /// <summary>Saves.</summary>
    /// <param name="key">Of an item that waits now; anything else is refused.</param>
    Task<Refusal?> PutOffAsync(Actor actor, string key, PutOffUntil until, CancellationToken ct);

    /// <summary>Saves. It waits again; nothing happens where it was not put off.</summary>
    Task<Refusal?> TakeBackAsync(Actor actor, string key, CancellationToken ct);
}
