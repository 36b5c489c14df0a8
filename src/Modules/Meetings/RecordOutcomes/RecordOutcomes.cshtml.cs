using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Meetings;

[Requires(MeetingsPermissions.Append)]
internal sealed class RecordOutcomesPage(MeetingReader reader, RecordOutcomesHandler handler, EditAgendaHandler agenda) : MeetingPage
{
    [BindProperty]
    public Guid? Item { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Decided { get; set; }

    [BindProperty]
    public DecisionRule Rule { get; set; }

    [BindProperty]
    public int? For { get; set; }

    [BindProperty]
    public int? Against { get; set; }

    [BindProperty]
    public int? Abstained { get; set; }

    [BindProperty]
    public DateOnly? ReviewOn { get; set; }

    [BindProperty]
    public Guid? Holder { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public MeetingView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Holders { get; private set; } = [];

    private string Here => $"/meetings/{Id}/outcomes";

    private AgendaItemId? About => Item is { } id ? new(id) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.NoteAsync(new(Id), About, Text, Actor, ct), () => LoadAsync(ct), Here, "Noted.");

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Again() : NotThere();
        }

        var refusal = await handler.DecideAsync(new(Id), About, Decided, new(Rule, For, Against, Abstained, ReviewOn), Actor, ct);
        return await AnswerAsync(refusal == Outcome.NoText ? refusal with { Field = nameof(Decided) } : refusal, () => LoadAsync(ct), Here, "The decision is kept.");
    }

    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken ct) => await AnswerAsync(
        await handler.AgreeAsync(new(Id), About, What, Holder is { } h ? new PostId(h) : null, DueOn, Actor, ct), () => LoadAsync(ct), Here, "The action is agreed; it is on that person’s home page now.");

    public async Task<IActionResult> OnPostSettleAsync(bool done, CancellationToken ct) =>
        await AnswerAsync(await agenda.SettleAsync(new(Id), About ?? default, done, Actor, ct), () => LoadAsync(ct), Here, done ? "Done." : "Open again.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(new(Id), Actor, MeetingsPermissions.Append, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Items = [.. view.Agenda.Select(i => new SelectListItem(i.Title, i.Id.ToString()))];
        Holders = [.. (await reader.PeopleAsync(view, ct)).OrderBy(p => p.OrganisationName, StringComparer.CurrentCulture).ThenBy(p => p.PersonName, StringComparer.CurrentCulture)
            .Select(p => new SelectListItem($"{p.OrganisationName}: {p.PersonName}", p.Id.ToString()))];
        return true;
    }
}
