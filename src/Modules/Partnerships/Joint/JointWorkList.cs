using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Partnerships;

/// <summary>For owners: talks their side has not answered, files of their side without a keeper who stays, projects that are through.</summary>
internal sealed class JointWorkList(AppDbContext db, PartnershipDoor door, FileBook files, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    private const int Most = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var owned = await door.Inside(actor).AsNoTracking()
            .Where(p => p.Stage != Stage.Ended && db.Set<PartyOwner>().Any(o => o.PartnershipId == p.Id && o.PersonId == actor.Person && o.Until == null))
            .OrderBy(p => p.Title).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        return owned.Count == 0 ? [] : [.. await TalksAsync(owned, actor, ct), .. await KeepersAsync(owned, actor, ct), .. await ProjectsAsync(owned, actor, ct)];
    }

    private async Task<IEnumerable<WorkItem>> TalksAsync(List<Partnership> owned, Actor actor, CancellationToken ct)
    {
        var ids = owned.ConvertAll(p => p.Id);
        var now = clock.GetUtcNow();
        var waiting = await (from a in db.Set<SideAsk>().AsNoTracking()
                             join talk in db.Set<Talk>() on a.AboutId equals talk.Id
                             join side in db.Set<Party>() on a.PartyId equals side.Id
                             where ids.Contains(a.PartnershipId) && a.For == AskedFor.Talk && a.Answer == SideAnswer.Waiting && talk.CalledOffAt == null && talk.StartsAt > now && side.Member == actor.Organisation
                             select new { a.PartnershipId, a.Id, talk.StartsAt }).ToListAsync(ct);
        return waiting.Select(w => Item(
            JointWork.Talk, LocalDay.Of(w.StartsAt, actor.Zone), actor, t["A talk is called: {0}", Title(owned, w.PartnershipId)], t["The other side waits to hear whether you come."], $"/partnerships/{w.PartnershipId}/talks", t["Answer"]) with { Mark = w.Id.ToString() });
    }

    private async Task<IEnumerable<WorkItem>> KeepersAsync(List<Partnership> owned, Actor actor, CancellationToken ct)
    {
        var ids = owned.ConvertAll(p => p.Id);
        var having = await db.Set<PartnershipFile>().Where(f => ids.Contains(f.PartnershipId) && db.Set<Party>().Any(p => p.Id == f.PartyId && p.Member == actor.Organisation)).Select(f => f.PartnershipId).Distinct().ToListAsync(ct);
        var items = new List<WorkItem>();
        foreach (var partnership in owned.Where(p => having.Contains(p.Id)))
        {
            var view = await door.ViewAsync(partnership, ct);
            var lost = (await files.OfAsync(view, ct)).Count(f => f.NeedsKeeper && view.Parties.Any(p => p.Id == f.File.PartyId && p.Member == actor.Organisation));
            if (lost > 0)
            {
                items.Add(Item(
                    JointWork.Keepers, clock.Today(actor.Zone), actor, t["Files need another keeper: {0}", partnership.Title], t.Count(lost, "{0} file of your side needs another keeper.", "{0} files of your side need another keeper."),
                    $"/partnerships/{partnership.Id}/files/keepers", t["Choose keepers"], quiet: true));
            }
        }

        return items;
    }

    private async Task<IEnumerable<WorkItem>> ProjectsAsync(List<Partnership> owned, Actor actor, CancellationToken ct)
    {
        var ids = owned.ConvertAll(p => p.Id);
        var today = clock.Today(actor.Zone);
        var over = await db.Set<JointProject>().AsNoTracking().Where(p => ids.Contains(p.PartnershipId) && p.State == ProjectState.Running && p.EndsOn < today).OrderBy(p => p.EndsOn).Take(Most).ToListAsync(ct);
        return over.Select(p => Item(JointWork.Project, p.EndsOn!.Value, actor, t["Finish the project: {0}", p.Title], t["Its last day has passed. Finished, it is kept as it was taught."], $"/partnerships/{p.PartnershipId}/projects/{p.Id}", t["Look"], quiet: true));
    }

    private static string Title(List<Partnership> owned, PartnershipId id) => owned.First(p => p.Id == id).Title;

    /// <param name="quiet">Its day is that of the cause, not one by which it had to be done.</param>
    private WorkItem Item(WorkKind kind, DateOnly day, Actor actor, string title, string why, string url, string action, bool quiet = false) => new(
        WorkItem.At(day), quiet ? Urgency.Soon : WorkItem.UrgencyOf(day, clock.Today(actor.Zone)), day.ToString(t["d MMMM yyyy"], CultureInfo.CurrentCulture), title, why, url, action) { Kind = kind };
}
