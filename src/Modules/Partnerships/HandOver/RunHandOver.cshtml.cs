using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

internal sealed class HandOverLine
{
    public HandOverPart Part { get; set; }

    public bool IsDone { get; set; }

    public string? Note { get; set; }
}

/// <summary>Hand-overs of the own side: those that run with their list, and those before.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class RunHandOverPage(AppDbContext db, PartnershipDoor door, INetworkDirectory networks, RunHandOverHandler handler) : PartnershipPage
{
    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty]
    public Guid? Successor { get; set; }

    [BindProperty]
    public DateOnly? LeavesOn { get; set; }

    /// <summary>The one whose list is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "open")]
    public Guid? Shown { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<HandOverLine> Items { get; set; } = [];

    public string Act { get; private set; } = "";

    public IReadOnlyList<HandOver> All { get; private set; } = [];

    public IReadOnlyList<ContactEntry> OpenActions { get; private set; } = [];

    /// <summary>Files whose keeper is the one who leaves.</summary>
    public IReadOnlyList<PartnershipFile> Keeps { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Successors { get; private set; } = [];

    public HandOver? Open => All.FirstOrDefault(h => h.Runs && h.Id.Value == Shown);

    public IReadOnlyList<PartyOwner> Owners => [.. View.OwnersOf(View.Own!)];

    public IReadOnlyList<SelectListItem> Leavers => [.. Owners.Where(o => All.All(h => !h.Runs || h.OwnerId != o.Id)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || (Shown is not null && Open is null))
        {
            return NotThere();
        }

        if (Open is { } open)
        {
            Version = open.Version;
            Items = [.. open.Items.Select(i => new HandOverLine { Part = i.Part, IsDone = i.IsDone, Note = i.Note })];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct) => await EndAsync(
        "Start", await handler.StartAsync(new(new(Id), Owner is { } o ? new PartnershipRowId(o) : null, Successor is { } s ? new PersonId(s) : null, LeavesOn), Actor, ct),
        $"{Here}/hand-overs", "Begun. The successor is asked on the home page.", ct);

    public async Task<IActionResult> OnPostTickAsync(CancellationToken ct) => await EndAsync(
        "Tick", await handler.TickAsync(new(Id), Row, [.. Items.Select(i => new HandOverItem(i.Part, i.IsDone, i.Note ?? ""))], Version, Actor, ct), $"{Here}/hand-overs?open={Shown}", "Saved.", ct);

    public async Task<IActionResult> OnPostFinishAsync(CancellationToken ct) => await EndAsync(
        "Finish", await handler.FinishAsync(new(Id), Row, Version, Actor, ct), $"{Here}/hand-overs", "Handed over. Thank the one who goes.", ct);

    public async Task<IActionResult> OnPostCallOffAsync(CancellationToken ct) => await EndAsync(
        "CallOff", await handler.CallOffAsync(new(Id), Row, Version, Actor, ct), $"{Here}/hand-overs", "Called off. The owner stays.", ct);

    private PartnershipRowId Row => new(Shown ?? default);

    private async Task<IActionResult> EndAsync(string act, Refusal? refusal, string url, string message, CancellationToken ct)
    {
        Act = act;
        return await AnswerAsync(refusal, async () => await LoadAsync(ct) && FillAgain(), url, message);
    }

    /// <summary>Pressed on a page whose list was not part of the form: the lines as saved.</summary>
    private bool FillAgain()
    {
        if (Items.Count == 0 && Open is { } open)
        {
            Items = [.. open.Items.Select(i => new HandOverLine { Part = i.Part, IsDone = i.IsDone, Note = i.Note })];
        }

        return true;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { Own: { } own } view)
        {
            return false;
        }

        View = view;
        All = await db.Set<HandOver>().AsNoTracking().Where(h => h.PartyId == own.Id).OrderByDescending(h => h.StartedOn).ThenByDescending(h => h.Id).ToListAsync(ct);
        OpenActions = [.. (await db.Set<ContactEntry>().AsNoTracking().Where(c => c.PartnershipId == view.Partnership.Id && c.Kind == ContactKind.Action && c.DoneOn == null).ToListAsync(ct))
            .Where(c => c.Side == own.Number).OrderBy(c => c.DueOn)];
        Keeps = Open is { } open ? await db.Set<PartnershipFile>().AsNoTracking().Where(f => f.PartnershipId == view.Partnership.Id && f.KeeperId == open.OwnerId).OrderBy(f => f.Title).ToListAsync(ct) : [];
        var posts = await networks.PostsAsync(own.Member!.Value, ct);
        Successors = [.. posts.DistinctBy(p => p.Person).Where(p => Owners.All(o => o.PersonId != p.Person)).OrderBy(p => p.PersonName, StringComparer.CurrentCulture)
            .Select(p => new SelectListItem($"{p.PersonName}, {p.Title}", p.Person.ToString()))];
        return true;
    }
}
