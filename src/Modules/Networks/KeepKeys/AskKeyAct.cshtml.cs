using Causeway.Accounts;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Networks;

[Requires(NetworksPermissions.KeepKeys)]
internal sealed class AskKeyActModel(KeepKeysHandler handler, People people, ISessions sessions) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public KeyActKind Kind { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public List<string?> Custodians { get; set; } = [null, null, null];

    [BindProperty]
    public Guid? LetIn { get; set; }

    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        !await LoadAsync(ct) ? NotThere() : FreshProof.Missing(sessions, this) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (FreshProof.Missing(sessions, this) is { } first)
        {
            return first;
        }

        var terms = new KeyActTerms(Kind, Reason, Custodians, LetIn is { } person ? new PersonId(person) : null);
        var (id, refusal) = await handler.AskAsync(new(Id), terms, Actor, ct);
        return Answer(refusal, $"/organisations/{Id}/keys/{id}", "Asked. A second person must agree now.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!Enum.IsDefined(Kind) || await handler.RulesAsync(new(Id), Actor, ct) is not { } rules)
        {
            return false;
        }

        var posts = KeepKeysHandler.ReachedBy(rules).DistinctBy(p => p.PersonId).ToList();
        var cards = await people.CardsAsync(posts.Select(p => p.PersonId), ct);
        Colleagues = [.. posts.Select(p => new SelectListItem($"{cards.GetValueOrDefault(p.PersonId)?.Name}, {p.Title}", p.PersonId.ToString()))];
        return true;
    }
}
