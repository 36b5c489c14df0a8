using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The consents of the network in scope. Saves nothing by itself.</summary>
internal sealed class PublicConsents(AppDbContext db, TimeProvider clock)
{
    /// <summary>A yes on the page of the yearly check holds until the next one, and a while longer for those who answer late.</summary>
    private const int MonthsByLink = 15;

    public TimeProvider Clock => clock;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<bool> FeedIsOnAsync(NetworkId? network, CancellationToken ct) =>
        network is { } id && await db.Set<PublicFeed>().AnyAsync(f => f.NetworkId == id && f.On, ct);

    /// <summary>The one that holds longest; null: none holds.</summary>
    public async Task<PublicConsent?> FindAsync(ListingId listing, CancellationToken ct)
    {
        var today = Today;
        return await db.Set<PublicConsent>().AsNoTracking().Where(c => c.ListingId == listing && c.WithdrawnAt == null && c.Until >= today)
            .OrderByDescending(c => c.Until).FirstOrDefaultAsync(ct);
    }

    public PublicConsent Give(NetworkId network, ListingId listing, OrganisationId school, NewConsent consent, string recordedBy)
    {
        var given = PublicConsent.Give(network, listing, school, consent, recordedBy, clock);
        db.Add(given);
        db.Record("consent.recorded", listing.Value);
        // In the morning after its last day the record is made anew without it; readers do not see it that long.
        db.Add(Job.Order(RefreshPublic.JobKind, network.Value, db.Scope, clock, new DateTimeOffset(given.Until.AddDays(1).ToDateTime(new TimeOnly(0, 5)), TimeSpan.Zero)));
        return given;
    }

    /// <summary>Of all listings at once: whoever withdraws does not mean one school's word only.</summary>
    public async Task<int> WithdrawAsync(IReadOnlyCollection<ListingId> listings, string by, CancellationToken ct)
    {
        var open = await db.Set<PublicConsent>().Where(c => listings.Contains(c.ListingId) && c.WithdrawnAt == null).ToListAsync(ct);
        foreach (var consent in open)
        {
            consent.Withdraw(by, clock);
            db.Record("consent.withdrawn", consent.ListingId.Value);
        }

        return open.Count;
    }

    /// <summary>The professional's own answer, for every school's listing of them.</summary>
    public async Task AnswerAsync(CaredEntry cared, bool mayRead, CancellationToken ct)
    {
        if (!mayRead)
        {
            await WithdrawAsync([.. cared.Contributions.Select(c => c.Id)], cared.Entry.Name, ct);
            return;
        }

        foreach (var contribution in cared.Contributions)
        {
            var consent = new NewConsent(cared.Entry.Name, ConsentWay.ByCheckLink, Today, Today.AddMonths(MonthsByLink));
            Give(contribution.NetworkId, contribution.Id, contribution.Source, consent, cared.Entry.Name);
        }
    }
}
