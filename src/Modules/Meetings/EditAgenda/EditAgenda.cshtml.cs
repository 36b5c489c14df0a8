using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

[Requires(MeetingsPermissions.Append)]
internal sealed class EditAgendaPage(AppDbContext db, MeetingReader reader, EditAgendaHandler handler) : MeetingPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Presenter { get; set; }

    [BindProperty]
    public int? Minutes { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public MeetingView View { get; private set; } = null!;

    public IReadOnlyList<(AgendaItem Item, Meeting From)> Left { get; private set; } = [];

    public IReadOnlyList<AgendaItem> Backlog { get; private set; } = [];

    private string Here => $"/meetings/{Id}/agenda";

    private AgendaWords Words => new(Title, Note, Presenter, Minutes);

    private AgendaItemId Chosen => new(Item ?? Guid.Empty);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (Item is not null)
        {
            if (View.Agenda.FirstOrDefault(i => i.Id.Value == Item) is not { } chosen)
            {
                return NotThere();
            }

            (Title, Note, Presenter, Minutes, Version) = (chosen.Title, chosen.Note, chosen.Presenter, chosen.Minutes, chosen.Version);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken ct) => !ModelState.IsValid ? await LoadAsync(ct) ? Again() : NotThere() : await AnswerAsync(
        Item is null ? await handler.AddAsync(new(Id), Words, act == "park", Actor, ct) : await handler.WriteAsync(new(Id), Chosen, Words, Version, Actor, ct),
        () => LoadAsync(ct), Here, act == "park" ? "Parked in the backlog." : "Saved.");

    public async Task<IActionResult> OnPostPlaceAsync(bool up, CancellationToken ct) =>
        await AnswerAsync(await handler.PlaceAsync(new(Id), Chosen, up, Actor, ct), () => LoadAsync(ct), Here, "The order is changed.");

    public async Task<IActionResult> OnPostParkAsync(bool park, CancellationToken ct) =>
        await AnswerAsync(await handler.ParkAsync(new(Id), Chosen, park, Actor, ct), () => LoadAsync(ct), Here, park ? "Parked in the backlog." : "Taken onto the agenda.");

    public async Task<IActionResult> OnPostCarryAsync(Carrying way, CancellationToken ct) =>
        await AnswerAsync(await handler.CarryAsync(new(Id), Chosen, way, Actor, ct), () => LoadAsync(ct), Here, way == Carrying.Moved ? "Moved to this meeting." : "Copied to this meeting.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(new(Id), Actor, MeetingsPermissions.Append, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Left = await handler.LeftOverAsync(view.Meeting, ct);
        Backlog = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.SeriesId == view.Series.Id && i.MeetingId == null && i.ToId == null).OrderBy(i => i.Id).ToListAsync(ct);
        return true;
    }
}
