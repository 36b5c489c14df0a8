using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Write a listing by hand: a new one, or one that is there.</summary>
[Requires(DirectoryPermissions.EditListings)]
internal sealed class WriteListingPage(AppDbContext db, WriteListingHandler handler) : CausewayPage
{
    [BindProperty]
    public Dictionary<string, string?> Typed { get; set; } = new(StringComparer.Ordinal);

    [BindProperty(SupportsGet = true)]
    public ListingPlace Place { get; set; }

    [BindProperty]
    public List<ProfessionFamily> Families { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public Listing? Listing { get; private set; }

    public async Task<IActionResult> OnGetAsync(ListingId? id, CancellationToken ct)
    {
        if (id is null)
        {
            return Page();
        }

        if (!await LoadAsync(id, ct))
        {
            return NotThere();
        }

        Typed = ListingFields.Typed(Listing!).ToDictionary(t => t.Key.ToString(), t => (string?)t.Value, StringComparer.Ordinal);
        Families = [.. Listing!.Facts.Of(FactField.Family).Select(f => Enum.Parse<ProfessionFamily>(f.Code!))];
        (Place, Note, Version) = (Listing.Place, Listing.Note, Listing.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ListingId? id, string? act, CancellationToken ct)
    {
        if (id is not null && !await LoadAsync(id, ct))
        {
            return NotThere();
        }

        var typed = ListingFields.All.ToDictionary(c => c, c => Typed.GetValueOrDefault(c.ToString()) ?? "");
        var answer = await handler.HandleAsync(new WriteListing(id, Place, typed, Families, Note, act == "publish", Version), Actor, ct);
        if (answer.Refusal is { } refusal)
        {
            if (refusal == Refusal.ChangedMeanwhile)
            {
                Version = Listing?.Version;
                ModelState.Remove(nameof(Version));
            }

            return Refuse(refusal.Field is { } field && Enum.IsDefined(typeof(ListColumn), field) ? refusal with { Field = $"Typed[{field}]" } : refusal);
        }

        return answer.Warnings.Count == 0
            ? Done($"/directory/listings/{answer.Id}", "Saved.")
            : Done($"/directory/listings/{answer.Id}", "Saved. Kept as you wrote it, but not understood: {0}", string.Join(" ", answer.Warnings.Select(w => ImportWords.Say(T, w.Text))));
    }

    private async Task<bool> LoadAsync(ListingId? id, CancellationToken ct)
    {
        Listing = await db.Set<Listing>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id && l.RemovedAt == null, ct);
        return Listing is not null;
    }
}
