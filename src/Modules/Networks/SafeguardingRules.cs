using Causeway.Kernel;

namespace Causeway.Networks;

/// <summary>Who must agree before a post gives rights (separation rules 1, 4 and 9).</summary>
internal enum SecondPerson
{
    NotNeeded,

    /// <summary>Another safeguarding lead or senior leader of the organisation.</summary>
    Colleague,

    /// <summary>A coordinator of the network: nobody else is there to ask, or the post is the network's own.</summary>
    Coordinator,
}

/// <summary>What one organisation's posts must always add up to. Plain rules over rows that the handler fetched.</summary>
/// <param name="Posts">Every post of the organisation.</param>
/// <param name="Coordinators">Who coordinates the organisation's network today.</param>
/// <param name="Today">The organisation's day.</param>
internal sealed record SafeguardingRules(
    OrganisationKind Kind, IReadOnlyCollection<Post> Posts, IReadOnlyCollection<PersonId> Coordinators, DateTimeOffset Now, DateOnly Today)
{
    /// <summary>The organisation's running memberships, the oldest first.</summary>
    public IReadOnlyList<Membership> Networks { get; init; } = [];

    public static readonly Refusal LastLead =
        new("post.last-lead", "This is the only safeguarding lead on that day. Name the next one first; a school is never without.");

    public static readonly Refusal LastHolder = new(
        "post.last-holder",
        "After this, fewer than two people could bring a colleague's access back. Name another safeguarding lead or senior leader first, or join a network whose coordinator can stand in.");

    public static readonly Refusal LastLeader =
        new("post.last-leader", "Nobody else could act for this organisation. Name another leader first.");

    public static readonly Refusal LastCoordinator =
        new("post.last-coordinator", "This is the network's only coordinator. Name the next one first.");

    public static readonly Refusal OperatorByHand =
        new("post.operator", "The operator's post is given when the site is set up, not here.", "Role");

    public static readonly Refusal NoNetwork =
        new("post.no-network", "Your organisation belongs to no network yet, so it has no coordinator to name.", "Role");

    /// <summary>Roles that read what others may not, or that hand out posts.</summary>
    public static bool IsElevated(Role role) =>
        role is Role.SafeguardingLead or Role.SeniorLeader or Role.DataProtectionOfficer or Role.NetworkCoordinator;

    /// <summary>Who may agree to what was proposed for <paramref name="holder"/>; told by mail that it waits.</summary>
    public IEnumerable<PersonId> SecondPeople(SecondPerson asks, PersonId holder, PersonId proposer) => asks switch
    {
        SecondPerson.NotNeeded => [],
        SecondPerson.Coordinator => Coordinators.Where(c => c != holder && c != proposer),
        SecondPerson.Colleague => Posts.Where(p => IsHolder(p) && p.Runs(Now, Today) && p.PersonId != holder && p.PersonId != proposer)
            .Select(p => p.PersonId).Distinct(),
        _ => throw new ArgumentOutOfRangeException(nameof(asks)),
    };

    public IEnumerable<PersonId> Leads => Posts.Where(p => p.Role == Role.SafeguardingLead && p.Runs(Now, Today)).Select(p => p.PersonId).Distinct();

    /// <summary>Whom to ask before <paramref name="holder"/> gets the role.</summary>
    public SecondPerson Asks(Role role, PersonId holder, PersonId proposer)
    {
        if (!IsElevated(role))
        {
            return SecondPerson.NotNeeded;
        }

        var coordinator = SecondPeople(SecondPerson.Coordinator, holder, proposer).Any();
        if (role == Role.NetworkCoordinator)
        {
            return coordinator ? SecondPerson.Coordinator : SecondPerson.NotNeeded;
        }

        var colleague = SecondPeople(SecondPerson.Colleague, holder, proposer).Any();
        // Silence is never consent, but with nobody there to ask the only choice left is between one holder and two.
        return colleague ? SecondPerson.Colleague : coordinator ? SecondPerson.Coordinator : SecondPerson.NotNeeded;
    }

    /// <summary>May the post be over from now on (<paramref name="lastDay"/> null), or after that day?</summary>
    public Refusal? MayEnd(Post ending, DateOnly? lastDay)
    {
        var left = Posts.Where(p => p.Id != ending.Id && (lastDay is { } day ? p.WillBeHeldOn(day.AddDays(1)) : p.Runs(Now, Today))).ToList();
        if (ending.Role == Role.NetworkCoordinator)
        {
            var stays = Coordinators.Any(c => c != ending.PersonId) || left.Exists(p => p.Role == Role.NetworkCoordinator);
            return stays ? null : LastCoordinator;
        }

        if (!IsHolder(ending) || ending.Standing != PostStanding.Confirmed)
        {
            return null;
        }

        if (Kind != OrganisationKind.School)
        {
            return left.Exists(IsHolder) ? null : LastLeader;
        }

        if (ending.Role == Role.SafeguardingLead && !left.Exists(p => p.Role == Role.SafeguardingLead))
        {
            return LastLead;
        }

        var holders = left.Where(IsHolder).Select(p => p.PersonId).Concat(Coordinators).Distinct().Count();
        return holders < 2 ? LastHolder : null;
    }

    private static bool IsHolder(Post post) => post.Role is Role.SafeguardingLead or Role.SeniorLeader;
}
