using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.See)]
internal sealed class ShowAssessmentModel(AssessmentBook book, AssessCommunityHandler handler) : LandscapePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public AssessmentView View { get; private set; } = null!;

    public bool MayWrite => book.MayWrite(View.Assessment, Actor);

    public bool MayFinish => MayWrite && View.Lacks.Count == 0 && View.Assessment.GivenBackOn is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostFinishAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.FinishAsync(Id, Version, Actor, ct), () => LoadAsync(ct), $"/landscape/assessments/{Id}", "Finished. It is kept as it is.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.FindAsync(Id, Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}

/// <summary>The assessment on paper, as it is given back: community ways are not named, and small numbers of children are not told.</summary>
[Requires(LandscapePermissions.See)]
internal sealed class PrintAssessmentModel(AssessmentBook book) : LandscapePage
{
    public AssessmentView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await book.FindAsync(id, Actor, ct) is not { } view)
        {
            return NotThere();
        }

        View = view;
        return Page();
    }
}
