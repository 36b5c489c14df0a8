using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Instruments;

/// <summary>One area: its aim, its steps and what help it was given.</summary>
[Requires(InstrumentsPermissions.SeeGrowth)]
internal sealed class GrowAreaPage(GrowthBook book, PlanGrowthHandler handler) : InstrumentPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Not called "area": that word has a meaning of its own in addresses of pages.</summary>
    [FromRoute]
    public Guid Priority { get; set; }

    [BindProperty]
    public AreaForm Input { get; set; } = new();

    [BindProperty]
    public StepForm Step { get; set; } = new();

    [BindProperty]
    public SupportForm Support { get; set; } = new();

    [BindProperty]
    public Guid Finished { get; set; }

    /// <summary>What came of a step, by its id.</summary>
    [BindProperty]
    public Dictionary<string, string?> R { get; set; } = new(StringComparer.Ordinal);

    public GrowthView View { get; private set; } = null!;

    public AreaView Own { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public bool MayKeep => View.After is null && book.MayKeep(View.Plan, Actor);

    public IReadOnlyList<SelectListItem> Levels => [.. (Own.Item?.Choices ?? []).Skip(Own.Area.LevelNow).Select(c => new SelectListItem($"{c.Key} – {c.Text}", c.Key))];

    private string Here => $"/instruments/growth/{Id}/areas/{Priority}";

    public bool MayFinish(GrowthStep step) => step.DoneOn is null && (book.MayKeep(View.Plan, Actor) || step.PersonId == Actor.Person);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var a = Own.Area;
        Input = new() { Item = a.ItemKey, Wanted = a.Wanted, WantedBy = a.WantedBy, Why = a.Why, CourseTitle = a.CourseTitle, CourseLink = a.CourseLink, Version = a.Version };
        Support.GivenOn = Today;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => GoAsync(() => handler.ChangeAsync(new(Id), new(Priority), Input, Actor, ct), "Saved.", ct);

    public Task<IActionResult> OnPostStepAsync(CancellationToken ct) => GoAsync(() => handler.StepAsync(new(Id), new(Priority), Step, Actor, ct), "The step is planned.", ct);

    public Task<IActionResult> OnPostDoneAsync(CancellationToken ct) => GoAsync(
        async () => await handler.FinishAsync(new(Id), new(Priority), new(Finished), R.GetValueOrDefault(Finished.ToString()), Actor, ct) is { } no ? (no.Field is null ? no : no with { Field = $"R[{Finished}]" }) : null, "Done. Thank you.", ct);

    public Task<IActionResult> OnPostSupportAsync(CancellationToken ct) => GoAsync(() => handler.SupportAsync(new(Id), new(Priority), Support, Actor, ct), "Written down.", ct);

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.DropAsync(new(Id), new(Priority), Actor, ct), () => LoadAsync(ct), $"/instruments/growth/{Id}", "Taken out.");

    private async Task<IActionResult> GoAsync(Func<Task<Refusal?>> act, string message, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Again() : NotThere();
        }

        return await AnswerAsync(await act(), () => LoadAsync(ct), Here, message);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.FindAsync(new(Id), Actor, ct) is not { } view || view.Areas.FirstOrDefault(a => a.Area.Id.Value == Priority) is not { } own)
        {
            return false;
        }

        (View, Own) = (view, own);
        People = [.. (await handler.PeopleAsync(view.Plan, ct)).Select(p => new SelectListItem($"{p.PersonName}, {p.OrganisationName}", p.Person.ToString()))];
        return true;
    }
}
