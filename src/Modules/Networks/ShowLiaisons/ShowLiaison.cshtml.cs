using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>One record. Numbers of officers stand on the page for starting a contact, below who keeps the tie.</summary>
[Requires(NetworksPermissions.SeeLiaisons)]
internal sealed class ShowLiaisonModel(AppDbContext db, LiaisonFile file, KeepLiaisonsHandler handler) : NetworkPage
{
    private const int MostContacts = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DateOnly? ConfirmedOn { get; set; }

    public LiaisonCard Card { get; private set; } = null!;

    public IReadOnlyList<LiaisonContact> Contacts { get; private set; } = [];

    public IReadOnlyList<LiaisonChange> Changes { get; private set; } = [];

    public bool MayWrite => handler.MayWrite(Actor, Card.Liaison);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ConfirmedOn = Today;
        return await LoadAsync(ct) ? Page() : NotThere();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        return ModelState.IsValid
            ? Answer(await handler.HandleAsync(new ConfirmLiaison(new(Id), ConfirmedOn, Version), Actor, ct), $"/network/authorities/{Id}", "Confirmed.")
            : Again();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await file.FindAsync(Id, Actor, ct) is not { } card)
        {
            return false;
        }

        Card = card;
        var id = card.Liaison.Id;
        Contacts = await db.Set<LiaisonContact>().AsNoTracking().Where(c => c.LiaisonId == id && c.NetworkId == db.Scope.Network)
            .OrderByDescending(c => c.On).ThenByDescending(c => c.Id).Take(MostContacts).ToListAsync(ct);
        Changes = await db.Set<LiaisonChange>().AsNoTracking().Where(c => c.LiaisonId == id && c.NetworkId == db.Scope.Network)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(MostContacts).ToListAsync(ct);
        return true;
    }
}
