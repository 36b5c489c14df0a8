using Causeway.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Instruments;

/// <summary>Answering section by section; the signed-in page and the one behind a link differ only in how they find the person.</summary>
internal abstract class AnswerPage(AnswerWaveHandler handler) : InstrumentPage
{
    [BindProperty(SupportsGet = true, Name = "place")]
    public int Place { get; set; }

    [BindProperty]
    public Dictionary<string, List<string?>> A { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public int Version { get; set; }

    public AnswerView View { get; private set; } = null!;

    public abstract string Here { get; }

    protected abstract Task<AnswerView?> FindAsync(CancellationToken ct);

    protected abstract IActionResult Nobody();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Nobody();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return Nobody();
        }

        var (next, refusal) = await handler.SaveAsync(View, Place, Version, A, ct);
        return refusal is null ? Done($"{Here}?place={next}", "Saved.") : await AgainAsync(refusal, ct);
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return Nobody();
        }

        var refusal = await handler.SubmitAsync(View, ct);
        Place = View.Instrument.Sections.Count;
        return refusal is null ? Done($"{Here}?place={Place}", "Thank you. You can change your answers until the round is closed.") : await AgainAsync(refusal, ct);
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken ct) => await LoadAsync(ct) ? Refuse(refusal) : Nobody();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } view)
        {
            return false;
        }

        View = view;
        Place = Math.Clamp(Place, 0, view.Instrument.Sections.Count);
        return true;
    }
}

[Requires(InstrumentsPermissions.Answer)]
internal sealed class AnswerWavePage(AnswerWaveHandler handler) : AnswerPage(handler)
{
    private readonly AnswerWaveHandler _handler = handler;

    [FromRoute]
    public Guid Id { get; set; }

    public override string Here => $"/instruments/waves/{Id}/answer";

    protected override Task<AnswerView?> FindAsync(CancellationToken ct) => _handler.LookAsync(new WaveId(Id), Actor, ct);

    protected override IActionResult Nobody() => NotThere();
}

/// <summary>Where the link of a mail leads: no account, the same answer for wrong and ended links.</summary>
[OpenTo(Audience.LinkHolders)]
internal sealed class AnswerWaveByLinkPage(AnswerWaveHandler handler) : AnswerPage(handler)
{
    private readonly AnswerWaveHandler _handler = handler;

    [FromRoute]
    public Guid Network { get; set; }

    [FromRoute]
    public Guid Respondent { get; set; }

    [FromRoute]
    public string Secret { get; set; } = "";

    public override string Here => $"/instruments/answer/{Network}/{Respondent}/{Secret}";

    protected override Task<AnswerView?> FindAsync(CancellationToken ct) => _handler.LookAsync(new WaveLink(new(Network), new(Respondent), Secret), ct);

    protected override IActionResult Nobody()
    {
        return Page(StatusCodes.Status404NotFound);
    }
}
