using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases;

/// <summary>
/// Drafts on the server, sealed under a key that only their author holds a grant for: a lost login, a closed lid or a dead
/// battery loses no word, and nothing stays in the browser. Keeping and dropping save.
/// </summary>
internal sealed class DraftBook(AppDbContext db, IKeyVault vault, TimeProvider clock)
{
    /// <summary>A school has nobody who could prolong a grant that is one person's alone.</summary>
    private const int YearsOfGrant = 40;

    private const string Table = "case_draft";
    private const string Column = "sealed";

    /// <summary>Null: no draft of this form by whoever acts.</summary>
    public async Task<(T Words, DateTimeOffset SavedAt)?> FindAsync<T>(string form, Guid about, CancellationToken ct)
        where T : class
    {
        if (await BoxAsync(ct) is not { } box
            || await Drafts(box, form, about).AsNoTracking().FirstOrDefaultAsync(ct) is not { } draft)
        {
            return null;
        }

        using var reader = await vault.ReadAsync(box.Part, CasePermissions.Draft, ct);
        return reader is null ? null : (JsonSerializer.Deserialize<T>(reader.OpenText(Table, Column, draft.Id.Value, draft.Sealed))!, draft.SavedAt);
    }

    public async Task<Refusal?> KeepAsync<T>(string form, Guid about, T words, CancellationToken ct)
        where T : class
    {
        var (box, writer) = await OpenAsync(ct);
        if (writer is null)
        {
            return CaseBook.Gone;
        }

        using (writer)
        {
            var draft = await Drafts(box, form, about).FirstOrDefaultAsync(ct);
            if (draft is null)
            {
                draft = CaseDraft.Begin(box, form, about, clock);
                db.Add(draft);
            }

            draft.Keep(writer.SealText(Table, Column, draft.Id.Value, JsonSerializer.Serialize(words)), clock.GetUtcNow());
            return await db.TrySaveAsync("draft.kept", draft.Id.Value, ct);
        }
    }

    /// <summary>Takes the draft away with the caller's commit: its words are kept as what they were meant to be, or not wanted.</summary>
    public async Task DropAsync(string form, Guid about, CancellationToken ct)
    {
        if (await BoxAsync(ct) is { } box && await Drafts(box, form, about).FirstOrDefaultAsync(ct) is { } draft)
        {
            db.Remove(draft);
            db.Record("draft.dropped", draft.Id.Value);
        }
    }

    /// <summary>The same, and saves.</summary>
    public async Task<Refusal?> DropNowAsync(string form, Guid about, CancellationToken ct)
    {
        await DropAsync(form, about, ct);
        return await db.TrySaveAsync(ct);
    }

    private async Task<(DraftBox Box, PartWriter? Writer)> OpenAsync(CancellationToken ct)
    {
        var actor = db.Scope.Actor;
        if (await BoxAsync(ct) is { } known)
        {
            return (known, await vault.WriteAsync(known.Part, CasePermissions.Draft, ct));
        }

        var box = DraftBox.Of(actor.Person, actor.Organisation ?? default, clock);
        var writer = await vault.FoundAsync(box.Part, Keeper.School, CasePermissions.Draft, clock.GetUtcNow().AddYears(YearsOfGrant), ct);
        if (writer is not null)
        {
            db.Add(box);
        }

        return (box, writer);
    }

    private Task<DraftBox?> BoxAsync(CancellationToken ct)
    {
        var actor = db.Scope.Actor;
        return actor.Organisation is { } school
            ? db.Set<DraftBox>().FirstOrDefaultAsync(b => b.PersonId == actor.Person && b.School == school, ct)
            : Task.FromResult<DraftBox?>(null);
    }

    private IQueryable<CaseDraft> Drafts(DraftBox box, string form, Guid about) =>
        db.Set<CaseDraft>().Where(d => d.BoxId == box.Id && d.Form == form && d.About == about);
}
