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
    /// <summary>Fields chosen from a list; <see cref="Typed"/> holds what is said of them in other words.</summary>
    private static readonly ListColumn[] Coded = [ListColumn.Concern, ListColumn.Stage, ListColumn.BodyKind, ListColumn.Stability];

    [BindProperty]
    public Dictionary<string, string?> Typed { get; set; } = new(StringComparer.Ordinal);

    [BindProperty(SupportsGet = true)]
    public ListingPlace Place { get; set; }

    [BindProperty]
    public List<ProfessionFamily> Families { get; set; } = [];

    [BindProperty]
    public List<string> Concern { get; set; } = [];

    [BindProperty]
    public List<string> Stage { get; set; } = [];

    [BindProperty]
    public string? BodyKind { get; set; }

    [BindProperty]
    public string? Stability { get; set; }

    [BindProperty]
    public List<WorkPlace> Places { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public Listing? Listing { get; private set; }

    /// <summary>Fields where what is saved by now differs from what stands in the form.</summary>
    public IReadOnlyList<(string Label, string Mine, string Saved)> Clashes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(ListingId? id, CancellationToken ct)
    {
        if (id is not null && !await LoadAsync(id, ct))
        {
            return NotThere();
        }

        Places = WorkPlaces.Of(Listing);
        if (Listing is not null)
        {
            Show(Listing);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(ListingId? id, string? act, CancellationToken ct)
    {
        if (id is not null && !await LoadAsync(id, ct))
        {
            return NotThere();
        }

        var (places, wrong) = WorkPlaces.Read(Places);
        if (wrong is { } number)
        {
            return Refuse(new Refusal("listing.no-place", "Write where they work.", WorkPlaces.Field(number, nameof(WorkPlace.WorksAt))));
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var command = new WriteListing(id, Place, Words(), Families, Note, act == "publish", Version, Places.Count == 0 ? null : places);
        var answer = await handler.HandleAsync(command, Actor, ct);
        return answer.Refusal is { } refusal ? Refused(refusal) : answer.Warnings.Count == 0
            ? Done($"/directory/listings/{answer.Id}", "Saved.")
            : Done($"/directory/listings/{answer.Id}", "Saved. Kept as you wrote it, but not understood: {0}", string.Join(" ", answer.Warnings.Select(w => ImportWords.Say(T, w.Text))));
    }

    private void Show(Listing listing)
    {
        Typed = ListingFields.Typed(listing).ToDictionary(t => t.Key.ToString(), t => (string?)t.Value, StringComparer.Ordinal);
        foreach (var column in Coded)
        {
            Typed[column.ToString()] = CodedChoices.OtherWords(listing, ListingFields.Field(column));
        }

        Families = [.. listing.Facts.Of(FactField.Family).Select(f => Enum.Parse<ProfessionFamily>(f.Code!))];
        (Concern, Stage) = (CodedChoices.Chosen(listing, FactField.Concern), CodedChoices.Chosen(listing, FactField.Stage));
        BodyKind = CodedChoices.Chosen(listing, FactField.BodyKind).FirstOrDefault();
        Stability = CodedChoices.Chosen(listing, FactField.Stability).FirstOrDefault();
        (Place, Note, Version) = (listing.Place, listing.Note, listing.Version);
    }

    /// <summary>Only what the form asked for: a field that is not on it stays as it is.</summary>
    private Dictionary<ListColumn, string> Words()
    {
        var words = ListingFields.All.Where(c => c != ListColumn.BasedAt && Typed.ContainsKey(c.ToString())).ToDictionary(c => c, c => Typed[c.ToString()] ?? "");
        foreach (var (column, codes) in new (ListColumn, IReadOnlyCollection<string>)[]
            { (ListColumn.Concern, Concern), (ListColumn.Stage, Stage), (ListColumn.BodyKind, One(BodyKind)), (ListColumn.Stability, One(Stability)) })
        {
            if (words.TryGetValue(column, out var other))
            {
                words[column] = CodedChoices.Typed(Listing, column, codes, other);
            }
        }

        return words;
    }

    private static string[] One(string? code) => string.IsNullOrEmpty(code) ? [] : [code];

    private IActionResult Refused(Refusal refusal)
    {
        if (refusal == Refusal.ChangedMeanwhile)
        {
            var saved = Listing is null ? [] : ListingFields.Typed(Listing);
            Clashes = [.. Words().Where(w => saved.TryGetValue(w.Key, out var now) && now.Trim() != w.Value.Trim()).Select(w => (ListingFields.Label(w.Key), w.Value, saved[w.Key]))];
            Version = Listing?.Version;
            ModelState.Remove(nameof(Version));
        }

        return Refuse(refusal.Field is { } field && Enum.IsDefined(typeof(ListColumn), field) ? refusal with { Field = $"Typed[{field}]" } : refusal);
    }

    private async Task<bool> LoadAsync(ListingId? id, CancellationToken ct)
    {
        Listing = await db.Set<Listing>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id && l.RemovedAt == null, ct);
        return Listing is not null;
    }
}
