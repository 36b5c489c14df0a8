using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>Is sending as such impossible? One wrong address is no trouble of the site.</summary>
public static class MailTrouble
{
    /// <summary>With the waits between tries, the sixth comes 62 minutes after the first.</summary>
    private const int TriesOfAnHour = 6;

    /// <summary>Something has been tried in vain for an hour, not on account of its address, and nothing went out meanwhile.</summary>
    public static async Task<bool> IsStuckAsync(AppDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var since = now.AddHours(-1);
        var errors = await db.Set<OutboxMail>().AsNoTracking()
            .Where(m => m.SentAt == null && !m.Failed && m.Attempts >= TriesOfAnHour && m.LastError != null)
            .Select(m => m.LastError).Distinct().ToListAsync(ct);
        return errors.Any(e => !MailAnswer.IsOfAddress(e)) && !await db.Set<OutboxMail>().AnyAsync(m => m.SentAt >= since, ct);
    }
}
