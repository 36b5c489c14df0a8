using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// What the schools of the made-up city know beside their lists: three years of ties, one of a colleague who left; waits
/// promised and measured, fresh and stale; outcomes; communities confirmed; visits; the country whose titles are used.
/// </summary>
internal sealed class DemoKnowledge(AppDbContext db, IActorSource actors, INetworkDirectory networks, TimeProvider clock) : IDemoPart
{
    private static readonly (int Ago, int Days, WaitSaidBy By)[][] Waits =
    [
        [(300, 14, WaitSaidBy.Provider), (270, 21, WaitSaidBy.Referral), (210, 24, WaitSaidBy.Referral), (150, 18, WaitSaidBy.Referral), (60, 7, WaitSaidBy.Provider), (55, 12, WaitSaidBy.Referral), (11, 9, WaitSaidBy.Referral)],
        [(190, 30, WaitSaidBy.Provider), (120, 45, WaitSaidBy.Referral), (75, 60, WaitSaidBy.School)],
        [(20, 3, WaitSaidBy.Provider)],
        [(95, 90, WaitSaidBy.Referral)],
    ];

    private static readonly ReferralOutcome[] Outcomes =
        [ReferralOutcome.Accepted, ReferralOutcome.Accepted, ReferralOutcome.WaitingList, ReferralOutcome.Closed, ReferralOutcome.Declined, ReferralOutcome.Closed];

    private static readonly string[] Learnt =
    [
        "Shown the waiting room and the way in for a family that must not be seen.",
        "Agreed to ring before a first appointment.",
        "Explained what a report can and cannot say.",
        "",
    ];

