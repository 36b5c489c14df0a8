using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

[Requires(NetworksPermissions.KeepCharter)]
internal sealed class KeepCharterModel(AppDbContext db, CharterBook book, KeepCharterHandler handler) : NetworkPage
{
    [BindProperty]
    public Dictionary<string, string?> Texts { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public DateOnly? ReviewOn { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public bool AsksAll { get; set; }

    [BindProperty]
    public bool Publish { get; set; }

    /// <summary>Of the draft; -1: there is none yet.</summary>
    [BindProperty]
    public int Version { get; set; } = -1;

    public CharterVersion? Current { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var draft = await db.Set<CharterDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.NetworkId == Actor.Network, ct);
        var terms = draft is null ? Current?.Read() ?? CharterTerms.Empty : CharterTerms.Read(draft.Terms);
        Texts = terms.Written.ToDictionary(s => s.ToString(), s => (string?)terms[s], StringComparer.Ordinal);
        (ReviewOn, Summary, Version) = (draft?.ReviewOn ?? Today.AddYears(1), draft?.ChangeSummary, draft?.Version ?? -1);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var terms = new CharterTerms(Texts.Where(t => Enum.TryParse<CharterSection>(t.Key, out _)).Select(t => KeyValuePair.Create(Enum.Parse<CharterSection>(t.Key), t.Value)));
        return Answer(
            await handler.HandleAsync(new(terms, ReviewOn, Summary, Version, Publish, AsksAll), Actor, ct),
            "/network/charter",
            Publish ? "The charter is published, and the heads have been asked to sign." : "The draft is saved.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return false;
        }

        Current = await book.CurrentAsync(network, ct);
        return true;
    }
}
