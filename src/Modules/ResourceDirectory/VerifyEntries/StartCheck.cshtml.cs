using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>What a campaign would do, and its start.</summary>
[Requires(DirectoryPermissions.StartChecks)]
internal sealed class StartCheckPage(StartCheckHandler handler, JobBell bell, TimeProvider clock) : CausewayPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public CheckKind Kind { get; set; }

    [BindProperty]
    public int Days { get; set; } = 42;

    public CheckPreview Preview { get; private set; } = null!;

    public CheckCampaign? Running { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is null)
        {
            return NotThere();
        }

        var today = clock.Today(Actor.Zone);
        Name = Kind == CheckKind.Year ? $"{(today.Month < 8 ? today.Year - 1 : today.Year)}/{(today.Month < 8 ? today.Year : today.Year + 1) % 100:00}" : null;
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Actor.Network is null)
        {
            return NotThere();
        }

        var (id, refusal) = await handler.StartAsync(new StartCheck(Name, Kind, Days), Actor, ct);
        if (refusal is not null)
        {
            await LoadAsync(ct);
            return Refuse(refusal);
        }

        bell.Ring();
        return Done($"/directory/check/{id}", "The check has begun. The mails go out now; you can leave this page.");
    }

    private async Task LoadAsync(CancellationToken ct) =>
        (Running, Preview) = (await handler.RunningAsync(ct), await handler.PreviewAsync(Kind, Actor, ct));
}
