using Causeway.Kernel;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>Suggest what a fact of an entry should say.</summary>
[Requires(DirectoryPermissions.SuggestEdits)]
internal sealed class SuggestEditPage(EntryCare care, SuggestEditHandler handler) : CausewayPage
{
    [BindProperty(SupportsGet = true)]
    public ListColumn? Field { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Entry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(EntryId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        Text = Field is { } field && SuggestEditHandler.Fields.Contains(field) ? Correction.Shown(Entry, field) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(EntryId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        return await handler.HandleAsync(new SuggestEdit(id, Field, Text, Why), Actor, ct) is { } refusal
            ? Refuse(refusal)
            : Done($"/directory/entries/{id}", "Thank you. The school whose word stands there decides; you will see what came of it.");
    }

    private async Task<bool> LoadAsync(EntryId id, CancellationToken ct)
    {
        if (await care.FindAsync(id, ct) is not { } cared || !May(DirectoryPermissions.SuggestEdits, new AccessObject(Network: cared.Entry.NetworkId)))
        {
            return false;
        }

        Entry = cared.Entry;
        return true;
    }
}
