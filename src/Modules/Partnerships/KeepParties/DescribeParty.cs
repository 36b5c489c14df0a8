using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>
/// Changes how a side without accounts is reached. While sheets are still blind, a new address begins with an empty sheet: or
/// whoever changes the address to their own could read through the link what the other side wrote. And at work, what the
/// gate knew of a body is not taken away by describing it otherwise.
/// </summary>
internal sealed class DescribePartyHandler(AppDbContext db, PartnershipDoor door, SheetBook sheets, ReviewBook reviews, GateBook gate)
{
    public static readonly Refusal KeepCheck = new("party.keep-check", "At work a body that is not a school keeps a live conclusion by somebody who did not propose it, and a school its two owners.", nameof(PartyTerms.ExaminedBody));

    public async Task<Refusal?> HandleAsync(PartnershipId id, PartyId party, PartyTerms terms, int version, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view || view.Parties.FirstOrDefault(p => p.Id == party) is not { Member: null } side)
        {
            return PartnershipDoor.Gone;
        }

        var asksAgain = StageMap.IsAtWork(view.Partnership.Stage) && (side.Kind != terms.Kind || side.ExaminedBody != terms.ExaminedBody);
        var moved = !string.Equals(side.ContactMail, terms.Mail, StringComparison.Ordinal);
        var refusal = view.Partnership.IsOver ? Partnership.Over : side.Version != version ? Refusal.ChangedMeanwhile : side.Change(terms);
        if (refusal is null && asksAgain && (await gate.MissingAsync(view, view.Partnership.Formality, actor.Zone, ct)).Any(m => m.Party == side.Number && m.Duty is (GateDuty.OutsideCheck or GateDuty.Owners)))
        {
            db.ChangeTracker.Clear();
            refusal = KeepCheck;
        }

        if (refusal is not null)
        {
            return refusal;
        }

        if (moved)
        {
            await sheets.BlankAsync(view, side, ct);
            await reviews.BlankAsync(view, side, ct);
            (await db.Set<SideAsk>().Where(a => a.PartyId == side.Id).ToListAsync(ct)).ForEach(a => a.EndLink());
        }

        return await db.TrySaveAsync("party.described", side.Id.Value, ct);
    }
}
