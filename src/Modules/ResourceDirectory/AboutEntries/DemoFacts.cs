using System.Text.Json;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// What schools of the made-up city added to their lists by hand after the import: places, stages of help, communities,
/// what authorities may do, who is paid by one body and works at another. Always the same additions.
/// </summary>
internal sealed class DemoFacts(AppDbContext db, IActorSource actors, INetworkDirectory networks, TimeProvider clock) : IDemoPart
{
    private static readonly (string Language, string Community)[] Communities =
        [("kor", "Korean families"), ("ara", "Arabic-speaking families"), ("tur", "Turkish families"), ("rus", "Russian-speaking families"), ("zho", "Chinese families"), ("fra", "Francophone families")];

    private static readonly Dictionary<ProfessionFamily, HelpStage> Stages = new()
    {
        [ProfessionFamily.YouthNgoFaith] = HelpStage.Prevention,
        [ProfessionFamily.CultureAndLeisure] = HelpStage.Prevention,
        [ProfessionFamily.EducationalAdvice] = HelpStage.EarlyHelp,
        [ProfessionFamily.HealthCare] = HelpStage.EarlyHelp,
        [ProfessionFamily.PoliceAndPrevention] = HelpStage.Protection,
        [ProfessionFamily.SocialAndChildCare] = HelpStage.Protection,
    };

    public int Order => 34;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("lists", out var lists) || !city.Description.TryGetProperty("districts", out var districts))
        {
            return;
        }

        var areas = districts.EnumerateArray().Where(d => d.ValueKind == JsonValueKind.Object).SelectMany(Area).ToList();
        foreach (var person in lists.EnumerateArray().Select(l => l.GetProperty("importedBy").GetString()).Distinct(StringComparer.Ordinal))
        {
            var id = new PersonId(city.Ids["person:" + person]);
            db.ChangeTracker.Clear();
            db.Scope.Set(Actor.Anonymous with { Person = id });
            if (await actors.FindAsync(id, null, ct) is { } actor)
            {
                db.Scope.Set(actor);
                await AddAsync(actor, areas, ct);
            }
        }
    }

    private static IEnumerable<(string Key, string Name, double Latitude, double Longitude)> Area(JsonElement district) =>
        district.GetProperty("names").EnumerateObject().Select(n => (SearchWords.Key(n.Value.GetString()!), district.GetProperty("names").GetProperty("en").GetString()!,
            district.GetProperty("latitude").GetDouble(), district.GetProperty("longitude").GetDouble()));

    private async Task AddAsync(Actor actor, List<(string Key, string Name, double Latitude, double Longitude)> areas, CancellationToken ct)
    {
        var listings = await db.Set<Listing>().Where(l => l.OrganisationId == actor.Organisation && l.Place == ListingPlace.Outside && l.RemovedAt == null).ToListAsync(ct);
        var changed = new List<Listing>();
        foreach (var listing in listings.OrderBy(l => l.NameKey, StringComparer.Ordinal).ThenBy(l => l.ImportLine))
        {
            var more = Additions(listing, areas).Where(f => !listing.Facts.Any(known => known.Field == f.Field)).ToList();
            if (more.Count > 0)
            {
                var facts = listing.Facts.Select(f => InEnglish(f, areas)).Concat(more).OrderBy(f => f.Field).ToList();
                listing.Change(new ListingDraft(listing.Place, listing.Kind, listing.Name, facts, listing.Note), actor, new ClockOf(listing.ChangedAt));
                changed.Add(listing);
            }
        }

        if (changed.Count > 0)
        {
            if (actor.Network is { } network)
            {
                var shared = changed.Where(l => l.Sharing.ReachesNetwork()).ToList();
                await new EntryUpkeep(db, clock).PutAsync(shared, network, (await networks.FindOrganisationAsync(actor.Organisation!.Value, ct))!.Name, ct);
            }

            db.Record("listings.edited", actor.Organisation!.Value.Value);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Areas had their names in the language of the list.</summary>
    private static Fact InEnglish(Fact fact, List<(string Key, string Name, double Latitude, double Longitude)> areas) =>
        fact.Field == FactField.Area && areas.FirstOrDefault(a => a.Key == SearchWords.Key(fact.Text)) is { Key: not null } area && area.Name != fact.Text
            ? fact with { Text = area.Name, Original = fact.Original ?? fact.Text }
            : fact;

    private static IEnumerable<Fact> Additions(Listing listing, List<(string Key, string Name, double Latitude, double Longitude)> areas)
    {
        var dice = listing.NameKey.Aggregate(17, (sum, c) => ((sum * 31) + c) % 9973);
        var where = SearchWords.Key(string.Join(' ', listing.Facts.Of(FactField.Area, FactField.Address, FactField.City).Select(f => f.Text)));
        var area = areas.FirstOrDefault(a => where.Contains(a.Key, StringComparison.Ordinal));
        if (area.Key is not null)
        {
            // A few hundred metres around the middle of the district.
            var (north, east) = ((decimal)(area.Latitude + (((dice % 37) - 18) * 0.0004)), (decimal)(area.Longitude + (((dice % 41) - 20) * 0.0005)));
            yield return new(FactField.MapPoint, FormattableString.Invariant($"{north}, {east}"), From: north, To: east);
            yield return new(FactField.Area, area.Name);
        }

        var families = listing.Facts.Of(FactField.Family).Select(f => Enum.Parse<ProfessionFamily>(f.Code!)).ToList();
        if (families.Where(Stages.ContainsKey).Select(f => (HelpStage?)Stages[f]).FirstOrDefault() is { } stage && dice % 3 != 0)
        {
            yield return new(FactField.Stage, FactWords.Stage(stage), stage.ToString());
        }

        foreach (var community in Communities.Where(c => dice % 2 == 0 && listing.Facts.Any(f => f.Field == FactField.Languages && f.Code == c.Language)))
        {
            yield return new(FactField.Cultures, community.Community);
        }

        foreach (var fact in Powers(families).Concat(Staying(listing, dice)))
        {
            yield return fact;
        }
    }

    private static IEnumerable<Fact> Powers(List<ProfessionFamily> families)
    {
        if (families.Contains(ProfessionFamily.PoliceAndPrevention))
        {
            yield return new(FactField.BodyKind, FactWords.BodyKind(BodyKind.Statutory), nameof(BodyKind.Statutory));
            yield return new(FactField.Powers, "Take a report at any hour, secure evidence, remove somebody from a home");
            yield return new(FactField.Limits, "Cannot keep a report confidential; must follow up each one");
            yield return new(FactField.Thresholds, "Suspicion of a crime, or danger right now");
        }
        else if (families.Contains(ProfessionFamily.YouthJustice))
        {
            yield return new(FactField.Powers, "Speaks for the young person in court");
            yield return new(FactField.Limits, "Gives no advice to the school about the child");
        }
    }

    private static IEnumerable<Fact> Staying(Listing listing, int dice)
    {
        if (listing.Kind == EntryKind.Person && dice % 4 < 2)
        {
            var stay = dice % 4 == 0 || listing.Facts.Has(FactField.LeavesOn) ? Stability.Expatriate : Stability.Resident;
            yield return new(FactField.Stability, FactWords.Stability(stay), stay.ToString());
        }

        if (listing.Kind == EntryKind.Person && listing.Organisation.Length > 0 && dice % 11 == 0)
        {
            yield return new(FactField.BasedAt, "Saltmarsh Academy", Detail: "Fridays");
        }
    }

    /// <summary>The additions are as old as the line they stand on.</summary>
    private sealed class ClockOf(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
