using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed record QuestionRow(
    QuestionId Id, string Topic, string AskedByName, string SchoolName, DateTimeOffset AskedAt, DateOnly ClosesOn, int Answers, int Useful);

[Requires(NetworksPermissions.SeeQuestions)]
internal sealed class ListQuestionsModel(AppDbContext db) : NetworkPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "show")]
    public string Show { get; set; } = "all";

    [BindProperty(SupportsGet = true, Name = Paging.QueryKey)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<QuestionRow> Rows { get; private set; } = [];

    public Paging Pages { get; private set; }

    public bool IsSearch => !string.IsNullOrWhiteSpace(Q) || Show is "open" or "closed";

    public bool MayAsk => May(NetworksPermissions.AskNetwork, new(Network: Actor.Network));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return NotThere();
        }

        var today = Today;
        var found = db.Set<Question>().AsNoTracking().Where(q => q.NetworkId == network);
        found = Show switch
        {
            "open" => found.Where(q => q.ClosesOn >= today),
            "closed" => found.Where(q => q.ClosesOn < today),
            _ => found,
        };
        foreach (var word in TypedText.Key(FormText.Tidy(Q)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            found = found.Where(q => q.SearchKey.Contains(word));
        }

        Pages = new Paging(PageNumber, await found.CountAsync(ct));
        var answers = db.Set<QuestionAnswer>();
        Rows = await found.OrderByDescending(q => q.AskedAt).ThenByDescending(q => q.Id).Skip(Pages.Skip).Take(Pages.Size)
            .Select(q => new QuestionRow(
                q.Id, q.Topic, q.AskedByName, q.SchoolName, q.AskedAt, q.ClosesOn,
                answers.Count(a => a.QuestionId == q.Id), answers.Count(a => a.QuestionId == q.Id && a.Useful))).ToListAsync(ct);
        return Page();
    }
}
