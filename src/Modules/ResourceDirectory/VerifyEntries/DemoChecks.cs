using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// The made-up city's checks: last year's, finished; this year's, half answered with calls overdue; somebody who left with a
/// successor, somebody who leaves in sixty days, suggestions, one of them left too long.
/// </summary>
internal sealed class DemoChecks(AppDbContext db, CheckWork work, EntryCare care, IActorSource actors, TimeProvider clock) : IDemoPart
{
    public int Order => 36;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("lists", out var lists) || lists.GetArrayLength() == 0 || await CoordinatorAsync(city, ct) is not { Network: { } network } coordinator)
        {
            return;
        }

        var last = await RunAsync(network, coordinator, $"{city.Today.Year - 1}/{city.Today.Year % 100:00}", -370, ct);
        await AnswerAsync(last, -350, (n, item) => n % 11 == 0 ? null : Answer(n), ct);
        await work.CloseAsync(await FindAsync(last, ct), coordinator.Name, ct, new DemoClock(clock, -328));
        await DepartAsync(city, coordinator, ct);
        var now = await RunAsync(network, coordinator, $"{city.Today.Year}/{(city.Today.Year + 1) % 100:00}", -30, ct);
        await AnswerAsync(now, -12, (n, item) => item.Urgency != CheckUrgency.None || n % 20 >= 11 ? null : Answer(n), ct);
        await OrderRoundAsync(now, ct);
        await SuggestAsync(city, ct);
    }

    private static CheckAnswer Answer(int n) => (n % 13) switch
    {
        4 => CheckAnswer.NotKnown,
        7 => CheckAnswer.Changed,
        _ => CheckAnswer.Right,
    };

    private async Task<Actor?> CoordinatorAsync(DemoCity city, CancellationToken ct)
    {
        foreach (var (key, id) in city.Ids.Where(i => i.Key.StartsWith("person:", StringComparison.Ordinal)).OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            if (await db.ActAsAsync(actors, new PersonId(id), ct) is { Role: Role.NetworkCoordinator } actor)
            {
                return actor;
            }
        }

        return null;
    }

    /// <summary>Asks everybody as the daily round does, without mails: nobody in this city reads them.</summary>
    private async Task<CheckCampaignId> RunAsync(NetworkId network, Actor coordinator, string name, int day, CancellationToken ct)
    {
        var then = new DemoClock(clock, day);
        var (campaign, _) = CheckCampaign.Start(network, name, CheckKind.Year, 42, coordinator, then);
        db.Add(campaign!);
        var planner = await work.PlannerAsync(ct);
        foreach (var ids in await work.PartsAsync(500, ct))
        {
            var entries = await work.ReadAsync(ids, ct);
            var today = then.Today(coordinator.Zone);
            var plan = planner.Plan(entries.Where(e => CheckPlanner.Belongs(e.Entry, CheckKind.Year, today)), today);
            var asks = new Dictionary<string, CheckAsk>(StringComparer.Ordinal);
            foreach (var planned in plan)
            {
                db.Add(ItemOf(planned, campaign!, asks, today, then));
            }
        }

        db.Record("check.started", campaign!.Id.Value, network.Value);
        await db.SaveChangesAsync(ct);
        return campaign.Id;
    }

    private CheckItem ItemOf(PlannedCheck planned, CheckCampaign campaign, Dictionary<string, CheckAsk> asks, DateOnly today, TimeProvider then)
    {
        var item = CheckItem.Ask(planned.Entry, planned.About, campaign, planned.Verifier, planned.Urgency, today, then);
        item.RingFrom(planned.Address is null ? today : today.AddDays(CheckCampaign.PhoneFrom));
        if (planned.Address is { } address)
        {
            if (!asks.TryGetValue(address, out var ask))
            {
                ask = CheckAsk.Open(campaign.NetworkId, campaign.Id, address, "en", CheckDays.Morning(campaign.DueOn.AddDays(1), campaign.Zone), then);
                // Its first mail and both reminders are told as sent.
                _ = ask.Secret(3);
                asks.Add(address, ask);
                db.Add(ask);
            }

            item.AskBy(ask.Id);
        }

        return item;
    }

    /// <param name="say">What the n-th entry answers; null: nothing.</param>
    private async Task AnswerAsync(CheckCampaignId id, int day, Func<int, CheckItem, CheckAnswer?> say, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var items = await db.Set<CheckItem>().Where(i => i.CampaignId == id).OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(ct);
        for (var n = 0; n < items.Count; n++)
        {
            var (item, then) = (items[n], new DemoClock(clock, day + (n % 9)));
            if (say(n, item) is not { } answer || await care.FindAsync(item, ct) is not { } cared)
            {
                continue;
            }

            var byLink = item.AskId is not null && n % 3 != 0;
            var speaker = byLink ? CheckSpeaker.Professional(item.Name)
                : new CheckSpeaker(item.VerifierId, item.VerifierName, item.School, item.SchoolName, n % 2 == 0 ? CheckWay.Phone : CheckWay.Page);
            var said = EntityId.New<DirectoryRowId>(then).Value;
            var given = answer == CheckAnswer.Changed ? Changed(cared.Entry) : EntryAnswer.Of(answer, cared.Entry);
            item.Answer(given.Outcome, speaker, said, speaker.Way == CheckWay.Phone ? 90 + (n % 5 * 40) : null, then);
            await care.AnswerAsync(cared, given, speaker, said, then.Today("UTC"), ct);
        }

        db.Record("check.answered", id.Value, db.Scope.Network.Value);
        await db.SaveChangesAsync(ct);
    }

    private static EntryAnswer Changed(Entry entry) => new(
    [
        .. EntryAnswer.Known(entry).Where(g => g != FieldGroup.Capacity).Select(g => GroupAnswer.Plain(g, CheckAnswer.Right)),
        new GroupAnswer(FieldGroup.Capacity, CheckAnswer.Changed, new Dictionary<ListColumn, string> { [ListColumn.WaitingTime] = "6 weeks" }),
    ]);

    private async Task DepartAsync(DemoCity city, Actor coordinator, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var people = await db.Set<Entry>().Where(e => e.Kind == EntryKind.Person && e.Place == ListingPlace.Outside && e.Contributions > 1 && e.LeavesOn == null)
            .OrderBy(e => e.NameKey).ThenBy(e => e.Id).Select(e => e.Id).Take(3).ToListAsync(ct);
        if (people.Count < 3 || await care.FindAsync(people[0], ct) is not { } left || await care.FindAsync(people[1], ct) is not { } next || await care.FindAsync(people[2], ct) is not { } leaving)
        {
            return;
        }

        var then = new DemoClock(clock, -20);
        var by = new CheckSpeaker(coordinator.Person, coordinator.Name, coordinator.Organisation, coordinator.OrganisationName ?? "", CheckWay.Phone);
        var departure = Departure.Mark(left.Entry.NetworkId, left.First.Id, left.Entry.Name, city.Today.AddDays(-25), DepartureReason.Left, by, null, then);
        departure.FollowedBy(next.Entry.Name, next.First.Id);
        db.Add(departure);
        left.First.Leave(departure.LeftOn);
        left.Entry.ShowWhat(left.Contributions, clock);
        var day = city.Today.AddDays(60);
        var fact = new Fact(FactField.LeavesOn, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "Day");
        leaving.First.Add([new AddedWord(fact, Guid.Empty, AddedWord.FromProfessional, city.Today.AddDays(-40), EntityId.New<DirectoryRowId>(then).Value)]);
        leaving.Entry.ShowWhat(leaving.Contributions, clock);
        db.Record("entry.left", left.Entry.Id.Value, left.Entry.NetworkId.Value);
        await db.SaveChangesAsync(ct);
    }

    private async Task OrderRoundAsync(CheckCampaignId id, CancellationToken ct)
    {
        var campaign = await FindAsync(id, ct);
        db.Add(Job.Order(CheckRound.JobKind, id.Value, db.Scope, clock, CheckDays.Morning(campaign.Today(clock).AddDays(1), campaign.Zone)));
        await db.SaveChangesAsync(ct);
    }

    private async Task<CheckCampaign> FindAsync(CheckCampaignId id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await db.Set<CheckCampaign>().FirstAsync(c => c.Id == id, ct);
    }

    /// <summary>From whoever in the city is no coordinator and sees the directory, to whoever owns the word that is shown.</summary>
    private async Task SuggestAsync(DemoCity city, CancellationToken ct)
    {
        var (made, days) = (0, new[] { -17, -3, -1 });
        foreach (var (_, id) in city.Ids.Where(i => i.Key.StartsWith("person:", StringComparison.Ordinal)).OrderByDescending(i => i.Key, StringComparer.Ordinal))
        {
            if (made == days.Length || await db.ActAsAsync(actors, new PersonId(id), ct) is not { Role: Role.Teacher or Role.Counsellor, Network: not null, Organisation: { } school } actor)
            {
                continue;
            }

            var about = (await db.Set<Contribution>().AsNoTracking().Where(c => c.Source != school && c.Place == ListingPlace.Outside).OrderBy(c => c.Name).ThenBy(c => c.Id).Take(40).ToListAsync(ct))
                .Where(c => c.Facts.Has(FactField.Hours) || c.Facts.Has(FactField.Phone)).ElementAtOrDefault(made * 5);
            if (about is null)
            {
                continue;
            }

            var (suggestion, _) = Suggestion.Make(about, ListColumn.Hours, about.Facts.First(FactField.Hours) ?? "", made == 0 ? "Monday to Thursday 9:00-17:00" : "Tuesday 14:00-18:00", "It stands on the door.", actor, new DemoClock(clock, days[made++]));
            db.Add(suggestion!);
            db.Record("suggestion.made", suggestion!.Id.Value);
            await db.SaveChangesAsync(ct);
        }
    }
}
