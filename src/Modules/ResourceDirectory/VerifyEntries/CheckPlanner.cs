using Causeway.Kernel;
using Causeway.Networks;

namespace Causeway.ResourceDirectory;

/// <param name="Address">Where the professional can be asked; null: the verifier rings.</param>
internal sealed record PlannedCheck(Entry Entry, ListingId About, Verifier Verifier, CheckUrgency Urgency, string? Address);

/// <summary>
/// Gives each entry its one verifier: somebody of a school that lists it, the one who has least to do so far; where no school
/// of it has anybody, somebody of another school. The same entries, people and loads come to the same plan.
/// </summary>
internal sealed class CheckPlanner
{
    private readonly ILookup<OrganisationId, Verifier> _bySchool;
    private readonly IReadOnlyList<Verifier> _all;
    private readonly Dictionary<PersonId, int> _load;

    /// <param name="posts">Posts that run today.</param>
    /// <param name="load">What verifiers have already.</param>
    public CheckPlanner(IEnumerable<PostCard> posts, IReadOnlyDictionary<PersonId, int> load)
    {
        var able = posts.Where(p => p.Role is Role.Counsellor or Role.SafeguardingLead or Role.SeniorLeader or Role.NetworkCoordinator)
            .GroupBy(p => (p.Organisation, p.Person)).Select(g => g.MinBy(Rank)!).ToList();
        // Heads are asked where a school has nobody closer to the work.
        var chosen = able.GroupBy(p => p.Organisation).SelectMany(s => s.Any(p => Rank(p) == 0) ? s.Where(p => Rank(p) == 0) : s);
        _all = [.. chosen.Select(p => new Verifier(p.Person, p.PersonName, p.Organisation, p.OrganisationName)).OrderBy(v => v.Person.Value)];
        _bySchool = _all.ToLookup(v => v.School);
        _load = new(load);
    }

    public bool HasAnybody => _all.Count > 0;

    public IReadOnlyList<PlannedCheck> Plan(IEnumerable<CaredEntry> entries, DateOnly today) =>
    [
        .. entries.OrderBy(e => UrgencyOf(e.Entry, today) == CheckUrgency.None).ThenBy(e => e.Contributions.Select(c => c.Source).Distinct().Count()).ThenBy(e => e.First.Id.Value)
            .Select(e => new PlannedCheck(e.Entry, e.First.Id, Choose(e.Contributions.Select(c => c.Source)), UrgencyOf(e.Entry, today), AskBook.AddressOf(e.Entry))),
    ];

    /// <summary>Takes the least loaded of these schools.</summary>
    public Verifier Choose(IEnumerable<OrganisationId> schools)
    {
        var near = schools.Distinct().SelectMany(s => _bySchool[s]).ToList();
        var verifier = (near.Count > 0 ? near : _all).OrderBy(v => _load.GetValueOrDefault(v.Person)).ThenBy(v => v.Person.Value).First();
        _load[verifier.Person] = _load.GetValueOrDefault(verifier.Person) + 1;
        return verifier;
    }

    public bool IsThere(PersonId person, OrganisationId school) => _bySchool[school].Any(v => v.Person == person);

    public static CheckUrgency UrgencyOf(Entry entry, DateOnly today) => entry switch
    {
        { LeavesOn: { } day } when day <= today.AddDays(CheckCampaign.LeavingWithin) => CheckUrgency.Leaving,
        { Disputed: true } => CheckUrgency.Disputed,
        _ => CheckUrgency.None,
    };

    /// <summary>A year asks about everything that is there; a term about what cannot wait for the year.</summary>
    public static bool Belongs(Entry entry, CheckKind kind, DateOnly today) => !entry.Departed
        && (kind == CheckKind.Year || UrgencyOf(entry, today) != CheckUrgency.None || Freshness.Of(entry, today) != FreshnessState.Fresh);

    private static int Rank(PostCard post) => post.Role is Role.Counsellor or Role.SafeguardingLead ? 0 : 1;
}
