using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Where one side stands with its sheet; nothing of what is in it.</summary>
internal sealed record SheetStand(Party Party, DateTimeOffset? HandedInAt)
{
    public bool IsIn => HandedInAt is not null;
}

/// <summary>The only class that reads sheets. Another side's is not given out by it before every side has handed in.</summary>
internal sealed class SheetBook(AppDbContext db, TimeProvider clock)
{
    /// <summary>The reader's own sheet; null for a reader without a side.</summary>
    public async Task<IntentSheet?> OwnAsync(PartnershipView view, CancellationToken ct) =>
        view.Own is { } own ? await db.Set<IntentSheet>().FirstAsync(s => s.PartyId == own.Id, ct) : null;

    public async Task<IReadOnlyList<SheetStand>> StandsAsync(PartnershipView view, CancellationToken ct)
    {
        var at = await db.Set<IntentSheet>().AsNoTracking().Where(s => s.PartnershipId == view.Partnership.Id).ToDictionaryAsync(s => s.PartyId, s => s.HandedInAt, ct);
        return [.. view.Parties.Select(p => new SheetStand(p, at.GetValueOrDefault(p.Id)))];
    }

    /// <summary>Every side's sheet, in the order of the sides; null until all are in, and always for a reader without a side.</summary>
    public async Task<IReadOnlyList<IntentSheet>?> AllAsync(PartnershipView view, CancellationToken ct)
    {
        if (!view.IsInside || (await StandsAsync(view, ct)).Any(s => !s.IsIn))
        {
            return null;
        }

        var sheets = await db.Set<IntentSheet>().AsNoTracking().Where(s => s.PartnershipId == view.Partnership.Id).ToListAsync(ct);
        return [.. view.Parties.Select(p => sheets.First(s => s.PartyId == p.Id))];
    }

    /// <summary>Partnerships in which this organisation still owes its sheet.</summary>
    public async Task<HashSet<PartnershipId>> OwedByAsync(OrganisationId organisation, CancellationToken ct) =>
        (await (from s in db.Set<IntentSheet>().AsNoTracking()
                join p in db.Set<Party>() on s.PartyId equals p.Id
                where p.Member == organisation && s.HandedInAt == null
                select s.PartnershipId).ToListAsync(ct)).ToHashSet();

    /// <summary>Empties a side's sheet while sheets are still blind; afterwards there is nothing to hide.</summary>
    public async Task BlankAsync(PartnershipView view, Party side, CancellationToken ct)
    {
        if ((await StandsAsync(view, ct)).Any(s => !s.IsIn) && await db.Set<IntentSheet>().FirstOrDefaultAsync(s => s.PartyId == side.Id, ct) is { } sheet)
        {
            sheet.Blank();
            db.Record("sheet.blanked", sheet.Id.Value);
        }
    }

    /// <param name="version">Of the sheet as it stood on the page.</param>
    /// <param name="byName">Whoever fills it in; a side that answers by link names its contact.</param>
    /// <param name="chain">Whose trail holds the act; null: the actor's own.</param>
    public async Task<Refusal?> FillAsync(PartnershipView view, IReadOnlyDictionary<string, List<string>> answers, bool handIn, int version, string byName, Guid? chain, CancellationToken ct)
    {
        if (await OwnAsync(view, ct) is not { } sheet)
        {
            return PartnershipDoor.Gone;
        }

        var refusal = view.Partnership.IsOver ? Partnership.Over
            : sheet.HandedInAt is null && sheet.Version != version ? Refusal.ChangedMeanwhile
            : sheet.Fill(answers, handIn, byName, clock.GetUtcNow());
        if (refusal is not null)
        {
            return refusal;
        }

        db.Record(handIn ? "sheet.handed-in" : "sheet.saved", sheet.Id.Value, chain);
        return await db.TrySaveAsync(ct);
    }
}
