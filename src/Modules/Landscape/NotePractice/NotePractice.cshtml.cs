using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Landscape;

[Requires(LandscapePermissions.Note)]
internal sealed class NotePracticeModel(LawBook laws, PracticeBook book, NotePracticeHandler handler) : LandscapePage
{
    private const int MonthsUntilRecheck = 6;

    [FromRoute]
    public Guid Duty { get; set; }

    [BindProperty]
    public PracticeForm Input { get; set; } = new();

    public DutyView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "place")] string? place, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        Input = new() { Locality = place, OnPaper = View.Says.What };
        if ((await book.OfAsync(new(Duty), ct)).FirstOrDefault(n => n.TakenBackAt is null && PracticeView.Same(n.Locality, place ?? "")) is { } last)
        {
            Input = new()
            {
                Locality = last.Locality, State = last.State, OnPaper = last.OnPaper, InPractice = last.InPractice, Witness = last.Witness, Confidence = last.Confidence,
                Consequence = last.Consequence, Meanwhile = last.Meanwhile, Press = last.Press, Cover = last.Cover, CoveredBy = last.CoveredBy,
                CoverLawful = last.CoverLawful, CoverLasting = last.CoverLasting, After = last.Id.Value,
            };
        }

        (Input.SeenOn, Input.RecheckOn) = (Today, Today.AddMonths(MonthsUntilRecheck));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        return ModelState.IsValid
            ? await AnswerAsync(await handler.WriteAsync(new(Duty), Input, Actor, ct), () => LoadAsync(ct), $"/landscape/practice/{Duty}", "Saved. The older note stays to be read.")
            : Again();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(LandscapePermissions.Note) || (await laws.DutiesAsync(Actor.Network!.Value, Today, ct)).FirstOrDefault(d => d.Duty.Id.Value == Duty) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
