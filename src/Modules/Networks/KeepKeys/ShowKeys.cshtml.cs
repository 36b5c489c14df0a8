using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>What stands between the school's records and their loss: its recovery key, and who did what with it.</summary>
[Requires(NetworksPermissions.KeepKeys)]
internal sealed class ShowKeysModel(AppDbContext db, KeepKeysHandler handler, IKeyVault keys, People people, TimeProvider clock) : NetworkPage
{
    private const int Shown = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RecoveryKeyCard? Key { get; private set; }

    public string SetBy { get; private set; } = "";

    public IReadOnlyList<(KeyAct Act, KeyActState State, string AskedBy)> Acts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var school = new OrganisationId(Id);
        if (await handler.RulesAsync(school, Actor, ct) is null)
        {
            return NotThere();
        }

        Key = await keys.FindRecoveryKeyAsync(NetworksPermissions.KeepKeys, ct);
        var now = clock.GetUtcNow();
        var acts = await db.Set<KeyAct>().AsNoTracking().Where(a => a.OrganisationId == school).OrderByDescending(a => a.AskedAt).Take(Shown).ToListAsync(ct);
        var cards = await people.CardsAsync(acts.Select(a => a.AskedBy).Concat(Key is null ? [] : [Key.SetBy]), ct);
        string NameOf(PersonId person) => cards.GetValueOrDefault(person)?.Name ?? "?";
        SetBy = Key is null ? "" : NameOf(Key.SetBy);
        Acts = [.. acts.Select(a => (a, a.StateAt(now), NameOf(a.AskedBy)))];
        return Page();
    }
}
