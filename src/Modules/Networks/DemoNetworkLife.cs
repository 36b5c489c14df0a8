using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using static Causeway.Kernel.DemoStep;

namespace Causeway.Networks;

/// <summary>What the parts of the made-up network's life need: its schools, who speaks for them, and the days.</summary>
internal sealed class DemoCast(AppDbContext db, IActorSource actors, TimeProvider clock)
{
    /// <summary>Null where the city is too small to have a life of its own: the tests' worlds.</summary>
    public async Task<IReadOnlyList<Actor>?> SpeakersAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("lists", out var lists) || lists.ValueKind != JsonValueKind.Array || lists.GetArrayLength() == 0)
        {
            return null;
        }

        var found = new List<Actor>();
        foreach (var person in city.Description.GetProperty("people").EnumerateArray().Select(p => p.Text("key")))
        {
            if (await EnterAsync(new PersonId(city.Ids["person:" + person]), ct) is { Network: not null, Organisation: not null } actor)
            {
                found.Add(actor);
            }
        }

        return found;
    }

    /// <summary>Acts as this person, on that day.</summary>
    public Task<Actor?> EnterAsync(PersonId person, CancellationToken ct) => db.ActAsAsync(actors, person, ct);

    public TimeProvider On(int day) => new DemoClock(clock, day);
}

/// <summary>The made-up city's charter: two versions; some signed, one lapses soon, one signed before the norms changed, one never.</summary>
internal sealed class DemoCharter(AppDbContext db, DemoCast cast) : IDemoPart
{
    private const int First = -600;
    private const int Second = -350;

    public int Order => 21;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (await cast.SpeakersAsync(city, ct) is not { } speakers || speakers.FirstOrDefault(s => s.Role == Role.NetworkCoordinator) is not { Network: { } network } coordinator)
        {
            return;
        }

        await cast.EnterAsync(coordinator.Person, ct);
        var first = Publish(coordinator, network, null, First, city, Terms(changed: false), "");
        db.Add(first);
        db.Record("charter.published", first.Id.Value, network.Value);
        var second = Publish(coordinator, network, first, Second, city, Terms(changed: true), "We added that nobody recruits staff in the middle of a school year, and how schools with less share the cost.");
        db.Add(second);
        db.Record("charter.published", second.Id.Value, network.Value);
        await db.SaveChangesAsync(ct);
        var heads = speakers.Where(s => s.Role == Role.SeniorLeader && s.Network == network).ToList();

        // Of the first version all but the last head; of the second those who come first, the first of them on its day.
        int?[] days = [Second + 1, -300, -200, -100, null];
        for (var i = 0; i < heads.Count; i++)
        {
            await SignAsync(heads[i], i == heads.Count - 1 ? null : (first, First + 20 + (i * 3)), days.ElementAtOrDefault(i) is { } day ? (second, day) : null, city, ct);
        }
    }

    private CharterVersion Publish(Actor coordinator, NetworkId network, CharterVersion? before, int day, DemoCity city, CharterTerms terms, string summary)
    {
        var today = city.Today.AddDays(day);
        var draft = CharterDraft.Begin(network);
        Must(draft.Write(terms, before is null ? today.AddYears(1) : city.Today.AddDays(21), summary, coordinator, cast.On(day).GetUtcNow()));
        return Must(CharterVersion.Publish(draft, before, false, coordinator, today, cast.On(day)));
    }

    private async Task SignAsync(Actor head, (CharterVersion Version, int Day)? old, (CharterVersion Version, int Day)? now, DemoCity city, CancellationToken ct)
    {
        await cast.EnterAsync(head.Person, ct);
        var title = await db.Set<Post>().IgnoreAutoIncludes().Where(p => p.Id == head.Post).Select(p => p.Title).FirstAsync(ct);
        foreach (var (version, day) in new[] { old, now }.OfType<(CharterVersion Version, int Day)>())
        {
            var signature = CharterSignature.Sign(version, head.Organisation!.Value, head, title, city.Today.AddDays(day), cast.On(day));
            db.Add(signature);
            db.Record("charter.signed", signature.Id.Value);
        }

        await db.SaveChangesAsync(ct);
    }

    private static CharterTerms Terms(bool changed) => new(new Dictionary<CharterSection, string?>
    {
        [CharterSection.Purpose] = "A child who needs help in this city finds it, whichever of our schools it goes to.",
        [CharterSection.Driver] = "In one winter three of our schools looked for the same therapist, and none knew that she had left.",
        [CharterSection.Norms] = "We tell each other first.\nWe speak well of each other to families.\nWe do not use what we learn here to win pupils." + (changed ? "\nNobody recruits another member's staff in the middle of a school year." : ""),
        [CharterSection.Members] = "Schools are core members. Agencies and groups that work with our families are affiliates. Authorities observe.",
        [CharterSection.Joining] = "A school asks; the coordinator visits it; the members decide at the next meeting.",
        [CharterSection.Leaving] = "With one month's notice. The school takes all its data along and says what it leaves behind.",
        [CharterSection.Representation] = "At least one person of every member school comes to every meeting; an alternate is named.",
        [CharterSection.Chair] = "Each school chairs for half a year, in the order in which it joined.",
        [CharterSection.Quorum] = "Four schools.",
        [CharterSection.DecisionRule] = "By consent. If one school says no, the matter comes back once; then two thirds of the schools decide.",
        [CharterSection.Confidentiality] = "What is said about a school stays in the room unless that school says otherwise.",
        [CharterSection.NoCaseIdentity] = "No child can be recognised from anything we say or write here. Help with one child goes through its own case, with the people of that case.",
        [CharterSection.DataSharing] = "The joint directory of professionals; each school decides about its own lines and corrects them within two weeks.",
        [CharterSection.CostShare] = changed ? "In equal parts; a school with less says so and hosts a meeting instead." : "In equal parts.",
        [CharterSection.AuthorityLiaison] = "One school keeps the tie with each authority. Others ask it before they ring.",
        [CharterSection.Dispute] = "We talk within a week; if that does not help, a head of a third school listens to both.",
    });
}
