using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class ChangeBasicsPage(PartnershipDoor door, ChangeBasicsHandler handler) : PartnershipPage
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public PartnershipType Type { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Driver { get; set; }

    [BindProperty]
    public DateOnly? ReviewOn { get; set; }

    [BindProperty]
    public DateOnly? HorizonOn { get; set; }

    [BindProperty]
    public DateOnly? RenewTo { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public bool IsRenewal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Show(View.Partnership);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var refusal = await handler.HandleAsync(new(Id), new(Title, Type, Purpose, Driver, ReviewOn, HorizonOn), Version, Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), Here, "Saved.");
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct)
    {
        IsRenewal = true;
        var refusal = await handler.RenewAsync(new(Id), RenewTo, Version, Actor, ct);
        return await AnswerAsync(refusal, async () =>
        {
            var there = await LoadAsync(ct);
            if (there)
            {
                Show(View.Partnership);
            }

            return there;
        }, $"{Here}/basics", "Your side has agreed. It holds once every side has.");
    }

    private void Show(Partnership p) => (Title, Type, Purpose, Driver, ReviewOn, HorizonOn, Version) = (p.Title, p.Type, p.Purpose, p.Driver, p.ReviewOn, p.HorizonOn, p.Version);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
