using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases;

/// <param name="Seen">How many corrections there were when the writer looked.</param>
internal sealed record CorrectEntry(CaseId Case, EntryId Entry, EntryWords Words, string? Why, int Seen);

/// <summary>A later wording of an entry. The first one stays; two who correct at once both keep their words.</summary>
internal sealed class CorrectEntryHandler(AppDbContext db, CaseBook book, DraftBook drafts, TimeProvider clock)
{
    public const string Form = "correct-entry";

    /// <summary>The entry as it stands, for the form; null: not there, or not to be corrected by whoever acts.</summary>
    public async Task<(CaseReading Case, ReadEntry Entry)?> FindAsync(CaseId id, EntryId entry, Actor actor, CancellationToken ct)
    {
        var code = await PartOfAsync(id, entry, ct);
        var reading = await book.ReadAsync(id, ct, CaseParts.Of(code) ?? CaseParts.Core);
        if (reading?.Entries.FirstOrDefault(e => e.Row.Id == entry) is not { } found || !EntryRules.MayCorrect(found.Row, actor.Person))
        {
            return null;
        }

        using var desk = await book.WriteAsync(id, CaseParts.Of(code)!, ct, EntryRules.PermissionOf(found.Row.Kind, CaseParts.Of(code)!));
        return desk is null ? null : (reading, found);
    }

    public async Task<Refusal?> HandleAsync(CorrectEntry command, Actor actor, CancellationToken ct)
    {
        if (CaseParts.Of(await PartOfAsync(command.Case, command.Entry, ct)) is not { } part)
        {
            return CaseBook.Gone;
        }

        var first = await db.Set<CaseEntry>().FirstAsync(e => e.Id == command.Entry, ct);
        using var desk = await book.WriteAsync(command.Case, part, ct, EntryRules.PermissionOf(first.Kind, part));
        if (desk is null || !EntryRules.MayCorrect(first, actor.Person))
        {
            return CaseBook.Gone;
        }

        var refusal = desk.File.Move(CaseFact.Written)
            ?? (first.Corrections == command.Seen ? null : Refusal.ChangedMeanwhile)
            ?? EntryRules.Check(first.Kind, command.Words, clock.Today(actor.Zone))
            ?? FormText.Check(command.Why, EntryRules.Line, "Why", EntryRules.NeedsReason(first, actor.Person, clock.GetUtcNow()) ? EntryRules.NoWhy : null);
        if (refusal is not null)
        {
            return refusal;
        }

        desk.Write(first.Kind, command.Words with { Why = FormText.Tidy(command.Why) }, first);
        await drafts.DropAsync(Form, command.Entry.Value, ct);
        return await db.TrySaveAsync("entry.corrected", command.Case.Value, ct);
    }

    private Task<string?> PartOfAsync(CaseId id, EntryId entry, CancellationToken ct) =>
        db.Set<CaseEntry>().AsNoTracking().Where(e => e.Id == entry && e.CaseId == id && e.Corrects == null).Select(e => (string?)e.Part).FirstOrDefaultAsync(ct);
}
