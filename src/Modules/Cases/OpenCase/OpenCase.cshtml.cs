using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Cases;

internal sealed class OpenCaseForm : ChildForm
{
    public string? Concern { get; set; }

    public RiskLevel? Risk { get; set; }

    public string? RiskReason { get; set; }

    public Guid? Deputy { get; set; }

    public DateOnly? NextReviewOn { get; set; }
}

[Requires(CasePermissions.Lead)]
internal sealed class OpenCasePage(OpenCaseHandler handler, SchoolPeople people, DraftBook drafts) : DraftedPage<OpenCaseForm>(drafts)
{
    internal const int DaysToReview = 14;

    public IReadOnlyList<SelectListItem> Deputies { get; private set; } = [];

    protected override string Form => OpenCaseHandler.Form;

    protected override Guid About => default;

    protected override string Address => "/cases/open";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await IsThereAsync(ct))
        {
            return NotThere();
        }

        Input.NextReviewOn = Today.AddDays(DaysToReview);
        await TakeDraftAsync(ct);
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsThereAsync(ct))
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync(ct);
            return Again();
        }

        var command = new OpenCase(Input.ToChild(), Input.Concern, Input.Deputy is { } d ? new PersonId(d) : null, Input.NextReviewOn, Input.Risk, Input.RiskReason);
        var (opened, refusal) = await handler.HandleAsync(command, Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"/cases/{opened}", "The case is open. You and your deputy are let in, nobody else.");
    }

    protected override Task<bool> IsThereAsync(CancellationToken ct) => Task.FromResult(MayHere(CasePermissions.Lead));

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Deputies = SchoolPeople.Choices(await people.OthersAsync(ct, Role.SafeguardingLead));
        return true;
    }
}
