using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>The sheet of a side without accounts: the same questions, the same blindness.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class PartnerSheetPage(PartnershipDoor door, SheetBook book) : PartnerLinkPage
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
            return Nowhere();
        }

        Answers = Sheet.AsTyped();
        Version = Sheet.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return Nowhere();
        }

        var refusal = await book.FillAsync(View!, Answers, HandIn, Version, Writer.Name, Network, ct);
        return refusal is null ? Done(HandIn ? Here : $"{Here}/sheet", HandIn ? "Handed in. Thank you." : "The draft is saved. Only your side can read it.") : Refuse(refusal);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!await EnterAsync(door, ct) || await book.OwnAsync(View!, ct) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return true;
    }
}
