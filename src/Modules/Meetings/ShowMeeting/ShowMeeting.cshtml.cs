using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Meetings;

/// <summary>One meeting: when and where, who stands for which school, agenda, actions, decisions, minutes, and the next step.</summary>
[Requires(MeetingsPermissions.See)]
internal sealed class ShowMeetingPage(MeetingReader reader, HoldMeetingHandler hold, AnswerHandler answers, MarkAttendanceHandler attendance) : MeetingPage
{
    [BindProperty]
    public Reply? Reply { get; set; }

    [BindProperty]
    public bool WholeSeries { get; set; }

    [BindProperty]
    public string? Alternate { get; set; }

    [BindProperty]
    public Guid School { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid Adult { get; set; }

    [BindProperty]
    public string? Signature { get; set; }

    public MeetingView View { get; private set; } = null!;

    public (Reply Reply, string? Alternate, Invitation Invitation)? Own { get; private set; }

    public IReadOnlyList<(OrganisationCard School, Supervision? Adult)> Adults { get; private set; } = [];

    public IReadOnlyList<SelectListItem> AdultChoices { get; private set; } = [];

    public IReadOnlyList<ActionItem> Earlier { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public bool MayPlan => MayHere(MeetingsPermissions.Plan);

    public bool MayAppend => MayHere(MeetingsPermissions.Append);

    public bool MayAnswer => Own is not null && View.Meeting.IsAhead && View.Meeting.StartsAt > reader.Clock.GetUtcNow();

    public bool MayRestore => MayPlan && View.Meeting.State == MeetingState.Cancelled && View.Series.EndedAt is null && View.Meeting.StartsAt > reader.Clock.GetUtcNow();

    private string Here => $"/meetings/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) => await AnswerAsync(
        Reply is { } reply ? await answers.SignedInAsync(new(Id), WholeSeries, reply, Alternate, Actor, ct) : Meetings.Response.NoAnswer, () => LoadAsync(ct), Here, "Your answer is kept.");

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct) => await AnswerAsync(await hold.OpenAsync(new(Id), Actor, ct), () => LoadAsync(ct), Here, "The meeting is open.");

    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct) =>
        await AnswerAsync(await hold.StartAsync(new(Id), Actor, ct), () => LoadAsync(ct), Here + "/attendance", "The meeting has begun. Who is there?");

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) =>
        await AnswerAsync(await hold.CloseAsync(new(Id), Actor, ct), () => LoadAsync(ct), Here + "/minutes", "The meeting is closed. Its minutes can be drafted from what was recorded.");

    public async Task<IActionResult> OnPostExcuseAsync(CancellationToken ct) =>
        await AnswerAsync(await hold.ExcuseAsync(new(Id), new(School), Reason, Actor, ct), () => LoadAsync(ct), Here, "The school is excused.");

    public async Task<IActionResult> OnPostSuperviseAsync(CancellationToken ct) =>
        await AnswerAsync(await hold.SuperviseAsync(new(Id), new(Adult), Actor, ct), () => LoadAsync(ct), Here, "The supervising adult is named.");

    public async Task<IActionResult> OnPostSignAsync(CancellationToken ct) =>
        await AnswerAsync(await attendance.SignAsync(new(Id), Signature, Actor, ct), () => LoadAsync(ct), Here, "Signed.");

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await reader.ReadAsync(new(Id), Actor, MeetingsPermissions.See, ct) is not { } view)
        {
            return false;
        }

        View = view;
        Today = reader.Clock.Today(Actor.Zone);
        Own = await reader.OwnAnswerAsync(view.Meeting, Actor, ct);
        Reply ??= Own?.Reply is null or Meetings.Reply.NeedsAction ? null : Own.Value.Reply;
        Alternate ??= Own?.Alternate;
        Adults = await reader.SupervisionAsync(view, ct);
        Earlier = view.Meeting.State == MeetingState.Closed ? [] : await reader.OpenActionsAsync(view, ct);
        if (Adults.Count > 0 && MayAppend)
        {
            var schools = Adults.Select(a => a.School.Id).ToHashSet();
            AdultChoices = [.. (await reader.PeopleAsync(view, ct)).Where(p => schools.Contains(p.Organisation) && (MayPlan || p.Organisation == Actor.Organisation))
                .OrderBy(p => p.OrganisationName, StringComparer.CurrentCulture).Select(p => new SelectListItem($"{p.OrganisationName}: {p.PersonName}", p.Id.ToString()))];
        }

        return true;
    }
}
