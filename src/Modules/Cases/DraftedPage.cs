using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

/// <summary>
/// A form whose words are kept on the server while somebody writes: by a button, and with script every few seconds. Nothing
/// stays in the browser, and nobody but the author ever sees them.
/// </summary>
/// <typeparam name="T">The fields of the form.</typeparam>
internal abstract class DraftedPage<T>(DraftBook drafts) : CasePage
    where T : class, new()
{
    [BindProperty]
    public T Input { get; set; } = new();

    /// <summary>Begun earlier and neither kept nor dropped; null: nothing, or it stands in the form already.</summary>
    public DateTimeOffset? DraftAt { get; private set; }

    /// <summary>Code of the form; part of what tells one draft from another.</summary>
    protected abstract string Form { get; }

    /// <summary>What it is about: the case, or the entry that is corrected.</summary>
    protected virtual Guid About => Id;

    /// <summary>Where the page itself is, with what it needs in its address.</summary>
    protected abstract string Address { get; }

    /// <summary>May whoever acts write here? Asked before anything is kept or shown.</summary>
    protected abstract Task<bool> IsThereAsync(CancellationToken ct);

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken ct)
    {
        if (!await IsThereAsync(ct))
        {
            return NotThere();
        }

        return await drafts.KeepAsync(Form, About, Input, ct) is { } refusal
            ? refusal.Code == CaseBook.Gone.Code ? NotThere() : Refuse(refusal)
            : Done($"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? "&" : "?")}draft=take", "Kept as a draft. Only you can see it.");
    }

    /// <summary>The same, asked by the page's script: no words in answer.</summary>
    [WithoutKey("A draft is overwritten by the next one of the same form; sent twice, it is the same draft.")]
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken ct) =>
        !await IsThereAsync(ct) || await drafts.KeepAsync(Form, About, Input, ct) is not null ? NotThere() : new NoContentResult();

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        if (!await IsThereAsync(ct))
        {
            return NotThere();
        }

        return await drafts.DropNowAsync(Form, About, ct) is { } refusal ? Refuse(refusal) : Done(Address, "The draft is gone.");
    }

    /// <summary>Puts the draft into the form when the address says so; else says that there is one.</summary>
    protected async Task TakeDraftAsync(CancellationToken ct)
    {
        if (await drafts.FindAsync<T>(Form, About, ct) is not { } draft)
        {
            return;
        }

        if (Request.Query["draft"] == "take")
        {
            Input = draft.Words;
        }
        else
        {
            DraftAt = draft.SavedAt;
        }
    }

    public DraftLine DraftLine => new(Address, DraftAt);
}

/// <summary>What the draft's part of a form needs.</summary>
internal sealed record DraftLine(string Address, DateTimeOffset? At)
{
    public string Take => Address + (Address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "draft=take";
}
