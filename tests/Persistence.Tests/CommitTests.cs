using System.Data.Common;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence.Tests;

/// <summary>R26, R40, R60: an act, its audit row and its form key are kept together or not at all.</summary>
public sealed class CommitTests
{
    private const string RefuseOneActSqlite =
        "CREATE TRIGGER refuse BEFORE INSERT ON audit_row WHEN NEW.act = 'test.refused' BEGIN SELECT RAISE(ABORT, 'refused'); END";

    private const string RefuseOneActPostgres =
        """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RAISE EXCEPTION 'refused'; END $f$;
        CREATE TRIGGER refuse BEFORE INSERT ON audit_row FOR EACH ROW WHEN (NEW.act = 'test.refused') EXECUTE FUNCTION refuse();
        """;

    [Fact]
    public async Task An_act_whose_audit_row_cannot_be_written_is_not_kept()
    {
        await using var app = await TestApp.StartAsync();
        await app.KeepFileAsync(Acts.SchoolA);
        await using (var owner = app.Maintenance())
        {
            await owner.SqlAsync(TestDatabase.Postgres is null ? RefuseOneActSqlite : RefuseOneActPostgres);
        }

        var before = await app.CountAsync();
        await Should.ThrowAsync<DbUpdateException>(() => app.KeepFileAsync(Acts.SchoolA, act: "test.refused", key: "a-form-key-of-the-refused"));
        (await app.CountAsync()).ShouldBe(before);
        await app.KeepFileAsync(Acts.SchoolA, key: "a-form-key-of-the-refused");
        (await app.CountAsync()).ShouldBe(before with { Files = before.Files + 1, Chunks = before.Chunks + 1, Keys = before.Keys + 1, Acts = before.Acts + 1 });
    }

    [Fact]
    public async Task A_fault_at_any_command_of_a_save_keeps_nothing_and_the_same_form_then_works()
    {
        await using var app = await TestApp.StartAsync();
        await app.KeepFileAsync(Acts.SchoolA);
        var faults = 0;
        for (var at = 1; ; at++)
        {
            var before = await app.CountAsync();
            var fault = new FaultAt(at);
            await using var db = app.Open(Acts.SchoolA, app.Clock, fault);
            db.Key = new IdempotencyKey($"the-form-key-number-{at}", "body");
            db.Add(OutboxMail.Write("lead@school.example", "Something waits", "/", db.Scope, app.Clock));
            db.Record("mail.ordered", Guid.Empty);
            if (await SucceedsAsync(() => db.SaveChangesAsync()))
            {
                fault.Seen.ShouldBeLessThan(at);
                break;
            }

            faults++;
            (await app.CountAsync()).ShouldBe(before);
            await using var owner = app.Maintenance();
            (await owner.Set<OutboxMail>().CountAsync()).ShouldBe(0);
        }

        // Key, entities, end of the chain, audit row: at least these four.
        faults.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task A_save_that_failed_can_be_put_right_in_the_same_context_and_writes_its_trail_once()
    {
        await using var app = await TestApp.StartAsync();
        await using var scope = app.Enter(Acts.SchoolA, out var db);
        db.Key = new IdempotencyKey("the-key-of-a-second-try", "body");
        var mail = OutboxMail.Write(new string('x', 10), "Something waits", "/", db.Scope, app.Clock);
        db.Add(mail);
        db.Entry(mail).Property(m => m.To).CurrentValue = null!;
        db.Record("mail.ordered", mail.Id.Value);
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        db.KeyWritten.ShouldBeFalse();
        db.Entry(mail).Property(m => m.To).CurrentValue = "lead@school.example";
        db.Record("mail.ordered", mail.Id.Value);
        await db.SaveChangesAsync();
        db.KeyWritten.ShouldBeTrue();
        (await app.CountAsync()).ShouldBe(new Kept(0, 0, 1, 1, ""));
    }

    [Fact]
    public async Task A_change_of_an_owned_row_without_an_act_is_refused_as_a_bug()
    {
        await using var app = await TestApp.StartAsync();
        await using var scope = app.Enter(Acts.SchoolA, out var db);
        await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(new MemoryStream([1]), "a", "text/plain", CancellationToken.None);
        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldContain("without an audit act");
        (await app.CountAsync()).ShouldBe(new Kept(0, 0, 0, 0, ""));
    }

    [Fact]
    public async Task Moments_finer_than_the_database_keeps_leave_the_trail_clean()
    {
        await using var app = await TestApp.StartAsync();
        app.Clock.Advance(TimeSpan.FromTicks(1_234_567));
        await app.KeepFileAsync(Acts.SchoolA);
        (await app.CountAsync()).Faults.ShouldBe("");
    }

    [Fact]
    public async Task Two_who_change_one_row_at_once_are_told_and_nothing_is_overwritten()
    {
        await using var app = await TestApp.StartAsync();
        await using var first = app.Open(Acts.SchoolA, app.Clock);
        first.Add(OutboxMail.Write("lead@school.example", "Something waits", "/", first.Scope, app.Clock));
        await first.SaveChangesAsync();
        await using var second = app.Open(Acts.SchoolA, app.Clock);
        (await first.Set<OutboxMail>().SingleAsync()).Claim(app.Clock.GetUtcNow());
        (await second.Set<OutboxMail>().SingleAsync()).NotSent("late", app.Clock.GetUtcNow());
        await first.SaveChangesAsync();
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        await using var owner = app.Maintenance();
        var kept = await owner.Set<OutboxMail>().SingleAsync();
        (kept.Attempts, kept.LastError, kept.Version).ShouldBe((1, null, 1));
    }

    private static async Task<bool> SucceedsAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception error) when (error.GetBaseException() is MadeUpFaultException)
        {
            return false;
        }
    }
}

public sealed class MadeUpFaultException() : DbException("made up");

/// <summary>Lets the first commands pass and breaks the n-th.</summary>
internal sealed class FaultAt(int at) : DbCommandInterceptor
{
    public int Seen { get; private set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Count(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Count(result);

    private ValueTask<T> Count<T>(T result) => ++Seen == at ? throw new MadeUpFaultException() : ValueTask.FromResult(result);
}
