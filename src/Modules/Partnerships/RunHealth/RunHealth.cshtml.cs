using System.Globalization;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Partnerships;

/// <summary>The signs of slipping, in words. A coordinator sees the signs; what is said about them is the sides' own.</summary>
[Requires(PartnershipsPermissions.See)]
internal sealed class RunHealthPage(PartnershipDoor door, HealthBook book, RunHealthHandler handler) : PartnershipPage
{
    [BindProperty]
    public Guid? Talk { get; set; }

    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public string? Objectives { get; set; }

    [BindProperty]
    public string? Feedback { get; set; }

    [BindProperty]
    public string? Gains { get; set; }

    [BindProperty]
    public string? Agreed { get; set; }

    public HealthView Health { get; private set; } = null!;

    public string Say(HealthSignal signal) => T[KeepWords.Of(signal.Kind).Text, Name(signal.Side), signal.Count.ToString(CultureInfo.CurrentCulture)];

    public int Owners(Party party) => View.OwnersOf(party).Count();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostCallAsync(CancellationToken ct) => await AnswerAsync(
        await handler.CallAsync(new(Id), Actor, ct), () => LoadAsync(ct), $"{Here}/health", "A catch-up is called. Its agenda stands below; choose a time with the others.");

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => await AnswerAsync(
        await handler.CloseAsync(new(Id), new(Talk ?? default), new(HeldOn, Objectives, Feedback, Gains, Agreed), Actor, ct), () => LoadAsync(ct), $"{Here}/health", "Written down. What you spoke about raises no second catch-up.");

    private string Name(int? side) => side is { } n && View.PartyOf(n) is { } party ? party.Name : "";

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.SeeAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Health = await book.OfAsync(view, Today, ct);
        return true;
    }
}
