using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>Networks the organisation is or was in, as far as the reader's own rows name them.</summary>
internal sealed class MembershipsBeyond(AppDbContext db) : IBeyondWalls
{
    public string Heading => "Networks";

    public int Order => 10;

    public async Task<IReadOnlyList<BeyondWallsRow>> ForAsync(OrganisationId organisation, CancellationToken ct)
    {
        var rows = await (
            from m in db.Set<Membership>().AsNoTracking()
            join n in db.Set<Network>() on m.NetworkId equals n.Id
            where m.OrganisationId == organisation && (m.Status == MembershipStatus.Active || (m.Status == MembershipStatus.Left && (m.NameStays || organisation == db.ScopedOrganisationId)))
            orderby m.From descending
            select new { n.Id, n.Name, m.Kind, m.Status, m.From, m.To }).ToListAsync(ct);
        return
        [
            .. rows.Select(m => new BeyondWallsRow(
                m.Name, m.Status == MembershipStatus.Active ? Words.Of(m.Kind) : "Left", m.From, m.To, m.Id == db.Scope.Network ? "/network" : null, m.Status == MembershipStatus.Active)),
        ];
    }
}

/// <summary>Groups and trusts, only those whose other end the reader may see.</summary>
internal sealed class GroupsBeyond(AppDbContext db, TimeProvider clock) : IBeyondWalls
{
    public string Heading => "Groups and trusts";

    public int Order => 20;

    public async Task<IReadOnlyList<BeyondWallsRow>> ForAsync(OrganisationId organisation, CancellationToken ct)
    {
        var ties = await db.Set<GroupTie>().AsNoTracking().Where(t => t.Child == organisation || t.Parent == organisation).ToListAsync(ct);
        var ends = ties.Select(t => t.Child == organisation ? t.Parent : t.Child).Distinct().ToList();
        var seen = await db.VisibleOrganisations().Where(o => ends.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var today = clock.Today(db.Scope.Actor.Zone);
        return
        [
            .. ties.Select(t => (Tie: t, Other: t.Child == organisation ? t.Parent : t.Child)).Where(t => seen.ContainsKey(t.Other))
                .OrderByDescending(t => t.Tie.From)
                .Select(t => new BeyondWallsRow(
                    seen[t.Other], t.Tie.Child == organisation ? "Belongs to it" : "Member of ours", t.Tie.From, t.Tie.Until, $"/organisations/{t.Other}", t.Tie.RunsOn(today))),
        ];
    }
}

/// <summary>Ties with authorities that the organisation keeps for the network.</summary>
internal sealed class LiaisonsBeyond(AppDbContext db, TimeProvider clock) : IBeyondWalls
{
    public string Heading => "Ties with authorities that it keeps";

    public int Order => 30;

    public async Task<IReadOnlyList<BeyondWallsRow>> ForAsync(OrganisationId organisation, CancellationToken ct)
    {
        var kept = await db.Set<AuthorityLiaison>().AsNoTracking().Where(l => l.NetworkId == db.Scope.Network && l.School == organisation).OrderBy(l => l.Name).ToListAsync(ct);
        var ids = kept.ConvertAll(l => l.Id);
        var since = (await db.Set<LiaisonChange>().AsNoTracking().Where(c => ids.Contains(c.LiaisonId) && (c.Act == LiaisonAct.Opened || c.Act == LiaisonAct.HandedOver)).ToListAsync(ct))
            .ToLookup(c => c.LiaisonId, c => c.At);
        var (today, zone) = (clock.Today(db.Scope.Actor.Zone), db.Scope.Actor.Zone);
        return
        [
            .. kept.Select(l => new BeyondWallsRow(
                l.Name, l.ConfirmedOn is null ? "Never confirmed" : l.IsAged(today) ? "Confirmed long ago" : "Confirmed",
                since[l.Id].Any() ? LocalDay.Of(since[l.Id].Max(), zone) : null, null, $"/network/authorities/{l.Id}", true)),
        ];
    }
}

/// <summary>Questions it asked the network.</summary>
internal sealed class QuestionsBeyond(AppDbContext db, TimeProvider clock) : IBeyondWalls
{
    public string Heading => "Questions to the network";

    public int Order => 40;

    public async Task<IReadOnlyList<BeyondWallsRow>> ForAsync(OrganisationId organisation, CancellationToken ct)
    {
        var asked = await db.Set<Question>().AsNoTracking().Where(q => q.NetworkId == db.Scope.Network && q.School == organisation)
            .OrderByDescending(q => q.AskedAt).Select(q => new { q.Id, q.Topic, q.AskedAt, q.ClosesOn }).ToListAsync(ct);
        var (today, zone) = (clock.Today(db.Scope.Actor.Zone), db.Scope.Actor.Zone);
        return [.. asked.Select(q => new BeyondWallsRow(q.Topic, q.ClosesOn >= today ? "Open" : "Closed", LocalDay.Of(q.AskedAt, zone), Later(LocalDay.Of(q.AskedAt, zone), q.ClosesOn), $"/network/questions/{q.Id}", q.ClosesOn >= today))];
    }

    // Closed by hand on the day it was asked: its last day is then the day before.
    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>Help offered, asked for, given and received.</summary>
internal sealed class OffersBeyond(AppDbContext db, TimeProvider clock) : IBeyondWalls
{
    public string Heading => "Help given and received";

    public int Order => 50;

    public async Task<IReadOnlyList<BeyondWallsRow>> ForAsync(OrganisationId organisation, CancellationToken ct)
    {
        var today = clock.Today(db.Scope.Actor.Zone);
        var offers = await db.Set<Offer>().AsNoTracking().Where(o => o.NetworkId == db.Scope.Network && o.School == organisation).ToListAsync(ct);
        var deliveries = await (
            from d in db.Set<Delivery>().AsNoTracking()
            join o in db.Set<Offer>() on d.OfferId equals o.Id
            where d.NetworkId == db.Scope.Network && (d.Giver == organisation || d.Receiver == organisation) && d.State != DeliveryState.CalledOff
            select new { Delivery = d, o.Topic }).ToListAsync(ct);
        return
        [
            .. offers.Select(o => new BeyondWallsRow(
                    o.Topic, o.Kind == OfferKind.Offer ? (o.IsOpen(today) ? "Offered" : "Was offered") : o.IsOpen(today) ? "Asked for" : "Was asked for", o.From, o.Until, $"/network/offers/{o.Id}", o.IsOpen(today)))
                .Concat(deliveries.Select(d => new BeyondWallsRow(
                    d.Topic, Status(d.Delivery, organisation), d.Delivery.MatchedOn, d.Delivery.GivenOn, $"/network/offers/{d.Delivery.OfferId}", d.Delivery.State != DeliveryState.Told)))
                .OrderByDescending(r => r.From),
        ];
    }

    private static string Status(Delivery delivery, OrganisationId organisation) => (delivery.Giver == organisation, delivery.State) switch
    {
        (true, DeliveryState.Matched) => "Will give",
        (false, DeliveryState.Matched) => "Will receive",
        (true, _) => "Gave",
        (false, _) => "Received",
    };
}
