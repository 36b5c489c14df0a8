using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>Open questions of others that the reader has not answered, and own ones whose answers wait for a word.</summary>
internal sealed class QuestionWork(AppDbContext db, Access access, TimeProvider clock, IStringLocalizer texts) : IWorkList
{
    private const int DaysToMark = 21;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network || !access.Allows(actor, NetworksPermissions.AskNetwork, new(Network: network)))
        {
            return [];
        }

        var today = clock.Today(actor.Zone);
        var since = today.AddDays(-DaysToMark);
        var answers = db.Set<QuestionAnswer>();
        var found = await db.Set<Question>().AsNoTracking()
            .Where(q => q.NetworkId == network && (q.ClosesOn >= today || q.ClosesOn >= since))
            .Where(q => (q.AskedBy != actor.Person && q.School != actor.Organisation && q.ClosesOn >= today && !answers.Any(a => a.QuestionId == q.Id && a.School == actor.Organisation))
                || (q.AskedBy == actor.Person && answers.Any(a => a.QuestionId == q.Id) && !answers.Any(a => a.QuestionId == q.Id && a.Useful)))
            .OrderBy(q => q.ClosesOn).ThenBy(q => q.Id).ToListAsync(ct);
        return
        [
            .. found.Select(q => new WorkItem(
                WorkItem.At(q.ClosesOn),
                q.AskedBy != actor.Person && q.ClosesOn <= today.AddDays(1) ? Urgency.Soon : Urgency.Later,
                q.ClosesOn.ToString(texts["d MMMM yyyy"], System.Globalization.CultureInfo.CurrentCulture),
                q.AskedBy == actor.Person ? texts["Your question has answers: {0}", q.Topic] : texts["{0} asks the network: {1}", q.SchoolName, q.Topic],
                q.AskedBy == actor.Person ? texts["Mark what helped, for those who ask next."] : texts["Perhaps you have met this."],
                $"/network/questions/{q.Id}",
                texts["Open"]) { Kind = q.AskedBy == actor.Person ? NetworksWork.Answered : NetworksWork.Question }),
        ];
    }
}
