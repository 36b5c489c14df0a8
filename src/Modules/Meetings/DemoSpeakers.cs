using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;

namespace Causeway.Meetings;

/// <summary>Whom the made-up city's polls are asked by and of, and who brings papers.</summary>
internal sealed class DemoSpeakers(AppDbContext db, IActorSource actors, INetworkDirectory networks, IPersonDirectory people)
{
    public Task<Actor?> CoordinatorAsync(DemoCity city, CancellationToken ct) => FindAsync(city, a => a.Role == Role.NetworkCoordinator, ct);

    /// <summary>The first of them; the unit of work is then theirs.</summary>
    public async Task<Actor?> FindAsync(DemoCity city, Func<Actor, bool> which, CancellationToken ct)
    {
        foreach (var (_, id) in city.Ids.Where(i => i.Key.StartsWith("person:", StringComparison.Ordinal)).OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            db.ChangeTracker.Clear();
            db.Scope.Set(Actor.Anonymous with { Person = new PersonId(id) });
            var actor = await actors.FindAsync(new PersonId(id), null, ct);
            db.Scope.Set(actor ?? Actor.Anonymous);
            if (actor is not null && which(actor))
            {
                return actor;
            }
        }

        return null;
    }

    /// <summary>Leads and counsellors, and somebody from outside without an account.</summary>
    public async Task<IReadOnlyList<Invitee>> InviteesAsync(NetworkId network, CancellationToken ct)
    {
        var posts = (await networks.PostsInAsync(network, ct)).Where(p => p.Role is Role.SafeguardingLead or Role.Counsellor).DistinctBy(p => p.Person).ToList();
        var cards = await people.FindAsync([.. posts.Select(p => p.Person)], ct);
        return
        [
            .. posts.Where(p => cards.ContainsKey(p.Person)).OrderBy(p => p.PersonName, StringComparer.Ordinal).Select(p => new Invitee(
                p.Person, p.PersonName, cards[p.Person].Email, p.Organisation, p.OrganisationName, cards[p.Person].Language, cards[p.Person].Zone, Part.Representative)),
            new(null, "Piet Oduya", "piet@youthclub.example", null, "Harbour Youth Club", "en", "Europe/Lisbon", Part.Guest),
        ];
    }
}
