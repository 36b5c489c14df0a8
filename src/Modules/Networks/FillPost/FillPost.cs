using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Networks;

internal sealed record FillPost(OrganisationId Organisation, string? PersonName, string? Email, string Language, PostTerms Terms);

/// <summary>Gives a person a post: at once, or proposed where a second person must agree.</summary>
internal sealed class FillPostHandler(AppDbContext db, Access access, PostBook book, People people, PostWarnings warnings)
{
    public static readonly Refusal NoSuchDeputy = new("post.no-such-deputy", "Choose a post of your organisation.", "DeputyFor");

    public async Task<(SecondPerson Asked, Refusal? Refusal)> HandleAsync(FillPost command, Actor actor, CancellationToken ct)
    {
        if (!access.Allows(actor, NetworksPermissions.FillPost, new(Organisation: command.Organisation))
            || await book.OpenAsync(command.Organisation, ct) is not { } rules)
        {
            return (default, NetworkPage.Gone);
        }

        if (RefuseTerms(command.Terms, rules) is { } unfit)
        {
            return (default, unfit);
        }

        // Tried on nobody first: an invitation must not be counted or sent for a post that cannot be.
        if (Post.Propose(actor.Person, command.Organisation, command.Terms, actor.Person, SecondPerson.NotNeeded, book.Clock).Refusal is { } wrong)
        {
            return (default, wrong);
        }

        var (person, refusal) = await people.InviteAsync(command.PersonName, command.Email, command.Language, actor, ct);
        if (refusal is not null)
        {
            return (default, refusal);
        }

        var asks = rules.Asks(command.Terms.Role, person, actor.Person);
        var post = Post.Propose(person, command.Organisation, command.Terms, actor.Person, asks, book.Clock).Post!;
        foreach (var membership in rules.Networks)
        {
            post.TellTo(membership.NetworkId, membership.From ?? rules.Today);
        }

        db.Add(post);
        db.Record(asks == SecondPerson.NotNeeded ? "post.filled" : "post.proposed", post.Id.Value);
        await WarnAsync(post, rules, actor, ct);
        await db.SaveChangesAsync(ct);
        return (asks, null);
    }

    private static Refusal? RefuseTerms(PostTerms terms, SafeguardingRules rules) =>
        terms.Role == Role.Operator ? SafeguardingRules.OperatorByHand
        : terms.Role == Role.NetworkCoordinator && rules.Networks.Count == 0 ? SafeguardingRules.NoNetwork
        : terms.DeputyFor is { } of && !rules.Posts.Any(p => p.Id == of && p.WillBeHeldOn(rules.Today)) ? NoSuchDeputy
        : null;

    // Whoever is to agree finds it on the home page and in the mail of the day: the post gives no rights until then.
    private Task WarnAsync(Post post, SafeguardingRules rules, Actor actor, CancellationToken ct) => post.Role == Role.SafeguardingLead
        ? warnings.TellAsync(
            rules.Leads.Where(l => l != actor.Person), post.OrganisationId, "A change among your safeguarding leads", "Somebody was proposed as a safeguarding lead. Please look:", ct)
        : Task.CompletedTask;
}
