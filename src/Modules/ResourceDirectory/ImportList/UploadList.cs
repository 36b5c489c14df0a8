using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="FileName">As the person's computer calls it; only its ending is believed, and that only if the bytes agree.</param>
internal sealed record UploadList(byte[] Content, string FileName, string? Encoding);

/// <summary>The imports an upload made, one for each sheet with rows; or why not.</summary>
internal sealed record UploadAnswer(IReadOnlyList<ListImport> Imports, Refusal? Refusal);

/// <summary>Opens a list, keeps every row of it as typed, and guesses the columns. Nothing becomes a listing yet.</summary>
/// <param name="files">Null keeps no bytes: a made-up city needs none.</param>
internal sealed class UploadListHandler(AppDbContext db, Access access, UploadedFiles? files, TimeProvider clock)
{
    public static readonly Refusal NoSchool = new("import.no-school", "You act for no organisation, so there is nothing these rows could belong to.");

    public async Task<UploadAnswer> HandleAsync(UploadList command, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } owner || !access.Allows(actor, DirectoryPermissions.ImportLists, new AccessObject(owner)))
        {
            return new([], NoSchool);
        }

        var opening = ListReader.Open(command.Content, command.FileName, command.Encoding);
        if (opening.File is not { } file)
        {
            return new([], opening.Refusal);
        }

        var upload = EntityId.New<ListImportId>(clock).Value;
        var imports = await OpenAsync(file, upload, owner, actor, ct);
        if (imports.Count == 0)
        {
            return new([], ListReader.NoRows);
        }

        if (files is not null)
        {
            await files.KeepAsync(upload, command, file, ct);
        }

        foreach (var (import, sheet) in imports.Zip(file.Sheets.Where(s => s.RowCount > 0)))
        {
            await KeepAsync(import, sheet, ct);
        }

        await db.SaveChangesAsync(ct);
        return new(imports, null);
    }

    private async Task<List<ListImport>> OpenAsync(ListFile file, Guid upload, OrganisationId owner, Actor actor, CancellationToken ct)
    {
        var remembered = await MemoryAsync(ct);
        var imports = new List<ListImport>();
        foreach (var sheet in file.Sheets.Where(s => s.RowCount > 0))
        {
            var import = ListImport.Open(file, sheet, upload, owner, actor, clock);
            import.ReadAs(ColumnGuess.Guess(sheet, remembered));
            import.Set(PlaceOf(sheet, file, import), Sharing.OwnSchool, monthFirst: false, currency: null);
            imports.Add(import);
            if (await SameList.GuessAsync(db, import, sheet, clock, ct) is { } before)
            {
                import.BelongTo(before.Series, GoneLines.Keep, listWins: false);
            }
        }

        return imports;
    }

    /// <summary>All in one commit, but never all in memory: the file is walked through once more and its rows go straight to the database.</summary>
    private async Task KeepAsync(ListImport import, ListSheet sheet, CancellationToken ct)
    {
        using var batches = sheet.Rows().Select(r => ImportRow.Of(r, import, clock)).Chunk(RunImport.Batch).GetEnumerator();
        var reads = NextAsync(batches);
        try
        {
            // While one batch is written, the next is read.
            while (await reads is { } rows)
            {
                reads = NextAsync(batches);
                await db.InsertAllAsync(rows, ct);
            }
        }
        finally
        {
            await reads;
        }

        db.Add(import);
        db.Record("list.uploaded", import.Id.Value);
    }

    private static Task<ImportRow[]?> NextAsync(IEnumerator<ImportRow[]> batches) => Task.Run(() => batches.MoveNext() ? batches.Current : null);

    /// <summary>Country calling code and today's date, by which rows are understood.</summary>
    public static async Task<ListReadingOptions> OptionsAsync(ListImport import, INetworkDirectory networks, TimeProvider clock, CancellationToken ct)
    {
        var card = await networks.FindOrganisationAsync(import.OrganisationId, ct);
        return new(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), card?.CallingCode, import.MonthFirst, import.Currency);
    }

    private async Task<Dictionary<string, ListColumn>> MemoryAsync(CancellationToken ct) =>
        await db.Set<ColumnMemory>().AsNoTracking().ToDictionaryAsync(m => m.Heading, m => m.Column, StringComparer.Ordinal, ct);

    // A list of the school's own staff says so in its name or has roles and deputies; a person can say otherwise.
    private static ListingPlace PlaceOf(ListSheet sheet, ListFile file, ListImport import)
    {
        var names = SearchWords.Key(file.FileName + " " + sheet.Name);
        var saysSo = import.Columns.Any(c => c.Column == ListColumn.SchoolRole) && import.Columns.Any(c => c.Column == ListColumn.Deputy);
        return saysSo || names.Contains("inside", StringComparison.Ordinal) || names.Contains("staff", StringComparison.Ordinal)
            ? ListingPlace.Inside
            : ListingPlace.Outside;
    }
}
