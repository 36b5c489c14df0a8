using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>
/// The sides of a partnership: contact, sponsor, owners, link. Each side names its own sponsor and owners; for a side without
/// accounts another side writes them down.
/// </summary>
internal sealed class KeepPartiesHandler(AppDbContext db, PartnershipDoor door, INetworkDirectory networks, PartyMails mails, TimeProvider clock)
{
    public static readonly Refusal Full = new("party.full", "Work with {0} partners at most; beyond that a network is the better form.", "Outside.Name", Party.Most);
    public static readonly Refusal There = new("party.there", "This organisation is a partner already.", "Member");

    public async Task<Refusal?> AddAsync(PartnershipId id, OrganisationId? member, PartyTerms outside, Actor actor, CancellationToken ct)
    {
        if (await OpenAsync(id, actor, ct) is not { View: { } view } open)
        {
            return PartnershipDoor.Gone;
        }

        // A new side has sheets and signatures of its own to give: it joins before the work begins.
        var refusal = open.Refusal ?? (view.Parties.Count >= Party.Most ? Full : view.Partnership.Stage is Stage.Exploring or Stage.Preparing ? null : Partnership.NoWay with { Field = null });
        if (refusal is not null)
        {
            return refusal;
        }

        var (party, bad) = member is { } of ? await JoinAsync(view, of, ct) : Party.Describe(view.Partnership, view.Parties.Max(p => p.Number) + 1, outside, clock);
        if (party is null)
        {
            return bad;
        }

        db.AddRange(party, IntentSheet.Open(party, clock));
        // The gate may be looking at the sides in this moment: of the two, one looks again.
        db.Entry(view.Partnership).State = EntityState.Modified;
        if (party.Member is null && party.ContactMail.Length > 0)
        {
            mails.SendLink(party, actor.OrganisationName ?? "");
        }

        return await db.TrySaveAsync("party.joined", party.Id.Value, ct);
    }

    public Task<Refusal?> NameSponsorAsync(PartnershipId id, PartyId party, string? name, string? capacity, int version, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, party, version, actor, "party.sponsor-named", (view, p) =>
        {
            var before = p.SponsorName;
            var refusal = p.NameSponsor(name, capacity, clock.Today(actor.Zone));
            if (refusal is null && before != p.SponsorName)
            {
                db.Add(PartnershipChange.Note(view.Partnership, ChangeOf.Sponsor, before, p.SponsorName, p.Name, actor.Name, clock));
            }

            return refusal;
        }, ct);

    public Task<Refusal?> SendLinkAsync(PartnershipId id, PartyId party, int version, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, party, version, actor, "party.link-sent", (_, p) => p.ContactMail.Length == 0 || p.Member is not null ? Party.NoMail : mails.SendLink(p, actor.OrganisationName ?? "") is null ? Party.NoMail : null, ct);

    public Task<Refusal?> EndLinkAsync(PartnershipId id, PartyId party, int version, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, party, version, actor, "party.link-ended", (_, p) =>
        {
            p.EndLink();
            return null;
        }, ct);

    /// <param name="person">Somebody with a post in the party's organisation; null: the name as written, for a side without accounts.</param>
    public async Task<Refusal?> TakeOwnerAsync(PartnershipId id, PartyId party, PersonId? person, string? name, string? title, Actor actor, CancellationToken ct)
    {
        if (await OpenAsync(id, actor, ct) is not { View: { } view } open || view.Parties.FirstOrDefault(p => p.Id == party) is not { } side || !MayKeep(view, side))
        {
            return PartnershipDoor.Gone;
        }

        var post = person is { } chosen && side.Member is { } member ? (await networks.PostsAsync(member, ct)).FirstOrDefault(p => p.Person == chosen) : null;
        var written = post?.PersonName ?? (side.Member is null ? FormText.Tidy(name) : "");
        var refusal = open.Refusal ?? FormText.Check(written, Partnership.LongestName, "OwnerName", PartyOwner.NoName)
            ?? (view.OwnersOf(side).Any(o => post is null ? o.Name == written : o.PersonId == post.Person) ? PartyOwner.Twice : null);
        if (refusal is not null)
        {
            return refusal;
        }

        db.Add(PartyOwner.Take(side, post?.Person, written, post?.Title ?? FormText.Tidy(title), clock.Today(actor.Zone), clock));
        db.Add(PartnershipChange.Note(view.Partnership, ChangeOf.Owner, "", written, side.Name, actor.Name, clock));
        return await db.TrySaveAsync("owner.taken", side.Id.Value, ct);
    }

    public async Task<Refusal?> HandOverAsync(PartnershipId id, PartnershipRowId owner, Actor actor, CancellationToken ct)
    {
        if (await OpenAsync(id, actor, ct) is not { View: { } view } open || view.Owners.FirstOrDefault(o => o.Id == owner && o.Until is null) is not { } leaving
            || !MayKeep(view, view.Parties.First(p => p.Id == leaving.PartyId)))
        {
            return PartnershipDoor.Gone;
        }

        if ((open.Refusal ?? Leaving.Check(db, view, leaving)) is { } refusal)
        {
            return refusal;
        }

        leaving.HandOver(clock.Today(actor.Zone));
        db.Add(PartnershipChange.Note(view.Partnership, ChangeOf.Owner, leaving.Name, "", view.Parties.First(p => p.Id == leaving.PartyId).Name, actor.Name, clock));
        return await db.TrySaveAsync("owner.left", leaving.Id.Value, ct);
    }

    /// <summary>One's own side, or one that has nobody with an account.</summary>
    public static bool MayKeep(PartnershipView view, Party party) => party.Id == view.Own?.Id || party.Member is null;

    private async Task<Refusal?> ChangeAsync(PartnershipId id, PartyId party, int version, Actor actor, string act, Func<PartnershipView, Party, Refusal?> change, CancellationToken ct)
    {
        if (await OpenAsync(id, actor, ct) is not { View: { } view } open || view.Parties.FirstOrDefault(p => p.Id == party) is not { } side || !MayKeep(view, side))
        {
            return PartnershipDoor.Gone;
        }

        var refusal = open.Refusal ?? (side.Version != version ? Refusal.ChangedMeanwhile : change(view, side));
        return refusal ?? await db.TrySaveAsync(act, side.Id.Value, ct);
    }

    private async Task<(PartnershipView View, Refusal? Refusal)?> OpenAsync(PartnershipId id, Actor actor, CancellationToken ct) =>
        await door.EnterAsync(id, actor, ct) is { } view ? (view, view.Partnership.IsOver ? Partnership.Over : null) : null;

    private async Task<(Party? Party, Refusal? Refusal)> JoinAsync(PartnershipView view, OrganisationId member, CancellationToken ct) =>
        view.Parties.Any(p => p.Member == member) ? (null, There)
        : (await networks.MembersAsync(view.Partnership.NetworkId, ct)).FirstOrDefault(m => m.Id == member) is { } card
            ? (Party.Join(view.Partnership, view.Parties.Max(p => p.Number) + 1, card, clock), null)
            : (null, BeginPartnershipHandler.NoPartner);
}
