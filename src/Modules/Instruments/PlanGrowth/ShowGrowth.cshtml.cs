using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Instruments;

[Requires(InstrumentsPermissions.SeeGrowth)]
internal sealed class ShowGrowthPage(GrowthBook book, PlanGrowthHandler handler) : InstrumentPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AreaForm Input { get; set; } = new();

    public GrowthView View { get; private set; } = null!;

    public bool MayKeep => View.After is null && book.MayKeep(View.Plan, Actor);

    public IReadOnlyList<SelectListItem> Choice => [.. View.ToChoose(View.Wave.Instrument).Select(c => new SelectListItem($"{c.Title}: {c.Level} – {c.Item.Choices[c.Level - 1].Text}", c.Item.Key))];

    /// <summary>The names of the levels; each area describes them in its own words.</summary>
    public IReadOnlyList<SelectListItem> Levels =>
        [.. View.Wave.Instrument.Items().First(i => i.Kind == ItemKind.Levels).Choices.Skip(1).Select(c => new SelectListItem($"{c.Key} – {c.Text}", c.Key))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input.WantedBy = Today.AddYears(1);
        return await LoadAsync(ct) ? Page() : NotThere();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Again() : NotThere();
        }

        var (area, refusal) = await handler.ChooseAsync(new(Id), Input, Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"/instruments/growth/{Id}/areas/{area}", "Chosen. Now plan the first step.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.FindAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}

/// <summary>The plan on paper.</summary>
[Requires(InstrumentsPermissions.SeeGrowth)]
internal sealed class PrintGrowthPage(GrowthBook book) : InstrumentPage
{
    public GrowthView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await book.FindAsync(new(id), Actor, ct) is not { } view)
        {
            return NotThere();
        }

        View = view;
        return Page();
    }
}