    public int Order => 38;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("people", out var people))
        {
            return;
        }

        var turn = 0;
        foreach (var person in people.EnumerateArray().Select(p => p.GetProperty("key").GetString()!))
        {
            var id = new PersonId(city.Ids["person:" + person]);
            db.ChangeTracker.Clear();
            db.Scope.Set(Actor.Anonymous with { Person = id });
            if (await actors.FindAsync(id, null, ct) is { Role: Role.SafeguardingLead or Role.Counsellor, Organisation: { } school, Network: { } network } actor)
            {
                db.Scope.Set(actor);
                await TellAsync(actor, school, network, turn++, ct);
            }
        }
    }

    private async Task TellAsync(Actor actor, OrganisationId school, NetworkId network, int turn, CancellationToken ct)
    {
        var entries = await EntriesAsync(network, ct);
        var posts = await networks.PostsAsync(school, ct);
        if (entries.Count == 0 || posts.FirstOrDefault(p => p.Id == actor.Post) is not { } post)
        {
            return;
        }

        for (var i = 0; i < 5; i++)
        {
            // Neighbours in the list of people know some of the same professionals.
            var entry = entries[((turn * 3) + (i * 7)) % Math.Min(entries.Count, 31)];
            Knot(entry, post, network, i, turn);
            Visit(entry, actor, i, turn);
        }

        Wait(entries, actor, turn);
        Outcome(entries, actor, turn);
        await ConfirmAsync(entries, actor, turn, ct);
        Choose(network, actor, turn);
        db.Record("entry.wait-observed", school.Value);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Those best known first: they are who a visitor opens.</summary>
    private async Task<List<EntryAnchor>> EntriesAsync(NetworkId network, CancellationToken ct)
    {
        var entries = await db.Set<Entry>().AsNoTracking().Where(e => e.NetworkId == network && e.Kind == EntryKind.Person)
            .OrderByDescending(e => e.Contributions).ThenBy(e => e.NameKey).ThenBy(e => e.Id).Take(60).Select(e => new { e.Id, e.Name }).ToListAsync(ct);
        var ids = entries.ConvertAll(e => e.Id);
        var lent = (await db.Set<Contribution>().AsNoTracking().Where(c => ids.Contains(c.EntryId)).Select(c => new { c.Id, c.EntryId, c.SharedAt }).ToListAsync(ct))
            .GroupBy(c => c.EntryId).ToDictionary(g => g.Key, g => g.OrderBy(c => c.SharedAt).ThenBy(c => c.Id.Value).First().Id);
        return [.. entries.Select(e => new EntryAnchor(e.Id, network, lent[e.Id], e.Name))];
    }

    private void Knot(EntryAnchor entry, PostCard post, NetworkId network, int i, int turn)
    {
        var since = Today.AddDays(-(200 + (i * 170) + (turn * 23)));
        var said = new RecordTie(entry.Entry, null, post.Id, (TieStrength)((i + turn) % 3), since, Today.AddDays(-(9 + (i * 40))), i == 0 ? "Rings back the same day." : null, null);
        var tie = Tie.Knot(entry, post, said, clock);
        if (i == 1)
        {
            tie.Change(said with { Strength = TieStrength.Close }, Today.AddDays(-60));
        }

        if (i == 4)
        {
            tie.End(Today.AddDays(-(30 + turn)));
        }

        db.Add(tie);
        db.Add(TieNotice.Of(tie, network, post.OrganisationName));
    }

    private void Visit(EntryAnchor entry, Actor actor, int i, int turn)
    {
        if (i < 2)
        {
            db.Add(ResourceDirectory.Visit.Of(entry, (VisitKind)((i + turn) % 4), Today.AddDays(-(14 + (i * 130) + turn)), actor.Name, Learnt[(i + turn) % Learnt.Length], actor, clock));
        }
    }

    private void Wait(List<EntryAnchor> entries, Actor actor, int turn)
    {
        var entry = entries[turn % entries.Count];
        foreach (var (ago, days, by) in Waits[turn % Waits.Length])
        {
            var said = new ObserveWait(entry.Entry, days, by == WaitSaidBy.Provider ? days + 7 : null, by, WaitUntil.FirstContact, null);
            db.Add(WaitingObservation.Of(entry, said, Today.AddDays(-ago), actor, clock));
        }
    }

    private void Outcome(List<EntryAnchor> entries, Actor actor, int turn)
    {
        for (var i = 0; i < 6; i++)
        {
            var experience = NetworkExperience.Of(entries[(turn + i) % Math.Min(entries.Count, 9)], Outcomes[((turn * 2) + (i * 5)) % Outcomes.Length], Today.AddMonths(-1 - (((turn * 3) + i) % 14)), clock);
            db.Add(experience);
            db.Add(new OutcomeTold(experience, actor));
        }
    }

    private async Task ConfirmAsync(List<EntryAnchor> entries, Actor actor, int turn, CancellationToken ct)
    {
        var ids = entries.ConvertAll(e => e.Entry);
        var named = (await db.Set<Entry>().Where(e => ids.Contains(e.Id)).ToListAsync(ct))
            .Select(e => (Entry: e, Fact: e.Claims.FirstOrDefault(c => c.Fact.Field == FactField.Cultures)?.Fact)).Where(x => x.Fact is not null).OrderBy(x => x.Entry.NameKey, StringComparer.Ordinal).ToList();
        if (named.Count == 0 || turn % 2 == 1)
        {
            return;
        }

        var (entry, fact) = named[turn / 2 % named.Count];
        var anchor = entries.Find(e => e.Entry == entry.Id)!;
        var say = await db.Set<Contribution>().Where(c => c.EntryId == entry.Id).ToListAsync(ct);
        db.Add(CommunityConfirmation.Of(anchor, fact!.Text, actor, Today.AddDays(-40 - turn), clock));
        say.First(c => c.Id == anchor.About).ConfirmCommunities([SearchWords.Key(fact.Text)]);
        entry.ShowWhat(say, clock);
    }

    private void Choose(NetworkId network, Actor actor, int turn)
    {
        if (turn == 0)
        {
            var titles = new NetworkPack(network);
            titles.Choose("gb");
            db.Add(titles);
        }

        if (actor is { Role: Role.SafeguardingLead, OrganisationName: { } name } && name.Contains("Vieux", StringComparison.Ordinal))
        {
            var own = new SchoolPack(actor.Organisation!.Value);
            own.Choose("fr");
            db.Add(own);
        }
    }
}
