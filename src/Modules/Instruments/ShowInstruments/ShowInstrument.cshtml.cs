using System.Text;
using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Instruments;

[Requires(InstrumentsPermissions.See)]
internal sealed class ShowInstrumentPage(InstrumentBook book, KeepInstrumentsHandler handler) : InstrumentPage
{
    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty]
    public string? Title { get; set; }

    public Instrument Instrument { get; private set; } = null!;

    public OwnInstrument? Own { get; private set; }

    public IReadOnlyList<Spot> Missing { get; private set; } = [];

    public bool IsWhole => Missing.Count == 0;

    public bool MayKeep => MayHere(InstrumentsPermissions.Keep);

    public bool MayOpen => MayHere(InstrumentsPermissions.OpenWave) && Own?.IsPutAway != true;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken ct)
    {
        var (key, refusal) = await handler.CopyAsync(Key, Title, Actor, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"/instruments/forms/{key}/edit", "Copied. This one is yours to change.");
    }

    public async Task<IActionResult> OnPostPutAwayAsync(bool away, CancellationToken ct) => await AnswerAsync(
        await handler.PutAwayAsync(Key, away, Actor, ct), () => LoadAsync(ct), $"/instruments/forms/{Key}", away ? "Put away." : "Taken out again.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.FindAsync(Key, Actor, ct) is not { } found)
        {
            return false;
        }

        (Instrument, Own) = found;
        Missing = [.. InstrumentCheck.Of(Instrument)];
        return true;
    }
}

/// <summary>The instrument on paper, with room to answer by hand.</summary>
[Requires(InstrumentsPermissions.See)]
internal sealed class PrintInstrumentPage(InstrumentBook book) : InstrumentPage
{
    public Instrument Instrument { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await book.FindAsync(key, Actor, ct) is not { } found)
        {
            return NotThere();
        }

        Instrument = found.Instrument;
        return Page();
    }
}

/// <summary>The instrument as a file that needs no program of ours.</summary>
[Requires(InstrumentsPermissions.See)]
internal sealed class DownloadInstrumentPage(InstrumentBook book) : InstrumentPage
{
    public async Task<IActionResult> OnGetAsync(string key, string form, CancellationToken ct)
    {
        if (form is not ("json" or "csv") || await book.FindAsync(key, Actor, ct) is not { } found)
        {
            return NotThere();
        }

        var isJson = form == "json";
        var text = isJson ? InstrumentJson.Write(found.Instrument) : InstrumentCsv.Write(found.Instrument);
        return File(Encoding.UTF8.GetBytes(text), isJson ? "application/json" : "text/csv; charset=utf-8", $"{found.Instrument.Key}.{form}");
    }
}
