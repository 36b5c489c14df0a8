using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>The register as a picture: nobody sees a line here that the register does not show them.</summary>
[Requires(PartnershipsPermissions.See)]
internal sealed class ShowMapPage(AppDbContext db, PartnershipDoor door) : PartnershipPage
{
    private const int Most = 200;

    [BindProperty(SupportsGet = true, Name = "ended")]
    public bool Ended { get; set; }

    public bool IsRegister => Actor.Role == Role.NetworkCoordinator;

    public IReadOnlyList<MapTie> Ties { get; private set; } = [];

    public PartnershipMap Map { get; private set; } = null!;

    public static string LineOf(Stage stage) => stage switch
    {
        Stage.Active => "cw-tie cw-tie-2",
        Stage.Slipping or Stage.Dormant or Stage.Ending => "cw-tie",
        Stage.Exploring or Stage.Preparing => "cw-tie cw-tie-0",
        Stage.Ended => "lb",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(PartnershipsPermissions.See))
        {
            return NotThere();
        }

        var seen = await door.Seen(Actor).AsNoTracking().Where(p => Ended || p.Stage != Stage.Ended).OrderBy(p => p.Title).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        var ids = seen.ConvertAll(p => p.Id);
        var parties = (await db.Set<Party>().AsNoTracking().Where(p => ids.Contains(p.PartnershipId)).OrderBy(p => p.Number).ToListAsync(ct)).ToLookup(p => p.PartnershipId);
        Ties = [.. seen.Select(p => new MapTie(p.Id, p.Title, p.Stage, [.. parties[p.Id].Select(s => (KeyOf(s), s.Name, s.Member is not null))]))];
        Map = PartnershipMap.Of(Ties);
        return Page();
    }

    /// <summary>A body outside has no number of ours: the same name is drawn once.</summary>
    private static string KeyOf(Party side) => side.Member?.ToString() ?? "outside:" + side.Name.ToUpperInvariant();
}
