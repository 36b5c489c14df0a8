using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>The own side's answers, with what the records say beside each question.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class FillReviewPage(PartnershipDoor door, ReviewBook book, ReviewFactBook facts) : ReviewPage
{
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    [BindProperty]
    public bool HandIn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ReviewSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<FactGroup> Facts { get; private set; } = [];

    public ReviewAsked Asked { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        (Form, Version) = (Sheet.AsTyped(), Sheet.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var refusal = await book.FillAsync(new(View, Actor.Name, null), new(Review), Form, HandIn, Version, ct);
        return refusal is null
            ? Done(HandIn ? At : $"{At}/answers", HandIn ? "Handed in. You can read theirs once theirs are in." : "The draft is saved; only your own people can read it.")
            : refusal.Code == PartnershipDoor.Gone.Code ? NotThere() : Refuse(refusal);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!await LoadAsync(door, book, ct) || await book.OwnAsync(View, new(Review), ct) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        Facts = await facts.OfAsync(Round, Actor, Today, ct);
        Asked = await book.AskedAsync(View, ct);
        return true;
    }
}
