using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>One review: before all have answered, who is awaited; afterwards both sides beside what the records say.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class ShowReviewPage(PartnershipDoor door, ReviewBook book, ReviewFactBook facts, OpenReviewHandler handler) : ReviewPage
{
    [BindProperty]
    public string? Focus { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public Alikeness? Alike { get; set; }

    [BindProperty]
    public StillLive? Need { get; set; }

    /// <summary>Which of the forms was pressed, so that its errors stand in it.</summary>
    public string Pressed { get; private set; } = "";

    public ReviewReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Focus = Round.Review.Focus;
        if (Round.Sheets is not null && await book.OwnAsync(View, new(Review), ct) is { } own)
        {
            (Alike, Need) = (own.Alike, own.Need);
        }

        return Page();
    }

    public Task<IActionResult> OnPostAgreeAsync(CancellationToken ct) => PressAsync("Agree", () => handler.AgreeFocusAsync(new(Id), new(Review), Actor, ct), "Agreed. Each side answers alone now.", ct);

    public Task<IActionResult> OnPostFocusAsync(CancellationToken ct) => PressAsync("Focus", () => handler.ChangeFocusAsync(new(Id), new(Review), Focus, Actor, ct), "The focus is changed; the other side is asked again.", ct);

    public Task<IActionResult> OnPostPeerAsync(CancellationToken ct) => PressAsync("Peer", () => handler.AskPeerAsync(new(Id), new(Review), new(Name, From, Mail), Actor, ct), "Asked, with a link of their own.", ct);

    public Task<IActionResult> OnPostCallOffAsync(CancellationToken ct) => PressAsync("CallOff", () => handler.CallOffAsync(new(Id), new(Review), Why, Actor, ct), "Called off. What was written stays with the side that wrote it.", ct);

    public Task<IActionResult> OnPostMarkAsync(CancellationToken ct) => PressAsync("Mark", async () => await LoadAsync(door, book, ct) ? await book.MarkAsync(new(View, Actor.Name, null), new(Review), Alike, Need, ct) : PartnershipDoor.Gone, "Marked for your side.", ct);

    private async Task<IActionResult> PressAsync(string form, Func<Task<Refusal?>> act, string message, CancellationToken ct)
    {
        Pressed = form;
        return await AnswerAsync(await act(), () => LoadAsync(ct), At, message);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!await LoadAsync(door, book, ct))
        {
            return false;
        }

        var result = Round.Sheets is { } sheets ? ReviewResult.Of(Round.Sides, sheets) : null;
        Reading = new(Round, result, result is null ? [] : await facts.OfAsync(Round, Actor, Today, ct));
        return true;
    }
}
