using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Writes a side's entry of a term, for oneself or for a side that has nobody with an account.</summary>
internal sealed class KeepLearnedHandler(AppDbContext db, PartnershipDoor door, TimeProvider clock)
{
    /// <param name="version">Of the entry as it stood on the page; 0: there was none.</param>
    public async Task<Refusal?> WriteAsync(PartnershipId id, int side, string? term, string? text, int version, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view || view.PartyOf(side) is not { } party || !KeepPartiesHandler.MayKeep(view, party))
        {
            return PartnershipDoor.Gone;
        }

        if (view.Partnership.IsOver || term is null || !SchoolTerm.Between(view.Partnership.OpenedOn, clock.Today(actor.Zone)).Contains(term, StringComparer.Ordinal))
        {
            return view.Partnership.IsOver ? Partnership.Over : Learned.NoTerm;
        }

        var found = await db.Set<Learned>().FirstOrDefaultAsync(l => l.PartyId == party.Id && l.Term == term, ct);
        if ((found?.Version ?? 0) != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var (entry, refusal) = found is null ? Learned.Write(party, term, text, actor.Name, clock) : (found, found.Sharpen(text, actor.Name, clock.GetUtcNow()));
        if (refusal is not null)
        {
            return refusal;
        }

        if (found is null)
        {
            db.Add(entry!);
        }

        try
        {
            return await db.TrySaveAsync("learned.written", entry!.Id.Value, ct);
        }
        catch (DbUpdateException)
        {
            // A colleague wrote the first entry in the same moment.
            db.ChangeTracker.Clear();
            return Refusal.ChangedMeanwhile;
        }
    }
}
