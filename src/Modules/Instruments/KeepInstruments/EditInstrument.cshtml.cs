using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Instruments;

[Requires(InstrumentsPermissions.Keep)]
internal sealed class EditInstrumentPage(InstrumentBook book, KeepInstrumentsHandler handler) : InstrumentPage
{
    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Help { get; set; }

    [BindProperty]
    public string? Licence { get; set; }

    [BindProperty]
    public string? SectionKey { get; set; }

    [BindProperty]
    public string? SectionText { get; set; }

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Instrument Instrument { get; private set; } = null!;

    private string Here => $"/instruments/forms/{Key}/edit";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        (Title, Help, Licence) = (Instrument.Text, Instrument.Help, Instrument.Licence);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(
        await handler.ChangeAsync(Key, Version, i => InstrumentEditing.Head(i, Title, Help, Licence), Actor, ct), () => LoadAsync(ct), Here, "Saved.");

    public async Task<IActionResult> OnPostSectionAsync(CancellationToken ct) => await AnswerAsync(
        await handler.ChangeAsync(Key, Version, i => InstrumentEditing.Section(i, Act, SectionKey, SectionText), Actor, ct), () => LoadAsync(ct), Here, "Saved.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!MayHere(InstrumentsPermissions.Keep) || await book.FindAsync(Key, Actor, ct) is not { Own: { } own })
        {
            return false;
        }

        (Instrument, Version) = (own.Instrument, own.Version);
        return true;
    }
}
