using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class FillSheetPage(PartnershipDoor door, SheetBook book) : PartnershipPage
{
    [BindProperty]
    public Dictionary<string, List<string>> Answers { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public bool HandIn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IntentSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Answers = Sheet.AsTyped();
        Version = Sheet.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var refusal = await book.FillAsync(View, Answers, HandIn, Version, Actor.Name, null, ct);
        return refusal is null
            ? Done(HandIn ? $"{Here}/sheets" : $"{Here}/sheet", HandIn ? "Handed in. You can read theirs once theirs is in." : "The draft is saved; only your own people can read it.")
            : refusal.Code == PartnershipDoor.Gone.Code ? NotThere() : Refuse(refusal);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view || await book.OwnAsync(view, ct) is not { } sheet)
        {
            return false;
        }

        (View, Sheet) = (view, sheet);
        return true;
    }
}
