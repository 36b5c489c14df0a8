using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Visits and introductions with one professional: the own school's log.</summary>
[Requires(DirectoryPermissions.RecordTies)]
internal sealed class LogVisitPage(AppDbContext db, EntryDoor door, LogVisitHandler handler, TimeProvider clock) : CausewayPage
{
    [BindProperty]
    public VisitKind Kind { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? People { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public EntryAnchor Entry { get; private set; } = null!;

    public IReadOnlyList<Visit> Own { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(EntryId id, CancellationToken ct)
    {
        (People, On) = (Actor.Name, clock.Today(Actor.Zone));
        return await LoadAsync(id, ct) ? Page() : NotThere();
    }

    public async Task<IActionResult> OnPostAsync(EntryId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        return !ModelState.IsValid ? Again()
            : await handler.HandleAsync(new LogVisit(id, Kind, On, People, Note), Actor, ct) is { } refusal ? Refuse(refusal)
            : Done($"/directory/entries/{id}#visits", "Saved. Only your school sees it.");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(EntryId id, DirectoryRowId row, CancellationToken ct) =>
        await handler.TakeBackAsync(id, row, Actor, ct) is null
            ? Done($"/directory/entries/{id}/visits", "Taken back.")
            : NotThere();

    private async Task<bool> LoadAsync(EntryId id, CancellationToken ct)
    {
        if (await door.OpenAsync(id, Actor, DirectoryPermissions.RecordTies, ct) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        var listings = await db.Set<Contribution>().Where(c => c.EntryId == id).Select(c => c.Id).ToListAsync(ct);
        Own = [.. (await EntryDoor.RowsAsync<Visit>(db, id, listings, ct)).OrderByDescending(v => v.On)];
        return true;
    }
}
