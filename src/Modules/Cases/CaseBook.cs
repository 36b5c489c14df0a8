using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases;

/// <summary>
/// The one way to the cases. Nothing sealed is read or written except through here, so that the decision function and a live
/// grant are always both asked (R3) and no reading is without its line in the trail (R24, R26).
/// </summary>
internal sealed class CaseBook(AppDbContext db, IKeyVault vault, TimeProvider clock)
{
    /// <summary>Missing and foreign alike; never shown as words.</summary>
    public static readonly Refusal Gone = IKeyVault.NotOpen;

    private const string Table = "case_entry";
    private const string PlanTable = "case_plan_row";
    private const string Column = "sealed";

    /// <summary>The cases of which some part is open to whoever acts. There is no other list, and no other count.</summary>
    public async Task<IReadOnlyList<MyCase>> MineAsync(CancellationToken ct)
    {
        var open = (await vault.MineAsync(CasePermissions.See, ct)).ToLookup(p => p.Case, p => p.Part);
        var ids = open.Select(g => new CaseId(g.Key)).ToList();
        var files = await db.Set<CaseFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(ct);
        return [.. files.Select(f => new MyCase(f, [.. CaseParts.All.Where(p => open[f.Id.Value].Contains(p.Code, StringComparer.Ordinal))]))];
    }

    /// <summary>The cover alone, to be changed; null: not there for whoever acts. Opens nothing.</summary>
    public async Task<CaseFile?> FindAsync(CaseId id, CancellationToken ct) =>
        (await vault.MineAsync(CasePermissions.See, ct)).Any(p => p.Case == id.Value)
            ? await db.Set<CaseFile>().FirstOrDefaultAsync(f => f.Id == id, ct)
            : null;

    /// <summary>
    /// Reads parts of a case. What is not open is missing from the answer; null: nothing is. Each reading, and each one in vain,
    /// is in the trail before anything comes back.
    /// </summary>
    public async Task<CaseReading?> ReadAsync(CaseId id, CancellationToken ct, params IReadOnlyList<CasePartKind> parts)
    {
        var mine = (await vault.MineAsync(CasePermissions.See, ct)).Where(p => p.Case == id.Value).Select(p => p.Part).ToList();
        // Somebody with no way in knocks at the core: the attempt is noted, and takes the same way for a case that is not there.
        var asked = mine.Count == 0 ? [CaseParts.Core] : parts.Where(p => mine.Contains(p.Code)).ToList();
        var readers = new Dictionary<string, PartReader>(StringComparer.Ordinal);
        try
        {
            foreach (var group in asked.GroupBy(p => p.See, StringComparer.Ordinal))
            {
                foreach (var (part, reader) in await vault.ReadAllAsync([.. group.Select(p => new CasePart(id.Value, p.Code))], group.Key, ct))
                {
                    readers.Add(part.Part, reader);
                }
            }

            var file = mine.Count == 0 ? null : await db.Set<CaseFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct);
            return file is null ? null : new CaseReading(file, [.. CaseParts.All.Where(p => mine.Contains(p.Code))], await ReadAsync(id, readers, ct))
            {
                Plan = readers.TryGetValue(CaseParts.CoreCode, out var core) ? await PlanAsync(id, core, ct) : [],
            };
        }
        finally
        {
            foreach (var reader in readers.Values)
            {
                reader.Dispose();
            }
        }
    }

    /// <summary>The children's names of several cases, for whoever may read them; one line in the trail for each.</summary>
    public async Task<IReadOnlyDictionary<CaseId, ChildWords>> NamesAsync(IEnumerable<CaseId> cases, CancellationToken ct)
    {
        var wanted = cases.Select(c => c.Value).ToHashSet();
        var parts = (await vault.MineAsync(CaseParts.Child.See, ct)).Where(p => p.Part == CaseParts.ChildCode && wanted.Contains(p.Case)).ToList();
        var readers = await vault.ReadAllAsync(parts, CaseParts.Child.See, ct);
        var ids = parts.ConvertAll(p => new CaseId(p.Case));
        var rows = await db.Set<CaseEntry>().AsNoTracking().Where(e => ids.Contains(e.CaseId) && e.Kind == EntryKind.Child && e.Part == CaseParts.ChildCode)
            .OrderBy(e => e.Corrects != null).ThenBy(e => e.Corrections).ToListAsync(ct);
        var names = new Dictionary<CaseId, ChildWords>();
        foreach (var row in rows)
        {
            if (readers.TryGetValue(new CasePart(row.CaseId.Value, CaseParts.ChildCode), out var reader) && Open(reader, row).Child is { } child)
            {
                names[row.CaseId] = child;
            }
        }

        foreach (var reader in readers.Values)
        {
            reader.Dispose();
        }

        return names;
    }

    /// <summary>A place to write into one part; null: not there for whoever acts. Read before you write.</summary>
    /// <param name="permission">Where writing needs more than the part's own permission.</param>
    public async Task<CaseDesk?> WriteAsync(CaseId id, CasePartKind part, CancellationToken ct, string? permission = null)
    {
        if (await FindAsync(id, ct) is not { } file
            || await vault.WriteAsync(file.Part(part), permission ?? part.Write, ct) is not { } writer)
        {
            return null;
        }

        return new CaseDesk(db, file, part, writer, clock);
    }

    /// <summary>Makes a part's key for whoever acts and for those beside them; null: one of them may not be let in.</summary>
    public async Task<CaseDesk?> FoundAsync(CaseFile file, CasePartKind part, DateTimeOffset until, IReadOnlyList<Holder> others, CancellationToken ct) =>
        await vault.FoundAsync(file.Part(part), Keeper.School, part.Write, until, ct, others) is { } writer
            ? new CaseDesk(db, file, part, writer, clock)
            : null;

    private async Task<IReadOnlyList<ReadEntry>> ReadAsync(CaseId id, Dictionary<string, PartReader> readers, CancellationToken ct)
    {
        var open = readers.Keys.ToList();
        var rows = await db.Set<CaseEntry>().AsNoTracking().Where(e => e.CaseId == id && open.Contains(e.Part))
            .OrderBy(e => e.WrittenAt).ThenBy(e => e.Id).ToListAsync(ct);
        var later = rows.Where(r => r.Corrects is not null).ToLookup(r => r.Corrects!.Value);
        return
        [
            .. rows.Where(r => r.Corrects is null)
                .Select(r => new ReadEntry(r, [.. later[r.Id].OrderBy(w => w.Corrections).Prepend(r).Select(w => new Wording(w, Open(readers[w.Part], w)))])),
        ];
    }

    private async Task<IReadOnlyList<ReadRow>> PlanAsync(CaseId id, PartReader reader, CancellationToken ct)
    {
        var rows = await db.Set<PlanRow>().AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.Number).ToListAsync(ct);
        return [.. rows.Select(r => new ReadRow(r, JsonSerializer.Deserialize<StepWords>(reader.OpenText(PlanTable, Column, r.Id.Value, r.Sealed))!))];
    }

    private static EntryWords Open(PartReader reader, CaseEntry row) =>
        JsonSerializer.Deserialize<EntryWords>(reader.OpenText(Table, Column, row.Id.Value, row.Sealed))!;

    internal static void Seal(PartWriter writer, CaseEntry row, EntryWords words) =>
        row.Keep(writer.SealText(Table, Column, row.Id.Value, JsonSerializer.Serialize(words)));

    internal static void Seal(PartWriter writer, PlanRow row, StepWords words) =>
        row.Keep(writer.SealText(PlanTable, Column, row.Id.Value, JsonSerializer.Serialize(words)));
}

