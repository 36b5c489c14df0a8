using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Gathers what <see cref="StartGate"/> judges.</summary>
internal sealed class GateBook(AppDbContext db, IOutsideCheck outside, TimeProvider clock)
{
    public async Task<IReadOnlyList<GateItem>> MissingAsync(PartnershipView view, Formality formality, string zone, CancellationToken ct) =>
        StartGate.Missing(await FactsAsync(view, formality, zone, ct));

    private async Task<GateFacts> FactsAsync(PartnershipView view, Formality formality, string zone, CancellationToken ct)
    {
        var (id, today) = (view.Partnership.Id, clock.Today(zone));
        var plan = await db.Set<Plan>().AsNoTracking().Where(p => p.PartnershipId == id).OrderByDescending(p => p.SchoolYear).FirstOrDefaultAsync(ct);
        var confirmed = plan is null ? [] : (await db.Set<PlanConfirmation>().AsNoTracking().Where(c => c.PlanId == plan.Id && c.Revision == plan.Revision).Select(c => c.PartyId).ToListAsync(ct)).ToHashSet();
        var current = await db.Set<Agreement>().AsNoTracking().Where(a => a.PartnershipId == id).Select(a => (int?)a.Current).FirstOrDefaultAsync(ct);
        var version = current is null ? null : await db.Set<AgreementVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.PartnershipId == id && v.Number == current, ct);
        var signers = version is null ? [] : await db.Set<Signer>().AsNoTracking().Where(s => s.VersionId == version.Id).OrderBy(s => s.Order).ToListAsync(ct);
        var sides = new List<GateSide>();
        foreach (var party in view.Parties)
        {
            var verdict = party is { IsSchool: false, ExaminedBody: { } body } ? await outside.OfAsync(body, ct) : null;
            sides.Add(new(
                party.Number, party.Name, party.IsSchool, party.SponsorName.Length > 0, view.OwnersOf(party).Count(), verdict,
                confirmed.Contains(party.Id), signers.Exists(s => s.PartyId == party.Id && s.IsHead && s.SignedAt is not null)));
        }

        return new(
            formality, view.Partnership.Purpose.Length > 0, view.Partnership.Driver.Length > 0, view.Partnership.ReviewOn >= today, view.Partnership.OpenedBy.Value, sides,
            version is not null, [.. signers.Where(s => s.SignedAt is null).Select(s => s.Name)], version?.HasFoundingPaper == true);
    }
}
