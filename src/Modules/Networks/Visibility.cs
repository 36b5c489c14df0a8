using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>The only ways into the registry rows, which no tenant filter guards (docs/decisions/0006-who-sees-whom.md).</summary>
internal static class Visibility
{
    /// <summary>The scope's own organisation, and those with an open or running membership in the scope's network.</summary>
    public static IQueryable<Organisation> VisibleOrganisations(this AppDbContext db) =>
        db.Set<Organisation>().AsNoTracking().Where(o =>
            o.Id == db.ScopedOrganisationId
            || db.Set<Membership>().Any(m => m.OrganisationId == o.Id && m.NetworkId == db.ScopedNetworkId
                && (m.Status == MembershipStatus.Active || m.Status == MembershipStatus.Invited || m.Status == MembershipStatus.Asked)));

    /// <summary>The networks the scope's organisation belongs to or is asked into, and its own network.</summary>
    public static IQueryable<Network> VisibleNetworks(this AppDbContext db) =>
        db.Set<Network>().AsNoTracking().Where(n => db.Set<Membership>().Any(m =>
            m.NetworkId == n.Id && (m.Status == MembershipStatus.Active || m.Status == MembershipStatus.Invited || m.Status == MembershipStatus.Asked)));
}
