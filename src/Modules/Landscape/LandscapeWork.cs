using System.Globalization;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Landscape;

/// <summary>What waits in this room. The words stand in mails: they count and say where, and quote nothing.</summary>
internal static class LandscapeWork
{
    public static readonly WorkKind Law = new("law-check", "Laws and policies to check again", "{0} law or policy to check again", "{0} laws and policies to check again", "/landscape");
    public static readonly WorkKind Practice = new("practice-check", "Practice to look at again", "{0} practice note to look at again", "{0} practice notes to look at again", "/landscape/practice");
    public static readonly WorkKind Seat = new("forum-seat", "Seats in forums that end", "{0} seat in a forum ends soon or is empty", "{0} seats in forums end soon or are empty", "/landscape/forums");
    public static readonly WorkKind Pack = new("country-pack", "The country page to confirm", "{0} country page waits for somebody to confirm it", "{0} country pages wait for somebody to confirm them", "/landscape/country");
    public static readonly WorkKind Participation = new("participation", "Participation plans to finish", "{0} participation plan waits for consent or feedback", "{0} participation plans wait for consent or feedback", "/landscape/participation");

    public static readonly WorkKind[] All = [Law, Practice, Seat, Pack, Participation, AssessmentWork.Kind];

    internal static string Day(DateOnly day, IStringLocalizer t) => day.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture);
}

/// <summary>Laws whose next check has passed, for the coordinator; practice to look at again, for whoever may note it.</summary>
internal sealed class RecheckWork(LandscapeDoor door, LawBook laws, PracticeBook practice, IStringLocalizer t) : IWorkList
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !door.May(actor, LandscapePermissions.Note))
        {
            return [];
        }

        var today = door.Today(actor);
        var keeps = door.May(actor, LandscapePermissions.Keep);
        var notes = (await practice.ReadAsync(network, today, ct)).Cells
            .Where(c => c.Note.IsDue(today) && c.Duty.IsInForce(today) && (keeps || c.Note.School == actor.Organisation)).Take(Most).Select(c => new WorkItem(
                WorkItem.At(c.Note.RecheckOn), WorkItem.UrgencyOf(c.Note.RecheckOn, today), LandscapeWork.Day(c.Note.RecheckOn, t),
                t["Look again: {0}, {1}", c.Duty.Duty.Code, c.Note.Locality], t["What is seen changes; the note says when it was to be looked at again."],
                $"/landscape/practice/{c.Duty.Duty.Id}", t["Look"]) { Kind = LandscapeWork.Practice, Mark = c.Note.Locality });
        if (!keeps)
        {
            return [.. notes];
        }

        var overdue = (await laws.ReadAsync(network, today, ct)).Where(i => i.Says.IsOverdue(today) && !i.Says.HasLapsed(today)).Take(Most).Select(i => new WorkItem(
            WorkItem.At(i.Says.NextCheck), Urgency.Late, LandscapeWork.Day(i.Says.NextCheck, t), t["Check again: {0}", i.Says.Title],
            t["Somebody looks whether what stands there is still right."], $"/landscape/laws/{i.Instrument.Id}", t["Open"]) { Kind = LandscapeWork.Law });
        return [.. overdue, .. notes];
    }
}

/// <summary>A seat that ends within two months with nobody after it: for the coordinator, and for whoever holds it.</summary>
internal sealed class ForumWork(LandscapeDoor door, ForumBook book, IStringLocalizer t) : IWorkList
{
    public const int DaysBefore = 60;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !door.May(actor, LandscapePermissions.See))
        {
            return [];
        }

        var today = door.Today(actor);
        var keeps = door.May(actor, LandscapePermissions.Keep);
        return
        [
            .. (await book.ReadAsync(network, today, ct)).Where(f => f.IsEmptyBy(today.AddDays(DaysBefore)) && f.Next is null && (keeps || f.Now?.Holder == actor.Person)).Select(f => new WorkItem(
                WorkItem.At(f.Now?.Until ?? today), f.Now is null ? Urgency.Late : Urgency.Soon,
                f.Now is { } now ? LandscapeWork.Day(now.Until, t) : t["Our place is empty"], t["Who speaks for us? {0}", f.Forum.Name],
                t["Agree in the network, then give the seat."], $"/landscape/forums/{f.Forum.Id}", t["Open"]) { Kind = LandscapeWork.Seat }),
        ];
    }
}
