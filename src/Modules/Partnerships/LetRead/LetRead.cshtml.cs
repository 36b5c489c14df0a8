using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Who besides the sides reads the report: asked, allowed, refused, taken back.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class LetReadPage(AppDbContext db, PartnershipDoor door, ReviewBook book, LetReadHandler handler) : ReviewPage
{
    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public Guid? Reader { get; set; }

    [BindProperty]
    public bool Yes { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<ReviewReader> Readers { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public bool Asks(ReviewReader reader) => MaySpeak && reader.State == ReaderState.Proposed && !reader.Voices.Any(v => v.Party == View.Own!.Number);

    public bool MayTakeBack(ReviewReader reader) => MaySpeak && reader.State == ReaderState.Allowed;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.ProposeAsync(new(Id), new(Review), Person, Name, From, Why, Actor, ct), () => LoadAsync(ct), $"{At}/readers", "Asked. The other side says yes or no.");

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct) => await AnswerAsync(
        await handler.DecideAsync(new(Id), new(Review), new(Reader ?? default), Yes, Reason, Actor, ct), () => LoadAsync(ct), $"{At}/readers", "Decided, and on record.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!await LoadAsync(door, book, ct) || !Round.AllIn)
        {
            return false;
        }

        var id = Round.Review.Id;
        Readers = await db.Set<ReviewReader>().AsNoTracking().Where(r => r.ReviewId == id).OrderBy(r => r.ProposedOn).ThenBy(r => r.Id).ToListAsync(ct);
        People = MaySpeak ? [.. (await handler.CandidatesAsync(View, ct)).DistinctBy(p => p.Person).Select(p => new SelectListItem($"{p.PersonName}, {p.OrganisationName}", p.Person.ToString()))] : [];
        return true;
    }
}
