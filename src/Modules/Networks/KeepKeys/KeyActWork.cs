using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Networks;

/// <summary>On the home page of all who lead the school: what waits for a second person, and what its asker can do now.</summary>
internal sealed class KeyActWork(AppDbContext db, Access access, TimeProvider clock, IStringLocalizer texts) : IWorkList
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || !access.Allows(actor, NetworksPermissions.KeepKeys, new(Organisation: own)))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var since = now - KeyAct.Delay - KeyAct.Life - KeyAct.Life;
        var acts = await db.Set<KeyAct>().AsNoTracking()
            .Where(a => a.OrganisationId == own && a.DoneAt == null && a.StoppedBy == null && a.AskedAt > since).OrderBy(a => a.AskedAt).ToListAsync(ct);
        return
        [
            .. acts.Where(a => a.StateAt(now) == (a.AskedBy == actor.Person ? KeyActState.Ready : KeyActState.WaitsForSecond))
                .Select(a => new WorkItem(
                    a.AskedAt, Urgency.Today, texts["Waits for you"], texts[KeyActWords.Of(a.Kind)], texts["Nobody does this alone."],
                    $"/organisations/{own}/keys/{a.Id}", texts["Look"]) { Kind = NetworksWork.Keys }),
        ];
    }
}
