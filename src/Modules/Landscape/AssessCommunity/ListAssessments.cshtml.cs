using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.See)]
internal sealed class ListAssessmentsModel(AssessmentBook book) : LandscapePage
{
    public IReadOnlyList<AssessmentView> Views { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.See))
        {
            return NotThere();
        }

        Views = await book.ListAsync(Actor, ct);
        return Page();
    }
}

/// <summary>Beginning one is saving its first step.</summary>
[Requires(LandscapePermissions.Note)]
internal sealed class BeginAssessmentModel(AssessCommunityHandler handler) : LandscapePage
{
    [BindProperty]
    public ScopeForm Input { get; set; } = new();

    public IActionResult OnGet() => MayHere(LandscapePermissions.Note) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var (id, refusal) = await handler.BeginAsync(Input, Actor, ct);
        return await AnswerAsync(refusal, () => Task.FromResult(true), $"/landscape/assessments/{id}/steps/2", "Begun. You can leave at any step and come back.");
    }
}
