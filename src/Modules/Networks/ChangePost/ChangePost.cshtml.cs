using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>One post of the own organisation: title and last day, ending it, or the second person's word.</summary>
[Requires(NetworksPermissions.FillPost)]
internal sealed class ChangePostModel(AppDbContext db, ChangePostHandler change, ConfirmPostHandler confirm, People people, TimeProvider clock)
    : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "post")]
    public Guid PostId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? PostTitle { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public bool Agrees { get; set; }

    public Post Held { get; private set; } = null!;

    public string PersonName { get; private set; } = "";

    public bool Runs { get; private set; }

    public (StateKind Kind, string Text) State =>
        Held.Standing == PostStanding.Declined ? (StateKind.Plain, "Refused")
        : Held.Standing == PostStanding.Proposed ? (StateKind.Wait, "Waits for a second person")
        : !Runs ? (StateKind.Plain, "Ended")
        : Held.NotBefore > clock.GetUtcNow() ? (StateKind.Wait, "Begins within the hour")
        : (StateKind.Ok, "Runs");

    private string Home => $"/organisations/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        (PostTitle, Until) = (Held.Title, Held.Until);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var refusal = await change.HandleAsync(new ChangePost(new(Id), new(PostId), Version, PostTitle, Until), Actor, ct);
        return Answer(refusal is { Field: "Title" } ? refusal with { Field = nameof(PostTitle) } : refusal, Home, "Saved.");
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await change.HandleAsync(new EndPost(new(Id), new(PostId), Version), Actor, ct), Home, "The post has ended.")
        : NotThere();

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct) => await LoadAsync(ct)
        ? Answer(await confirm.HandleAsync(new ConfirmPost(new(Id), new(PostId), Agrees), Actor, ct), Home, Agrees ? "Agreed." : "Refused.")
        : NotThere();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var (organisation, post) = (new OrganisationId(Id), new PostId(PostId));
        if (!May(NetworksPermissions.FillPost, new(Organisation: organisation))
            || await db.Set<Post>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == post && p.OrganisationId == organisation, ct) is not { } held)
        {
            return false;
        }

        var zone = await db.Set<Organisation>().Where(o => o.Id == organisation).Select(o => o.Zone).FirstAsync(ct);
        Held = held;
        Runs = held.Standing == PostStanding.Confirmed && held.EndedAt is null && (held.Until is null || held.Until >= clock.Today(zone));
        PersonName = (await people.CardsAsync([held.PersonId], ct)).GetValueOrDefault(held.PersonId)?.Name ?? "?";
        return true;
    }
}
