using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Cases;

/// <summary>
/// What was handed in to whoever acts and nobody has taken up. Counted by keys: whom it is about has none, and so no line and no count.
/// </summary>
internal sealed class WorryWork(AppDbContext db, IKeyVault vault, TimeProvider clock, IStringLocalizer texts) : IWorkList
{
    /// <summary>So long a worry may lie untaken.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(3);

    public static readonly WorkKind Worry = new("worry", "Worries reported to you", "{0} worry reported to you", "{0} worries reported to you", "/cases/worries") { Protects = true };
    public static readonly WorkKind Concern = new("register", "Concerns about adults", "{0} concern in the register", "{0} concerns in the register", "/cases/register") { Protects = true };

    public static readonly WorkKind[] All = [Worry, Concern];

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        var worries = (await vault.MineAsync(WorryPermissions.See, ct)).Where(p => p.Part == "worry").Select(p => new CaseRowId(p.Case)).ToList();
        if (worries.Count > 0)
        {
            items.AddRange((await db.Set<Worry>().AsNoTracking().Where(w => worries.Contains(w.Id) && w.State == SlipState.Received)
                .OrderBy(w => w.ReportedAt).Select(w => new { w.Id, w.ReportedAt }).ToListAsync(ct))
                .Select(w => Item(w.ReportedAt, "A worry was reported to you", $"/cases/worries/{w.Id}", Worry)));
        }

        var concerns = (await vault.MineAsync(WorryPermissions.SeeRegister, ct)).Where(p => p.Part == StaffConcern.PartCode).Select(p => new CaseRowId(p.Case)).ToList();
        if (concerns.Count > 0)
        {
            items.AddRange((await db.Set<StaffConcern>().AsNoTracking().Where(c => concerns.Contains(c.Id) && c.State == SlipState.Received)
                .OrderBy(c => c.ReportedAt).Select(c => new { c.Id, c.ReportedAt }).ToListAsync(ct))
                .Select(c => Item(c.ReportedAt, "A concern about an adult was reported to you", $"/cases/register/{c.Id}", Concern)));
        }

        return items;
    }

    private WorkItem Item(DateTimeOffset at, string title, string url, WorkKind kind) => new(
        at, clock.GetUtcNow() - at > Patience ? Urgency.Late : Urgency.Today, texts["Waits for you"], texts[title],
        texts["Nobody has taken it in hand yet."], url, texts["Open"]) { Kind = kind };
}
