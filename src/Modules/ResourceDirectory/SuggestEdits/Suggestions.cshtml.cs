using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One place to accept or decline, and to see what came of one's own suggestions.</summary>
[Requires(DirectoryPermissions.SuggestEdits)]
internal sealed class SuggestionsPage(AppDbContext db, SuggestEditHandler handler, TimeProvider clock) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty]
    public SuggestionId Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Suggestion> Waiting { get; private set; } = [];

    public IReadOnlyList<Suggestion> Mine { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool accept, CancellationToken ct)
    {
        if (!May(DirectoryPermissions.DecideSuggestions))
        {
            return NotThere();
        }

        var refusal = await handler.HandleAsync(new DecideSuggestion(Id, accept, Reason), Actor, ct);
        if (refusal is null)
        {
            return Done("/directory/suggestions", accept ? "Accepted. Whoever suggested it sees so." : "Declined. Whoever suggested it reads why.");
        }

        if (refusal == AnswerCheckHandler.NotThere)
        {
            return NotThere();
        }

        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        return Refuse(refusal);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var open = await db.Set<Suggestion>().AsNoTracking().Where(s => s.State == SuggestionState.Open && (s.Owner == Actor.Organisation || Actor.Role == Role.NetworkCoordinator))
            .OrderBy(s => s.At).Take(200).ToListAsync(ct);
        Waiting = [.. open.Where(s => SuggestEditHandler.MayDecide(s, Actor, Now))];
        Mine = await db.Set<Suggestion>().AsNoTracking().Where(s => s.By == Actor.Person).OrderByDescending(s => s.At).Take(50).ToListAsync(ct);
    }
}
