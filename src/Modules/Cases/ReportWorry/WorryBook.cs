using System.Text.Json;
using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases;

internal sealed record OpenWorry(Worry Worry, WorryForm Words, string? Outcome, string By, IReadOnlyList<SlipFile> Files);

/// <param name="Kind">What it is, for people: PDF, JPEG.</param>
internal sealed record SlipFile(FileId Id, string Name, string Kind);

/// <summary>The one way to what was handed in. Read before you change.</summary>
internal sealed class WorryBook(AppDbContext db, IKeyVault vault, IPersonDirectory directory, SlipFiles files)
{
    /// <summary>Those open to whoever acts, the newest first; there is no other list.</summary>
    public async Task<IReadOnlyList<(Worry Worry, string By)>> MineAsync(CancellationToken ct)
    {
        var open = (await vault.MineAsync(WorryPermissions.See, ct)).Select(p => new CaseRowId(p.Case)).ToList();
        var rows = await db.Set<Worry>().AsNoTracking().Where(w => open.Contains(w.Id)).OrderByDescending(w => w.ReportedAt).ToListAsync(ct);
        var cards = await directory.FindAsync([.. rows.Select(w => w.ReportedBy).Distinct()], ct);
        return [.. rows.Select(w => (w, cards.GetValueOrDefault(w.ReportedBy)?.Name ?? "?"))];
    }

    /// <summary>Null: not there for whoever acts.</summary>
    public async Task<OpenWorry?> ReadAsync(CaseRowId id, CancellationToken ct)
    {
        using var reader = await vault.ReadAsync(new CasePart(id.Value, "worry"), WorryPermissions.See, ct);
        if (reader is null || await db.Set<Worry>().AsNoTracking().FirstOrDefaultAsync(w => w.Id == id, ct) is not { } worry)
        {
            return null;
        }

        var words = JsonSerializer.Deserialize<WorryForm>(reader.OpenText("worry", "sealed", id.Value, worry.Sealed))!;
        var outcome = reader.OpenTextOrNull("worry", "sealed_outcome", id.Value, worry.SealedOutcome);
        return new(worry, words, outcome, (await directory.FindAsync(worry.ReportedBy, ct))?.Name ?? "?", await files.OfAsync(reader, ct));
    }

    /// <summary>Takes it in hand, or closes it with what became of it.</summary>
    public async Task<Refusal?> ChangeAsync(CaseRowId id, string? outcome, Actor actor, CancellationToken ct)
    {
        using var writer = await vault.WriteAsync(new CasePart(id.Value, "worry"), WorryPermissions.See, ct);
        if (writer is null || await db.Set<Worry>().FirstOrDefaultAsync(w => w.Id == id, ct) is not { } worry)
        {
            return CaseBook.Gone;
        }

        var refusal = outcome is null ? worry.Take(actor.Person) : worry.Close(actor.Person, writer.SealText("worry", "sealed_outcome", id.Value, outcome));
        return refusal ?? await db.TrySaveAsync(outcome is null ? "worry.taken" : "worry.closed", id.Value, ct);
    }
}

/// <summary>Files sealed into what was handed in.</summary>
internal sealed class SlipFiles(AppDbContext db, FileStore store)
{
    public async Task<IReadOnlyList<SlipFile>> OfAsync(PartReader reader, CancellationToken ct)
    {
        var (record, part) = (reader.Part.Case, reader.Part.Part);
        var ids = await db.Set<StoredFile>().AsNoTracking().Where(f => f.CaseId == record && f.Part == part).OrderBy(f => f.StoredAt).ThenBy(f => f.Id).Select(f => f.Id).ToListAsync(ct);
        var found = new List<SlipFile>();
        foreach (var id in ids)
        {
            if (await store.FindAsync(reader, id, ct) is { } file)
            {
                found.Add(new(id, file.Name, FileFormat.Of(Path.GetExtension(file.Name))?.Label ?? ""));
            }
        }

        return found;
    }

    /// <summary>Null: not of this part.</summary>
    public async Task<(byte[] Bytes, string ContentType, string Ending)?> ReadAsync(PartReader reader, FileId id, CancellationToken ct)
    {
        if (await store.FindAsync(reader, id, ct) is not { } file)
        {
            return null;
        }

        using var to = new MemoryStream();
        await store.ReadAsync(reader, id, to, ct);
        return (to.ToArray(), file.ContentType, Path.GetExtension(file.Name));
    }
}
