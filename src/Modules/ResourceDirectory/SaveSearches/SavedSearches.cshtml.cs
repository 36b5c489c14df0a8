using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed record SavedSearchRow(SavedSearch Search, IReadOnlyList<HelpChip> Chips, int New);

/// <summary>A person's own searches: how many entries are new in each, open, rename, delete.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class SavedSearchesPage(AppDbContext db, HelpSearch search, HelpGrounds grounds, SaveSearchHandler handler) : CausewayPage
{
    /// <summary>The search to save: the part of its address after the path.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The saved search that is being renamed.</summary>
    [BindProperty(SupportsGet = true, Name = "rename")]
    public SavedSearchId? Renaming { get; set; }

    public IReadOnlyList<SavedSearchRow> Rows { get; private set; } = [];

    public IReadOnlyList<HelpChip> ToSave { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync(CancellationToken ct) =>
        AnswerAsync(() => handler.HandleAsync(new SaveSearch(Search, Name), Actor, ct), "The search is saved. Only you see it.", ct);

    public Task<IActionResult> OnPostRenameAsync(SavedSearchId id, int version, CancellationToken ct)
    {
        Renaming = id;
        return AnswerAsync(() => handler.RenameAsync(id, Name, version, Actor, ct), "The name is changed.", ct);
    }

    public Task<IActionResult> OnPostDeleteAsync(SavedSearchId id, CancellationToken ct) =>
        AnswerAsync(() => handler.DeleteAsync(id, Actor, ct), "The search is deleted. The entries are not touched.", ct);

    public async Task<IActionResult> OnPostOpenAsync(SavedSearchId id, CancellationToken ct) =>
        await handler.OpenAsync(id, Actor, ct) is { } address ? Redirect(address) : NotThere();

    private async Task<IActionResult> AnswerAsync(Func<Task<Refusal?>> act, string done, CancellationToken ct)
    {
        if (await act() is not { } refusal)
        {
            return Done("/find-help/saved", done);
        }

        if (refusal == ShareListingsHandler.NotThere)
        {
            return NotThere();
        }

        db.ChangeTracker.Clear();
        await LoadAsync(ct);
        return Refuse(refusal);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return;
        }

        var ground = await grounds.LoadAsync(network, Actor, T, ct);
        ToSave = string.IsNullOrEmpty(Search) ? [] : HelpChips.Of(HelpQuery.Read(Search), ground, T);
        var mine = await db.Set<SavedSearch>().AsNoTracking().Where(s => s.PersonId == Actor.Person && s.InNetwork == network)
            .OrderBy(s => s.Name).ThenBy(s => s.Id).Take(SavedSearch.Most).ToListAsync(ct);
        var needs = mine.ConvertAll(s => HelpQuery.Read(s.Query));
        var fresh = await search.CountNewAsync([.. mine.Select((s, i) => (needs[i], ground.Centre(needs[i]), s.OpenedAt))], ct);
        Rows = [.. mine.Select((s, i) => new SavedSearchRow(s, HelpChips.Of(needs[i], ground, T), fresh[i]))];
    }
}
