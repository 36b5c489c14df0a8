using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>A forum with its seats and days, the newest first.</summary>
internal sealed record ForumView(Forum Forum, IReadOnlyList<ForumSeat> Seats, IReadOnlyList<ForumDay> Days, DateOnly Today)
{
    /// <summary>Who speaks for us today; null: our place is empty.</summary>
    public ForumSeat? Now => Seats.FirstOrDefault(s => s.Runs(Today));

    public ForumSeat? Next => Seats.Where(s => s.From > Today).MinBy(s => s.From);

    /// <summary>The place is empty within the given days, and nobody comes next.</summary>
    public bool IsEmptyBy(DateOnly day) => Forum.ClosedOn is null && !Seats.Any(s => s.Runs(day));

    public ForumDay? NextDay => Days.Where(d => d.On >= Today).MinBy(d => d.On);
}

internal sealed class ForumBook(AppDbContext db)
{
    public async Task<IReadOnlyList<ForumView>> ReadAsync(NetworkId network, DateOnly today, CancellationToken ct)
    {
        var forums = await db.Set<Forum>().AsNoTracking().Where(f => f.NetworkId == network).ToListAsync(ct);
        var seats = (await db.Set<ForumSeat>().AsNoTracking().Where(s => s.NetworkId == network).ToListAsync(ct)).ToLookup(s => s.ForumId);
        var days = (await db.Set<ForumDay>().AsNoTracking().Where(d => d.NetworkId == network).ToListAsync(ct)).ToLookup(d => d.ForumId);
        return
        [
            .. forums.OrderBy(f => f.ClosedOn is not null).ThenBy(f => f.Name, StringComparer.CurrentCulture).Select(f => new ForumView(
                f, [.. seats[f.Id].OrderByDescending(s => s.From).ThenByDescending(s => s.Id.Value)], [.. days[f.Id].OrderByDescending(d => d.On)], today)),
        ];
    }
}
