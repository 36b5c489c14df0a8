using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>What waits in lists and in the directory: lists to look at, held rows, pairs to decide, listings to file.</summary>
internal sealed class DirectoryWork(AppDbContext db, Access access, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        if (actor.Organisation is not null && access.Allows(actor, DirectoryPermissions.ImportLists))
        {
            await AddImportsAsync(items, ct);
            await AddTakenInAsync(items, actor, ct);
        }

        if (actor.Organisation is not null && access.Allows(actor, DirectoryPermissions.EditListings))
        {
            await AddUnfiledAsync(items, ct);
            await AddMissingAsync(items, ct);
        }

        if (actor.Network is not null && access.Allows(actor, DirectoryPermissions.DecideJoins))
        {
            await AddPairsAsync(items, ct);
        }

        return items;
    }

    private async Task AddImportsAsync(List<WorkItem> items, CancellationToken ct)
    {
        var open = await db.Set<ListImport>().AsNoTracking().Where(i => i.State == ImportState.Preview || (i.State == ImportState.Done && i.Held > 0))
            .OrderByDescending(i => i.CreatedAt).Take(5).ToListAsync(ct);
        foreach (var import in open)
        {
            if (import.State == ImportState.Preview)
            {
                items.Add(new(import.CreatedAt, Urgency.Soon, t["A list"], t["Look at “{0}” before it is taken in", import.FileName],
                    t.Count(import.Rows, "{0} row was read. Nothing of it is taken yet.", "{0} rows were read. Nothing of them is taken yet."), ImportWords.Url(import), t["Look at it"]) { Kind = DirectoryKinds.Import });
                continue;
            }

            var held = await db.Set<ImportRow>().CountAsync(r => r.ImportId == import.Id && r.Outcome == RowOutcome.Held && r.Decision == RowDecision.None, ct);
            if (held > 0)
            {
                items.Add(new(import.EndedAt ?? import.CreatedAt, Urgency.Later, t["A list"], t.Count(held, "{0} row was held", "{0} rows were held"),
                    t["In “{0}”. They are not taken until you put them right or leave them out.", import.FileName], ImportWords.Url(import), t["Put right"]) { Kind = DirectoryKinds.Import });
            }
        }
    }

    /// <summary>A long list is left alone while it is taken in: who started it learns for a day that it is done.</summary>
    private async Task AddTakenInAsync(List<WorkItem> items, Actor actor, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        var done = await db.Set<ListImport>().AsNoTracking().Where(i => i.State == ImportState.Done && i.CreatedBy == actor.Person && i.EndedAt > since && i.Rows > ComparedList.AtOnce)
            .OrderByDescending(i => i.EndedAt).Take(3).ToListAsync(ct);
        items.AddRange(done.Select(i => new WorkItem(i.EndedAt ?? i.CreatedAt, Urgency.Later, t["A list"], t["“{0}” is in", i.FileName],
            t.Count(i.Rows, "{0} row is accounted for. See what became of it.", "{0} rows are accounted for. See what became of them."), ImportWords.Url(i), t["See the result"]) { Kind = DirectoryKinds.Import, Mark = "in" }));
    }

    private async Task AddMissingAsync(List<WorkItem> items, CancellationToken ct)
    {
        var missing = await db.Set<Listing>().CountAsync(l => l.MissingSince != null && l.RemovedAt == null, ct);
        if (missing > 0)
        {
            var first = await db.Set<Listing>().Where(l => l.MissingSince != null && l.RemovedAt == null).MinAsync(l => l.MissingSince, ct);
            var import = await db.Set<ImportChange>().AsNoTracking().Where(c => c.Kind == ImportChangeKind.Missing).OrderByDescending(c => c.Id).FirstOrDefaultAsync(ct);
            items.Add(new(first ?? clock.GetUtcNow(), Urgency.Soon, t["Our listings"], t.Count(missing, "Ask whether {0} listing still holds", "Ask whether {0} listings still hold"),
                t["The newer version of their list has no line for them."], import is null ? "/directory/listings" : $"/directory/import/{import.ImportId}/result?show=gone", t["Ask"]) { Kind = DirectoryKinds.Listings, Count = missing });
        }
    }

    private async Task AddUnfiledAsync(List<WorkItem> items, CancellationToken ct)
    {
        var drafts = await db.Set<Listing>().CountAsync(l => l.RemovedAt == null && !l.Published, ct);
        if (drafts > 0)
        {
            items.Add(new(clock.GetUtcNow(), Urgency.Later, t["Our listings"], t.Count(drafts, "{0} person inside the school is a draft", "{0} people inside the school are drafts"),
                t["Name, phone, mail and help offered are needed before colleagues see them."], "/directory/listings?place=Inside&show=drafts", t["Complete them"]) { Kind = DirectoryKinds.Listings, Count = drafts });
        }

        var unfiled = await db.Set<Listing>().CountAsync(l => l.RemovedAt == null && !l.Filed, ct);
        if (unfiled > 0)
        {
            items.Add(new(clock.GetUtcNow(), Urgency.Later, t["Our listings"], t.Count(unfiled, "{0} listing is filed under no family", "{0} listings are filed under no family"),
                t["Their words did not say which. People who look for a kind of help find them only under “not filed yet”."], "/directory/listings?place=Outside&show=unfiled", t["File them"]) { Kind = DirectoryKinds.Listings, Count = unfiled });
        }
    }

    private async Task AddPairsAsync(List<WorkItem> items, CancellationToken ct)
    {
        var pairs = await db.Set<JoinProposal>().CountAsync(ct);
        if (pairs > 0)
        {
            var first = await db.Set<JoinProposal>().MinAsync(p => p.AskedAt, ct);
            items.Add(new(first, Urgency.Later, t["The directory"], t.Count(pairs, "{0} pair may be the same", "{0} pairs may be the same"),
                t["They stay apart until a person decides."], "/directory/review", t["Decide"]) { Kind = DirectoryKinds.Pairs, Count = pairs });
        }
    }
}
