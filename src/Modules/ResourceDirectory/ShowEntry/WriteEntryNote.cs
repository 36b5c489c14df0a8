using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed record WriteEntryNote(EntryId Entry, string? Text);

/// <summary>
/// Writes the own school's note on an entry: on its own listing where it has one, else beside the listing the entry began
/// with, so that the note follows the right person when a join is undone.
/// </summary>
internal sealed class WriteEntryNoteHandler(AppDbContext db, Access access, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(WriteEntryNote command, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } owner || !access.Allows(actor, DirectoryPermissions.EditListings, new AccessObject(owner)))
        {
            return ShareListingsHandler.NotThere;
        }

        var contributions = await db.Set<Contribution>().AsNoTracking().Where(c => c.EntryId == command.Entry).ToListAsync(ct);
        if (contributions.Count == 0)
        {
            return ShareListingsHandler.NotThere;
        }

        var refusal = contributions.Where(c => c.Source == owner).MinBy(c => c.Id.Value) is { } own
            ? await OnListingAsync(own.Id, command.Text, actor, ct)
            : await BesideAsync(contributions.MinBy(c => (c.SharedAt, c.Id.Value))!.Id, owner, command.Text, actor, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        db.Record("entry.note-written", command.Entry.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    private async Task<Refusal?> OnListingAsync(ListingId id, string? text, Actor actor, CancellationToken ct) =>
        await db.Set<Listing>().FirstOrDefaultAsync(l => l.Id == id, ct) is { } listing
            ? listing.WriteNote(text, actor, clock)
            : ShareListingsHandler.NotThere;

    private async Task<Refusal?> BesideAsync(ListingId about, OrganisationId owner, string? text, Actor actor, CancellationToken ct)
    {
        var note = await db.Set<EntryNote>().FirstOrDefaultAsync(n => n.OrganisationId == owner && n.About == about, ct);
        if (note is null)
        {
            note = new EntryNote(owner, about, clock);
            db.Add(note);
        }

        return note.Write(text, actor, clock);
    }
}
