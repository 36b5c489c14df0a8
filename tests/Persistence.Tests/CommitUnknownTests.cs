using System.Data.Common;
using System.Diagnostics;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence.Tests;

/// <summary>R60, section 5: an answer that is not clear is never told as "done"; the form's key settles what became of it.</summary>
public sealed class CommitUnknownTests
{
    private const string Key = "the-form-key-of-a-doubtful-commit";

    [Fact]
    public async Task A_notice_during_the_commit_makes_it_unknown_and_the_key_tells_what_became_of_it()
    {
        await using var app = await TestApp.StartAsync();
        if (TestDatabase.Postgres is not null)
        {
            // A real notice of class 01 from the server, at the moment of the commit.
            await AtCommitAsync(app, "RAISE WARNING 'canceling wait for synchronous replication due to user request';");
        }

        await using var db = app.Open(Acts.SchoolA, app.Clock, TestDatabase.Postgres is null ? [new NoticeAtCommit()] : []);
        Order(db, app);
        var unknown = await Should.ThrowAsync<CommitUnknownException>(() => db.SaveChangesAsync());
        unknown.Message.ShouldContain(TestDatabase.Postgres is null ? "01999" : "01000");
        db.KeyWritten.ShouldBeFalse();
        await using var owner = app.Maintenance();
        (await owner.Set<IdempotencyRow>().CountAsync(r => r.Key == Key)).ShouldBe(1);
        (await owner.Set<OutboxMail>().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_that_does_not_answer_is_given_up_as_unknown_but_never_cancelled()
    {
        await using var app = await TestApp.StartAsync();
        if (TestDatabase.Postgres is not null)
        {
            await AtCommitAsync(app, "PERFORM pg_sleep(3);");
        }

        var watch = Stopwatch.StartNew();
        await using (var db = app.Open(Acts.SchoolA, new HurriedClock(), TestDatabase.Postgres is null ? [new SlowCommit()] : []))
        {
            Order(db, app);
            await Should.ThrowAsync<CommitUnknownException>(() => db.SaveChangesAsync());
        }

        // Ten seconds of the hurried clock; the commit itself takes three.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2.5));
        await using var owner = app.Maintenance();
        await UntilAsync(async () => await owner.Set<IdempotencyRow>().AnyAsync(r => r.Key == Key));
        (await owner.Set<OutboxMail>().CountAsync()).ShouldBe(1);
        (await AuditChain.VerifyAsync(owner, null, CancellationToken.None)).ShouldBeEmpty();

        // The pool is whole: the connection came back clean or not at all.
        for (var i = 0; i < 40; i++)
        {
            await using var scope = app.Enter(Acts.SchoolA, out var next);
            (await next.Set<OutboxMail>().CountAsync()).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_connection_lost_during_the_commit_leaves_it_unknown()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = app.Open(Acts.SchoolA, app.Clock, new LostAfterCommit());
        Order(db, app);
        await Should.ThrowAsync<CommitUnknownException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_commit_that_the_database_refused_is_known_to_have_failed()
    {
        await using var app = await TestApp.StartAsync();
        if (TestDatabase.Postgres is not null)
        {
            await AtCommitAsync(app, "RAISE EXCEPTION 'no';");
        }

        await using var db = app.Open(Acts.SchoolA, app.Clock, TestDatabase.Postgres is null ? [new FullDisk()] : []);
        Order(db, app);
        await Should.ThrowAsync<DbException>(() => db.SaveChangesAsync());
        await using var owner = app.Maintenance();
        (await owner.Set<IdempotencyRow>().CountAsync()).ShouldBe(0);
        (await owner.Set<OutboxMail>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_request_that_went_away_does_not_cancel_what_it_began_to_write()
    {
        await using var app = await TestApp.StartAsync();
        using var gone = new CancellationTokenSource();
        await using var db = app.Open(Acts.SchoolA, app.Clock, new CancelWhenWriting(gone));
        Order(db, app);
        await db.SaveChangesAsync(gone.Token);
        gone.IsCancellationRequested.ShouldBeTrue();
        (await app.CountAsync()).ShouldBe(new Kept(0, 0, 1, 1, ""));
    }

    private static void Order(AppDbContext db, TestApp app)
    {
        db.Key = new IdempotencyKey(Key, "body");
        db.Add(OutboxMail.Write("lead@school.example", "Something waits", "/", db.Scope, app.Clock));
        db.Record("mail.ordered", Guid.Empty);
    }

    // A deferred constraint trigger runs inside COMMIT itself.
    private static async Task AtCommitAsync(TestApp app, string statement)
    {
        await using var owner = app.Maintenance();
        await owner.SqlAsync(
            $"""
            CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN {statement} RETURN NULL; END $f$;
            CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON outbox_mail DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION at_commit();
            """);
    }

    private static async Task UntilAsync(Func<Task<bool>> happened)
    {
        for (var looks = 0; looks < 100 && !await happened(); looks++)
        {
            await Task.Delay(100);
        }

        (await happened()).ShouldBeTrue();
    }

    /// <summary>Timers fire twenty times as early; the time of day is the real one.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / 20, period);
    }

    private sealed class NoticeAtCommit : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            CommitDoubt.Report(transaction.Connection!, "01999");
            return ValueTask.FromResult(result);
        }
    }

    private sealed class SlowCommit : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await Task.Delay(TimeSpan.FromSeconds(3), CancellationToken.None);
            return result;
        }
    }

    private sealed class LostAfterCommit : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            throw new IOException("connection reset");
    }

    private sealed class FullDisk : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            throw new Microsoft.Data.Sqlite.SqliteException("database or disk is full", 13);
    }

    private sealed class CancelWhenWriting(CancellationTokenSource gone) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await gone.CancelAsync();
            return result;
        }
    }
}
