using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Counts different entries a person has looked at in the last hour and lists taken out in the last day, in the database so
/// that every copy of the program counts alike (R20, R21). Looking at the same entry again costs nothing.
/// </summary>
internal sealed class DirectoryLimits(AppDbContext db, TimeProvider clock)
{
    private const int SweptAtOnce = 400;

    /// <summary>Counts these entries; false: the hour is used up. The caller saves.</summary>
    public async Task<bool> TrySeeAsync(IReadOnlyCollection<EntryId> entries, Actor actor, CancellationToken ct)
    {
        var hour = clock.GetUtcNow().AddHours(-1);
        var mine = await db.Set<DirectoryUse>().AsNoTracking().Where(u => u.PersonId == actor.Person && u.Seen != Guid.Empty)
            .Select(u => new { u.Seen, u.At }).ToListAsync(ct);
        var lately = mine.Where(u => u.At > hour).Select(u => u.Seen).ToHashSet();
        var fresh = entries.Select(e => e.Value).Where(e => !lately.Contains(e)).Distinct().ToList();
        if (lately.Count + fresh.Count > DirectoryUse.EntriesAnHour)
        {
            return false;
        }

        if (mine.Exists(u => u.At <= hour))
        {
            db.RemoveRange(await db.Set<DirectoryUse>().Where(u => u.PersonId == actor.Person && u.Seen != Guid.Empty && u.At <= hour).Take(SweptAtOnce).ToListAsync(ct));
        }

        db.AddRange(fresh.Select(e => new DirectoryUse(actor.Person, e, clock)));
        return true;
    }

    /// <summary>Counts one export; false: three were taken today. The caller saves.</summary>
    public async Task<bool> TryExportAsync(Actor actor, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        var mine = await db.Set<DirectoryUse>().Where(u => u.PersonId == actor.Person && u.Seen == Guid.Empty).ToListAsync(ct);
        if (mine.Count(u => u.At > since) >= DirectoryUse.ExportsADay)
        {
            return false;
        }

        db.RemoveRange(mine.Where(u => u.At <= since));
        db.Add(new DirectoryUse(actor.Person, Guid.Empty, clock));
        return true;
    }
}
