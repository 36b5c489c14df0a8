using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Networks;

[Requires(NetworksPermissions.KeepLiaisons)]
internal sealed class KeepOfficerModel(LiaisonFile file, KeepLiaisonsHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Officer { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Position { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public string? Languages { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public LiaisonCard Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (Officer is null)
        {
            From = Today;
        }
        else if (Card.InOffice.Concat(Card.Former).FirstOrDefault(o => o.Id.Value == Officer) is { } o)
        {
            (Name, Position, Phone, Mail, Languages, From, Until, Version) = (o.Name, o.Position, o.Phone, o.Mail, o.Languages, o.From, o.Until, o.Version);
        }
        else
        {
            return NotThere();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var terms = new OfficerTerms(Name ?? "", Position, Phone, Mail, Languages, From, Until);
        return ModelState.IsValid
            ? Answer(
                await handler.HandleAsync(new KeepOfficer(new(Id), Officer is { } o ? new LiaisonOfficerId(o) : null, terms, Version), Actor, ct),
                $"/network/authorities/{Id}",
                "Saved.")
            : Again();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Card = (await file.FindAsync(Id, Actor, ct))!;
        return Card is not null && handler.MayWrite(Actor, Card.Liaison);
    }
}
