using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>How it goes on: put forward by one side, agreed to by all, refused while something is missing.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class ConcludeReviewPage(PartnershipDoor door, ReviewBook book, ConcludeReviewHandler handler) : ReviewPage
{
    [BindProperty]
    public ReviewOutcome? Outcome { get; set; }

    [BindProperty]
    public DateOnly? RenewTo { get; set; }

    [BindProperty]
    public DateOnly? NextOn { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public bool IsAgreeing { get; private set; }

    public IReadOnlyList<ReviewMissing> Missing { get; private set; } = [];

    public bool HasAgreed(Party party) => Round.Review.AgreedBy.Any(v => v.Party == party.Number);

    public string WhereTo(ReviewDuty duty) => duty switch
    {
        ReviewDuty.Sheet => $"{At}/answers",
        ReviewDuty.Finding or ReviewDuty.OpenFinding => $"{At}/findings",
        ReviewDuty.Sponsor => $"{Here}/sponsors?occasion={SponsorOccasion.Review}",
        _ => At,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var (r, p) = (Round.Review, View.Partnership);
        (Outcome, RenewTo, NextOn, Words) = (r.Outcome, r.RenewTo ?? p.HorizonOn, r.NextOn ?? Today.AddYears(1), r.Words);
        Version = r.Version;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SayAsync(by => handler.ProposeAsync(by, new(Review), new(Outcome, RenewTo, NextOn, Words), Version, ct), "Put forward, with your side's yes. It holds once every side has agreed.", ct);

    public Task<IActionResult> OnPostAgreeAsync(CancellationToken ct)
    {
        IsAgreeing = true;
        return SayAsync(by => handler.AgreeAsync(by, new(Review), Version, ct), "Agreed.", ct);
    }

    private async Task<IActionResult> SayAsync(Func<PlanWriter, Task<Refusal?>> act, string message, CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return NotThere();
        }

        var refusal = ReviewVoiceRule.MaySpeak(view, Actor) ? await act(new(view, Actor.Name, null)) : ReviewVoiceRule.NotAnOwner;
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"{At}/conclusion", message);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!await LoadAsync(door, book, ct) || !Round.AllIn)
        {
            return false;
        }

        Missing = Round.Review.IsOpen ? await handler.MissingAsync(Round, Outcome ?? Round.Review.Outcome, ct) : [];
        return true;
    }
}
