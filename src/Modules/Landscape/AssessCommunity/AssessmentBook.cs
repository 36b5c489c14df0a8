using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>An assessment with its lines, and what keeps it from being whole.</summary>
internal sealed record AssessmentView(CommunityAssessment Assessment, IReadOnlyList<AssessmentLine> Lines, IReadOnlyList<InformalMechanism> Mechanisms, IReadOnlyList<PracticeCell> Gaps)
{
    public IEnumerable<AssessmentLine> Assets => Lines.Where(l => l.IsAsset);

    public IEnumerable<AssessmentLine> Of(LineKind kind) => Lines.Where(l => l.Kind == kind);

    public int ChildrenHeard => Assessment.Heard.Sum(n => n ?? 0);

    public IReadOnlyList<AssessmentLack> Lacks =>
    [
        .. new (AssessmentLack Lack, bool IsThere)[]
        {
            (AssessmentLack.Asset, Assets.Any()), (AssessmentLack.Need, Of(LineKind.Need).Any()), (AssessmentLack.Voice, Of(LineKind.Voice).Any() || ChildrenHeard > 0),
            (AssessmentLack.Findings, Assessment.Findings.Length > 0), (AssessmentLack.Action, Of(LineKind.Action).Any()), (AssessmentLack.GivingBack, Assessment.GiveBackOn is not null),
        }.Where(l => !l.IsThere).Select(l => l.Lack),
    ];

    public InformalMechanism? MechanismOf(AssessmentLine line) => line.Kind == LineKind.InformalMechanism ? Mechanisms.FirstOrDefault(m => m.Id.Value == line.Link) : null;

    public PracticeCell? GapOf(AssessmentLine line) => line.Kind == LineKind.Need ? Gaps.FirstOrDefault(g => g.Duty.Duty.Id.Value == line.Link && PracticeView.Same(g.Note.Locality, line.LinkPlace)) : null;
}

/// <summary>Reads assessments of the network, with the community ways and gaps their lines point to.</summary>
internal sealed class AssessmentBook(LandscapeDoor door, PracticeBook practice)
{
    public LandscapeDoor Door => door;

    public async Task<IReadOnlyList<AssessmentView>> ListAsync(Actor actor, CancellationToken ct)
    {
        if (!door.May(actor, LandscapePermissions.See))
        {
            return [];
        }

        var all = await door.Db.Set<CommunityAssessment>().AsNoTracking().Where(a => a.NetworkId == door.Db.ScopedNetworkId).ToListAsync(ct);
        var ids = all.ConvertAll(a => a.Id);
        var lines = (await door.Db.Set<AssessmentLine>().AsNoTracking().Where(l => ids.Contains(l.AssessmentId)).OrderBy(l => l.Id).ToListAsync(ct)).ToLookup(l => l.AssessmentId);
        return [.. all.OrderBy(a => a.IsFinished).ThenByDescending(a => a.BegunOn).ThenBy(a => a.Area, StringComparer.CurrentCulture).Select(a => new AssessmentView(a, [.. lines[a.Id]], [], []))];
    }

    public async Task<AssessmentView?> FindAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var key = new AssessmentId(id);
        if (!door.May(actor, LandscapePermissions.See)
            || await door.Db.Set<CommunityAssessment>().FirstOrDefaultAsync(a => a.Id == key && a.NetworkId == door.Db.ScopedNetworkId, ct) is not { } found)
        {
            return null;
        }

        var lines = await door.Db.Set<AssessmentLine>().Where(l => l.AssessmentId == key).OrderBy(l => l.Id).ToListAsync(ct);
        var mechanisms = await door.Db.Set<InformalMechanism>().AsNoTracking().Where(m => m.NetworkId == door.Db.ScopedNetworkId).ToListAsync(ct);
        var view = await practice.ReadAsync(actor.Network!.Value, door.Today(actor), ct);
        return new(
            found, lines, [.. mechanisms.OrderBy(m => m.Name, StringComparer.CurrentCulture)],
            [.. view.Gaps.OrderBy(g => g.Duty.Duty.Code, StringComparer.Ordinal).ThenBy(g => g.Note.Locality, StringComparer.CurrentCulture)]);
    }

    public bool MayWrite(CommunityAssessment assessment, Actor actor) => !assessment.IsFinished && MayTouch(assessment, actor);

    public bool MayTouch(CommunityAssessment assessment, Actor actor) => door.MayWrite(actor, assessment.School);
}
