using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// The made-up city publishes: several institutions of one school, the shelter with its area only, a practitioner who agreed, one
/// whose consent is about to run out, and one who took it back.
/// </summary>
internal sealed class DemoPublicFeed(AppDbContext db, IActorSource actors, KeepFeedHandler feeds, PublishListingHandler publish) : IDemoPart
{
    private const int Institutions = 7;

    public int Order => 37;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("lists", out var lists) || lists.GetArrayLength() == 0 || await CoordinatorAsync(city, ct) is not { } office
            || await db.ActAsAsync(actors, city, lists[0].GetProperty("importedBy").GetString()!, ct) is not { Network: not null } keeper)
        {
            return;
        }

        db.Scope.Set(office);
        var country = city.Description.GetProperty("network").GetProperty("countryCode").GetString();
        var about = "Help for children and families around the international schools of the city, kept true by the schools together.";
        await feeds.HandleAsync(new(new FeedSettings(true, "harbour-city", about, country, "directory@harbour-city.example"), 0), office, ct);
        db.ChangeTracker.Clear();

        db.Scope.Set(keeper);
        await PublishAsync(keeper, city.Today, ct);
    }

    private async Task PublishAsync(Actor keeper, DateOnly today, CancellationToken ct)
    {
        var shared = await db.Set<Listing>().AsNoTracking().Where(l => l.Place == ListingPlace.Outside && l.RemovedAt == null && l.Sharing == Sharing.Network && l.Filed).OrderBy(l => l.NameKey).ToListAsync(ct);
        var kept = new List<FactField> { FactField.DirectLine, FactField.Mobile };
        foreach (var house in shared.Where(l => !PublicEntry.IsPerson(l.Kind, l.Facts)).OrderByDescending(l => l.AddressIsSecret).ThenByDescending(l => l.Facts.Count).Take(Institutions))
        {
            await publish.PublishAsync(new(house.Id, null, null, new KeptBack(kept, house.AddressIsSecret)), keeper, ct);
            db.ChangeTracker.Clear();
        }

        var people = shared.Where(l => PublicEntry.IsPerson(l.Kind, l.Facts) && l.Facts.Has(FactField.Email)).OrderByDescending(l => l.Facts.Count).Take(3).ToList();
        foreach (var (person, months) in people.Zip([11, 0, 8]))
        {
            var until = months == 0 ? today.AddDays(9) : today.AddMonths(months);
            var consent = new NewConsent(person.Name, months == 11 ? ConsentWay.OnPaper : ConsentWay.ByMail, until.AddYears(-1), until);
            await publish.PublishAsync(new(person.Id, consent, null, new KeptBack(kept, false)), keeper, ct);
            db.ChangeTracker.Clear();
        }

        if (people.Count == 3)
        {
            await publish.WithdrawAsync(people[2].Id, keeper, ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Actor?> CoordinatorAsync(DemoCity city, CancellationToken ct)
    {
        foreach (var (key, id) in city.Ids.Where(i => i.Key.StartsWith("person:", StringComparison.Ordinal)).OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            if (await db.ActAsAsync(actors, new PersonId(id), ct) is { Role: Role.NetworkCoordinator, Network: not null } office)
            {
                return office;
            }
        }

        return null;
    }
}
