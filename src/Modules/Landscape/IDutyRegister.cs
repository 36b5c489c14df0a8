using Causeway.Kernel;

namespace Causeway.Landscape;

/// <param name="Instrument">The law, policy, standard or treaty that says so.</param>
/// <param name="IsInForce">False: not yet, or not any more.</param>
public sealed record DutyCard(string Code, string What, string Who, int? AgeFrom, int? AgeTo, string Instrument, bool IsInForce, bool HasLapsed);

/// <summary>Questions about what the network's laws and policies ask of schools. Answers hold only what the present scope may see.</summary>
public interface IDutyRegister
{
    /// <summary>Every duty as it was known on that day, by code.</summary>
    Task<IReadOnlyList<DutyCard>> OnAsync(NetworkId network, DateOnly day, CancellationToken ct);

    /// <summary>True: the duty was known on that day and was over. A code that nobody knows has not lapsed.</summary>
    Task<bool> HasLapsedAsync(NetworkId network, string code, DateOnly day, CancellationToken ct);
}

/// <param name="Url">Where the clause is read; null: the reader has no page of it.</param>
public sealed record CitedClause(string Document, string Clause, string? Url, IReadOnlyList<string> DutyCodes);

/// <summary>
/// A room whose documents say which duties they serve: policies, agreements. Runs in the reader's scope and answers only what
/// that reader may see.
/// </summary>
public interface ICitesDuties
{
    Task<IReadOnlyList<CitedClause>> ClausesAsync(NetworkId network, CancellationToken ct);
}
