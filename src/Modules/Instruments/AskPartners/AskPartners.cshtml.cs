using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Instruments;

internal sealed class WaveForm
{
    public string? Form { get; set; }

    public string? Title { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public string? SubjectKind { get; set; }

    public Guid? SubjectId { get; set; }

    public string? SubjectLabel { get; set; }

    public List<Guid> Posts { get; set; } = [];

    public string? Guests { get; set; }
}

/// <summary>What another room begins a wave with: <c>?form=pulse&amp;subject=partnership&amp;id=…&amp;label=…</c>.</summary>
internal sealed class WaveStart
{
    [FromQuery(Name = "form")]
    public string? Form { get; set; }

    [FromQuery(Name = "subject")]
    public string? Subject { get; set; }

    [FromQuery(Name = "id")]
    public Guid? Id { get; set; }

    [FromQuery(Name = "label")]
    public string? Label { get; set; }
}

[Requires(InstrumentsPermissions.OpenWave)]
internal sealed class AskPartnersPage(AskPartnersHandler handler, InstrumentBook book, INetworkDirectory networks, TimeProvider clock) : InstrumentPage
{
    private const int DaysToAnswer = 21;

    [BindProperty]
    public WaveForm Input { get; set; } = new();

    public IReadOnlyList<IGrouping<string, PostCard>> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Forms { get; private set; } = [];

    public bool MayAskAll => MayHere(InstrumentsPermissions.SeeAllWaves);

    public async Task<IActionResult> OnGetAsync([FromQuery] WaveStart start, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        ModelState.Clear();
        Input = new() { Form = start.Form, Title = start.Label, SubjectKind = start.Subject, SubjectId = start.Id, SubjectLabel = start.Label, ClosesOn = Today.AddDays(DaysToAnswer) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Again() : NotThere();
        }

        var subject = new WaveSubject(Cut(Input.SubjectKind, 40), Input.SubjectId, Cut(Input.SubjectLabel, Wave.LongestTitle));
        var command = new AskPartners(Input.Form ?? "", new(Input.Title, Input.ClosesOn, subject), [.. Input.Posts.Select(p => new PostId(p))], Input.Guests);
        var (id, refusal) = await handler.HandleAsync(command, Actor, clock, ct);
        return await AnswerAsync(refusal, () => LoadAsync(ct), $"/instruments/waves/{id}", "Asked.");
    }

    private static string? Cut(string? text, int most) => string.IsNullOrWhiteSpace(text) ? null : text[..Math.Min(text.Length, most)];

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network || !book.May(Actor, InstrumentsPermissions.OpenWave))
        {
            return false;
        }

        People =
        [
            .. (await networks.PostsInAsync(network, ct)).Where(p => AskPartnersHandler.MayBeAsked(p) && (MayAskAll || p.Organisation == Actor.Organisation))
                .OrderBy(p => p.OrganisationName, StringComparer.CurrentCulture).ThenBy(p => p.PersonName, StringComparer.CurrentCulture).GroupBy(p => p.OrganisationName, StringComparer.Ordinal),
        ];
        Forms =
        [
            .. (await book.OwnAsync(ct)).Where(i => !i.IsPutAway).Select(i => new SelectListItem(i.Title, i.Key)),
            .. ShippedInstruments.All.Select(i => new SelectListItem(i.Text, i.Key)),
        ];
        return true;
    }
}
