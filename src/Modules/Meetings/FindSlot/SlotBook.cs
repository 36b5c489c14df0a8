using Causeway.Calendar;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>A place of the search with its days.</summary>
/// <param name="Card">Null: outside the network, its hours are assumed.</param>
internal sealed record SlotPlace(string Key, string Name, string Zone, SchoolTimesCard? Card, IReadOnlyList<PostCard> People, int OutsideSoFar)
{
    /// <summary>Nobody has told this place's day: 8 to 18 on weekdays is taken.</summary>
    public bool IsAssumed => Card is not { HasTold: true };
}

internal sealed record SlotSearch(SlotQuestion Question, IReadOnlyList<SlotPlace> Places, SlotAnswer Answer);

/// <summary>Turns members, people and their days into the finder's question, with what each school has borne lately.</summary>
internal sealed class SlotBook(AppDbContext db, INetworkDirectory networks, ISchoolTimes times)
{
    /// <summary>Meetings looked back on for fairness.</summary>
    public const int LastHeld = 12;

    private static readonly IReadOnlyList<DayOfWeek> UsualWeekend = [.. SchoolWeek.FreeDays(null)];

    /// <summary>Null: nobody was chosen.</summary>
    public async Task<SlotSearch?> FindAsync(SlotForm form, NetworkId network, CancellationToken ct)
    {
        var places = await PlacesAsync(form, network, ct);
        if (places.Count == 0)
        {
            return null;
        }

        var question = new SlotQuestion(form.Anchor!, form.From!.Value.ToLocalDate(), form.Rules, form.Times, form.Minutes, [.. places.Select(Site)])
        {
            Occurrences = form.Occurrences,
            WithPupils = form.Pupils,
        };
        return new(question, places, SlotFinder.Find(question));
    }

    /// <summary>Holidays, weekends and examinations that the dates of an answer meet all the same.</summary>
    public static IReadOnlyList<Clash> Clashes(Slot slot, IReadOnlyList<SlotPlace> places) => Clash.Of(
        [.. slot.Dates.Select(d => new SeriesDate(d.Original.ToDateOnly(), d.Start.ToDateTimeOffset(), d.Minutes))], [.. places.Select(p => p.Card).OfType<SchoolTimesCard>()]);

    private async Task<IReadOnlyList<SlotPlace>> PlacesAsync(SlotForm form, NetworkId network, CancellationToken ct)
    {
        var members = await networks.MembersAsync(network, ct);
        var posts = (await networks.PostsInAsync(network, ct)).Where(p => form.Posts.Contains(p.Id.Value)).DistinctBy(p => p.Person).Take(SlotForm.MostPeople).ToLookup(p => p.Organisation);
        var chosen = members.Where(m => form.Schools.Contains(m.Id.Value) || posts.Contains(m.Id)).ToList();
        var cards = (await times.OfAsync([.. chosen.Select(m => m.Id)], ct)).ToDictionary(c => c.School);
        var borne = await BorneAsync(cards, network, ct);
        return
        [
            .. chosen.Where(m => cards.ContainsKey(m.Id)).Select(m => new SlotPlace(m.Id.ToString(), m.Name, m.Zone, cards[m.Id], [.. posts[m.Id]], borne.GetValueOrDefault(m.Id))),
            .. form.Places.Select(z => new SlotPlace(z, z, z, null, [], 0)),
        ];
    }

    // Weighted minutes outside their day that each school's people sat through at the last meetings held.
    private async Task<IReadOnlyDictionary<OrganisationId, int>> BorneAsync(IReadOnlyDictionary<OrganisationId, SchoolTimesCard> cards, NetworkId network, CancellationToken ct)
    {
        var held = await db.Set<Meeting>().AsNoTracking().Where(m => m.NetworkId == network && m.State == MeetingState.Closed)
            .OrderByDescending(m => m.StartsAt).ThenBy(m => m.Id).Take(LastHeld).ToDictionaryAsync(m => m.Id, ct);
        var ids = held.Keys.ToList();
        var there = await db.Set<Attendance>().AsNoTracking()
            .Where(a => ids.Contains(a.MeetingId) && a.School != null && (a.Presence == Presence.Present || a.Presence == Presence.Late))
            .Select(a => new { a.MeetingId, School = a.School!.Value }).ToListAsync(ct);
        var profiles = cards.ToDictionary(c => c.Key, c => (Hours: Staff(c.Value), c.Value.Zone));
        return there.Where(a => profiles.ContainsKey(a.School)).GroupBy(a => a.School).ToDictionary(g => g.Key, g => g.Sum(a =>
        {
            var (hours, zone) = profiles[a.School];
            return hours.Outside(MeetingTimes.Local(held[a.MeetingId].StartsAt, zone), held[a.MeetingId].Minutes);
        }));
    }

    private static SlotSite Site(SlotPlace place)
    {
        var staff = place.Card is { } told ? Staff(told) : Assumed(UsualWeekend);
        var weekend = place.Card?.Weekend ?? UsualWeekend;
        IReadOnlyList<SlotPerson> people = place.People.Count == 0 ? [new(place.Key, staff)] : [.. place.People.Select(p => new SlotPerson(p.Id.ToString(), staff))];
        return new SlotSite(place.Key, place.Zone, people)
        {
            Day = place.Card is { HasTold: true } card ? Profile(card.SchoolDay) : Assumed(weekend),
            Weekend = weekend.Select(d => d.ToIsoDayOfWeek()).ToHashSet(),
            Holidays = [.. place.Card?.Dates.Where(d => d.Kind == SchoolDateKind.Holiday).Select(d => new DateInterval(d.From.ToLocalDate(), d.To.ToLocalDate())) ?? []],
            OutsideSoFar = place.OutsideSoFar,
        };
    }

    private static DayProfile Staff(SchoolTimesCard card) => card.HasTold ? Profile(card.StaffDay) : Assumed(card.Weekend);

    private static DayProfile Assumed(IReadOnlyCollection<DayOfWeek> weekend) => DayProfile.Of(
        new LocalTime(8, 0), new LocalTime(18, 0), [.. Enum.GetValues<DayOfWeek>().Except(weekend).Select(d => d.ToIsoDayOfWeek())]);

    private static DayProfile Profile(Func<DayOfWeek, (TimeOnly From, TimeOnly To)?> of) => DayProfile.Of(Enum.GetValues<DayOfWeek>()
        .Select(d => (Day: d.ToIsoDayOfWeek(), Hours: of(d))).Where(d => d.Hours is not null)
        .ToDictionary(d => d.Day, d => (d.Hours!.Value.From.ToLocalTime(), d.Hours.Value.To.ToLocalTime())));
}
