using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>The leaders who stand behind it, side by side, with what each has signed and what is asked now.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class SignAsSponsorPage(AppDbContext db, PartnershipDoor door, SignAsSponsorHandler handler) : PartnershipPage
{
    [BindProperty(SupportsGet = true, Name = "side")]
    public int? Side { get; set; }

    [BindProperty]
    public bool StandsBehind { get; set; }

    [BindProperty(SupportsGet = true, Name = "occasion")]
    public SponsorOccasion? Occasion { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    public IReadOnlyList<SponsorWord> Words { get; private set; } = [];

    public IReadOnlyList<PartnershipChange> Changes { get; private set; } = [];

    public Party Signing => Side is { } n && View.PartyOf(n) is { } party && MaySign(party) ? party : View.Own!;

    public static IReadOnlyList<SelectListItem> Occasions => [.. new[] { SponsorOccasion.Start, SponsorOccasion.Review, SponsorOccasion.Renewal }.Select(o => new SelectListItem(SponsorWords.Of(o), o.ToString()))];

    public IReadOnlyList<SelectListItem> SidesOfMine => [.. View.Parties.Where(MaySign).Select(p => new SelectListItem($"{p.Name}: {p.SponsorName}", $"{p.Number}"))];

    public bool MaySign(Party party) => !View.Partnership.IsOver && party.SponsorName.Length > 0 && KeepPartiesHandler.MayKeep(View, party);

    public SponsorOccasion? Asks(Party party) => SponsorRule.Asks(View.Partnership, party, SponsorRule.HasChanged(party, Changes), Words, Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.SignAsync(new(Id), Side ?? 0, StandsBehind, Occasion, Evidence, Actor, ct), () => LoadAsync(ct), $"{Here}/sponsors", "Signed. Thank you for standing behind it.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Side ??= view.Own!.Number;
        Words = await db.Set<SponsorWord>().AsNoTracking().Where(w => w.PartnershipId == view.Partnership.Id).OrderByDescending(w => w.SignedOn).ThenByDescending(w => w.Id).ToListAsync(ct);
        Changes = await db.Set<PartnershipChange>().AsNoTracking().Where(c => c.PartnershipId == view.Partnership.Id && c.What == ChangeOf.Sponsor).ToListAsync(ct);
        return true;
    }
}

/// <summary>English words of the occasions; the localizer's keys.</summary>
internal static class SponsorWords
{
    public static string Of(SponsorOccasion occasion) => occasion switch
    {
        SponsorOccasion.Start => "At the start",
        SponsorOccasion.Change => "As the new sponsor",
        SponsorOccasion.Review => "At the review",
        SponsorOccasion.Renewal => "At the renewal",
        _ => throw new ArgumentOutOfRangeException(nameof(occasion)),
    };
}
