using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>How did it go? A code and a month; the page has no field for words on purpose.</summary>
[Requires(DirectoryPermissions.TellEntries)]
internal sealed class TellOutcomePage(AppDbContext db, EntryDoor door, TellOutcomeHandler handler, TimeProvider clock) : CausewayPage
{
    [BindProperty]
    public ReferralOutcome? Outcome { get; set; }

    /// <summary>First day of the month.</summary>
    [BindProperty]
    public DateOnly? Month { get; set; }

    public EntryAnchor Entry { get; private set; } = null!;

    public IReadOnlyList<OutcomeTold> Own { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Months { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(EntryId id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(EntryId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        if (Outcome is not { } outcome)
        {
            ModelState.Remove(nameof(Outcome));
            return Refuse(NoOutcome);
        }

        return !ModelState.IsValid ? Again()
            : await handler.HandleAsync(new TellOutcome(id, outcome, Month), Actor, ct) is { } refusal ? Refuse(refusal)
            : Done($"/directory/entries/{id}#experience", "Thank you. It is shown once three outcomes are there, and never with your school’s name.");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(EntryId id, DirectoryRowId row, CancellationToken ct) =>
        await handler.TakeBackAsync(id, row, Actor, ct) is null
            ? Done($"/directory/entries/{id}/outcome", "Taken back.")
            : NotThere();

    private static readonly Refusal NoOutcome = new("outcome.none", "Choose how it went.", nameof(Outcome));

    private async Task<bool> LoadAsync(EntryId id, CancellationToken ct)
    {
        if (await door.OpenAsync(id, Actor, DirectoryPermissions.TellEntries, ct) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        var listings = await db.Set<Contribution>().Where(c => c.EntryId == id).Select(c => c.Id).ToListAsync(ct);
        Own = [.. (await EntryDoor.RowsAsync<OutcomeTold>(db, id, listings, ct)).OrderByDescending(o => o.Month)];
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var month = new DateOnly(today.Year, today.Month, 1);
        Months = [.. Enumerable.Range(0, 24).Select(i => month.AddMonths(-i)).Select(m =>
            new SelectListItem(m.ToString(T["MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture), m.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))];
        return true;
    }
}
