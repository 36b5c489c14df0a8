using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

internal sealed class WorkBook(AppDbContext db, IEnumerable<IWorkList> lists, TimeProvider clock) : IWorkBook
{
    private const int DaysOfAWeek = 7;

    /// <summary>Longer than any news stands there.</summary>
    private const int DaysOfSeen = 60;

    public static readonly Refusal Gone = new("work.gone", "This does not wait any more.");
    public static readonly Refusal CannotWait = new("work.cannot-wait", "This is due, and a child's protection may hang on it: it cannot be put off.");

    public async Task<WaitingWork> OfAsync(Actor actor, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        foreach (var list in lists)
        {
            items.AddRange(await list.ForAsync(actor, ct));
        }

        var now = clock.GetUtcNow();
        var later = await db.Set<Snooze>().AsNoTracking().Where(s => s.PersonId == actor.Person && s.Until > now).ToDictionaryAsync(s => s.Key, s => s.Until, StringComparer.Ordinal, ct);
        var sorted = items.OrderBy(i => i.Urgency).ThenBy(i => i.When).ToLookup(i => i.MayWait && later.ContainsKey(i.Key));
        return new WaitingWork([.. sorted[false]], [.. sorted[true].Select(i => (i, later[i.Key])).Where(p => !p.i.Kind.IsNews)]);
    }

    public async Task<Refusal?> PutOffAsync(Actor actor, string key, PutOffUntil until, CancellationToken ct)
    {
        if ((await OfAsync(actor, ct)).Waiting.FirstOrDefault(i => string.Equals(i.Key, key, StringComparison.Ordinal)) is not { } item)
        {
            return Gone;
        }

        if (!item.MayWait || (until == PutOffUntil.Seen && !item.Kind.IsNews))
        {
            return CannotWait;
        }

        var moment = LocalDay.Moment(clock.Today(actor.Zone).AddDays(DaysOf(until)), TimeOnly.MinValue, actor.Zone);
        if (await FindAsync(actor, key, ct) is { } before)
        {
            before.Extend(moment);
        }
        else
        {
            db.Add(Snooze.Of(actor.Person, key, moment));
        }

        return await db.TrySaveAsync("work.put-off", actor.Person.Value, ct);
    }

    public async Task<Refusal?> TakeBackAsync(Actor actor, string key, CancellationToken ct)
    {
        if (await FindAsync(actor, key, ct) is not { } snooze)
        {
            return null;
        }

        db.Remove(snooze);
        return await db.TrySaveAsync("work.taken-back", actor.Person.Value, ct);
    }

    private Task<Snooze?> FindAsync(Actor actor, string key, CancellationToken ct) =>
        db.Set<Snooze>().FirstOrDefaultAsync(s => s.PersonId == actor.Person && s.Key == key, ct);

    private static int DaysOf(PutOffUntil until) => until switch
    {
        PutOffUntil.Tomorrow => 1,
        PutOffUntil.NextWeek => DaysOfAWeek,
        PutOffUntil.Seen => DaysOfSeen,
        _ => throw new ArgumentOutOfRangeException(nameof(until)),
    };
}
