using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.Keep)]
internal sealed class KeepLawModel(LawBook book, KeepLawsHandler handler) : LandscapePage
{
    private const int MonthsBetweenChecks = 6;

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public InstrumentForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.Keep))
        {
            return NotThere();
        }

        if (Id is { } id)
        {
            if (await book.FindAsync(Actor.Network!.Value, new(id), Today, ct) is not { } view)
            {
                return NotThere();
            }

            Input = view.Says.ToForm(view.Instrument.Version);
        }

        (Input.KnownOn, Input.CheckedBy, Input.NextCheck) = (Today, Actor.Name, Today.AddMonths(MonthsBetweenChecks));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var (id, refusal) = await handler.StateAsync(Id is { } known ? new(known) : null, Input, Actor, ct);
        return await AnswerAsync(refusal, () => Task.FromResult(true), $"/landscape/laws/{id}", "Saved.");
    }
}
