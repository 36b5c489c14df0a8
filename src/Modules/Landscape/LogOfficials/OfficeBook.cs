using Causeway.Kernel;
using Causeway.Networks;

namespace Causeway.Landscape;

/// <param name="Url">The network's tie with it; null: none is kept.</param>
internal sealed record Office(string Name, string? Url);

/// <summary>Which office an entry means: the one of the register it was chosen from or that bears the same name, else the one typed.</summary>
internal sealed class OfficeBook(IReadOnlyList<AuthorityCard> register)
{
    public static async Task<OfficeBook> OpenAsync(IAuthorityRegister authorities, NetworkId network, CancellationToken ct) => new(await authorities.AuthoritiesAsync(network, ct));

    public IReadOnlyList<AuthorityCard> Register { get; } = register;

    public AuthorityCard? Find(Guid? id) => id is { } known ? Register.FirstOrDefault(a => a.Id == known) : null;

    public AuthorityCard? Named(string name) => Register.FirstOrDefault(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase));

    public Office Of(OfficialEngagement entry) => (Find(entry.Authority) ?? Named(entry.Office)) is { } card ? new(card.Name, card.Url) : new(entry.Office, null);
}