/// <param name="Parts">Open to whoever acts.</param>
internal sealed record MyCase(CaseFile File, IReadOnlyList<CasePartKind> Parts);

/// <summary>One text of an entry: the first, or a later wording of it.</summary>
internal sealed record Wording(CaseEntry Row, EntryWords Words);

/// <summary>An entry with all its wordings; the last one counts, and the first stays to be seen.</summary>
internal sealed record ReadEntry(CaseEntry Row, IReadOnlyList<Wording> Wordings)
{
    public Wording Now => Wordings[^1];

    public EntryWords Words => Now.Words;

    public bool IsCorrected => Wordings.Count > 1;

    /// <summary>Where it stands in the order of what happened: when it was seen, else when it was written.</summary>
    public (DateOnly Day, TimeOnly Time) Happened(string zone) =>
        Words.SeenOn is { } day ? (day, Words.SeenAt ?? TimeOnly.MinValue) : (LocalDay.Of(Row.WrittenAt, zone), TimeOnly.MaxValue);
}

/// <summary>A target or a step, opened.</summary>
internal sealed record ReadRow(PlanRow Row, StepWords Words);

/// <param name="Parts">All that are open to whoever acts, read now or not.</param>
/// <param name="Entries">Of the parts that were read, in the order of writing.</param>
internal sealed record CaseReading(CaseFile File, IReadOnlyList<CasePartKind> Parts, IReadOnlyList<ReadEntry> Entries)
{
    /// <summary>Targets and steps; empty where the core was not read.</summary>
    public IReadOnlyList<ReadRow> Plan { get; init; } = [];

    public IEnumerable<ReadRow> Targets => Plan.Where(r => r.Row.IsTarget);

    public IEnumerable<ReadRow> Steps => Plan.Where(r => !r.Row.IsTarget);

    public ChildWords? Child => Entries.LastOrDefault(e => e.Row.Kind == EntryKind.Child)?.Words.Child;

    public ReadEntry? Risk => Entries.LastOrDefault(e => e.Words.Risk is not null);

    public bool Has(CasePartKind part) => Parts.Contains(part);
}

/// <summary>A place to write into one part of one case. What is written holds with the caller's commit.</summary>
internal sealed class CaseDesk(AppDbContext db, CaseFile file, CasePartKind part, PartWriter writer, TimeProvider clock) : IDisposable
{
    public CaseFile File { get; } = file;

    public CasePartKind Part { get; } = part;

    /// <summary>Seals rows of other kinds than entries.</summary>
    public PartWriter Writer { get; } = writer;

    /// <param name="corrects">The first text, as the context knows it: two who correct it at once cannot both win.</param>
    public CaseEntry Write(EntryKind kind, EntryWords words, CaseEntry? corrects = null)
    {
        var actor = db.Scope.Actor;
        var row = CaseEntry.Write(File, Part, kind, actor.Person, corrects, clock.GetUtcNow());
        CaseBook.Seal(Writer, row, words with { WriterName = actor.Name });
        corrects?.CountCorrection();
        db.Add(row);
        return row;
    }

    public void Dispose() => Writer.Dispose();
}
