using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.Keep)]
internal sealed class KeepDutyModel(LawBook book, KeepLawsHandler handler) : LandscapePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid? Duty { get; set; }

    [BindProperty]
    public DutyForm Input { get; set; } = new();

    public InstrumentView View { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        if (View.Duties.FirstOrDefault(d => d.Duty.Id.Value == Duty) is { } known)
        {
            Input = new() { What = known.Says.What, Who = known.Says.Who, AgeFrom = known.Says.AgeFrom, AgeTo = known.Says.AgeTo, Until = known.Says.Until, Version = known.Duty.Version };
        }

        Input.KnownOn = Today;
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

        var refusal = await handler.StateAsync(new(Id), Duty is { } d ? new(d) : null, Input, Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"/landscape/laws/{Id}", "Saved.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.Keep) || await book.FindAsync(Actor.Network!.Value, new(Id), Today, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Code = view.Duties.FirstOrDefault(d => d.Duty.Id.Value == Duty)?.Duty.Code ?? "";
        return Duty is null || Code.Length > 0;
    }
}
