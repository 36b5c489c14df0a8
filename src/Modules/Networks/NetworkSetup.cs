using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed class NetworkSetup(AppDbContext db, TimeProvider clock) : INetworkSetup
{
    public async Task<OrganisationId> SetUpAsync(FirstOrganisation organisation, PersonId person, Role role, string title, CancellationToken ct)
    {
        if (await db.Set<Organisation>().AnyAsync(ct))
        {
            throw new InvalidOperationException("This site has its first organisation already; others are invited from inside.");
        }

        var details = new OrganisationDetails(
            organisation.Name, organisation.Kind, organisation.Zone, organisation.Language, CountryCode: organisation.CountryCode, CallingCode: organisation.CallingCode);
        var first = Must(Organisation.Register(details, clock));
        var terms = new PostTerms(role, title, clock.Today(first.Zone));
        var post = Must(Post.Propose(person, first.Id, terms, Actor.Program.Person, SecondPerson.NotNeeded, clock));
        db.Scope.Narrow(first.Id);
        db.Add(first);
        db.Add(post);
        db.Record("organisation.set-up", first.Id.Value);
        db.Record("post.filled", post.Id.Value);
        await db.SaveChangesAsync(ct);
        return first.Id;
    }

    private static T Must<T>((T? Made, Refusal? Refusal) answer)
        where T : class => answer.Made ?? throw new InvalidOperationException(answer.Refusal!.Message);
}
