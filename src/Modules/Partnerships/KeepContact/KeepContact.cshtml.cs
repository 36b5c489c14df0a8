using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class KeepContactPage(AppDbContext db, PartnershipDoor door, KeepContactHandler handler, HealthBook health) : PartnershipPage
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

    /// <summary>A line of the plan about keeping in touch.</summary>
    [BindProperty]
    public int? Channel { get; set; }

    [BindProperty]
    public bool AskByMail { get; set; }

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

    public IReadOnlyList<SelectListItem> Channels { get; private set; } = [];

    /// <summary>Some side has no account and a mail address.</summary>
    public bool MayAsk => View.Parties.Any(p => p is { Member: null, ContactMail.Length: > 0 });

    /// <summary>What came back by the link of a mail.</summary>
    public IReadOnlyDictionary<PartnershipRowId, string> Replies { get; private set; } = new Dictionary<PartnershipRowId, string>();

    /// <summary>The last day that keeps the promise, in the working days of whoever answers.</summary>
    public IReadOnlyDictionary<PartnershipRowId, DateOnly> AnswerBy { get; private set; } = new Dictionary<PartnershipRowId, DateOnly>();

    public string Names(ContactEntry entry) => string.Join(T[", "], entry.Sides.Select(n => View.PartyOf(n)?.Name));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        (Day, DoneOn, AskByMail) = (Kind is null or ContactKind.Meeting ? null : Today, Today, MayAsk && View.Profiles.Any(p => p.IsLow && View.PartyOf(p.Side) is { Member: null }));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var kind = Kind ?? ContactKind.Meeting;
        IReadOnlyList<int> sides = kind == ContactKind.Meeting ? Came : Side is { } one ? [one] : [];
        return await AnswerAsync(await handler.NoteAsync(new(Id), new(kind, Day, sides, About, Promise, DueOn, Channel, AskByMail), Actor, ct), () => LoadAsync(ct), $"{Here}/contacts", "Written down.");
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
        Replies = await db.Set<SideAsk>().AsNoTracking().Where(a => a.PartnershipId == view.Partnership.Id && a.For == AskedFor.Message && a.Words != "").ToDictionaryAsync(a => a.AboutId, a => a.Words, ct);
        Channels = [.. (await handler.ChannelsAsync(view, ct)).Select(r => new SelectListItem($"{r["channel"]}: {T.Count(KeepContactHandler.PromiseOf(r), "{0} working day", "{0} working days")}", $"{r.Id}"))];
        var sides = await health.SidesAsync(view, ct);
        AnswerBy = Open.Where(e => e.Kind == ContactKind.Message).ToDictionary(e => e.Id, e => HealthSignals.LateFrom(new(e.Id.Value, e.Side, e.Day, e.Promise, null), sides).AddDays(-1));
        return true;
    }
}
