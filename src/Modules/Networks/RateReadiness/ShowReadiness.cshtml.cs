using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Changeable">Shows the link for changing each item.</param>
internal sealed record ReadinessSheet(IReadOnlyList<ReadinessItem> Items, DateOnly Today, bool Changeable);

/// <summary>The school's own self-audit. Everybody of the school reads it; leads and heads change it.</summary>
[Requires(NetworksPermissions.SeeReadiness)]
internal sealed class ShowReadinessModel(AppDbContext db, RateReadinessHandler handler) : NetworkPage
{
    public IReadOnlyList<ReadinessItem> Items { get; private set; } = [];

    public ReadinessLevel Level { get; private set; }

    public bool MayRate => May(NetworksPermissions.RateReadiness, new(Organisation: Actor.Organisation));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.BeginAsync(Actor, ct), "/network/readiness", "Begun. Go through the list with those who know; an hour is enough for the start.")
        : NotThere();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (Actor.Organisation is not { } own)
        {
            return false;
        }

        Items = await ReadAsync(db, own, ct);
        Level = await db.Set<ReadinessSharing>().AsNoTracking().Where(s => s.OrganisationId == own).Select(s => s.Level).FirstOrDefaultAsync(ct);
        return true;
    }

    internal static async Task<IReadOnlyList<ReadinessItem>> ReadAsync(AppDbContext db, OrganisationId own, CancellationToken ct) =>
        [.. (await db.Set<ReadinessItem>().AsNoTracking().Where(i => i.OrganisationId == own).ToListAsync(ct)).OrderBy(i => i.Area).ThenBy(i => i.Text, StringComparer.Ordinal).ThenBy(i => i.Id.Value)];
}
