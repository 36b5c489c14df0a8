using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Are these two the same? What the engine would not decide alone, one pair at a time, likeliest first.</summary>
[Requires(DirectoryPermissions.DecideJoins)]
internal sealed class ReviewJoinsPage(AppDbContext db, DecideJoinHandler handler, UndoDecisionHandler undo, TimeProvider clock) : CausewayPage
{
    public int Waiting { get; private set; }

    /// <summary>Of those waiting, looked at by somebody who was not sure.</summary>
    public int PutOff { get; private set; }

    public int Joined { get; private set; }

    public int Apart { get; private set; }

    public int Decided => Joined + Apart;

    public PairView? Pair { get; private set; }

    /// <summary>Which pair of those waiting is shown, from 1; links lead to the others.</summary>
    public int Number { get; private set; }

    /// <summary>The reader's own last act here, which one press takes back.</summary>
    public (Guid Id, DateTimeOffset At)? Last { get; private set; }

    public Task OnGetAsync(int p, CancellationToken ct) => LoadAsync(p, ct);

    public async Task<IActionResult> OnPostAsync(JoinProposalId proposal, string? verdict, int p, CancellationToken ct)
    {
        if (!Enum.TryParse<JoinVerdict>(verdict, out var said) && verdict != "NotSure")
        {
            await LoadAsync(p, ct);
            return Refuse(Unclear);
        }

        JoinVerdict? decided = verdict == "NotSure" ? null : said;
        if (await handler.HandleAsync(new DecideJoin(proposal, decided), Actor, ct) is { } refusal)
        {
            await LoadAsync(p, ct);
            return Refuse(refusal);
        }

        return Done(Here(p), decided switch
        {
            JoinVerdict.Same => "Joined. Undo brings both back exactly.",
            JoinVerdict.Different => "Kept apart. They will not be asked about again.",
            JoinVerdict.OtherPlace => "Joined: one person, two places.",
            _ => "Left for later: it comes after all others.",
        });
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid decision, CancellationToken ct)
    {
        if (await undo.HandleAsync(new UndoDecision(decision), Actor, ct) is { } refusal)
        {
            await LoadAsync(1, ct);
            return Refuse(refusal);
        }

        return Done("/directory/review", "Undone. The pair waits again.");
    }

    private static readonly Refusal Unclear = new("join.unclear", "Choose one of the answers.");

    private static string Here(int p) => p > 1 ? $"/directory/review?p={p}" : "/directory/review";

    private async Task LoadAsync(int page, CancellationToken ct)
    {
        var counts = await db.Set<JoinProposal>().GroupBy(j => j.PutOffAt != null).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        (Waiting, PutOff) = (counts.Sum(c => c.Count), counts.Where(c => c.Key).Sum(c => c.Count));
        Number = Math.Clamp(page, 1, Math.Max(1, Waiting));
        var proposal = await db.Set<JoinProposal>().AsNoTracking().OrderBy(j => j.PutOffAt != null).ThenByDescending(j => j.Score).ThenBy(j => j.Id)
            .Skip(Number - 1).FirstOrDefaultAsync(ct);
        Pair = proposal is null ? null : await ViewAsync(proposal, ct);
        await LoadDoneAsync(ct);
    }

    private async Task<PairView?> ViewAsync(JoinProposal proposal, CancellationToken ct)
    {
        var pair = db.Set<Contribution>().Where(c => c.Id == proposal.Left || c.Id == proposal.Right);
        var together = await db.Set<Contribution>().AsNoTracking().Where(c => pair.Any(o => o.EntryId == c.EntryId)).ToListAsync(ct);
        var (left, right) = (together.Find(c => c.Id == proposal.Left), together.Find(c => c.Id == proposal.Right));
        return left is null || right is null ? null : new PairView(proposal, left, right, together);
    }

    private async Task LoadDoneAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddHours(-12);
        var lately = await db.Set<JoinDecision>().Where(d => d.At > since && d.By == Actor.Person)
            .OrderByDescending(d => d.At).Select(d => new { d.Id, d.At, d.Verdict, Asked = d.Score != null }).ToListAsync(ct);
        (Joined, Apart) = (lately.Count(d => d.Verdict != JoinVerdict.Different && d.Asked), lately.Count(d => d.Verdict == JoinVerdict.Different && d.Asked));
        var putOff = await db.Set<JoinProposal>().Where(j => j.PutOffBy == Actor.Person && j.PutOffAt > since)
            .OrderByDescending(j => j.PutOffAt).Select(j => new { j.Id, At = j.PutOffAt!.Value }).FirstOrDefaultAsync(ct);
        Last = lately.Find(d => d.Asked) is { } decided && (putOff is null || decided.At >= putOff.At)
            ? (decided.Id.Value, decided.At)
            : putOff is null ? null : (putOff.Id.Value, putOff.At);
    }
}
