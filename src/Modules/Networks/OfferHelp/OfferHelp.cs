using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Outside">Name of a body outside the network; null: the actor's own organisation takes it up.</param>
internal sealed record MatchOffer(OfferId Id, string? Outside);

internal sealed record GiveHelp(OfferId Id, DeliveryId Delivery, decimal? Hours, DateOnly? On, int Version);

internal sealed record TellEffect(OfferId Id, DeliveryId Delivery, string? Effect, string? ToldBy, int Version);

/// <summary>Offers, asks, and what becomes of them. Each side writes only its own half of a delivery.</summary>
internal sealed class OfferHelpHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public static readonly Refusal OwnOffer = new("offer.own", "This is your own organisation's. Others take it up; for a body outside the network, write its name.", "Outside");
    public static readonly Refusal Twice = new("offer.twice", "Your organisation has taken this up already; finish that first.");

    public async Task<(OfferId Id, Refusal? Refusal)> HandleAsync(OfferTerms terms, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !May(actor))
        {
            return (default, NetworkPage.Gone);
        }

        var (offer, refusal) = Offer.Make(network, terms, actor, clock.Today(actor.Zone), clock);
        if (offer is null)
        {
            return (default, refusal);
        }

        db.Add(offer);
        db.Record(offer.Kind == OfferKind.Offer ? "offer.made" : "offer.asked", offer.Id.Value, chain: network.Value);
        return (offer.Id, await db.TrySaveAsync(ct));
    }

    public async Task<Refusal?> CloseAsync(OfferId id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } offer || offer.School != actor.Organisation)
        {
            return NetworkPage.Gone;
        }

        if (offer.Close(clock.GetUtcNow(), clock.Today(actor.Zone)) is { } refusal)
        {
            return refusal;
        }

        db.Record("offer.closed", id.Value, chain: offer.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> HandleAsync(MatchOffer command, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(command.Id, actor, ct) is not { } offer)
        {
            return NetworkPage.Gone;
        }

        var today = clock.Today(actor.Zone);
        var own = offer.School == actor.Organisation;
        var outside = FormText.Tidy(command.Outside);
        var refusal = !offer.IsOpen(today) ? Offer.Closed
            : own && outside.Length == 0 ? OwnOffer
            : own ? FormText.Check(outside, Organisation.LongestName, "Outside")
            : await db.Set<Delivery>().AnyAsync(d => d.OfferId == offer.Id && d.State == DeliveryState.Matched && (d.Giver == actor.Organisation || d.Receiver == actor.Organisation), ct) ? Twice
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        var delivery = Delivery.Match(offer, own ? new HelpParty(null, outside) : new HelpParty(actor.Organisation, actor.OrganisationName ?? ""), today, clock);
        db.Add(delivery);
        db.Record("offer.matched", delivery.Id.Value, chain: offer.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    public Task<Refusal?> HandleAsync(GiveHelp command, Actor actor, CancellationToken ct) => ChangeAsync(
        (command.Id, command.Delivery, command.Version), actor, "offer.given", (d, own) => own == (d.Giver ?? d.Receiver),
        d => d.Give(command.Hours, command.On, clock.Today(actor.Zone)), ct);

    public Task<Refusal?> HandleAsync(TellEffect command, Actor actor, CancellationToken ct) => ChangeAsync(
        (command.Id, command.Delivery, command.Version), actor, "offer.effect-told", (d, own) => own == (d.Receiver ?? d.Giver),
        d => d.Tell(command.Effect, d.Receiver is null ? command.ToldBy : actor.Name, clock.Today(actor.Zone)), ct);

    public Task<Refusal?> CallOffAsync(OfferId id, DeliveryId delivery, int version, Actor actor, CancellationToken ct) => ChangeAsync(
        (id, delivery, version), actor, "offer.called-off", (d, own) => own == d.Giver || own == d.Receiver, d => d.CallOff(), ct);

    private async Task<Refusal?> ChangeAsync(
        (OfferId Offer, DeliveryId Delivery, int Version) which, Actor actor, string act, Func<Delivery, OrganisationId, bool> mine, Func<Delivery, Refusal?> change, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || !May(actor)
            || await db.Set<Delivery>().FirstOrDefaultAsync(d => d.Id == which.Delivery && d.OfferId == which.Offer && d.NetworkId == actor.Network, ct) is not { } delivery
            || !mine(delivery, own))
        {
            return NetworkPage.Gone;
        }

        if (delivery.Version != which.Version)
        {
            return Refusal.ChangedMeanwhile;
        }

        if (change(delivery) is { } refusal)
        {
            return refusal;
        }

        db.Record(act, delivery.Id.Value, chain: delivery.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    private bool May(Actor actor) => actor.Organisation is not null && access.Allows(actor, NetworksPermissions.OfferHelp, new(Network: actor.Network));

    private async Task<Offer?> FindAsync(OfferId id, Actor actor, CancellationToken ct) =>
        May(actor) ? await db.Set<Offer>().FirstOrDefaultAsync(o => o.Id == id && o.NetworkId == actor.Network, ct) : null;
}
