using Causeway.Kernel;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Networks;

/// <summary>The made-up city's offers and asks over two years, some given, some waiting for a word of the receiver.</summary>
internal sealed class DemoOffers(AppDbContext db, DemoCast cast) : IDemoPart
{
    private static readonly (int Day, OfferKind Kind, string Topic, HelpAudience Audience, string Amount, decimal Hours, string? Effect, string? Need)[] Made =
    [
        (-560, OfferKind.Offer, "Evening about phones and sleep", HelpAudience.Parents, "One evening, up to 80 seats", 6, "Sixty parents came; eleven asked for a talk afterwards.", "behaviour.online"),
        (-430, OfferKind.Ask, "Somebody to read our new policy with fresh eyes", HelpAudience.Leaders, "Half a day", 4, "Two gaps found before the board saw it.", null),
        (-400, OfferKind.Offer, "First-day training for new drivers and coaches", HelpAudience.Staff, "Two hours, ten seats", 2.5m, "Everybody could say afterwards to whom a worry goes.", null),
        (-170, OfferKind.Offer, "Our counsellor once a week", HelpAudience.Pupils, "One afternoon a week", 36, "Somebody is there on Thursdays; we begin to plan a post of our own.", "health.anxiety"),
        (-90, OfferKind.Ask, "Korean interpreter for a parents' evening", HelpAudience.Parents, "Two hours", 2, "Twenty families understood every word.", "support.interpreting"),
        (-50, OfferKind.Offer, "Practice talks: listening without asking too much", HelpAudience.Staff, "Three hours", 3, null, "health.mood"),
        (-35, OfferKind.Ask, "A second pair of eyes on our record room", HelpAudience.Leaders, "One hour", 0, null, null),
        (-8, OfferKind.Offer, "Seats in our refresher day", HelpAudience.Staff, "Twelve seats", 0, null, null),
        (-3, OfferKind.Ask, "Books on feelings in Arabic", HelpAudience.Pupils, "A box for a term", 0, null, "health.mood"),
    ];

    public int Order => 24;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (await cast.SpeakersAsync(city, ct) is not { } speakers || speakers.Where(s => s.Role == Role.SafeguardingLead).DistinctBy(s => s.Organisation).ToList() is not { Count: > 2 } leads)
        {
            return;
        }

        for (var i = 0; i < Made.Length; i++)
        {
            var (day, kind, topic, audience, amount, hours, effect, need) = Made[i];
            var (own, other) = (leads[i % leads.Count], leads[(i + 1 + (i % 2)) % leads.Count]);
            await cast.EnterAsync(own.Person, ct);
            var terms = new OfferTerms(kind, topic, null, audience, amount, city.Today.AddDays(day), city.Today.AddDays(day + 100), need);
            var offer = Must(Offer.Make(own.Network!.Value, terms, own, city.Today.AddDays(day), cast.On(day)));
            db.Add(offer);
            if (i < Made.Length - 2)
            {
                db.Add(Deliver(city, offer, i == 0 ? new HelpParty(null, "Harbour Youth Club") : new HelpParty(other.Organisation, other.OrganisationName!), (day, hours, effect), other));
            }

            db.Record("offer.made", offer.Id.Value, offer.NetworkId.Value);
            await db.SaveChangesAsync(ct);
        }
    }

    private Delivery Deliver(DemoCity city, Offer offer, HelpParty party, (int Day, decimal Hours, string? Effect) what, Actor other)
    {
        var delivery = Delivery.Match(offer, party, city.Today.AddDays(what.Day + 3), cast.On(what.Day + 3));
        if (what.Hours > 0)
        {
            Must(delivery.Give(what.Hours, city.Today.AddDays(what.Day + 14), city.Today));
        }

        if (what.Effect is not null)
        {
            var teller = delivery.Receiver is null ? "Piet Oduya" : delivery.Receiver == offer.School ? offer.ByName : other.Name;
            Must(delivery.Tell(what.Effect, teller, city.Today.AddDays(what.Day + 20)));
        }

        return delivery;
    }
}

/// <summary>The made-up city's self-audits: some schools open, some banded, one for itself; something overdue in each.</summary>
internal sealed class DemoReadiness(AppDbContext db, DemoCast cast, ReadinessWindow window) : IDemoPart
{
    private static readonly ReadinessState[] States =
    [
        ReadinessState.InPlace, ReadinessState.InPlace, ReadinessState.Underway, ReadinessState.InPlace, ReadinessState.Missing,
        ReadinessState.InPlace, ReadinessState.NotLookedAt, ReadinessState.InPlace, ReadinessState.Underway, ReadinessState.InPlace, ReadinessState.InPlace,
    ];

    public int Order => 25;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (await cast.SpeakersAsync(city, ct) is not { } speakers)
        {
            return;
        }

        var leads = speakers.Where(s => s.Role == Role.SafeguardingLead).DistinctBy(s => s.Organisation).ToList();
        for (var i = 0; i < leads.Count - 1; i++)
        {
            await RateAsync(city, leads[i], speakers.FirstOrDefault(s => s.Role == Role.SeniorLeader && s.Organisation == leads[i].Organisation) ?? leads[i], i, ct);
        }
    }

    private async Task RateAsync(DemoCity city, Actor lead, Actor head, int school, CancellationToken ct)
    {
        await cast.EnterAsync(lead.Person, ct);
        var own = lead.Organisation!.Value;
        var items = ReadinessStart.Items.Select(i => ReadinessItem.Begin(own, i.Area, i.Text, cast.On(-160))).ToList();
        for (var n = 0; n < items.Count; n++)
        {
            var state = States[(n + (school * 3)) % States.Length];
            var owner = n % 4 == 0 ? head : lead;
            var day = n % 9 == 2 ? -5 : 40 + (n * 9);
            Must(items[n].Rate(
                new ReadinessWord(items[n].Text, state, owner.Person, owner.Name, city.Today.AddDays(day), n == 4 ? "On the agenda of the board." : null), lead, city.Today.AddDays(-150 + n)));
        }

        var level = (ReadinessLevel)((school + 1) % 3);
        var sharing = ReadinessSharing.Of(own);
        sharing.Choose(level);
        db.AddRange(items);
        db.Add(sharing);
        await window.FollowAsync(own, level, items, ct);
        db.Record("readiness.begun", own.Value);
        await db.SaveChangesAsync(ct);
    }
}
