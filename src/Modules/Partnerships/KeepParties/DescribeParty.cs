using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Partnerships;

/// <summary>
/// Changes how a side without accounts is reached. While sheets are still blind, a new address begins with an empty sheet: or
/// whoever changes the address to their own could read through the link what the other side wrote.
/// </summary>
internal sealed class DescribePartyHandler(AppDbContext db, PartnershipDoor door, SheetBook sheets)
{
    public async Task<Refusal?> HandleAsync(PartnershipId id, PartyId party, PartyTerms terms, int version, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view || view.Parties.FirstOrDefault(p => p.Id == party) is not { Member: null } side)
        {
            return PartnershipDoor.Gone;
        }

        var moved = !string.Equals(side.ContactMail, terms.Mail, StringComparison.Ordinal);
        var refusal = view.Partnership.IsOver ? Partnership.Over : side.Version != version ? Refusal.ChangedMeanwhile : side.Change(terms);
        if (refusal is not null)
        {
            return refusal;
        }

        if (moved)
        {
            await sheets.BlankAsync(view, side, ct);
        }

        return await db.TrySaveAsync("party.described", side.Id.Value, ct);
    }
}
