using Causeway.Kernel;
using Microsoft.Extensions.Localization;

namespace Causeway.Landscape;

/// <summary>For whoever may write it: findings to give back, an assessment left lying, the next one.</summary>
internal sealed class AssessmentWork(AssessmentBook book, IStringLocalizer t) : IWorkList
{
    private const int DaysBefore = 14;
    private const int DaysLying = 30;

    public static readonly WorkKind Kind = new("assessment", "Community assessments to go on with", "{0} community assessment waits", "{0} community assessments wait", "/landscape/assessments");

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Network is null || !book.Door.May(actor, LandscapePermissions.Note))
        {
            return [];
        }

        var today = book.Door.Today(actor);
        return [.. (await book.ListAsync(actor, ct)).Select(v => v.Assessment).Where(a => book.MayTouch(a, actor)).Select(a => Of(a, today)).OfType<WorkItem>()];
    }

    private WorkItem? Of(CommunityAssessment a, DateOnly today) => a switch
    {
        { IsFinished: true, NextOn: { } next } when next <= today.AddDays(DaysBefore) =>
            Item(a, next, today, t["The next assessment is due: {0}", a.Area], t["What was found then grows old."], "next"),
        { IsFinished: true } => null,
        { GivenBackOn: null, GiveBackOn: { } day } when day <= today.AddDays(DaysBefore) =>
            Item(a, day, today, t["Give back what was found: {0}", a.Area], t["People who told you something hear what became of it."], "give-back"),
        _ when a.SavedOn <= today.AddDays(-DaysLying) =>
            Item(a, a.SavedOn.AddDays(DaysLying), today, t["Go on with the assessment: {0}", a.Area], t["What you saved is kept; nobody has written in it for a month."], "go-on"),
        _ => null,
    };

    private WorkItem Item(CommunityAssessment a, DateOnly day, DateOnly today, string title, string why, string mark) => new(
        WorkItem.At(day), mark == "go-on" ? Urgency.Later : WorkItem.UrgencyOf(day, today), LandscapeWork.Day(day, t), title, why, $"/landscape/assessments/{a.Id}", t["Open"]) { Kind = Kind, Mark = mark };
}
