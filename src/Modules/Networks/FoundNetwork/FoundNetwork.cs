using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Networks;

/// <param name="First">Only for the operator, who belongs to no school: the founding organisation and its contact.</param>
internal sealed record FoundNetwork(NetworkIdentity Identity, byte[]? Logo, FirstMember? First);

internal sealed record FirstMember(OrganisationDetails Details, string? PersonName, string? Email, Role Role, string Title);

/// <summary>Founds a network with its first member and its first coordinator: the founder, or the contact the operator names.</summary>
internal sealed class FoundNetworkHandler(AppDbContext db, Access access, PostBook book, People people)
{
    private const string CoordinatorTitle = "Network coordinator";

    public static readonly Refusal HasNetwork =
        new("network.has-network", "Your organisation belongs to a network already. Leave it first, or ask its coordinator to rename it.");

    public async Task<Refusal?> HandleAsync(FoundNetwork command, Actor actor, CancellationToken ct)
    {
        if (!access.Allows(actor, NetworksPermissions.FoundNetwork) || actor.Organisation is not { } own)
        {
            return NetworkPage.Gone;
        }

        if (command.Identity.Check() is { } unreadable)
        {
            return unreadable;
        }

        if (actor.Role == Role.Operator)
        {
            return command.First is null ? NetworkPage.Gone : await FoundForAsync(command, command.First, actor, ct);
        }

        if ((await book.ActiveAsync(own, ct)).Count > 0)
        {
            return HasNetwork;
        }

        var rules = (await book.OpenAsync(own, ct))!;
        return await FoundAsync(command, own, actor.Person, rules.Today, actor, ct);
    }

    private async Task<Refusal?> FoundForAsync(FoundNetwork command, FirstMember first, Actor actor, CancellationToken ct)
    {
        var (organisation, refusal) = Organisation.Register(first.Details, book.Clock);
        if (organisation is null)
        {
            return refusal;
        }

        var (contact, uninvited) = await people.InviteAsync(first.PersonName, first.Email, first.Details.Languages.Split(' ')[0], actor, ct);
        if (uninvited is not null)
        {
            return uninvited;
        }

        var terms = new PostTerms(first.Role, first.Title, book.Clock.Today(organisation.Zone));
        var (post, unfit) = Post.Propose(contact, organisation.Id, terms, actor.Person, SecondPerson.NotNeeded, book.Clock);
        if (post is null || !SafeguardingRules.IsElevated(first.Role))
        {
            return unfit ?? NetworkPage.Gone;
        }

        // The rows are the new organisation's, not the operator's, and the operator keeps no way to them.
        db.Scope.Narrow(organisation.Id);
        try
        {
            db.Add(organisation);
            db.Add(post);
            db.Record("organisation.set-up", organisation.Id.Value);
            db.Record("post.filled", post.Id.Value);
            return await FoundAsync(command, organisation.Id, contact, terms.From, actor, ct);
        }
        finally
        {
            db.Scope.Set(actor);
        }
    }

    private async Task<Refusal?> FoundAsync(
        FoundNetwork command, OrganisationId founder, PersonId coordinator, DateOnly today, Actor actor, CancellationToken ct)
    {
        var (picture, notAPicture) = command.Logo is { Length: > 0 } bytes ? Picture.Take(bytes, book.Clock) : (null, null);
        if (notAPicture is not null)
        {
            return notAPicture;
        }

        var network = Network.Found(command.Identity, founder, today, book.Clock).Network!;
        if (picture is not null)
        {
            db.Add(picture);
            network.Wear(picture);
        }

        var membership = Membership.Begin(founder, network.Id, MembershipKind.Core, today, actor.Person, book.Clock);
        var coordinates = Post.Propose(
            coordinator, founder, new(Role.NetworkCoordinator, CoordinatorTitle, today), actor.Person, SecondPerson.NotNeeded, book.Clock).Post!;
        coordinates.TellTo(network.Id, today);
        db.AddRange(network, membership, coordinates);
        foreach (var post in db.Set<Post>().Local.Where(p => p.OrganisationId == founder && p.EndedAt is null))
        {
            post.TellTo(network.Id, today);
        }

        db.Record("network.founded", network.Id.Value, chain: network.Id.Value);
        db.Record("member.joined", membership.Id.Value, chain: founder.Value);
        db.Record("post.filled", coordinates.Id.Value, chain: founder.Value);
        return await db.TrySaveAsync(ct);
    }
}
