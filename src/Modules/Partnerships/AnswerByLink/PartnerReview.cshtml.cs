using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>The review for a side without accounts: the same focus, the same blindness, the same say at the end.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class PartnerReviewPage(AppDbContext db, PartnershipDoor door, ReviewBook book, ReviewActs acts, ReviewFactBook facts) : PartnerLinkPage
{
    [BindProperty]
    public Alikeness? Alike { get; set; }

    [BindProperty]
    public StillLive? Need { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid? Reader { get; set; }

    [BindProperty]
    public bool Yes { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Null: no review runs, and none was concluded.</summary>
    public ReviewReading? Reading { get; private set; }

    public IReadOnlyList<ReviewReader> Asked { get; private set; } = [];

    public IReadOnlyList<ReviewMissing> Missing { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Nowhere();

    public Task<IActionResult> OnPostAgreeAsync(CancellationToken ct) => PostAsync(id => acts.Opening.AgreeFocusAsync(Writer, id, ct), "Agreed. Each side answers alone now.", ct);

    public Task<IActionResult> OnPostMarkAsync(CancellationToken ct) => PostAsync(id => book.MarkAsync(Writer, id, Alike, Need, ct), "Marked for your side.", ct);

    public Task<IActionResult> OnPostConcludeAsync(CancellationToken ct) => PostAsync(id => acts.Concluding.AgreeAsync(Writer, id, Version, ct), "Agreed.", ct);

    public Task<IActionResult> OnPostReaderAsync(CancellationToken ct) => PostAsync(id => acts.Reading.DecideAsync(Writer, id, new(Reader ?? default), Yes, Reason, ct), "Decided, and on record.", ct);

    private async Task<IActionResult> PostAsync(Func<ReviewId, Task<Refusal?>> act, string message, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Reading is null)
        {
            return Nowhere();
        }

        if (await act(Reading.Round.Review.Id) is not { } refusal)
        {
            return Done($"{Here}/review", message);
        }

        // What is saved is shown, with its newer number.
        ModelState.Remove(nameof(Version));
        return await LoadAsync(ct) ? Refuse(refusal) : Nowhere();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!await EnterAsync(door, ct))
        {
            return false;
        }

        if ((await book.ListAsync(View!, ct)).FirstOrDefault(r => r.State != ReviewState.CalledOff) is { } last && await book.FindAsync(View!, last.Id, ct) is { } round)
        {
            var result = round.Sheets is { } sheets ? ReviewResult.Of(round.Sides, sheets) : null;
            Reading = new(round, result, result is null ? [] : await facts.OfAsync(round, null, acts.Today(View!.Own!.Zone), ct));
            Missing = result is not null && round.Review.IsOpen ? await acts.Concluding.MissingAsync(round, round.Review.Outcome, ct) : [];
            Asked = await db.Set<ReviewReader>().AsNoTracking().Where(r => r.ReviewId == last.Id && r.State == ReaderState.Proposed).OrderBy(r => r.Id).ToListAsync(ct);
        }

        return true;
    }
}

/// <summary>What a side without accounts can do in a review.</summary>
internal sealed record ReviewActs(OpenReviewHandler Opening, ConcludeReviewHandler Concluding, LetReadHandler Reading, TimeProvider Clock)
{
    public DateOnly Today(string zone) => Clock.Today(zone);
}
