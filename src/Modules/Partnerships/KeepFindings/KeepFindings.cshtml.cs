using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Partnerships;

/// <summary>What the talk found, and the end of each finding.</summary>
[Requires(PartnershipsPermissions.Work)]
internal sealed class KeepFindingsPage(PartnershipDoor door, ReviewBook book, KeepFindingsHandler handler) : ReviewPage
{
    [BindProperty]
    public Lens? Lens { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    /// <summary>The finding that gets its end.</summary>
    [BindProperty(SupportsGet = true, Name = "finding")]
    public Guid? Ending { get; set; }

    [BindProperty]
    public FindingEnd End { get; set; }

    [BindProperty]
    public string? EndText { get; set; }

    [BindProperty]
    public Guid? Holder { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public bool IsEnding { get; private set; }

    public IReadOnlyList<SelectListItem> Owners => [.. View.Parties.SelectMany(p => View.OwnersOf(p).Select(o => new SelectListItem($"{o.Name} ({p.Name})", o.Id.ToString())))];

    public ReviewFinding? Finding => Round.Findings.FirstOrDefault(f => f.Id.Value == Ending && f.IsOpen);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.WriteAsync(new(Id), new(Review), Lens, Text, Owner, Actor, ct), () => LoadAsync(ct), $"{At}/findings", "Written down. Now say what comes of it.");

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        IsEnding = true;
        return await AnswerAsync(
            await handler.FinishAsync(new(Id), new(Review), new(Ending ?? default), new(End, EndText, Holder, DueOn), Actor, ct), () => LoadAsync(ct), $"{At}/findings", "Written down. An action stands among the contacts, where it is ticked off.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct) => await LoadAsync(door, book, ct) && Round.AllIn;
}
