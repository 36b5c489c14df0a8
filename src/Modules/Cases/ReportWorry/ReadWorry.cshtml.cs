using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

[Requires(WorryPermissions.See)]
internal sealed class ReadWorryPage(WorryBook book, IKeyVault vault, SlipFiles files, DraftBook drafts) : CasePage
{
    public static readonly Refusal NoOutcome = new("worry.no-outcome", "Write what became of it.", "Outcome");

    public static readonly Refusal DraftThere = new("worry.draft-there", "You have begun to open another case. Finish it, or throw its draft away, first.");

    [BindProperty]
    public string? Outcome { get; set; }

    public OpenWorry Open { get; private set; } = null!;

    private string Address => $"/cases/worries/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct) =>
        await AnswerAsync(await book.ChangeAsync(new(Id), null, Actor, ct), () => LoadAsync(ct), Address, "It is in hand; whoever reported it sees that.");

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => await AnswerAsync(
        FormText.Check(Outcome, WorryForm.Long, nameof(Outcome), NoOutcome) ?? await book.ChangeAsync(new(Id), FormText.Tidy(Outcome), Actor, ct),
        () => LoadAsync(ct), Address, "Closed.");

    /// <summary>Begins a case with the words of the worry, as a draft of whoever opens it; what is written there stays theirs to change.</summary>
    public async Task<IActionResult> OnPostOpenCaseAsync(CancellationToken ct)
    {
        if (!MayHere(CasePermissions.Lead) || !await LoadAsync(ct))
        {
            return NotThere();
        }

        if (await drafts.FindAsync<OpenCaseForm>(OpenCaseHandler.Form, default, ct) is not null)
        {
            return Refuse(DraftThere);
        }

        var form = new OpenCaseForm { UsedName = Open.Words.Child, Class = Open.Words.Class, Concern = Open.Words.ToText(), NextReviewOn = Today.AddDays(OpenCasePage.DaysToReview) };
        return await drafts.KeepAsync(OpenCaseHandler.Form, default, form, ct) is { } refusal ? Refuse(refusal) : GoOn("/cases/open?draft=take");
    }

    /// <summary>To keep, never to be shown inside a page; under a name that says nothing.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid file, CancellationToken ct)
    {
        using var reader = await vault.ReadAsync(new CasePart(Id, "worry"), WorryPermissions.See, ct);
        return reader is not null && await files.ReadAsync(reader, new(file), ct) is { } found
            ? File(found.Bytes, found.ContentType, "file" + found.Ending)
            : NotThere();
    }

    private async Task<bool> LoadAsync(CancellationToken ct) => (Open = (await book.ReadAsync(new(Id), ct))!) is not null;
}
