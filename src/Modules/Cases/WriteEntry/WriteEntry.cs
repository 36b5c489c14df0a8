using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Cases;

/// <param name="Meaning">Of an observation: what the writer makes of it. Kept as an entry of its own.</param>
internal sealed record WriteEntry(CaseId Case, CasePartKind Part, EntryKind Kind, EntryWords Words, string? Meaning);

internal sealed class WriteEntryHandler(AppDbContext db, CaseBook book, DraftBook drafts, TimeProvider clock)
{
    public static string FormOf(EntryKind kind, CasePartKind part) => $"entry-{kind}-{part.Code}";

    /// <summary>May whoever acts write this kind here? Opens nothing, so that the form is not a reading.</summary>
    public async Task<CaseFile?> FindAsync(CaseId id, CasePartKind part, EntryKind kind, CancellationToken ct)
    {
        if (!EntryRules.Free.Contains(kind) || part == CaseParts.Child)
        {
            return null;
        }

        using var desk = await book.WriteAsync(id, part, ct, EntryRules.PermissionOf(kind, part));
        return desk?.File;
    }

    public async Task<Refusal?> HandleAsync(WriteEntry command, Actor actor, CancellationToken ct)
    {
        if (!EntryRules.Free.Contains(command.Kind) || command.Part == CaseParts.Child)
        {
            return CaseBook.Gone;
        }

        using var desk = await book.WriteAsync(command.Case, command.Part, ct, EntryRules.PermissionOf(command.Kind, command.Part));
        if (desk is null)
        {
            return CaseBook.Gone;
        }

        var meaning = command.Kind == EntryKind.Observation ? FormText.Tidy(command.Meaning) : "";
        var refusal = desk.File.Move(EntryRules.FactOf(meaning.Length > 0 ? EntryKind.Interpretation : command.Kind))
            ?? EntryRules.Check(command.Kind, command.Words, clock.Today(actor.Zone))
            ?? FormText.Check(meaning, EntryRules.Longest, "Meaning");
        if (refusal is not null)
        {
            return refusal;
        }

        var entry = desk.Write(command.Kind, command.Words);
        if (meaning.Length > 0)
        {
            desk.Write(EntryKind.Interpretation, new EntryWords { Text = meaning, Position = command.Words.Position, About = entry.Id });
        }

        await drafts.DropAsync(FormOf(command.Kind, command.Part), command.Case.Value, ct);
        return await db.TrySaveAsync("entry.written", command.Case.Value, ct);
    }
}
