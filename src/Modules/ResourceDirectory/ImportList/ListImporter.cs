using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed class ListImporter(AppDbContext db, UploadListHandler upload, StartImportHandler start, RunImport run, TimeProvider clock) : IListImporter
{
    public async Task<ListImportReport> ImportAsync(
        Stream content, string fileName, Actor actor, ListImportOptions options, IProgress<(long Done, long Total)>? progress, CancellationToken ct)
    {
        var answer = await OpenAsync(content, fileName, options.Encoding, actor, ct);
        if (answer.Refusal is { } refusal)
        {
            return new([], refusal);
        }

        var reports = new List<SheetReport>();
        foreach (var import in answer.Imports)
        {
            var place = options.Inside switch { true => ListingPlace.Inside, false => ListingPlace.Outside, null => import.Place };
            var sharing = options.ShareWithNetwork ? Sharing.Network : Sharing.OwnSchool;
            var command = new SetImport(import.Id, new Dictionary<int, ListColumn>(), place, sharing, options.MonthFirst, options.Currency, WithoutNames: true)
            {
                Series = options.New ? import.Id.Value : null,
            };
            if (await start.StartAsync(command, actor, ct, clock.GetUtcNow().AddHours(1)) is { } no)
            {
                return new(reports, no);
            }

            await TakeAsync(import.Id, progress, ct);
            reports.Add(await ReportAsync(import.Id, ct));
        }

        return new(reports, null);
    }

    // On its own, so that the bytes of a long list are let go of before its rows are taken in.
    private async Task<UploadAnswer> OpenAsync(Stream content, string fileName, string? encoding, Actor actor, CancellationToken ct) =>
        await ListReader.BytesOfAsync(content, ct) is { } bytes
            ? await upload.HandleAsync(new UploadList(bytes, fileName, encoding), actor, ct)
            : new([], ListReader.TooLarge);

    /// <summary>Runs here and now. The job ordered with it stands by: it finds nothing left to do, or goes on if this program was killed.</summary>
    private async Task TakeAsync(ListImportId id, IProgress<(long Done, long Total)>? progress, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await run.RunAsync(
            id,
            (done, total) =>
            {
                progress?.Report((done, total));
                return Task.CompletedTask;
            },
            ct);
    }

    private async Task<SheetReport> ReportAsync(ListImportId id, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().AsNoTracking().FirstAsync(i => i.Id == id, ct);
        var held = await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == id && r.Outcome == RowOutcome.Held).OrderBy(r => r.Line).ToListAsync(ct);
        return new(id, import.Sheet, import.Rows, import.Taken, import.Warned, import.Held, [.. held.Select(r => (r.Line, Why(r)))])
        {
            NewVersion = import.IsNewVersion,
            Unchanged = import.Unchanged,
            Changed = import.Changed,
            Gone = import.Gone,
        };
    }

    private static string Why(ImportRow row) => string.Join(" ", row.Remarks.Take(1).Select(r => new Wording(r.Message, [.. r.Values]).ToString()));
}
