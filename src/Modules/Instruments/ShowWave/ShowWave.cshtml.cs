using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Instruments;

[Requires(InstrumentsPermissions.SeeWaves)]
internal sealed class ShowWavePage(WaveBook book, KeepWaveHandler handler, SendLinkHandler links, GrowthBook growth) : InstrumentPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Conclusion { get; set; }

    [BindProperty]
    public Guid Partner { get; set; }

    [BindProperty]
    public Dictionary<string, string?> L { get; set; } = new(StringComparer.Ordinal);

    public WaveView View { get; private set; } = null!;

    /// <summary>Null while the wave is open.</summary>
    public WaveResult? Result { get; private set; }

    /// <summary>The reader's own answers.</summary>
    public ResponseSet? Own { get; private set; }

    /// <summary>Partners whose levels were agreed: their plans, or those that can begin.</summary>
    public IReadOnlyList<GrowthStart> Growth { get; private set; } = [];

    public bool MayKeep => book.MayKeep(View.Wave, Actor);

    private string Here => $"/instruments/waves/{Id}";

    public bool MayAgree(WavePartner partner) => handler.MayAgree(View, partner, Actor);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.CloseAsync(new(Id), Version, Actor, ct), () => LoadAsync(ct), Here, "The round is closed.");

    public async Task<IActionResult> OnPostConcludeAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.ConcludeAsync(new(Id), Version, Conclusion, Actor, ct), () => LoadAsync(ct), Here, "Kept.");

    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken ct) =>
        await AnswerAsync(await handler.AgreeAsync(new(Id), new(Partner), L, Actor, ct), () => LoadAsync(ct), Here, "Kept.");

    public async Task<IActionResult> OnPostLinkAsync(Guid respondent, CancellationToken ct) =>
        await AnswerAsync(await links.HandleAsync(new(Id), new(respondent), Actor, ct), () => LoadAsync(ct), Here, "A new link is on its way. The old one has ended.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.FindAsync(new(Id), Actor, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Own = view.Respondents.FirstOrDefault(r => r.PersonId == Actor.Person) is { } me ? view.Sets.First(s => s.Id == me.ResponseSetId) : null;
        Result = view.Wave.IsClosed ? WaveResult.Of(view, await book.EarlierAsync(view.Wave, ct), T) : null;
        Growth = view.Wave.IsClosed ? await growth.OfWaveAsync(view, Actor, ct) : [];
        return true;
    }
}

/// <summary>The result on paper.</summary>
[Requires(InstrumentsPermissions.SeeWaves)]
internal sealed class PrintWavePage(WaveBook book) : InstrumentPage
{
    public WaveResult Result { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await book.FindAsync(new(id), Actor, ct) is not { Wave.IsClosed: true } view)
        {
            return NotThere();
        }

        Result = WaveResult.Of(view, await book.EarlierAsync(view.Wave, ct), T);
        return Page();
    }
}
