using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>Writes acts to the end of their chains and proves whole chains.</summary>
public static class AuditChain
{
    internal static async Task AppendAsync(AppDbContext db, AuditAct[] acts)
    {
        // Chains in one order for everybody, so that two writers of two chains never wait for each other in a circle.
        foreach (var chain in acts.GroupBy(a => a.Chain).OrderBy(c => c.Key))
        {
            await db.Provider.LockChainAsync(db, chain.Key, CancellationToken.None);
            var head = await HeadAsync(db, chain.Key);
            foreach (var act in chain)
            {
                db.Add(AuditRow.Append(act, head, db.Scope, db.Clock.GetUtcNow()));
            }
        }
    }

    private static async Task<AuditHead> HeadAsync(AppDbContext db, Guid chain)
    {
        if (db.Set<AuditHead>().Local.FirstOrDefault(h => h.ChainId == chain) is { } known)
        {
            // Another commit of this context's lifetime may have moved it; the lock is ours now, so read it fresh.
            await db.Entry(known).ReloadAsync(CancellationToken.None);
            return known;
        }

        if (await db.Set<AuditHead>().FirstOrDefaultAsync(h => h.ChainId == chain, CancellationToken.None) is { } head)
        {
            return head;
        }

        return db.Add(new AuditHead(chain)).Entity;
    }

    /// <summary>Walks every chain. Returns one line for the first fault of each faulty chain; empty means clean.</summary>
    /// <param name="maintenance">A context with the filters lifted.</param>
    /// <param name="onRow">Called with the number of rows read so far.</param>
    public static async Task<IReadOnlyList<string>> VerifyAsync(AppDbContext maintenance, Action<long>? onRow, CancellationToken ct)
    {
        var faults = new List<string>();
        List<AuditHead> heads;
        List<Guid> chains;
        try
        {
            heads = await maintenance.Set<AuditHead>().AsNoTracking().ToListAsync(ct);
            chains = await maintenance.Set<AuditRow>().Select(r => r.ChainId).Distinct().ToListAsync(ct);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return ["audit trail: the list of its chains cannot be read"];
        }

        long seen = 0;
        foreach (var chain in chains.Union(heads.Select(h => h.ChainId)).Order())
        {
            var fault = await FirstFaultAsync(maintenance, chain, heads.Find(h => h.ChainId == chain), () => onRow?.Invoke(++seen), ct);
            if (fault is not null)
            {
                faults.Add($"audit chain {chain}: {fault}");
            }
        }

        return faults;
    }

    private static async Task<string?> FirstFaultAsync(AppDbContext maintenance, Guid chain, AuditHead? head, Action onRow, CancellationToken ct)
    {
        long expected = 1;
        byte[] hash = [];
        try
        {
            await foreach (var row in maintenance.Set<AuditRow>().AsNoTracking().Where(r => r.ChainId == chain)
                .OrderBy(r => r.Sequence).AsAsyncEnumerable().WithCancellation(ct))
            {
                onRow();
                if (row.Sequence != expected)
                {
                    return row.Sequence > expected ? $"row {expected} is missing" : $"row {row.Sequence} does not belong there";
                }

                if (!row.HashAfter(hash).AsSpan().SequenceEqual(row.Hash))
                {
                    return $"row {row.Sequence} was changed";
                }

                hash = row.Hash;
                expected++;
            }
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return $"row {expected} cannot be read";
        }

        return CutTail(head, expected - 1, hash);
    }

    // A damaged value may be no id, no moment or no text at all: that is a finding, not a failure of the check.
    private static bool IsUnreadable(Exception error) =>
        error is FormatException or InvalidCastException or ArgumentException or OverflowException or InvalidOperationException
            or System.Data.Common.DbException;

    private static string? CutTail(AuditHead? head, long rows, byte[] hash) => head switch
    {
        null => "its end marker is missing",
        _ when head.Sequence != rows => $"it ends at row {rows}, but {head.Sequence} were written",
        _ when !head.Hash.AsSpan().SequenceEqual(hash) => "its end marker was changed",
        _ => null,
    };
}
