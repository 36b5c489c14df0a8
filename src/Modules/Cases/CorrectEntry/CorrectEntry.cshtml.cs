using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

internal sealed class CorrectEntryForm : EntryForm
{
    public string? Why { get; set; }

    public int Seen { get; set; }
}

[Requires(CasePermissions.Write)]
internal sealed class CorrectEntryPage(CorrectEntryHandler handler, DraftBook drafts, TimeProvider clock) : DraftedPage<CorrectEntryForm>(drafts)
{
    [FromRoute]
    public Guid Entry { get; set; }

    public CaseReading Reading { get; private set; } = null!;

    public ReadEntry Found { get; private set; } = null!;

    /// <summary>Somebody else saved meanwhile: both texts are shown, and sending again keeps both.</summary>
    public bool Clashes { get; private set; }

    public bool NeedsReason => EntryRules.NeedsReason(Found.Row, Actor.Person, clock.GetUtcNow());

    protected override string Form => CorrectEntryHandler.Form;

    protected override Guid About => Entry;

    protected override string Address => $"{Here}/entries/{Entry}/correct";

    public string Post(string handlerName) => $"{Address}?handler={handlerName}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await IsThereAsync(ct))
        {
            return NotThere();
        }

        Input.Fill(Found.Words);
        Input.Seen = Found.Row.Corrections;
        await TakeDraftAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await IsThereAsync(ct) ? Again() : NotThere();
        }

        var refusal = await handler.HandleAsync(new(Case, new(Entry), Input.ToWords(), Input.Why, Input.Seen), Actor, ct);
        return await AnswerAsync(refusal, () => ShowAsync(refusal!, ct), Here, "Corrected. Both texts stay readable.");
    }

    protected override async Task<bool> IsThereAsync(CancellationToken ct)
    {
        if (await handler.FindAsync(Case, new(Entry), Actor, ct) is not { } found)
        {
            return false;
        }

        (Reading, Found) = found;
        return true;
    }

    private async Task<bool> ShowAsync(Refusal refusal, CancellationToken ct)
    {
        if (!await IsThereAsync(ct))
        {
            return false;
        }

        Clashes = refusal.Code == Refusal.ChangedMeanwhile.Code;
        ModelState.Remove("Input.Seen");
        Input.Seen = Found.Row.Corrections;
        return true;
    }
}
