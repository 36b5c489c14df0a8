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
        RefuseForeignLending();
        RaiseVersions();
        var transaction = db.Database.CurrentTransaction ?? await db.Database.BeginTransactionAsync(CancellationToken.None);
        int rows;
        try
        {
            await WriteKeyAsync();
            rows = await db.WriteAsync();
            await SealedUnder.DemandAsync(db);
            await AuditChain.AppendAsync(db, acts);
            await db.WriteAsync();
            await FinishAsync(transaction);
        }
        catch (Exception)
        {
            ForgetTrail();
            if (!db.IsUnanswered)
            {
                db.HasBulkRows = false;
                await RollBackAsync(transaction);
            }

            throw;
        }

        db.KeyWritten |= db.Key is not null;
        db.HasBulkRows = false;
        db.Seals.Clear();
        await transaction.DisposeAsync();
        return rows;
    }

    private async Task FinishAsync(IDbContextTransaction transaction)
    {
        var doubt = CommitDoubt.Watch(db.Database.GetDbConnection());
        var commit = transaction.CommitAsync(CancellationToken.None);
        try
        {
            await commit.WaitAsync(AnswerLimit, db.Clock, CancellationToken.None);
        }
        catch (TimeoutException slow) when (!commit.IsCompleted)
        {
            // Neither cancelled nor rolled back: the connection belongs to the commit until that is through.
            db.LeaveTo(commit);
            throw new CommitUnknownException("The database has not answered the commit yet.", slow);
        }
        catch (Exception broken) when (!db.Provider.IsRefusedCommit(broken))
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
        catch (Exception gone) when (IsGone(gone))
        {
            // The connection is gone and the transaction with it; the first error is the one worth telling.
        }

        try
        {
            await transaction.DisposeAsync();
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // As above.
        }
    }

    private static bool IsGone(Exception error) =>
        error is System.Data.Common.DbException or InvalidOperationException or ObjectDisposedException or IOException;

    // What was appended fits the end of the chain as it was then; after a failed save it must not be tried again.
    private void ForgetTrail()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is AuditRow or AuditHead).ToList())
        {
            entry.State = EntityState.Detached;
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

        if (db.HasBulkRows)
        {
            throw new InvalidOperationException("Rows were written without an audit act: call db.Record(...) before saving.");
        }

        var silent = db.ChangeTracker.Entries()
            .FirstOrDefault(e => e.State != EntityState.Unchanged && e.State != EntityState.Detached && TenantFilter.IsTenantTable(e.Metadata));
        if (silent is not null)
        {
            throw new InvalidOperationException(
                $"{silent.Metadata.ClrType.Name} was changed without an audit act: call db.Record(...) before saving.");
        }
    }

    // PostgreSQL says the same in the policy of the table; SQLite has no row security to say it.
    private void RefuseForeignLending()
    {
        var forged = db.SeesEverything ? null : db.ChangeTracker.Entries<ILentByOrganisation>()
            .FirstOrDefault(e => e.State is EntityState.Added or EntityState.Modified
                && (e.Entity.LenderId != db.Scope.Organisation || e.Property(l => l.LenderId).OriginalValue != db.Scope.Organisation));
        if (forged is not null)
        {
            throw new InvalidOperationException($"{forged.Metadata.ClrType.Name} was written by somebody who does not lend it.");
        }
    }

    // Before everything else: of two sendings of one form the second waits here for the first, and then knows that it is
    // the second, instead of finding a changed version or a taken name and blaming the person for it.
    private async Task WriteKeyAsync()
    {
        if (db.Key is not { } key || db.KeyWritten)
        {
            return;
        }

        try
        {
            await IdempotencyRow.WriteAsync(db, key);
        }
        catch (Exception error) when (db.Provider.IsUniqueViolation(error))
        {
            throw new FormAnsweredException("This form was answered already.", error);
        }
    }
}
