using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class KeepContactPage(AppDbContext db, PartnershipDoor door, KeepContactHandler handler) : PartnershipPage
{
    private const int Most = 100;

    /// <summary>Which form is shown; null: none.</summary>
    [BindProperty(SupportsGet = true, Name = "write")]
    public ContactKind? Kind { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public List<int> Came { get; set; } = [];

    [BindProperty]
    public int? Side { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public int Promise { get; set; } = 5;

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public Guid? Entry { get; set; }

    [BindProperty]
    public DateOnly? DoneOn { get; set; }

    public IReadOnlyList<ContactEntry> Entries { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sides => [.. View.Parties.Select(p => new SelectListItem(p.Name, $"{p.Number}"))];

    /// <summary>What is open first, then the latest.</summary>
    public IEnumerable<ContactEntry> Open => Entries.Where(e => e.IsOpen).OrderBy(e => e.DueOn ?? e.Day);

    public IReadOnlyList<SelectListItem> Waiting => [.. Open.Select(e => new SelectListItem($"{e.About} ({Names(e)})", e.Id.ToString()))];

    public string Names(ContactEntry entry) => string.Join(T[", "], entry.Sides.Select(n => View.PartyOf(n)?.Name));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        (Day, DoneOn) = (Kind is null or ContactKind.Meeting ? null : Today, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var kind = Kind ?? ContactKind.Meeting;
        IReadOnlyList<int> sides = kind == ContactKind.Meeting ? Came : Side is { } one ? [one] : [];
        return await AnswerAsync(await handler.NoteAsync(new(Id), new(kind, Day, sides, About, Promise, DueOn), Actor, ct), () => LoadAsync(ct), $"{Here}/contacts", "Written down.");
    }

    public async Task<IActionResult> OnPostFinishAsync(CancellationToken ct)
    {
        Kind = null;
        return await AnswerAsync(await handler.FinishAsync(new(Id), new(Entry ?? default), DoneOn, Actor, ct), () => LoadAsync(ct), $"{Here}/contacts", "Written down.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Entries = await db.Set<ContactEntry>().AsNoTracking().Where(c => c.PartnershipId == view.Partnership.Id && (c.Kind == ContactKind.Meeting || c.DoneOn != null))
            .OrderByDescending(c => c.Day).ThenByDescending(c => c.Id).Take(Most).ToListAsync(ct);
        Entries = [.. Entries, .. await db.Set<ContactEntry>().AsNoTracking().Where(c => c.PartnershipId == view.Partnership.Id && c.Kind != ContactKind.Meeting && c.DoneOn == null).ToListAsync(ct)];
        return true;
    }
}
