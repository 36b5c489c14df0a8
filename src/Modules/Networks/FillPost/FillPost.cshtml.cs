using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.FillPost)]
internal sealed class FillPostModel(AppDbContext db, FillPostHandler handler, People people, TimeProvider clock) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? PersonName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public Role Role { get; set; } = Role.Teacher;

    [BindProperty]
    public string? PostTitle { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public Guid? DeputyFor { get; set; }

    public IReadOnlyList<SelectListItem> Holders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } zone)
        {
            return NotThere();
        }

        From = clock.Today(zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } zone)
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var terms = new PostTerms(Role, PostTitle ?? "", From ?? clock.Today(zone), Until, DeputyFor is { } of ? new PostId(of) : null);
        var (asked, refusal) = await handler.HandleAsync(new(new(Id), PersonName, Email, Actor.Language, terms), Actor, ct);
        return Answer(refusal is { Field: "Title" } ? refusal with { Field = nameof(PostTitle) } : refusal, $"/organisations/{Id}", asked switch
        {
            SecondPerson.Colleague => "Saved. It waits for a second person of your organisation.",
            SecondPerson.Coordinator => "Saved. It waits for a coordinator of your network.",
            SecondPerson.NotNeeded => "The post is given.",
            _ => throw new InvalidOperationException(),
        });
    }

    private async Task<string?> LoadAsync(CancellationToken ct)
    {
        var id = new OrganisationId(Id);
        if (!May(NetworksPermissions.FillPost, new(Organisation: id)))
        {
            return null;
        }

        var zone = await db.Set<Organisation>().Where(o => o.Id == id).Select(o => o.Zone).FirstAsync(ct);
        var posts = await db.Set<Post>().IgnoreAutoIncludes().AsNoTracking().Where(p => p.OrganisationId == id).ToListAsync(ct);
        var held = posts.Where(p => p.WillBeHeldOn(clock.Today(zone))).OrderBy(p => p.Role).ToList();
        var cards = await people.CardsAsync(held.Select(p => p.PersonId), ct);
        Holders = [.. held.Where(p => cards.ContainsKey(p.PersonId)).Select(p => new SelectListItem($"{cards[p.PersonId].Name}, {p.Title}", p.Id.ToString()))];
        return zone;
    }
}
