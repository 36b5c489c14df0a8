using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Takes an import in, batch by batch. Killed at any point it goes on where it was: the rows say what became of them, and a
/// batch of rows, its listings, what is lent of them and the counts are one commit.
/// </summary>
internal sealed class RunImport(AppDbContext db, EntryUpkeep upkeep, INetworkDirectory networks, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "directory.import";

    private const int Batch = 500;

    public string Kind => JobKind;

    /// <summary>The day from which dates to come are judged; null: today. The made-up city takes its lists in on other days.</summary>
    public DateOnly? ReadOn { get; init; }

    public Task RunAsync(JobRun run, CancellationToken ct) => RunAsync(new ListImportId(run.Subject), run.ReportAsync, ct);

    public async Task RunAsync(ListImportId id, Func<long, long, Task> report, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().FirstOrDefaultAsync(i => i.Id == id, ct);
        if (import is not { State: ImportState.Running })
        {
            return;
        }

        var options = await UploadListHandler.OptionsAsync(import, networks, clock, ct);
        options = options with { Today = ReadOn ?? options.Today };
        var understanding = ImportReading.Understanding(import, options);
        var owner = (await networks.FindOrganisationAsync(import.OrganisationId, ct))?.Name ?? db.Scope.Actor.OrganisationName ?? "";
        var last = 0;
        while (true)
        {
            var rows = await db.Set<ImportRow>().Where(r => r.ImportId == id && r.Line > last).OrderBy(r => r.Line).Take(Batch).ToListAsync(ct);
            if (rows.Count == 0)
            {
                break;
            }

            last = rows[^1].Line;
            TakeBatch(import, rows, understanding, owner);
            await db.SaveChangesAsync(ct);
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is not ListImport).ToList())
            {
                entry.State = EntityState.Detached;
            }

            await report(import.Seen, import.Rows);
        }

        await FinishAsync(import, ct);
    }

    private void TakeBatch(ListImport import, List<ImportRow> rows, ListUnderstanding understanding, string owner)
    {
        foreach (var row in rows)
        {
            // Every row is read, also those taken before a crash: the reader remembers what came before.
            var understood = understanding.Understand(row.Raw);
            if (row.Outcome is not null)
            {
                continue;
            }

            var draft = understood.Outcome == RowOutcome.Held ? null : ListingDraft.From(understood.Values, import.Place);
            var listing = draft is null ? null : Listing.Take(draft, import, row.Line, import.OrganisationId, db.Scope.Actor, clock);
            row.TakeAs(understood, listing?.Id);
            import.Count(row.Outcome!.Value);
            if (listing is not null)
            {
                db.Add(listing);
                Lend(import, listing, owner);
            }
        }

        db.Record("list.rows-taken", import.Id.Value, import.OrganisationId.Value);
    }

    /// <summary>The import's sharing is about outside help; the school's own people are shared one by one.</summary>
    private void Lend(ListImport import, Listing listing, string owner)
    {
        if (import.Sharing == Sharing.Network && listing.Place == ListingPlace.Outside && db.Scope.Network != default
            && listing.Share(db.Scope.Actor, clock) is null)
        {
            upkeep.PutNew(listing, db.Scope.Network, owner);
        }
    }

    private async Task FinishAsync(ListImport import, CancellationToken ct)
    {
        import.Finish(clock);
        db.Record("list.taken", import.Id.Value, import.OrganisationId.Value);
        if (import.Sharing == Sharing.Network)
        {
            await JoinOrder.PlaceAsync(db, db.Scope.Network, clock, ct);
        }

        await db.SaveChangesAsync(ct);
    }
}
