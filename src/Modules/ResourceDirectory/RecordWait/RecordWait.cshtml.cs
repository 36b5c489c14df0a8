using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>How long did it take? One observation, with its day and whose word it is.</summary>
[Requires(DirectoryPermissions.TellEntries)]
internal sealed class RecordWaitPage(AppDbContext db, EntryDoor door, ObserveWaitHandler handler) : CausewayPage
{
    [BindProperty]
    public int? FromDays { get; set; }

    [BindProperty]
    public int? ToDays { get; set; }

    [BindProperty]
    public WaitSaidBy SaidBy { get; set; }

    [BindProperty]
    public WaitUntil Until { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public EntryAnchor Entry { get; private set; } = null!;

    public IReadOnlyList<WaitingObservation> Own { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(EntryId id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(EntryId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        return await handler.HandleAsync(new ObserveWait(id, FromDays, ToDays, SaidBy, Until, On), Actor, ct) is { } refusal
            ? Refuse(refusal)
            : Done($"/directory/entries/{id}#waits", "Thank you. All schools of the network see it now.");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(EntryId id, DirectoryRowId row, CancellationToken ct) =>
        await handler.TakeBackAsync(id, row, Actor, ct) is null
            ? Done($"/directory/entries/{id}/waiting", "Taken back.")
            : NotThere();

    private async Task<bool> LoadAsync(EntryId id, CancellationToken ct)
    {
        if (await door.OpenAsync(id, Actor, DirectoryPermissions.TellEntries, ct) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        var listings = await db.Set<Contribution>().Where(c => c.EntryId == id).Select(c => c.Id).ToListAsync(ct);
        var rows = await EntryDoor.RowsAsync<WaitingObservation>(db, id, listings, ct);
        Own = [.. rows.Where(w => w.Source == Actor.Organisation).OrderByDescending(w => w.On)];
        return true;
    }
}
