using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Who of our school knows this professional, since when and how well.</summary>
[Requires(DirectoryPermissions.RecordTies)]
internal sealed class RecordTiePage(AppDbContext db, EntryDoor door, RecordTieHandler handler, INetworkDirectory networks) : CausewayPage
{
    [BindProperty]
    public PostId? Post { get; set; }

    [BindProperty]
    public TieStrength Strength { get; set; }

    [BindProperty]
    public DateOnly? Since { get; set; }

    [BindProperty]
    public DateOnly? LastContact { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public EntryAnchor Entry { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public Tie? Tie { get; private set; }

    public IReadOnlyList<SelectListItem> Posts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(EntryId id, DirectoryRowId? tie, CancellationToken ct)
    {
        if (!await LoadAsync(id, tie, ct))
        {
            return NotThere();
        }

        Post = Actor.Post;
        if (Tie is { } known)
        {
            (Post, Strength, Since, LastContact, Note, Version) = (known.Post, known.Strengths[^1].Strength, known.Since, known.LastContact, known.Note, known.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(EntryId id, DirectoryRowId? tie, CancellationToken ct)
    {
        if (!await LoadAsync(id, tie, ct))
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var refusal = await handler.HandleAsync(new RecordTie(id, tie, Post, Strength, Since, LastContact, Note, Version), Actor, ct);
        if (refusal == Refusal.ChangedMeanwhile)
        {
            Version = await db.Set<Tie>().AsNoTracking().Where(t => t.Id == tie).Select(t => t.Version).FirstOrDefaultAsync(ct);
            ModelState.Remove(nameof(Version));
        }

        return refusal is not null ? Refuse(refusal) : Done($"/directory/entries/{id}#ties", "Saved. The network sees which post knows them; your note stays in your school.");
    }

    public async Task<IActionResult> OnPostEndAsync(EntryId id, DirectoryRowId tie, CancellationToken ct) =>
        await handler.EndAsync(id, tie, Actor, ct) switch
        {
            null => Done($"/directory/entries/{id}#ties", "The tie has ended. It stays as past."),
            { Code: "tie.ended" } refusal when await LoadAsync(id, tie, ct) => Refuse(refusal),
            _ => NotThere(),
        };

    private async Task<bool> LoadAsync(EntryId id, DirectoryRowId? tie, CancellationToken ct)
    {
        if (await door.OpenAsync(id, Actor, DirectoryPermissions.RecordTies, ct) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        Posts = [.. (await networks.PostsAsync(Actor.Organisation!.Value, ct)).OrderBy(p => p.PersonName, StringComparer.CurrentCulture)
            .Select(p => new SelectListItem($"{p.PersonName}, {p.Title}", p.Id.ToString()))];
        Tie = tie is null ? null : await db.Set<Tie>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == tie, ct);
        return tie is null || Tie is not null;
    }
}
