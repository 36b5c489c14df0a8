using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Somebody of the own school and the family of roles their title stands for.</summary>
/// <param name="Roles">None: the title says none of the six.</param>
internal sealed record InsidePerson(Listing Listing, IReadOnlyList<InsideRole> Roles);

/// <summary>One group of concerns: which roles help, and who they are.</summary>
internal sealed record ConcernLine(ConcernGroup Group, IReadOnlyList<InsideRole> Roles, IReadOnlyList<InsidePerson> People)
{
    /// <summary>No role is linked, or nobody in the school has one of them.</summary>
    public bool IsUncovered => People.Count == 0;
}

/// <summary>Who in a school helps with what.</summary>
internal sealed record WhoHelps(IReadOnlyList<ConcernLine> Lines, IReadOnlyList<InsidePerson> Unplaced, IReadOnlyList<ConcernRole> Links, int? Version)
{
    public static async Task<WhoHelps> LoadAsync(AppDbContext db, OrganisationId school, CancellationToken ct)
    {
        var people = (await db.Set<Listing>().AsNoTracking()
                .Where(l => l.OrganisationId == school && l.Place == ListingPlace.Inside && l.RemovedAt == null && l.Published)
                .OrderBy(l => l.NameKey).ThenBy(l => l.Id).ToListAsync(ct))
            .ConvertAll(l => new InsidePerson(l, RolesOf(l)));
        var decided = await db.Set<ConcernRoles>().AsNoTracking().FirstOrDefaultAsync(c => c.OrganisationId == school, ct);
        var links = decided?.Links ?? ConcernRoles.Usual;
        var lines = Enum.GetValues<ConcernGroup>().Select(group =>
        {
            List<InsideRole> roles = [.. links.Where(l => l.Group == group).Select(l => l.Role).Order()];
            return new ConcernLine(group, roles, [.. people.Where(p => p.Roles.Any(roles.Contains))]);
        });
        return new([.. lines], [.. people.Where(p => p.Roles.Count == 0)], links, decided?.Version);
    }

    private static IReadOnlyList<InsideRole> RolesOf(Listing listing) =>
        listing.Facts.Of(FactField.SchoolRole).Concat(listing.Facts.Of(FactField.Position)).Concat(listing.Facts.Of(FactField.Profession))
            .Select(f => CountryPacks.RolesOf(f.Text)).FirstOrDefault(r => r.Count > 0) ?? [];
}
