using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>Reviews of one partnership, and the beginning of the next.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class ListReviewsPage(PartnershipDoor door, ReviewBook book, OpenReviewHandler handler) : PartnershipPage
{
    [BindProperty]
    public ReviewKind Kind { get; set; }

    [BindProperty]
    public string? Focus { get; set; }

    [BindProperty]
    public DateOnly? AnswerBy { get; set; }

    public IReadOnlyList<PartnershipReview> Rows { get; private set; } = [];

    public bool MayOpen => !View.Partnership.IsOver && ReviewVoiceRule.MaySpeak(View, Actor) && !Rows.Any(r => r.IsOpen);

    /// <summary>Sides that a link could reach and that have no address.</summary>
    public IEnumerable<Party> Unreached => View.Parties.Where(p => p.Member is null && p.ContactMail.Length == 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        AnswerBy = Today.AddDays(21);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.OpenAsync(new(Id), new(Kind, Focus, AnswerBy), Actor, ct), () => LoadAsync(ct), $"{Here}/reviews", "The review is opened. The other side agrees to the focus; then each answers alone.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Rows = await book.ListAsync(view, ct);
        return true;
    }
}
