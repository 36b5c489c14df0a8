using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

/// <summary>One target or step: what became of it, or a later day with a reason.</summary>
[Requires(CasePermissions.See)]
internal sealed class ShowRowPage(CaseBook book, KeepPlanHandler handler) : CasePage
{
    [FromRoute]
    public Guid Row { get; set; }

    [BindProperty]
    public StepState? State { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    [BindProperty]
    public string? LateReason { get; set; }

    [BindProperty]
    public string? ChildsView { get; set; }

    [BindProperty]
    public string? FamilysView { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public CaseFile Cover { get; private set; } = null!;

    public ReadRow Found { get; private set; } = null!;

    public bool MaySettle => Found.Row.IsOpen && Cover.IsOpen && MayHere(CasePermissions.Write);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var said = new StepWords { Result = FormText.Tidy(Result), LateReason = FormText.Tidy(LateReason), ChildsView = FormText.Tidy(ChildsView), FamilysView = FormText.Tidy(FamilysView) };
        return await AnswerAsync(await handler.SettleAsync(new(Case, new(Row), State, said), Actor, ct), () => LoadAsync(ct), $"{Here}#plan", "The result is kept.");
    }

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.MoveAsync(new(Case, new(Row), DueOn, Reason), Actor, ct), () => LoadAsync(ct), $"{Here}/plan/{Row}", "Moved. The old day stays readable.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.ReadAsync(Case, ct, CaseParts.Core) is not { } reading || reading.Plan.FirstOrDefault(p => p.Row.Id.Value == Row) is not { } found)
        {
            return false;
        }

        (Cover, Found) = (reading.File, found);
        return true;
    }
}
