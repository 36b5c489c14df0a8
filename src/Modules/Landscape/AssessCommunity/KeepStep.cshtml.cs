using Causeway.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Landscape;

/// <summary>One step: its own form, and the lines that belong to it.</summary>
[Requires(LandscapePermissions.Note)]
internal sealed class KeepStepModel(AssessmentBook book, AssessCommunityHandler handler) : LandscapePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public int Step { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ScopeForm Scope { get; set; } = new();

    [BindProperty]
    public TogetherForm Together { get; set; } = new();

    [BindProperty]
    public CollectForm Collect { get; set; } = new();

    [BindProperty]
    public FindingsForm Findings { get; set; } = new();

    [BindProperty]
    public PrioritiesForm Priorities { get; set; } = new();

    [BindProperty]
    public GivingForm Giving { get; set; } = new();

    [BindProperty]
    public LineForm Asset { get; set; } = new();

    [BindProperty]
    public LineForm Need { get; set; } = new();

    [BindProperty]
    public LineForm Voice { get; set; } = new();

    [BindProperty]
    public LineForm Deed { get; set; } = new();

    public AssessmentView View { get; private set; } = null!;

    public AssessmentStep Now => (AssessmentStep)Step;

    public IReadOnlyList<SelectListItem> Ways => [.. View.Mechanisms.Select(m => new SelectListItem(m.Name, m.Id.ToString()))];

    public IReadOnlyList<SelectListItem> Gaps => [.. View.Gaps.Select(g => new SelectListItem($"{g.Duty.Duty.Code}, {g.Note.Locality}", g.Note.Id.ToString()))];

    public string Here => $"/landscape/assessments/{Id}/steps/{Step}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotThere();
        }

        var a = View.Assessment;
        if (a.IsFinished || !a.MayOpen(Now))
        {
            return Redirect(a.IsFinished ? $"/landscape/assessments/{Id}" : $"/landscape/assessments/{Id}/steps/{(int)a.Current}");
        }

        Scope = new() { Area = a.Area, Purpose = a.Purpose, People = a.People, Children = a.Children, CountedBy = a.CountedBy, Languages = a.Languages };
        Together = new() { Alone = a.Alone, Partners = a.Partners, WhoDoesWhat = a.WhoDoesWhat };
        Collect = new() { Services = a.Services, Barriers = a.Barriers, HeardTo5 = a.HeardTo5, HeardTo11 = a.HeardTo11, HeardTo15 = a.HeardTo15, HeardTo17 = a.HeardTo17 };
        Findings = new() { Findings = a.Findings, NotKnown = a.NotKnown };
        Priorities = new() { Priorities = a.Priorities, GiveBackOn = a.GiveBackOn, GiveBackForm = a.GiveBackForm };
        Giving = new() { GivenBackOn = a.GivenBackOn, TheySaid = a.TheySaid, NextOn = a.NextOn ?? Today.AddYears(2) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => GoAsync(
        () => handler.SaveAsync(Id, Version, SaveStep, Actor, ct),
        Now == AssessmentStep.GiveBack ? $"/landscape/assessments/{Id}" : $"/landscape/assessments/{Id}/steps/{Step + 1}", "Saved.", ct);

    public Task<IActionResult> OnPostAssetAsync(CancellationToken ct) => AddAsync(nameof(Asset), Asset, Asset.Kind, ct);

    public Task<IActionResult> OnPostNeedAsync(CancellationToken ct) => AddAsync(nameof(Need), Need, LineKind.Need, ct);

    public Task<IActionResult> OnPostVoiceAsync(CancellationToken ct) => AddAsync(nameof(Voice), Voice, LineKind.Voice, ct);

    public Task<IActionResult> OnPostDeedAsync(CancellationToken ct) => AddAsync(nameof(Deed), Deed, LineKind.Action, ct);

    public Task<IActionResult> OnPostDropAsync(Guid line, CancellationToken ct) => GoAsync(() => handler.DropLineAsync(Id, line, Actor, ct), Here, "Taken out.", ct);

    private Task<IActionResult> AddAsync(string name, LineForm line, LineKind kind, CancellationToken ct)
    {
        line.Kind = kind;
        return GoAsync(async () => await handler.AddLineAsync(Id, line, Actor, ct) is { } no ? no.Field is null ? no : no with { Field = $"{name}.{no.Field}" } : null, Here, "Added.", ct);
    }

    private Refusal? SaveStep(CommunityAssessment a, DateOnly today) => Now switch
    {
        AssessmentStep.Scope => a.Save(Scope, today),
        AssessmentStep.Together => a.Save(Together, today),
        AssessmentStep.Collect => a.Save(Collect, today),
        AssessmentStep.Findings => a.Save(Findings, today),
        AssessmentStep.Plan => a.Save(Priorities, today),
        _ => a.Save(Giving, today),
    };

    private async Task<IActionResult> GoAsync(Func<Task<Refusal?>> act, string url, string message, CancellationToken ct)
    {
        if (!Enum.IsDefined(Now))
        {
            return NotThere();
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Again() : NotThere();
        }

        return await AnswerAsync(await act(), () => LoadAsync(ct), url, message);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (!Enum.IsDefined(Now) || await book.FindAsync(Id, Actor, ct) is not { } view || !book.MayTouch(view.Assessment, Actor))
        {
            return false;
        }

        (View, Version) = (view, HttpMethods.IsGet(Request.Method) ? view.Assessment.Version : Version);
        return true;
    }
}
