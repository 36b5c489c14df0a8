using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Projects of a partnership that a door has let through.</summary>
internal sealed class ProjectBook(AppDbContext db)
{
    /// <summary>What runs first, then drafts, then the archive; within these the latest.</summary>
    public async Task<IReadOnlyList<JointProject>> OfAsync(PartnershipView view, CancellationToken ct)
    {
        var all = await db.Set<JointProject>().AsNoTracking().Where(p => p.PartnershipId == view.Partnership.Id).ToListAsync(ct);
        return [.. all.OrderBy(p => p.State switch { ProjectState.Running => 0, ProjectState.Draft => 1, _ => 2 }).ThenByDescending(p => p.StartsOn).ThenByDescending(p => p.BegunAt)];
    }

    /// <summary>Null: not there, or of another partnership.</summary>
    public async Task<ProjectView?> FindAsync(PartnershipView view, PartnershipRowId id, CancellationToken ct)
    {
        var project = await db.Set<JointProject>().FirstOrDefaultAsync(p => p.Id == id && p.PartnershipId == view.Partnership.Id, ct);
        return project is null ? null : new(project, await db.Set<ProjectPart>().Where(p => p.ProjectId == id).ToDictionaryAsync(p => p.Kind, ct), view.Parties);
    }

    public Task<List<ProjectNote>> NotesAsync(JointProject project, CancellationToken ct) =>
        db.Set<ProjectNote>().AsNoTracking().Where(n => n.ProjectId == project.Id).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).ToListAsync(ct);
}
