using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Gathers what <see cref="ReviewFacts"/> puts under the lenses.</summary>
internal sealed class ReviewFactBook(AppDbContext db, PlanBook plans, SheetBook sheets, AgreementBook agreements, PartnershipDoor door)
{
    /// <summary>Of a concluded review: what was kept with it. Else as the records stand.</summary>
    /// <param name="reader">Null: a reader without an account, or the report itself.</param>
    public async Task<IReadOnlyList<FactGroup>> OfAsync(ReviewView review, Actor? reader, DateOnly today, CancellationToken ct)
    {
        if (review.Review.State == ReviewState.Concluded)
        {
            return review.Review.Facts;
        }

        return ReviewFacts.Of(await MaterialAsync(review.View, reader, today, ct));
    }

    private async Task<ReviewMaterial> MaterialAsync(PartnershipView view, Actor? reader, DateOnly today, CancellationToken ct)
    {
        var id = view.Partnership.Id;
        var since = await db.Set<PartnershipReview>().AsNoTracking().Where(r => r.PartnershipId == id && r.State == ReviewState.Concluded).MaxAsync(r => r.EndedOn, ct) ?? view.Partnership.OpenedOn;
        var plan = await plans.FindAsync(view, null, ct);
        var before = plan is { Years.Count: > 1 } ? await plans.FindAsync(view, plan.Years[1], ct) : null;
        var lines = await db.Set<Contribution>().AsNoTracking().Where(c => c.PartnershipId == id).ToListAsync(ct);
        var (joint, own) = await NeighboursAsync(view, reader, ct);
        return new(view, since, today, await sheets.AllAsync(view, ct), plan, before, await agreements.FindAsync(id, null, ct))
        {
            Contacts = await db.Set<ContactEntry>().AsNoTracking().Where(c => c.PartnershipId == id).ToListAsync(ct),
            Given = Ledger.Totals(lines, Plan.YearOf(today)),
            OwnerChanges = await db.Set<PartnershipChange>().AsNoTracking().Where(c => c.PartnershipId == id && c.What == ChangeOf.Owner).OrderByDescending(c => c.At).ToListAsync(ct),
            HandOvers = await db.Set<HandOver>().AsNoTracking().Where(h => h.PartnershipId == id).OrderBy(h => h.StartedOn).ToListAsync(ct),
            Joint = [.. joint.Select(p => new Neighbour(p.Title, p.Stage))],
            JointLoad = await LoadAsync(view.Parties, [.. joint.Select(p => p.Id), id], ct),
            Own = own is null ? null : [.. own.Select(p => new Neighbour(p.Title, p.Stage))],
            OwnLoad = own is null ? [] : await LoadAsync([view.Own!], [.. joint.Concat(own).Select(p => p.Id), id], ct),
        };
    }

    private async Task<(List<Partnership> Joint, List<Partnership>? Own)> NeighboursAsync(PartnershipView view, Actor? reader, CancellationToken ct)
    {
        var members = view.Parties.Select(p => p.Member).OfType<OrganisationId>().ToList();
        var others = db.Set<Partnership>().AsNoTracking().Where(p => p.NetworkId == view.Partnership.NetworkId && p.Id != view.Partnership.Id && p.Stage != Stage.Ended);
        var joint = members.Count < view.Parties.Count ? []
            : await others.Where(p => db.Set<Party>().Count(s => s.PartnershipId == p.Id && s.Member != null && members.Contains(s.Member.Value)) >= members.Count).OrderBy(p => p.Title).ThenBy(p => p.Id).ToListAsync(ct);
        if (reader is null)
        {
            return (joint, null);
        }

        var ids = joint.ConvertAll(p => p.Id);
        var seen = await door.Inside(reader).AsNoTracking().Where(p => p.Id != view.Partnership.Id && p.Stage != Stage.Ended && !ids.Contains(p.Id)).OrderBy(p => p.Title).ThenBy(p => p.Id).ToListAsync(ct);
        return (joint, seen);
    }

    private async Task<IReadOnlyList<OwnerLoad>> LoadAsync(IReadOnlyList<Party> sides, List<PartnershipId> among, CancellationToken ct)
    {
        var parties = sides.Select(p => p.Id).ToList();
        var people = await db.Set<PartyOwner>().AsNoTracking().Where(o => parties.Contains(o.PartyId) && o.Until == null && o.PersonId != null).Select(o => new { o.PersonId, o.Name }).ToListAsync(ct);
        var ids = people.ConvertAll(p => p.PersonId);
        var rows = await db.Set<PartyOwner>().AsNoTracking().Where(o => among.Contains(o.PartnershipId) && o.Until == null && ids.Contains(o.PersonId)).Select(o => new { o.PersonId, o.PartnershipId }).ToListAsync(ct);
        return [.. people.DistinctBy(p => p.PersonId).Select(p => new OwnerLoad(p.Name, rows.Where(r => r.PersonId == p.PersonId).Select(r => r.PartnershipId).Distinct().Count())).OrderByDescending(l => l.Partnerships).ThenBy(l => l.Name, StringComparer.Ordinal)];
    }
}
