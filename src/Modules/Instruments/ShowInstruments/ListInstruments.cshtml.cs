using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Instruments;

[Requires(InstrumentsPermissions.See)]
internal sealed class ListInstrumentsPage(InstrumentBook book, WaveBook waves, KeepInstrumentsHandler handler) : InstrumentPage
{
    [BindProperty]
    public string? Title { get; set; }

    public IReadOnlyList<OwnInstrument> Own { get; private set; } = [];

    public IReadOnlyList<Wave> Waves { get; private set; } = [];

    public bool MayKeep => MayHere(InstrumentsPermissions.Keep);

    public bool MayOpen => MayHere(InstrumentsPermissions.OpenWave);

    public bool MaySeeBodies => MayHere(InstrumentsPermissions.SeeDiligence);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (key, refusal) = await handler.CopyAsync(null, Title, Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"/instruments/forms/{key}/edit", "Begun. Now write its sections and items.");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!book.May(Actor, InstrumentsPermissions.See))
        {
            return false;
        }

        (Own, Waves) = (await book.OwnAsync(ct), await waves.ListAsync(Actor, ct));
        return true;
    }
}
