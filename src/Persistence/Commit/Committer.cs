using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Causeway.Persistence;

/// <summary>
/// The one decision about commits (docs/decisions/0003-commits.md): never cancellable, no timeout on the commit itself,
/// the audit rows and the idempotency key in the same transaction, and an unclear answer is "unknown", not "done".
/// </summary>
internal sealed class Committer(AppDbContext db)
{
    /// <summary>How long a person waits for the answer. The commit goes on; only the answer is given up.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    public async Task<int> CommitAsync(AuditAct[] acts)
    {
        RefuseUnauditedChanges(acts);
        RaiseVersions();
        var transaction = db.Database.CurrentTransaction ?? await db.Database.BeginTransactionAsync(CancellationToken.None);
        try
        {
            var rows = await db.WriteAsync();
            await AuditChain.AppendAsync(db, acts);
            AddKey();
            await db.WriteAsync();
            await FinishAsync(transaction);
            return rows;
        }
        catch (Exception error) when (error is not CommitUnknownException)
        {
            await RollBackAsync(transaction);
            throw;
        }
        finally
        {
            await transaction.DisposeAsync();
        }
    }

    private async Task FinishAsync(IDbContextTransaction transaction)
    {
        var doubt = CommitDoubt.Watch(db.Database.GetDbConnection());
        var commit = transaction.CommitAsync(CancellationToken.None);
        try
        {
            await commit.WaitAsync(AnswerLimit, db.Clock, CancellationToken.None);
        }
        catch (TimeoutException slow)
        {
            throw new CommitUnknownException("The database has not answered the commit yet.", slow);
        }
        catch (Exception broken) when (broken is not DbUpdateException)
        {
            // The connection failed between "commit" and its answer: it may or may not hold. The key settles it.
            throw new CommitUnknownException("The connection was lost during the commit.", broken);
        }

        if (doubt.Notice is { } notice)
        {
            throw new CommitUnknownException("The database answered the commit with a notice: " + notice);
        }
    }

    private static async Task RollBackAsync(IDbContextTransaction transaction)
    {
        try
        {
            await transaction.RollbackAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is System.Data.Common.DbException or InvalidOperationException or ObjectDisposedException)
        {
            // The connection is gone and the transaction with it; the first error is the one worth telling.
        }
    }

    private void RaiseVersions()
    {
        foreach (var entry in db.ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
        {
            var version = entry.Property(nameof(IVersioned.Version));
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }

    private void RefuseUnauditedChanges(AuditAct[] acts)
    {
        if (acts.Length > 0)
        {
            return;
        }

        var silent = db.ChangeTracker.Entries()
            .FirstOrDefault(e => e.State != EntityState.Unchanged && e.State != EntityState.Detached && TenantFilter.IsTenantTable(e.Metadata));
        if (silent is not null)
        {
            throw new InvalidOperationException(
                $"{silent.Metadata.ClrType.Name} was changed without an audit act: call db.Record(...) before saving.");
        }
    }

    private void AddKey()
    {
        if (db.Key is { } key && !db.KeyWritten)
        {
            db.Add(new IdempotencyRow(key.Text, key.BodyHash, db.Scope.Person, db.Clock.GetUtcNow()));
            db.KeyWritten = true;
        }
    }
}
