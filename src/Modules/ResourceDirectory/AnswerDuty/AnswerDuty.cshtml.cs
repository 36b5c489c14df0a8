using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>One question before a list for a child who may be in danger: must the authorities be told first?</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class AnswerDutyPage(AnswerDutyHandler handler, INetworkDirectory networks) : CausewayPage
{
    /// <summary>The search to go on with: the part of its address after the path.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    public DutySign? Sign { get; set; }

    public EmergencyCard? Emergency { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await handler.HandleAsync(new AnswerDuty(Sign), Actor, ct) is { } refusal)
        {
            await LoadAsync(ct);
            return Refuse(refusal);
        }

        var search = "/find-help" + (Back is ['?', ..] ? Back : "");
        return Sign == DutySign.NoSign
            ? Done(search, "Your answer is kept for one hour.")
            : Done(search, "Tell the authorities first: the numbers stand at the top. Your answer is kept for one hour.");
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Emergency = Actor.Network is { } network ? await networks.FindEmergencyAsync(network, ct) : null;
}
