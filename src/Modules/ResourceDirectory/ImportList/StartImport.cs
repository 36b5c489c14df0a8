using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Columns">What a person chose, by index of the column; columns left out stay as guessed.</param>
internal sealed record SetImport(
    ListImportId Id, IReadOnlyDictionary<int, ListColumn> Columns, ListingPlace Place, Sharing Sharing, bool MonthFirst, string? Currency, bool WithoutNames = false)
{
    /// <summary>The list this is the newer version of; its own id: of none; null: as guessed.</summary>
    public Guid? Series { get; init; }

    public GoneLines GoneLines { get; init; }

    /// <summary>Where a person changed a fact here and the list says otherwise, the list is right.</summary>
    public bool ListWins { get; init; }
}

/// <summary>Corrects how a list is read, remembers it for the next one, and starts taking it in.</summary>
internal sealed class StartImportHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public async Task<Refusal?> SetAsync(SetImport command, Actor actor, CancellationToken ct) => await ChangeAsync(command, actor, start: null, ct);

    /// <param name="notBefore">When background work may take it up: at once, or later where the caller runs it itself and the job only stands by.</param>
    public async Task<Refusal?> StartAsync(SetImport command, Actor actor, CancellationToken ct, DateTimeOffset? notBefore = null) =>
        await ChangeAsync(command, actor, notBefore ?? clock.GetUtcNow(), ct);

    public static readonly Refusal NoSuchList = new("import.no-such-list", "This list was taken back meanwhile. Choose another, or say that this one is new.", "Series");

    public static readonly Refusal NotThere = new("import.not-there", "This import is not there.");

    private async Task<Refusal?> ChangeAsync(SetImport command, Actor actor, DateTimeOffset? start, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().FirstOrDefaultAsync(i => i.Id == command.Id, ct);
        if (import is null || !access.Allows(actor, DirectoryPermissions.ImportLists, new AccessObject(import.OrganisationId)))
        {
            return NotThere;
        }

        if (import.Set(command.Place, SharingFor(import, command, actor), command.MonthFirst, command.Currency) is { } refusal)
        {
            return refusal;
        }

        if (await BelongAsync(import, command, ct) is { } unknown)
        {
            return unknown;
        }

        await ChooseAsync(import, command.Columns, ct);
        if (start is { } due)
        {
            if (import.Start(command.WithoutNames) is { } no)
            {
                return no;
            }

            db.Add(Job.Order(RunImport.JobKind, import.Id.Value, db.Scope, clock, due));
        }

        db.Record(start is not null ? "list.started" : "list.columns-set", import.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    private async Task<Refusal?> BelongAsync(ListImport import, SetImport command, CancellationToken ct)
    {
        var series = command.Series ?? import.Series;
        var known = series == import.Id.Value || await db.Set<ListImport>().AnyAsync(i => i.Series == series && i.State == ImportState.Done, ct);
        if (!known && command.Series is not null)
        {
            return NoSuchList;
        }

        // The list it was guessed to be the newer version of may have been taken back since.
        return import.BelongTo(known ? series : import.Id.Value, command.GoneLines, command.ListWins);
    }

    // Sharing needs its own right and a network to share with.
    private Sharing SharingFor(ListImport import, SetImport command, Actor actor) =>
        actor.Network is not null && access.Allows(actor, DirectoryPermissions.ShareListings, new AccessObject(import.OrganisationId)) ? command.Sharing : Sharing.OwnSchool;

    private async Task ChooseAsync(ListImport import, IReadOnlyDictionary<int, ListColumn> chosen, CancellationToken ct)
    {
        var now = ImportReading.Columns(import);
        var changed = chosen.Where(c => now.FirstOrDefault(r => r.Index == c.Key) is { } reading && reading.Column != c.Value).ToDictionary();
        if (changed.Count == 0)
        {
            return;
        }

        import.ReadAs(ColumnGuess.WithChoices(now, changed));
        var memory = await db.Set<ColumnMemory>().ToDictionaryAsync(m => m.Heading, StringComparer.Ordinal, ct);
        foreach (var reading in now.Where(r => changed.ContainsKey(r.Index) && !string.IsNullOrWhiteSpace(r.Heading)))
        {
            var key = ColumnGuess.KeyOf(reading.Heading!);
            if (memory.TryGetValue(key, out var known))
            {
                known.Now(changed[reading.Index]);
            }
            else if (key.Length is > 0 and <= 400)
            {
                memory[key] = new ColumnMemory(import.OrganisationId, key, changed[reading.Index], clock);
                db.Add(memory[key]);
            }
        }
    }
}
