using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>A community an entry names, and the schools that confirm it from experience.</summary>
internal sealed record Community(Claim Claim, IReadOnlyList<CommunityConfirmation> Confirmed, bool ByUs);

/// <summary>How often each outcome was told; only made once enough are there.</summary>
internal sealed record OutcomeCounts(IReadOnlyList<(ReferralOutcome Outcome, int Count)> Counts, int All, DateOnly Since, DateOnly Until);

/// <summary>What schools know of an entry beside its facts, as this reader may see it.</summary>
internal sealed record EntryKnowledge(
    WaitSeries Waits, IReadOnlyList<Community> Communities, OutcomeCounts? Outcomes, IReadOnlyList<TieView> Ties, IReadOnlyList<Visit> Visits, RoleLabels Labels);

/// <summary>Reads it for the page of one entry.</summary>
internal sealed class EntryReader(AppDbContext db, TieBook ties, RoleLabelReader packs, EntryStory story, TimeProvider clock)
{
    /// <summary>Who saw, changed and confirmed it, and what has run out.</summary>
    public EntryStory Story { get; } = story;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<EntryKnowledge> LoadAsync(Entry entry, IReadOnlyList<ListingId> listings, Actor actor, IStringLocalizer t, CancellationToken ct)
    {
        var today = Today;
        var waits = await EntryDoor.RowsAsync<WaitingObservation>(db, entry.Id, listings, ct);
        var confirmed = await EntryDoor.RowsAsync<CommunityConfirmation>(db, entry.Id, listings, ct);
        var outcomes = await EntryDoor.RowsAsync<NetworkExperience>(db, entry.Id, listings, ct);
        var visits = await EntryDoor.RowsAsync<Visit>(db, entry.Id, listings, ct);
        return new(
            WaitSeries.Of(waits, entry.Claims, today),
            [.. entry.Claims.Where(c => c.Shown && c.Fact.Field == FactField.Cultures).Select(c => Confirmed(c, confirmed, actor))],
            Counts(outcomes),
            await ties.OfAsync(entry.Id, listings, entry.NetworkId, today, ct),
            [.. visits.OrderByDescending(v => v.On)],
            await packs.LoadAsync(actor, t, ct));
    }

    private static Community Confirmed(Claim claim, List<CommunityConfirmation> all, Actor actor)
    {
        var key = SearchWords.Key(claim.Fact.Text);
        var same = all.Where(c => c.Community == key).GroupBy(c => c.Source).Select(g => g.MaxBy(c => c.On)!).OrderByDescending(c => c.On).ToList();
        return new(claim, same, same.Exists(c => c.Source == actor.Organisation));
    }

    private static OutcomeCounts? Counts(List<NetworkExperience> told) => told.Count < NetworkExperience.ShownFrom
        ? null
        : new([.. Enum.GetValues<ReferralOutcome>().Select(o => (o, told.Count(e => e.Outcome == o)))], told.Count, told.Min(e => e.Month), told.Max(e => e.Month));
}
