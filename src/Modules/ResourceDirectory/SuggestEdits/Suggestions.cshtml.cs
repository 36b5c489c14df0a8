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

    /// <summary>By suggestion: each form has a field of its own, so what is wrong stands beside it.</summary>
    [BindProperty]
    public Dictionary<string, string?> Reasons { get; set; } = new(StringComparer.Ordinal);

    public static string ReasonField(SuggestionId id) => $"Reasons[{id}]";

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

        var refusal = await handler.HandleAsync(new DecideSuggestion(Id, accept, Reasons.GetValueOrDefault(Id.ToString())), Actor, ct);
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
        return Refuse(refusal with { Field = Waiting.Any(s => s.Id == Id) ? ReasonField(Id) : null });
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var open = await db.Set<Suggestion>().AsNoTracking().Where(s => s.State == SuggestionState.Open && (s.Owner == Actor.Organisation || Actor.Role == Role.NetworkCoordinator))
            .OrderBy(s => s.At).Take(200).ToListAsync(ct);
        Waiting = [.. open.Where(s => SuggestEditHandler.MayDecide(s, Actor, Now))];
        Mine = await db.Set<Suggestion>().AsNoTracking().Where(s => s.By == Actor.Person).OrderByDescending(s => s.At).Take(50).ToListAsync(ct);
    }
}
