using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Networks;

/// <summary>
/// The made-up city's organisations, networks, memberships with their history, and posts. Reads <c>network</c> or
/// <c>networks</c>; an organisation has one <c>membership</c> or several <c>memberships</c>, each naming its network where
/// there are several.
/// </summary>
internal sealed class DemoNetworks(AppDbContext db, TimeProvider clock) : IDemoPart
{
    private readonly Dictionary<string, Organisation> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NetworkId> _networks = new(StringComparer.Ordinal);
    private readonly Dictionary<OrganisationId, List<(NetworkId Network, DateOnly Since)>> _stays = [];

    public int Order => 20;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        foreach (var described in city.Description.GetProperty("organisations").EnumerateArray())
        {
            AddOrganisation(city, described);
        }

        foreach (var described in DemoJson.OneOrMany(city.Description, "network", "networks"))
        {
            AddNetwork(city, described);
        }

        await db.SaveChangesAsync(ct);
        foreach (var described in city.Description.GetProperty("organisations").EnumerateArray())
        {
            // One commit for each organisation: row security lets a scope write the rows of its own organisation only.
            var organisation = _organisations[described.Text("key")];
            db.Scope.Narrow(organisation.Id);
            AddMemberships(city, described, organisation);
            AddPosts(city, described.Text("key"), organisation);
            await db.SaveChangesAsync(ct);
        }
    }

    private void AddOrganisation(DemoCity city, JsonElement described)
    {
        var details = new OrganisationDetails(
            described.Text("name"),
            Enum.Parse<OrganisationKind>(described.Text("kind"), ignoreCase: true),
            described.TextOr("zone") ?? "UTC",
            described.Words("languages") is { Length: > 0 } languages ? languages : "en",
            described.TextOr("acronym"),
            described.TextOr("address"),
            DemoJson.District(city.Description, described.TextOr("district")) ?? described.TextOr("area"),
            described.TextOr("countryCode"),
            described.TextOr("callingCode"));
        var organisation = Must(Organisation.Register(details, clock));
        db.Add(organisation);
        db.Record("organisation.set-up", organisation.Id.Value, organisation.Id.Value);
        _organisations.Add(described.Text("key"), organisation);
        city.Ids["organisation:" + described.Text("key")] = organisation.Id.Value;
    }

    private void AddNetwork(DemoCity city, JsonElement described)
    {
        var key = described.Text("key");
        var founder = city.Description.GetProperty("organisations").EnumerateArray()
            .Where(o => MembershipsOf(o).Any(m => (m.TextOr("network") ?? key) == key)).OrderBy(o => MembershipsOf(o).Min(m => m.Number("fromDay")))
            .Select(o => _organisations[o.Text("key")]).FirstOrDefault() ?? throw new InvalidOperationException($"Network {key} has no member.");
        var identity = new NetworkIdentity(
            described.Text("name"),
            described.TextOr("acronym") ?? key,
            described.TextOr("kind") ?? "",
            described.TextOr("area") ?? described.Text("name"),
            described.Words("languages") is { Length: > 0 } languages ? languages : "en",
            described.Flag("contentIsPrivate", true),
            described.Flag("existenceIsListed", true));
        var network = Must(Network.Found(identity, founder.Id, city.Today.AddDays(described.NumberOr("foundedDay") ?? -365), clock));
        var checkedOn = described.NumberOr("emergencyCheckedDay") is { } day ? city.Today.AddDays(day) : (DateOnly?)null;
        if (network.TellEmergency(DemoJson.Emergency(described), DemoJson.Duty(described), checkedOn, city.Today) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }

        db.Add(network);
        db.Record("network.founded", network.Id.Value, network.Id.Value);
        _networks.Add(key, network.Id);
        city.Ids["network:" + key] = network.Id.Value;
    }

    private void AddMemberships(DemoCity city, JsonElement described, Organisation organisation)
    {
        var stays = _stays[organisation.Id] = [];
        foreach (var one in MembershipsOf(described))
        {
            var network = _networks[one.TextOr("network") ?? _networks.Keys.First()];
            var from = city.Today.AddDays(one.Number("fromDay"));
            var kind = Enum.Parse<MembershipKind>(one.TextOr("kind") ?? "core", ignoreCase: true);
            var membership = Membership.Begin(organisation.Id, network, kind, from, Actor.Program.Person, clock);
            if (one.NumberOr("toDay") is { } to)
            {
                membership.Leave(city.Today.AddDays(to), nameStays: true);
            }
            else
            {
                stays.Add((network, from));
            }

            db.Add(membership);
            db.Record("member.joined", membership.Id.Value);
        }
    }

    private void AddPosts(DemoCity city, string organisationKey, Organisation organisation)
    {
        var mine = city.Description.GetProperty("people").EnumerateArray()
            .SelectMany(person => person.Many("posts").Where(p => p.Text("organisation") == organisationKey).Select(post => (Person: person.Text("key"), Described: post)))
            .OrderBy(p => p.Described.TextOr("deputyOf") is not null).ToList();
        var holders = new Dictionary<string, PostId>(StringComparer.Ordinal);
        foreach (var (person, described) in mine)
        {
            var terms = new PostTerms(
                Enum.Parse<Role>(described.Text("role"), ignoreCase: true),
                described.TextOr("title") ?? described.Text("role"),
                city.Today.AddDays(described.NumberOr("fromDay") ?? -365),
                described.NumberOr("untilDay") is { } until ? city.Today.AddDays(until) : null,
                described.TextOr("deputyOf") is { } of && holders.TryGetValue(of, out var principal) ? principal : null);
            var post = Must(Post.Propose(new PersonId(city.Ids["person:" + person]), organisation.Id, terms, Actor.Program.Person, SecondPerson.NotNeeded, clock));
            _stays[organisation.Id].ForEach(s => post.TellTo(s.Network, s.Since));
            db.Add(post);
            db.Record("post.filled", post.Id.Value);
            holders.TryAdd(person, post.Id);
            city.Ids["post:" + (described.TextOr("key") ?? person)] = post.Id.Value;
        }
    }

    private static IEnumerable<JsonElement> MembershipsOf(JsonElement organisation) => DemoJson.OneOrMany(organisation, "membership", "memberships");
}
