using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Role">Of the contact: the safeguarding lead or a senior leader.</param>
internal sealed record InviteOrganisation(
    OrganisationDetails Details, MembershipKind Kind, string? PersonName, string? Email, Role Role, string Title);

internal sealed record MakeJoinLink(string? MadeFor, MembershipKind Kind);

/// <summary>Asks an organisation in: a new one with its first post, or one that works here already by a link to pass on.</summary>
internal sealed class InviteOrganisationHandler(AppDbContext db, Access access, PostBook book, People people)
{
    public static readonly Refusal NoName = new("join-link.no-name", "Write for whom the link is.", "MadeFor");
    public static readonly Refusal NotALead = new("invitation.not-a-lead", "The contact must be able to answer for the organisation.", "Role");

    public async Task<Refusal?> HandleAsync(InviteOrganisation command, Actor actor, CancellationToken ct)
    {
        if (!Allowed(actor, out var network))
        {
            return NetworkPage.Gone;
        }

        if (command.Role is not (Role.SafeguardingLead or Role.SeniorLeader))
        {
            return NotALead;
        }

        var (organisation, unreadable) = Organisation.Register(command.Details, book.Clock);
        if (organisation is null)
        {
            return unreadable;
        }

        var terms = new PostTerms(command.Role, command.Title, book.Clock.Today(organisation.Zone));
        if (Post.Propose(actor.Person, organisation.Id, terms, actor.Person, SecondPerson.NotNeeded, book.Clock).Refusal is { } unfit)
        {
            return unfit;
        }

        var (contact, uninvited) = await people.InviteAsync(command.PersonName, command.Email, command.Details.Languages.Split(' ')[0], actor, ct);
        if (uninvited is not null)
        {
            return uninvited;
        }

        var post = Post.Propose(contact, organisation.Id, terms, actor.Person, SecondPerson.NotNeeded, book.Clock).Post!;
        var membership = Membership.Invite(organisation.Id, network, command.Kind, actor.Person, book.Clock);
        return await SaveAsync(organisation, post, membership, actor, ct);
    }

    // The first post is the new organisation's; the coordinator has no way to it after this commit.
    private async Task<Refusal?> SaveAsync(Organisation organisation, Post post, Membership membership, Actor actor, CancellationToken ct)
    {
        db.Scope.Narrow(organisation.Id, membership.NetworkId);
        try
        {
            db.AddRange(organisation, post, membership);
            db.Record("organisation.set-up", organisation.Id.Value);
            db.Record("post.filled", post.Id.Value);
            db.Record("member.invited", membership.Id.Value, chain: membership.NetworkId.Value);
            return await db.TrySaveAsync(ct);
        }
        finally
        {
            db.Scope.Set(actor);
        }
    }

    /// <returns>The address to pass on; shown once, since only the hash of its secret is kept.</returns>
    public async Task<(string? Link, Refusal? Refusal)> HandleAsync(MakeJoinLink command, Actor actor, CancellationToken ct)
    {
        if (!Allowed(actor, out var network))
        {
            return (null, NetworkPage.Gone);
        }

        var madeFor = (command.MadeFor ?? "").Trim();
        if (madeFor.Length is 0 or > Organisation.LongestName)
        {
            return (null, NoName);
        }

        if (await CountedAct.CountAsync(db, actor.Person, CountedActKind.Invitation, book.Clock, ct) is { } tooMany)
        {
            return (null, tooMany);
        }

        var secret = RandomSecret.New();
        var link = JoinLink.Make(network, madeFor, command.Kind, SecretHash.Of(secret), actor.Person, book.Clock);
        db.Add(link);
        db.Record("join-link.made", link.Id.Value, chain: network.Value);
        await db.SaveChangesAsync(ct);
        return (people.Link($"/network/join/{network}/{link.Id}/{secret}"), null);
    }

    public async Task<Refusal?> TakeBackAsync(JoinLinkId id, Actor actor, CancellationToken ct)
    {
        var link = await db.Set<JoinLink>().FirstOrDefaultAsync(l => l.Id == id, ct);
        if (link is null || !Allowed(actor, out var network) || link.NetworkId != network)
        {
            return NetworkPage.Gone;
        }

        if (link.TakeBack(book.Clock.GetUtcNow()) is { } refusal)
        {
            return refusal;
        }

        db.Record("join-link.taken-back", id.Value, chain: network.Value);
        return await db.TrySaveAsync(ct);
    }

    private bool Allowed(Actor actor, out NetworkId network)
    {
        network = actor.Network ?? default;
        return actor.Network is not null && access.Allows(actor, NetworksPermissions.InviteMember, new(Network: network));
    }
}
