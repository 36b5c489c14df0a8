using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.Work)]
internal sealed class PassGatePage(PartnershipDoor door, GateBook gate, ChangeStageHandler handler, ReviewBook reviews) : PartnershipPage
{
    [BindProperty(SupportsGet = true, Name = "to")]
    public Stage? To { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public string? Told { get; set; }

    [BindProperty]
    public Formality Formality { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>The review whose conclusion is carried out; its words are a beginning for the closing record.</summary>
    [BindProperty(SupportsGet = true, Name = "review")]
    public Guid? Review { get; set; }

    public bool IsFormality { get; private set; }

    public IReadOnlyList<GateItem> Missing { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Ways => [.. StageMap.From(View.Partnership.Stage).Select(s => new SelectListItem(PartnershipWords.Of(s).Text, s.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        (Formality, Version) = (View.Partnership.Formality, View.Partnership.Version);
        if (Review is { } id && await reviews.FindAsync(View, new(id), ct) is { Review: { Outcome: ReviewOutcome.End, State: ReviewState.Concluded } ended })
        {
            (Why, Evidence) = (ended.Words, T["The review of {0}, agreed by every side", ended.EndedOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)]);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostStageAsync(CancellationToken ct)
    {
        var closing = To is Stage.Ending or Stage.Ended ? new Closing(Why, Kept, Told) : null;
        var refusal = To is { } to ? await handler.HandleAsync(new ChangeStage(new(Id), to, Evidence, closing, Version), Actor, ct) : Partnership.NoWay;
        return await AnswerAsync(refusal, () => LoadAsync(ct), Here, "The stage is changed, with its day, your name and what shows it.");
    }

    public async Task<IActionResult> OnPostFormalityAsync(CancellationToken ct)
    {
        IsFormality = true;
        var refusal = await handler.HandleAsync(new ChangeFormality(new(Id), Formality, Reason, Version), Actor, ct);
        return await AnswerAsync(refusal?.Field == "Evidence" ? refusal with { Field = nameof(Reason) } : refusal, () => LoadAsync(ct), $"{Here}/stage", "The level is changed and recorded.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Missing = await gate.MissingAsync(view, view.Partnership.Formality, Actor.Zone, ct);
        return true;
    }
}
