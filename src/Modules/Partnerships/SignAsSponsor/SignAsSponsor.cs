using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Takes a sponsor's signature, from the sponsor's own account or noted by the own side with how it is known.</summary>
internal sealed class SignAsSponsorHandler(AppDbContext db, PartnershipDoor door, TimeProvider clock)
{
    public async Task<Refusal?> SignAsync(PartnershipId id, int side, bool standsBehind, SponsorOccasion? occasion, string? evidence, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view || view.PartyOf(side) is not { } party || !KeepPartiesHandler.MayKeep(view, party))
        {
            return PartnershipDoor.Gone;
        }

        if (view.Partnership.IsOver)
        {
            return Partnership.Over;
        }

        var today = clock.Today(actor.Zone);
        var words = await db.Set<SponsorWord>().AsNoTracking().Where(w => w.PartyId == party.Id).ToListAsync(ct);
        var changes = await db.Set<PartnershipChange>().AsNoTracking().Where(c => c.PartnershipId == id && c.What == ChangeOf.Sponsor).ToListAsync(ct);
        var asked = SponsorRule.Asks(view.Partnership, party, SponsorRule.HasChanged(party, changes), words, today);
        var (word, refusal) = SponsorWord.Sign(party, asked ?? occasion ?? SponsorOccasion.Start, standsBehind, evidence, actor, today, clock);
        if (word is null)
        {
            return refusal;
        }

        db.Add(word);
        return await db.TrySaveAsync("sponsor.signed", word.Id.Value, ct);
    }
}
