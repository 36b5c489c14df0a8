using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>The register as other rooms see it: who is there and where it is read, no more.</summary>
internal sealed class AuthorityRegister(AppDbContext db) : IAuthorityRegister
{
    public async Task<IReadOnlyList<AuthorityCard>> AuthoritiesAsync(NetworkId network, CancellationToken ct) =>
    [
        .. (await db.Set<AuthorityLiaison>().AsNoTracking().Where(l => l.NetworkId == network).ToListAsync(ct))
            .OrderBy(l => l.Name, StringComparer.CurrentCulture).ThenBy(l => l.Id.Value)
            .Select(l => new AuthorityCard(l.Id.Value, l.Name, LiaisonWords.Of(l.Kind), $"/network/authorities/{l.Id}")),
    ];
}
