using Causeway.Kernel;

namespace Causeway.Networks;

/// <param name="Kind">English words; the localizer's key.</param>
/// <param name="Url">The page of the network's tie with it.</param>
public sealed record AuthorityCard(Guid Id, string Name, string Kind, string Url);

/// <summary>Authorities with which the network keeps a tie. Answers hold only what the present scope may see.</summary>
public interface IAuthorityRegister
{
    /// <summary>By name.</summary>
    Task<IReadOnlyList<AuthorityCard>> AuthoritiesAsync(NetworkId network, CancellationToken ct);
}
