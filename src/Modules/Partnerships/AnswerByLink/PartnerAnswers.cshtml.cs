using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>The answers of a side without accounts.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class PartnerAnswersPage(PartnershipDoor door, ReviewBook book) : PartnerLinkPage
{
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    [BindProperty]
    public bool HandIn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ReviewView Round { get; private set; } = null!;

    public ReviewSheet Sheet { get; private set; } = null!;

    public ReviewAsked Asked { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return Nowhere();
        }

        (Form, Version) = (Sheet.AsTyped(), Sheet.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return Nowhere();
        }

        var refusal = await book.FillAsync(Writer, Round.Review.Id, Form, HandIn, Version, ct);
        return refusal is null ? Done(HandIn ? $"{Here}/review" : $"{Here}/review/answers", HandIn ? "Handed in. Thank you." : "The draft is saved. Only your side can read it.") : Refuse(refusal);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!await EnterAsync(door, ct) || await book.RunningAsync(View!, ct) is not { } round || await book.OwnAsync(View!, round.Review.Id, ct) is not { } sheet)
        {
            return false;
        }

        (Round, Sheet) = (round, sheet);
        Asked = await book.AskedAsync(View!, ct);
        return true;
    }
}
