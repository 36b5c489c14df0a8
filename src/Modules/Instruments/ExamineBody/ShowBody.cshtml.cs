using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.Instruments;

internal sealed record SectionLine(Section Section, int Answered, int Proofs, int RunOut, int Blockers)
{
    public static IReadOnlyList<SectionLine> Of(DiligenceView view)
    {
        var sheet = AnswerSheet.Read(view.File.Answers);
        var blockers = DecideBodyHandler.Blockers(view.File).Select(b => b.Key).ToHashSet(StringComparer.Ordinal);
        var newest = Gate.Newest(view.Evidence).ToLookup(e => e.Section, StringComparer.Ordinal);
        return
        [
            .. InstrumentJson.Open(view.File.Definition).Sections.Select(s => new SectionLine(
                s, s.Items.Count(i => sheet[i.Key] is not null), newest[s.Key].Count(), newest[s.Key].Count(e => e.HasRunOut(view.Today)), s.Items.Count(i => blockers.Contains(i.Key)))),
        ];
    }
}

[Requires(InstrumentsPermissions.SeeDiligence)]
internal sealed class ShowBodyPage(DiligenceBook book, ExamineBodyHandler examining, DecideBodyHandler deciding) : InstrumentPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Conclusion? Conclusion { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Conditions { get; set; }

    [BindProperty]
    public Guid Condition { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public DiligenceView View { get; private set; } = null!;

    public IReadOnlyList<SectionLine> Sections { get; private set; } = [];

    public IReadOnlyList<Item> Blockers { get; private set; } = [];

    public bool MayPropose => MayHere(InstrumentsPermissions.Propose);

    public bool MayDecide => MayHere(InstrumentsPermissions.Decide) && View.File.MayBeDecidedBy(Actor.Person);

    public bool MayRevoke => MayDecide && View.File is { Conclusion: not null, IsRevoked: false };

    private string Here => $"/instruments/bodies/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) => await EndAsync(await examining.SubmitAsync(new(Id), Actor, ct), "Submitted.", ct);

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct) => await EndAsync(await examining.DropAsync(new(Id), Note, Actor, ct), "Dropped.", ct);

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct) => await EndAsync(await examining.RenewAsync(new(Id), Actor, ct), "Look over the answers and submit them anew.", ct);

    public async Task<IActionResult> OnPostConcludeAsync(CancellationToken ct) =>
        await EndAsync(await deciding.ConcludeAsync(new(Id), new(Conclusion, Note, Conditions, Version), Actor, ct), "Decided.", ct);

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken ct) => await EndAsync(await deciding.AskForChangeAsync(new(Id), Note, Version, Actor, ct), "A change is asked for.", ct);

    public async Task<IActionResult> OnPostRejectAsync(CancellationToken ct) => await EndAsync(await deciding.RejectAsync(new(Id), Note, Version, Actor, ct), "Rejected.", ct);

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken ct) => await EndAsync(await deciding.RevokeAsync(new(Id), Note, Version, Actor, ct), "Revoked.", ct);

    public async Task<IActionResult> OnPostMeetAsync(CancellationToken ct) => await EndAsync(await deciding.MeetAsync(new(Id), new(Condition), Actor, ct), "Marked as met.", ct);

    private Task<IActionResult> EndAsync(Refusal? refusal, string message, CancellationToken ct) => AnswerAsync(refusal, () => LoadAsync(ct), Here, message);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await book.FindAsync(new(Id), Actor, InstrumentsPermissions.SeeDiligence, ct) is not { } view)
        {
            return false;
        }

        (View, Sections, Blockers) = (view, SectionLine.Of(view), DecideBodyHandler.Blockers(view.File));
        return true;
    }
}

/// <summary>The file on paper: answers, proofs with their fingerprints, steps.</summary>
[Requires(InstrumentsPermissions.SeeDiligence)]
internal sealed class PrintBodyPage(DiligenceBook book) : InstrumentPage
{
    public DiligenceView View { get; private set; } = null!;

    public AnswerSheet Sheet { get; private set; } = AnswerSheet.Empty;

    public Instrument Checklist { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await book.FindAsync(new(id), Actor, InstrumentsPermissions.SeeDiligence, ct) is not { } view)
        {
            return NotThere();
        }

        (View, Sheet, Checklist) = (view, AnswerSheet.Read(view.File.Answers), InstrumentJson.Open(view.File.Definition));
        return Page();
    }

    public string Words(Item item) => WaveResult.Spell(item, Sheet, T);
}
