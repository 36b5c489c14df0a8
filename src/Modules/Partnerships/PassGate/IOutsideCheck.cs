namespace Causeway.Partnerships;

internal enum OutsideGate
{
    Ok,
    Warning,
    Blocker,

    /// <summary>Nobody has come to a conclusion, or it has run out.</summary>
    None,
}

/// <summary>What a look into an outside body came to.</summary>
internal sealed record OutsideVerdict(OutsideGate Gate, Guid? ProposedBy, Guid? DecidedBy);

/// <summary>What is known of bodies that are not schools before they are trusted.</summary>
internal interface IOutsideCheck
{
    /// <summary>Null: there is no such file, or it is not for this reader.</summary>
    Task<OutsideVerdict?> OfAsync(Guid examinedBody, CancellationToken ct);

    /// <summary>Files to choose from, by name.</summary>
    Task<IReadOnlyList<(Guid Id, string Name)>> ListAsync(CancellationToken ct);
}

/// <summary>Nobody looks into anybody: the gate stays shut for every outside body that is not a school.</summary>
internal sealed class NobodyChecks : IOutsideCheck
{
    public Task<OutsideVerdict?> OfAsync(Guid examinedBody, CancellationToken ct) => Task.FromResult<OutsideVerdict?>(null);

    public Task<IReadOnlyList<(Guid Id, string Name)>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<(Guid Id, string Name)>>([]);
}
