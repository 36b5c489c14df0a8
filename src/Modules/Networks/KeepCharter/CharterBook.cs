using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="MustSign">Schools that are core members or affiliates; others may sign and are shown when they did.</param>
internal sealed record CharterSigner(OrganisationId Organisation, string Name, string Zone, bool MustSign, SigningStanding Standing);

/// <summary>The charter in force and where each member stands with it. Reads through the tenant filter.</summary>
internal sealed class CharterBook(AppDbContext db, TimeProvider clock)
{
    public Task<CharterVersion?> CurrentAsync(NetworkId network, CancellationToken ct) => db.Set<CharterVersion>().AsNoTracking()
        .Where(v => v.NetworkId == network).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);

    public Task<List<CharterVersion>> VersionsAsync(NetworkId network, CancellationToken ct) => db.Set<CharterVersion>().AsNoTracking()
        .Where(v => v.NetworkId == network).OrderByDescending(v => v.Number).ToListAsync(ct);

    /// <summary>Members by name, those who must sign first, each on its own day.</summary>
    public async Task<IReadOnlyList<CharterSigner>> SignersAsync(CharterVersion current, CancellationToken ct)
    {
        var members = await (
            from m in db.Set<Membership>().AsNoTracking()
            join o in db.Set<Organisation>() on m.OrganisationId equals o.Id
            where m.NetworkId == current.NetworkId && m.Status == MembershipStatus.Active
            select new { o.Id, o.Name, o.Zone, o.Kind, Membership = m.Kind }).ToListAsync(ct);
        var signatures = (await db.Set<CharterSignature>().AsNoTracking().Where(s => s.NetworkId == current.NetworkId).ToListAsync(ct))
            .ToLookup(s => s.OrganisationId);
        return
        [
            .. members.Select(m => new CharterSigner(
                    m.Id, m.Name, m.Zone,
                    m.Kind == OrganisationKind.School && m.Membership != MembershipKind.Observer,
                    SigningStanding.Of(current, signatures[m.Id], clock.Today(m.Zone))))
                .Where(s => s.MustSign || s.Standing.Last is not null)
                .OrderByDescending(s => s.MustSign).ThenBy(s => s.Name, StringComparer.CurrentCulture),
        ];
    }
}
