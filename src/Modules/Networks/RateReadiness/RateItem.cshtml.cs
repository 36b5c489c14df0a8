using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.RateReadiness)]
internal sealed class RateItemModel(AppDbContext db, INetworkDirectory networks, RateReadinessHandler handler) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ReadinessArea Area { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public ReadinessState State { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty]
    public DateOnly? ReviewOn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { Found: true } loaded)
        {
            return NotThere();
        }

        ReviewOn = Today.AddYears(1);
        if (loaded.Item is { } i)
        {
            (Text, State, Owner, ReviewOn, Note, Version) = (i.Text, i.State, i.Owner?.Value ?? Actor.Person.Value, i.ReviewOn ?? ReviewOn, i.Note, i.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { Found: true })
        {
            return NotThere();
        }

        var command = new RateItem(Id is { } id ? new ReadinessItemId(id) : null, Area, Text, State, Owner is { } o ? new PersonId(o) : null, ReviewOn, Note, Version);
        return ModelState.IsValid ? Answer(await handler.HandleAsync(command, Actor, ct), "/network/readiness", "Saved.") : Again();
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct) => Id is { } id && await LoadAsync(ct) is { Found: true }
        ? Answer(await handler.DropAsync(new(id), Version, Actor, ct), "/network/readiness", "Dropped.")
        : NotThere();

    private async Task<(bool Found, ReadinessItem? Item)> LoadAsync(CancellationToken ct)
    {
        if (Actor.Organisation is not { } own)
        {
            return (false, null);
        }

        Owners = [.. (await networks.PostsAsync(own, ct)).DistinctBy(p => p.Person).Select(p => new SelectListItem($"{p.PersonName}, {p.Title}", p.Person.ToString()))];
        var itemId = new ReadinessItemId(Id ?? default);
        var item = Id is null ? null : await db.Set<ReadinessItem>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == itemId && i.OrganisationId == own, ct);
        Area = item?.Area ?? Area;
        return (Id is null || item is not null, item);
    }
}
