using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Causeway.Persistence.Postgres;

/// <summary>
/// Tells PostgreSQL, inside the transaction and only for it, whose rows may be seen. Every command of the program runs
/// in a transaction (begun here when there is none), so a pooled connection never carries a setting from one tenant to the
/// next, with or without reset on close, with or without a transaction pooler between.
/// </summary>
internal sealed class ScopeInterceptor : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await EnterAsync(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await EnterAsync(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await EnterAsync(command, eventData, cancellationToken);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        throw new NotSupportedException("The database is asked asynchronously.");

    private static async Task EnterAsync(DbCommand command, CommandEventData eventData, CancellationToken ct)
    {
        if (eventData.Context is not AppDbContext db)
        {
            throw new InvalidOperationException("A command without its context has no scope.");
        }

        var transaction = db.Database.CurrentTransaction ?? await db.Database.BeginTransactionAsync(ct);
        command.Transaction = transaction.GetDbTransaction();
        var known = (transaction.TransactionId, db.Scope.Revision);
        if (db.ScopeKnownTo == known)
        {
            return;
        }

        await using var settings = command.Connection!.CreateCommand();
        settings.Transaction = command.Transaction;
        settings.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT set_config('app.org', '{db.Scope.Organisation.Value:D}', true), set_config('app.network', '{db.Scope.Network.Value:D}', true), set_config('app.person', '{db.Scope.Person.Value:D}', true)");
        await settings.ExecuteNonQueryAsync(ct);
        db.ScopeKnownTo = known;
    }
}
