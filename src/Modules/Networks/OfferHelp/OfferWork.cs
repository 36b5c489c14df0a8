using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>Deliveries that wait for the reader's half: hours of the giver, the effect of the receiver.</summary>
internal sealed class OfferWork(AppDbContext db, Access access, TimeProvider clock, IStringLocalizer texts) : IWorkList
{
    private const int DaysUntilLate = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor is not { Network: { } network, Organisation: { } own } || !access.Allows(actor, NetworksPermissions.OfferHelp, new(Network: network)))
        {
            return [];
        }

        var open = await (
            from d in db.Set<Delivery>().AsNoTracking()
            join o in db.Set<Offer>() on d.OfferId equals o.Id
            where d.NetworkId == network && (d.State == DeliveryState.Matched || d.State == DeliveryState.Given) && (d.Giver == own || d.Receiver == own)
            orderby d.MatchedOn
            select new { Delivery = d, o.Topic }).ToListAsync(ct);
        var today = clock.Today(actor.Zone);
        return
        [
            .. open.Where(d => d.Delivery.MayGive(own) || d.Delivery.MayTell(own)).Select(d =>
            {
                var since = d.Delivery.GivenOn ?? d.Delivery.MatchedOn;
                return new WorkItem(
                    WorkItem.At(since),
                    since.AddDays(DaysUntilLate) < today ? Urgency.Late : Urgency.Later,
                    since.ToString(texts["d MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture),
                    d.Delivery.State == DeliveryState.Matched ? texts["Help agreed: {0}", d.Topic] : texts["What came of it? {0}", d.Topic],
                    d.Delivery.State == DeliveryState.Matched ? texts["When it is given, write the hours down."] : texts["A sentence of yours tells others whether to ask for it too."],
                    $"/network/offers/{d.Delivery.OfferId}",
                    texts["Open"]) { Kind = NetworksWork.Offer, Mark = d.Delivery.Id.ToString() };
            }),
        ];
    }
}
