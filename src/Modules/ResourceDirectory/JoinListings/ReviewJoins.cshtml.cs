using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>Are these two the same? What the engine would not decide alone, likeliest first.</summary>
[Requires(DirectoryPermissions.DecideJoins)]
internal sealed class ReviewJoinsPage(AppDbContext db, DecideJoinHandler handler) : CausewayPage
{
    public int Waiting { get; private set; }

    public IReadOnlyList<PairView> Pairs { get; private set; } = [];

    public Paging Paging { get; private set; }

    public Task OnGetAsync(int p, CancellationToken ct) => LoadAsync(p, ct);

    public async Task<IActionResult> OnPostAsync(JoinProposalId proposal, JoinVerdict verdict, int p, CancellationToken ct)
    {
        if (await handler.HandleAsync(new DecideJoin(proposal, verdict), Actor, ct) is { } refusal)
        {
            await LoadAsync(p, ct);
            return Refuse(refusal);
        }

        return Done(
            p > 1 ? $"/directory/review?p={p}" : "/directory/review",
            verdict == JoinVerdict.Same ? "Joined. The entry shows how to undo it." : "Kept apart. They will not be asked about again.");
    }

    private async Task LoadAsync(int page, CancellationToken ct)
    {
        Waiting = await db.Set<JoinProposal>().CountAsync(ct);
        Paging = new Paging(page, Waiting, 10);
        var proposals = await db.Set<JoinProposal>().AsNoTracking().OrderByDescending(j => j.Score).ThenBy(j => j.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        var ids = proposals.SelectMany(j => new[] { j.Left, j.Right }).ToList();
        var contributions = await db.Set<Contribution>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        Pairs = [.. proposals.Where(j => contributions.ContainsKey(j.Left) && contributions.ContainsKey(j.Right))
            .Select(j => new PairView(j, contributions[j.Left], contributions[j.Right]))];
    }
}

/// <summary>Two contributions side by side.</summary>
internal sealed record PairView(JoinProposal Proposal, Contribution Left, Contribution Right)
{
    private static readonly FactField[] Compared =
    [
        FactField.Name, FactField.Profession, FactField.Organisation, FactField.Phone, FactField.DirectLine, FactField.Mobile, FactField.Email,
        FactField.Website, FactField.Address, FactField.Area, FactField.City, FactField.Languages, FactField.Licence,
    ];

    public IEnumerable<(FactField Field, string Left, string Right)> Rows(IStringLocalizer t) => Compared
        .Select(f => (Field: f, Left: Say(Left, f, t), Right: Say(Right, f, t)))
        .Where(r => r.Left.Length > 0 || r.Right.Length > 0);

    private static string Say(Contribution c, FactField field, IStringLocalizer t) =>
        string.Join(", ", c.Facts.Where(f => f.Field == field).Select(f => FactWords.Say(f, t)));
}
