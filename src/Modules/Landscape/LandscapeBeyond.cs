using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>Seats in forums that people of the organisation hold or held for the network.</summary>
internal sealed class SeatsBeyond(LandscapeDoor door) : IBeyondWalls
{
    public string Heading => "Seats in forums";

    public int Order => 70;

    public async Task<IReadOnlyList<BeyondWallsRow>> ForAsync(OrganisationId organisation, CancellationToken ct)
    {
        var actor = door.Db.Scope.Actor;
        if (!door.May(actor, LandscapePermissions.See))
        {
            return [];
        }

        var found = await (
            from s in door.Db.Set<ForumSeat>().AsNoTracking()
            join f in door.Db.Set<Forum>() on s.ForumId equals f.Id
            where s.NetworkId == actor.Network && s.School == organisation
            orderby s.From descending
            select new { f.Id, f.Name, f.ClosedOn, Seat = s }).ToListAsync(ct);
        var today = door.Today(actor);
        return
        [
            .. found.Select(r => (r.Id, r.Name, r.Seat.From, r.Seat.Until, Runs: r.Seat.Runs(today) && !(r.ClosedOn <= today)))
                .Select(r => new BeyondWallsRow(r.Name, r.Runs ? "Speaks for the network" : r.From > today ? "Will speak for the network" : "Spoke for the network", r.From, r.Until, $"/landscape/forums/{r.Id}", r.Runs)),
        ];
    }
}

/// <summary>What the organisation did together with officials.</summary>
internal sealed class OfficialsBeyond(LandscapeDoor door) : IBeyondWalls
{
    private const int Most = 50;

    public string Heading => "Work with officials";

    public int Order => 75;

    public async Task<IReadOnlyList<BeyondWallsRow>> ForAsync(OrganisationId organisation, CancellationToken ct)
    {
        var actor = door.Db.Scope.Actor;
        if (!door.May(actor, LandscapePermissions.See))
        {
            return [];
        }

        var found = await door.Db.Set<OfficialEngagement>().AsNoTracking().Where(e => e.NetworkId == actor.Network && e.School == organisation)
            .OrderByDescending(e => e.On).ThenBy(e => e.Id).Take(Most).ToListAsync(ct);
        return [.. found.Select(e => new BeyondWallsRow(e.Office, LandscapeWords.Of(e.Kind), e.On, e.On, "/landscape/officials", IsRunning: false))];
    }
}
