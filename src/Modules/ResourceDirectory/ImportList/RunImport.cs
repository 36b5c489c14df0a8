using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Takes an import in, batch by batch. Killed at any point it goes on where it was: the rows say what became of them, and a
/// batch of rows, its listings, what is lent of them and the counts are one commit.
/// </summary>
internal sealed class RunImport(AppDbContext db, EntryUpkeep upkeep, ListingReach reach, INetworkDirectory networks, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "directory.import";

    public const int Batch = 500;

    private const int BatchesAhead = 1;

    private static readonly string[] Written = [nameof(ImportRow.Outcome), nameof(ImportRow.Effect), nameof(ImportRow.Remarks), nameof(ImportRow.ListingId), nameof(ImportRow.Decision)];

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
        var owner = (await networks.FindOrganisationAsync(import.OrganisationId, ct))?.Name ?? db.Scope.Actor.OrganisationName ?? "";
        var reader = new ReadingFor(db.Scope.Actor, db.Scope.Network, owner, await upkeep.KeptByDefaultAsync(ct), clock);
        var earlier = await ListComparison.FindAsync(db, import, options, report, ct);
        var follow = new FollowList(db, reach, import, reader);
        await TakeAsync(import, new BatchReading(import, ImportReading.Understanding(import, options), earlier, reader), follow, report, ct);
        await FinishAsync(import, await follow.LeaveAsync(earlier.Matches.Gone, Batch, ct), ct);
        await report(import.Rows, import.Rows);
    }

    /// <summary>Lets go of what was saved, so that a long list needs no more memory than a short one.</summary>
    public static void Forget(AppDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is not ListImport).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    private async Task TakeAsync(ListImport import, BatchReading reading, FollowList follow, Func<long, long, Task> report, CancellationToken ct)
    {
        // While one batch is written, the next ones are understood; in their order, since the reader remembers what came before.
        var reads = new Queue<Task<ReadBatch>>();
        var last = Task.FromResult(ReadBatch.Empty);
        for (var line = 0; line >= 0 || reads.Count > 0;)
        {
            while (line >= 0 && reads.Count < BatchesAhead)
            {
                var rows = await RowsInTurn.AfterAsync(db.Set<ImportRow>(), import.Id, line, ct);
                line = rows.Count == 0 ? -1 : rows[^1].Line;
                reads.Enqueue(last = last.ContinueWith(_ => reading.Read(rows), ct, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default));
            }

            await WriteAsync(import, await reads.Dequeue(), follow, ct);
            await report(import.Seen, import.Rows);
        }
    }

    private async Task WriteAsync(ListImport import, ReadBatch batch, FollowList follow, CancellationToken ct)
    {
        if (batch.Rows.Count == 0)
        {
            return;
        }

        await follow.FollowAsync(batch.Known, ct);
        await db.InsertAllAsync(batch.New, ct);
        await upkeep.InsertAsync(batch.Lent, ct);
        await db.UpdateAllAsync(batch.Rows.Where(r => !r.SpeaksForItself).ToList(), Written, ct);
        import.Take(batch.Rows);
        db.Record("list.rows-taken", import.Id.Value, import.OrganisationId.Value);
        await db.SaveChangesAsync(ct);
        Forget(db);
    }

    private async Task FinishAsync(ListImport import, int gone, CancellationToken ct)
    {
        import.Finish(gone, clock);
        db.Record("list.taken", import.Id.Value, import.OrganisationId.Value);
        if (import.Sharing == Sharing.Network || import.Changed + import.Gone > 0)
        {
            await JoinOrder.PlaceAsync(db, db.Scope.Network, clock, ct);
        }

        await db.SaveChangesAsync(ct);
    }
}
