using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Cases;

[Requires(WorryPermissions.SeeRegister)]
internal sealed class ReadConcernPage(RegisterBook book) : CasePage
{
    [BindProperty]
    public string? Outcome { get; set; }

    public OpenConcern Open { get; private set; } = null!;

    private string Address => $"/cases/register/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct) =>
        await AnswerAsync(await book.ChangeAsync(new(Id), null, ct), () => LoadAsync(ct), Address, "It is in hand; whoever reported it sees that.");

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => await AnswerAsync(
        FormText.Check(Outcome, WorryForm.Long, nameof(Outcome), ReadWorryPage.NoOutcome) ?? await book.ChangeAsync(new(Id), FormText.Tidy(Outcome), ct),
        () => LoadAsync(ct), Address, "Closed.");

    private async Task<bool> LoadAsync(CancellationToken ct) => (Open = (await book.ReadAsync(new(Id), ct))!) is not null;
}
