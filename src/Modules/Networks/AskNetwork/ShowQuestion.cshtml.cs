using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>One question, what helped first.</summary>
[Requires(NetworksPermissions.SeeQuestions)]
internal sealed class ShowQuestionModel(AppDbContext db, AskNetworkHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reply { get; set; }

    [BindProperty]
    public bool NoChild { get; set; }

    [BindProperty]
    public Guid AnswerId { get; set; }

    [BindProperty]
    public bool Useful { get; set; }

    public Question Question { get; private set; } = null!;

    public IReadOnlyList<QuestionAnswer> Answers { get; private set; } = [];

    public bool IsAsker => Question.AskedBy == Actor.Person;

    public bool MayAnswer => May(NetworksPermissions.AskNetwork, new(Network: Actor.Network));

    private string Here => $"/network/questions/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.HandleAsync(new AnswerQuestion(new(Id), Reply, NoChild), Actor, ct), Here, "Thank you. Your answer stands below.")
        : NotThere();

    public async Task<IActionResult> OnPostMarkAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.HandleAsync(new MarkAnswer(new(Id), new(AnswerId), Useful), Actor, ct), Here, "Saved.")
        : NotThere();

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await handler.CloseAsync(new(Id), Actor, ct), Here, "Closed. It stays readable for all members.")
        : NotThere();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new QuestionId(Id);
        if (Actor.Network is not { } network || await db.Set<Question>().AsNoTracking().FirstOrDefaultAsync(q => q.Id == id && q.NetworkId == network, ct) is not { } found)
        {
            return false;
        }

        Question = found;
        Answers = await db.Set<QuestionAnswer>().AsNoTracking().Where(a => a.QuestionId == id && a.NetworkId == network)
            .OrderByDescending(a => a.Useful).ThenBy(a => a.At).ThenBy(a => a.Id).ToListAsync(ct);
        return true;
    }
}
