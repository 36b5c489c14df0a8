using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Writes lines into the log of contacts, and the day on which what was awaited came.</summary>
internal sealed class KeepContactHandler(AppDbContext db, PartnershipDoor door, TimeProvider clock)
{
    public async Task<Refusal?> NoteAsync(PartnershipId id, ContactTerms terms, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view)
        {
            return PartnershipDoor.Gone;
        }

        if (view.Partnership.IsOver)
        {
            return Partnership.Over;
        }

        var (entry, refusal) = ContactEntry.Note(view, terms, actor.Name, clock.Today(actor.Zone), clock);
        if (entry is null)
        {
            return refusal;
        }

        db.Add(entry);
        return await db.TrySaveAsync("contact.noted", entry.Id.Value, ct);
    }

    public async Task<Refusal?> FinishAsync(PartnershipId id, PartnershipRowId entry, DateOnly? on, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view
            || await db.Set<ContactEntry>().FirstOrDefaultAsync(c => c.Id == entry && c.PartnershipId == id, ct) is not { } found)
        {
            return PartnershipDoor.Gone;
        }

        var refusal = view.Partnership.IsOver ? Partnership.Over : found.Finish(on, actor.Name, clock.Today(actor.Zone));
        return refusal ?? await db.TrySaveAsync("contact.finished", entry.Value, ct);
    }
}
