using Causeway.Kernel;

namespace Causeway.Instruments;

public readonly record struct ExaminedBodyId(Guid Value) : IEntityId<ExaminedBodyId>
{
    public static ExaminedBodyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What the examination of a body says to whoever wants to sign something with it.</summary>
public enum DiligenceGate
{
    /// <summary>Nobody has come to a conclusion yet.</summary>
    None,

    Ok,

    /// <summary>Ready with conditions, none of them overdue, or a proof has run out.</summary>
    Warning,

    /// <summary>Not now, no, revoked, run out, or a condition is overdue.</summary>
    Blocker,
}

/// <param name="Kind">English words; the localizer's key.</param>
/// <param name="Country">Two letters (ISO 3166-1); null: not known.</param>
/// <param name="Why">One English sentence; the localizer's key.</param>
/// <param name="Until">The last day on which the conclusion holds; null: there is none.</param>
public sealed record ExaminedBody(
    ExaminedBodyId Id, string Name, string Kind, string? Country, DiligenceGate Gate, string Why, DateOnly? Until, PersonId? ProposedBy, PersonId? DecidedBy);

/// <summary>Outside bodies the network has examined. Answers hold only what the present scope may see.</summary>
public interface IDueDiligence
{
    /// <summary>By name; dropped ones are left out.</summary>
    Task<IReadOnlyList<ExaminedBody>> ListAsync(CancellationToken ct);

    Task<ExaminedBody?> FindAsync(ExaminedBodyId id, CancellationToken ct);
}
