using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>The clock of this machine is wrong: nothing that ends at a time is opened by it (K14).</summary>
public sealed class ClockRefusedException(string message) : Exception(message);

/// <summary>
/// The time by which grants end: the database's, the same for every copy of the program. SQLite has none but the host's; there
/// the last act of the trail says how early it cannot be.
/// </summary>
public class DatabaseClock(IDatabaseProvider provider, TimeProvider clock)
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    /// <exception cref="ClockRefusedException">Host and database, or host and trail, are more than a minute apart.</exception>
    public async Task<DateTimeOffset> NowAsync(AppDbContext db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var host = clock.GetUtcNow();
        if (await ReadAsync(db, ct) is { } theirs)
        {
            return (host - theirs).Duration() <= Tolerance
                ? theirs
                : throw new ClockRefusedException("The clocks of this machine and of the database are more than a minute apart.");
        }

        var chain = db.Scope.Organisation.Value;
        var last = await db.Set<AuditRow>().Where(r => r.ChainId == chain).OrderByDescending(r => r.Sequence)
            .Select(r => (DateTimeOffset?)r.At).FirstOrDefaultAsync(ct);
        return last is not { } act || host >= act - Tolerance
            ? host
            : throw new ClockRefusedException("The clock of this machine is more than a minute behind the last act in the trail.");
    }

    protected virtual Task<DateTimeOffset?> ReadAsync(AppDbContext db, CancellationToken ct) => provider.ReadClockAsync(db, ct);
}
