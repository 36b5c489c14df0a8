using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>What waits around the public feed: consents that have ended, and those that soon will.</summary>
internal sealed class PublicWork(AppDbContext db, Access access, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    private const int DaysAhead = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || actor.Network is null || !access.Allows(actor, DirectoryPermissions.ShareListings))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var soon = today.AddDays(DaysAhead);
        var people = db.Set<Contribution>().Where(c => c.Source == own && c.IsPublic && (c.NeedsConsent || c.Kind == EntryKind.Person));
        var held = db.Set<PublicConsent>().Where(c => c.WithdrawnAt == null && c.Until >= today);
        var ended = await people.CountAsync(p => !held.Any(c => c.ListingId == p.Id), ct);
        var ending = await people.Where(p => held.Any(c => c.ListingId == p.Id) && !held.Any(c => c.ListingId == p.Id && c.Until > soon)).Select(p => held.Where(c => c.ListingId == p.Id).Max(c => c.Until)).ToListAsync(ct);
        var items = new List<WorkItem>();
        if (ended > 0)
        {
            items.Add(new(now, Urgency.Soon, t["Public feed"], t.Count(ended, "Consent of {0} practitioner has ended", "Consent of {0} practitioners has ended"),
                t["The public reads nothing of them any more. Ask anew, or share them with the network only."], "/directory/public", t["Look at it"]));
        }

        if (ending.Count > 0)
        {
            items.Add(new(WorkItem.At(ending.Min()), Urgency.Later, t["Public feed"], t.Count(ending.Count, "Consent of {0} practitioner ends soon", "Consent of {0} practitioners ends soon"),
                t["Ask them again in time; else the public reads nothing of them from that day."], "/directory/public", t["Look at it"]));
        }

        return items;
    }
}
