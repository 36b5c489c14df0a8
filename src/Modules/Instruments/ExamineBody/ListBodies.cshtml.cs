using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Instruments;

[Requires(InstrumentsPermissions.SeeDiligence)]
internal sealed class ListBodiesPage(DiligenceBook book) : InstrumentPage
{
    public IReadOnlyList<DiligenceView> Bodies { get; private set; } = [];

    public bool MayPropose => MayHere(InstrumentsPermissions.Propose);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!book.May(Actor, InstrumentsPermissions.SeeDiligence))
        {
            return NotThere();
        }

        Bodies = await book.AllAsync(Actor, ct);
        return Page();
    }
}

[Requires(InstrumentsPermissions.Propose)]
internal sealed class ProposeBodyPage(ExamineBodyHandler handler) : InstrumentPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public OrganisationKind Kind { get; set; } = OrganisationKind.Ngo;

    [BindProperty]
    public string? Country { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    public IActionResult OnGet() => MayHere(InstrumentsPermissions.Propose) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var (id, refusal) = await handler.ProposeAsync(new(Name, Kind, Country, Contact), Actor, ct);
        return await AnswerAsync(refusal, () => Task.FromResult(true), $"/instruments/bodies/{id}", "Put forward. Now answer its nine sections.");
    }
}
