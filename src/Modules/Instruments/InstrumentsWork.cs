using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Instruments;

/// <summary>What waits in this room. The words stand in mails: they count and say where, and quote nothing.</summary>
internal static class InstrumentsWork
{
    public static readonly WorkKind Questions = new("questions", "Rounds of questions to answer", "{0} round of questions waits for your answers", "{0} rounds of questions wait for your answers", "/instruments");
    public static readonly WorkKind Round = new("round", "Rounds to close", "{0} round can be closed", "{0} rounds can be closed", "/instruments");
    public static readonly WorkKind Body = new("diligence", "Bodies we examine", "{0} thing to do about a body we examine", "{0} things to do about bodies we examine", "/instruments/bodies");

    public static readonly WorkKind[] All = [Questions, Round, Body, GrowthWork.Step];
}

/// <summary>Whoever must answer, whoever can close, whoever decides about a body.</summary>
internal sealed class InstrumentsWorkList(AppDbContext db, WaveBook waves, DiligenceBook bodies, IStringLocalizer t) : IWorkList
{
    private const int Most = 20;
    private const int DaysBefore = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Network is null || actor.Network != db.Scope.Network)
        {
            return [];
        }

        return [.. await RoundsAsync(actor, ct), .. await BodiesAsync(actor, ct)];
    }

    private async Task<List<WorkItem>> RoundsAsync(Actor actor, CancellationToken ct)
    {
        var today = waves.Clock.Today(actor.Zone);
        var items = new List<WorkItem>();
        if (waves.May(actor, InstrumentsPermissions.Answer))
        {
            var open = await (
                from r in db.Set<Respondent>().AsNoTracking()
                join s in db.Set<ResponseSet>() on r.ResponseSetId equals s.Id
                join w in db.Set<Wave>() on r.WaveId equals w.Id
                where r.PersonId == actor.Person && s.SubmittedAt == null && w.ClosedAt == null
                orderby w.ClosesOn, w.Id
                select w).Take(Most).ToListAsync(ct);
            items.AddRange(open.Select(w => Item(w.ClosesOn, today, t["Answer: {0}", w.Title], t["Your draft is kept; you can go on another day."], $"/instruments/waves/{w.Id}/answer", t["Answer"], InstrumentsWork.Questions)));
        }

        var ripe = await waves.Waves(actor).AsNoTracking().Where(w => w.ClosedAt == null && w.OpenedBy == actor.Person && w.ClosesOn < today).OrderBy(w => w.ClosesOn).ThenBy(w => w.Id).Take(Most).ToListAsync(ct);
        items.AddRange(ripe.Select(w => Item(w.ClosesOn, today, t["A round can be closed: {0}", w.Title], t["Its last day has passed, and nobody sees a result before."], $"/instruments/waves/{w.Id}", t["Look"], InstrumentsWork.Round)));
        return items;
    }

    private async Task<List<WorkItem>> BodiesAsync(Actor actor, CancellationToken ct)
    {
        var (decides, proposes) = (bodies.May(actor, InstrumentsPermissions.Decide), bodies.May(actor, InstrumentsPermissions.Propose));
        if (!decides && !proposes)
        {
            return [];
        }

        var items = new List<WorkItem>();
        foreach (var view in await bodies.AllAsync(actor, ct))
        {
            var (file, today, url) = (view.File, view.Today, $"/instruments/bodies/{view.File.Id}");
            if (decides && file.State == DiligenceState.Submitted && file.MayBeDecidedBy(actor.Person))
            {
                items.Add(Item(today, today, t["Decide about a body: {0}", file.Name], t["Its file is complete and waits for somebody who did not propose it."], url, t["Decide"], InstrumentsWork.Body));
            }

            if (proposes && file.State == DiligenceState.ChangeRequested && file.ProposedBy == actor.Person)
            {
                items.Add(Item(today, today, t["Change a file: {0}", file.Name], t["Whoever decides asked for a change."], url, t["Open"], InstrumentsWork.Body));
            }

            if (file is { Conclusion: Conclusion.Ready or Conclusion.ReadyWithConditions, IsRevoked: false })
            {
                items.AddRange(view.Conditions.Where(c => c.MetOn is null && !c.IsReplaced && c.DueOn <= today.AddDays(DaysBefore)).Select(c => Item(
                    c.DueOn, today, t["A condition of {0}", file.Name], c.Text, url, t["Look"], InstrumentsWork.Body, c.Id.ToString())));
                if (proposes && file.State == DiligenceState.Accepted && file.Until <= today.AddDays(DaysBefore))
                {
                    items.Add(Item(file.Until!.Value, today, t["Examine again: {0}", file.Name], t["The conclusion runs out."], url, t["Open"], InstrumentsWork.Body, "until"));
                }
            }
        }

        return items;
    }

    private WorkItem Item(DateOnly due, DateOnly today, string title, string why, string url, string action, WorkKind kind, string mark = "") => new(
        WorkItem.At(due), WorkItem.UrgencyOf(due, today),
        due.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture), title, why, url, action) { Kind = kind, Mark = mark };
}
