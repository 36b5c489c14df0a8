using Causeway.Instruments;

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

/// <summary>The network's files of due diligence.</summary>
internal sealed class ExaminedBodies(IDueDiligence files) : IOutsideCheck
{
    public async Task<OutsideVerdict?> OfAsync(Guid examinedBody, CancellationToken ct) =>
        await files.FindAsync(new(examinedBody), ct) is { } body ? new(GateOf(body.Gate), body.ProposedBy?.Value, body.DecidedBy?.Value) : null;

    public async Task<IReadOnlyList<(Guid Id, string Name)>> ListAsync(CancellationToken ct) => [.. (await files.ListAsync(ct)).Select(b => (b.Id.Value, b.Name))];

    private static OutsideGate GateOf(DiligenceGate gate) => gate switch
    {
        DiligenceGate.Ok => OutsideGate.Ok,
        DiligenceGate.Warning => OutsideGate.Warning,
        DiligenceGate.Blocker => OutsideGate.Blocker,
        DiligenceGate.None => OutsideGate.None,
        _ => throw new ArgumentOutOfRangeException(nameof(gate)),
    };
}
