using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Cases;

/// <summary>A new target or a new step.</summary>
[Requires(CasePermissions.Write)]
internal sealed class EditPlanPage(CaseBook book, KeepPlanHandler handler) : CasePage
{
    private const int DaysToDo = 14;

    [BindProperty(SupportsGet = true)]
    public bool Target { get; set; }

    [BindProperty]
    public PlanForm Input { get; set; } = new();

    public CaseReading Reading { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Targets => [.. Reading.Targets.Where(t => t.Row.IsOpen).Select(t => new SelectListItem($"{t.Row.Number}. {t.Words.What}", $"{t.Row.Number}"))];

    public static IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<StepKind>().Select(k => new SelectListItem(CaseWords.Of(k), k.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Input.DueOn = Today.AddDays(DaysToDo);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Again() : NotThere();
        }

        return await AnswerAsync(await handler.AgreeAsync(new(Case, Target, Input.TargetNumber, Input.DueOn, Input.ToWords()), Actor, ct), () => LoadAsync(ct), $"{Here}#plan", "It is in the plan.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.ReadAsync(Case, ct, CaseParts.Core) is not { } reading || !reading.Has(CaseParts.Core))
        {
            return false;
        }

        Reading = reading;
        return true;
    }
}

internal sealed class PlanForm
{
    public string? What { get; set; }

    public StepKind Kind { get; set; }

    public int? TargetNumber { get; set; }

    public string? Institute { get; set; }

    public string? Professional { get; set; }

    public string? Measure { get; set; }

    public string? Baseline { get; set; }

    public DateOnly? DueOn { get; set; }

    public StepWords ToWords() => new()
    {
        What = FormText.Tidy(What), Kind = Kind, Institute = FormText.Tidy(Institute), Professional = FormText.Tidy(Professional),
        Measure = FormText.Tidy(Measure), Baseline = FormText.Tidy(Baseline),
    };
}
