using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Enters and corrects lines of the ledger, and takes each side's word on how fair it feels.</summary>
internal sealed class KeepLedgerHandler(AppDbContext db, PartnershipDoor door, TimeProvider clock)
{
    /// <param name="corrects">The line whose place the new one takes; null: none.</param>
    public async Task<Refusal?> EnterAsync(PartnershipId id, ContributionTerms terms, PartnershipRowId? corrects, Actor actor, CancellationToken ct)
    {
        var replaced = corrects is null ? null : await db.Set<Contribution>().FirstOrDefaultAsync(c => c.Id == corrects && c.PartnershipId == id, ct);
        if (await door.EnterAsync(id, actor, ct) is not { } view || (corrects is not null && replaced is null))
        {
            return PartnershipDoor.Gone;
        }

        if (view.Partnership.IsOver)
        {
            return Partnership.Over;
        }

        if (corrects is not null && await db.Set<Contribution>().AnyAsync(c => c.Corrects == corrects, ct))
        {
            return Contribution.Corrected;
        }

        var (line, refusal) = Contribution.Enter(view, terms, replaced, actor.Name, clock.Today(actor.Zone), clock);
        return line is null ? refusal : await AddAsync(line, "contribution.entered", line.Id, Contribution.Corrected, ct);
    }

    /// <param name="side">The own one; or one that has nobody with an account, whose word was told, once the own word stands and can be mended no more.</param>
    public async Task<Refusal?> SayAsync(PartnershipId id, int side, int? felt, string? sentence, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { Own: { } own } view || view.PartyOf(side) is not { } speaker || !KeepPartiesHandler.MayKeep(view, speaker))
        {
            return PartnershipDoor.Gone;
        }

        var term = SchoolTerm.Of(clock.Today(actor.Zone));
        var said = await db.Set<FeltBalance>().AsNoTracking().Where(f => f.PartnershipId == id && f.Term == term).Select(f => f.PartyId).ToListAsync(ct);
        var no = view.Partnership.IsOver ? Partnership.Over : said.Contains(speaker.Id) ? FeltBalance.Said : speaker.Id != own.Id && !said.Contains(own.Id) ? FeltBalance.OwnFirst : null;
        if (no is not null)
        {
            return no;
        }

        var (word, refusal) = FeltBalance.Say(speaker, term, felt, sentence, actor.Name, clock);
        return word is null ? refusal : await AddAsync(word, "felt-balance.said", word.Id, FeltBalance.Said, ct);
    }

    /// <param name="twice">What somebody hears who came second in the same moment: the place is unique.</param>
    private async Task<Refusal?> AddAsync(object row, string act, PartnershipRowId id, Refusal twice, CancellationToken ct)
    {
        db.Add(row);
        try
        {
            return await db.TrySaveAsync(act, id.Value, ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return twice;
        }
    }
}
