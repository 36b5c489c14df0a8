using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;

namespace Causeway.Partnerships;

/// <param name="Member">A member of the network; null: a body outside, as <paramref name="Outside"/> says.</param>
internal sealed record BeginPartnership(PartnershipBasics Basics, Formality Formality, OrganisationId? Member, PartyTerms? Outside);

/// <summary>A partnership comes into being with its two sides, their empty sheets and its first owner: one commit.</summary>
internal sealed class BeginPartnershipHandler(AppDbContext db, PartnershipDoor door, INetworkDirectory networks, PartyMails mails, TimeProvider clock)
{
    public static readonly Refusal NoPartner = new("partnership.no-partner", "Choose a member, or write the name of a body outside.", "Member");
    public static readonly Refusal Self = new("partnership.self", "A partnership needs somebody else.", "Member");

    public async Task<(PartnershipId Id, Refusal? Refusal)> HandleAsync(BeginPartnership command, Actor actor, CancellationToken ct)
    {
        if (actor is not { Network: { } network, Organisation: { } own } || !door.May(actor, PartnershipsPermissions.Begin)
            || await networks.FindOrganisationAsync(own, ct) is not { } card)
        {
            return (default, PartnershipDoor.Gone);
        }

        var today = clock.Today(actor.Zone);
        var (partnership, refusal) = Partnership.Begin(network, command.Basics, command.Formality, actor, today, clock);
        if (partnership is null)
        {
            return (default, refusal);
        }

        var (other, bad) = await OtherAsync(partnership, command, own, network, ct);
        if (other is null)
        {
            return (default, bad);
        }

        var mine = Party.Join(partnership, 1, card, clock);
        db.Add(partnership);
        db.AddRange(mine, other);
        db.AddRange(IntentSheet.Open(mine, clock), IntentSheet.Open(other, clock));
        db.Add(PartyOwner.Take(mine, actor.Person, actor.Name, "", today, clock));
        db.Add(PartnershipChange.Note(partnership, ChangeOf.Stage, "", PartnershipWords.Of(Stage.Exploring).Text, null, actor.Name, clock));
        if (other.Member is null && other.ContactMail.Length > 0)
        {
            mails.SendLink(other, actor.OrganisationName ?? "");
        }

        return (partnership.Id, await db.TrySaveAsync("partnership.begun", partnership.Id.Value, ct));
    }

    private async Task<(Party? Party, Refusal? Refusal)> OtherAsync(Partnership partnership, BeginPartnership command, OrganisationId own, NetworkId network, CancellationToken ct)
    {
        if (command.Member is { } member)
        {
            return member == own ? (null, Self)
                : (await networks.MembersAsync(network, ct)).FirstOrDefault(m => m.Id == member) is { } card ? (Party.Join(partnership, 2, card, clock), null)
                : (null, NoPartner);
        }

        return command.Outside is { } outside ? Party.Describe(partnership, 2, outside, clock) : (null, NoPartner);
    }
}
