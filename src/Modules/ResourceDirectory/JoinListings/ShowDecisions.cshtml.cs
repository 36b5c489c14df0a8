using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>A standing decision and the names it is about, as far as their schools still share them.</summary>
internal sealed record StandingDecision(JoinDecision Decision, string? Left, string? Right, EntryId? Entry);

/// <summary>Who decided what about which pair, newest first; each can be taken back.</summary>
[Requires(DirectoryPermissions.DecideJoins)]
internal sealed class ShowDecisionsPage(AppDbContext db, UndoDecisionHandler undo) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public JoinVerdict? Verdict { get; set; }

    public IReadOnlyList<StandingDecision> Rows { get; private set; } = [];

    public Paging Paging { get; private set; }

    public Task OnGetAsync(int p, CancellationToken ct) => LoadAsync(p, ct);

    public async Task<IActionResult> OnPostUndoAsync(Guid decision, CancellationToken ct)
    {
        if (await undo.HandleAsync(new UndoDecision(decision), Actor, ct) is { } refusal)
        {
            await LoadAsync(1, ct);
            return Refuse(refusal);
        }

        return Done("/directory/review/decided", "Undone. The pair waits again.");
    }

    private async Task LoadAsync(int page, CancellationToken ct)
    {
        var all = db.Set<JoinDecision>().AsNoTracking().Where(d => Verdict == null || d.Verdict == Verdict);
        Paging = new Paging(page, await all.CountAsync(ct), 25);
        var decisions = await all.OrderByDescending(d => d.At).ThenBy(d => d.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        var ids = decisions.SelectMany(d => new[] { d.Left, d.Right }).ToList();
        var lent = await db.Set<Contribution>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name, c.EntryId }).ToDictionaryAsync(c => c.Id, ct);
        Rows = decisions.ConvertAll(d => new StandingDecision(
            d, lent.GetValueOrDefault(d.Left)?.Name, lent.GetValueOrDefault(d.Right)?.Name, lent.GetValueOrDefault(d.Left)?.EntryId ?? lent.GetValueOrDefault(d.Right)?.EntryId));
    }
}
