using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Networks;

[Requires(NetworksPermissions.KeepLiaisons)]
internal sealed class KeepLiaisonModel(LiaisonFile file, INetworkDirectory networks, KeepLiaisonsHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public AuthorityKind Kind { get; set; }

    [BindProperty]
    public Guid? School { get; set; }

    [BindProperty]
    public Guid? Holder { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public bool InEmergency { get; set; }

    [BindProperty]
    public string? WillDo { get; set; }

    [BindProperty]
    public string? WillNotDo { get; set; }

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (Id is { } id && await file.FindAsync(id, Actor, ct) is { Liaison: var l })
        {
            (Name, Kind, School, Holder, Phone, Hours) = (l.Name, l.Kind, l.School.Value, l.Holder?.Value, l.Phone, l.Hours);
            (Address, InEmergency, WillDo, WillNotDo, Version) = (l.Address, l.InEmergency, l.WillDo, l.WillNotDo, l.Version);
        }
        else
        {
            School = Actor.Organisation?.Value;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var terms = new LiaisonTerms(
            Name ?? "", Kind, new(School ?? default), Holder is { } h ? new PersonId(h) : null, Phone, Address, Hours, WillDo, WillNotDo, InEmergency);
        var (id, refusal) = await handler.HandleAsync(new KeepLiaison(Id is { } known ? new LiaisonId(known) : null, terms, Version), Actor, ct);
        return Answer(refusal, $"/network/authorities/{id}", "Saved.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network || (Id is { } id && (await file.FindAsync(id, Actor, ct) is not { } card || !handler.MayWrite(Actor, card.Liaison))))
        {
            return false;
        }

        Schools = [.. (await networks.MembersAsync(network, ct)).Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
        People =
        [
            .. (await networks.PostsInAsync(network, ct)).DistinctBy(p => (p.Person, p.Organisation))
                .OrderBy(p => p.OrganisationName, StringComparer.CurrentCulture).ThenBy(p => p.PersonName, StringComparer.CurrentCulture)
                .Select(p => new SelectListItem($"{p.OrganisationName}: {p.PersonName}, {p.Title}", p.Person.ToString())),
        ];
        return true;
    }
}
