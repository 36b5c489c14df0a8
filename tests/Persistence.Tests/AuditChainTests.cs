using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence.Tests;

public sealed class AuditChainTests
{
    private static readonly Guid Chain = new("11111111-0000-7000-8000-000000000001");

    [Fact]
    public async Task Acts_of_one_chain_are_numbered_without_gaps_and_verify_clean()
    {
        await using var app = await TestApp.StartAsync();
        await WriteAsync(app, 20);
        await using var db = app.Maintenance();
        (await db.Set<AuditRow>().Where(r => r.ChainId == Chain).Select(r => r.Sequence).ToListAsync())
            .Order().ShouldBe(Enumerable.Range(1, 20).Select(n => (long)n));
        (await AuditChain.VerifyAsync(db, null, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Writers_at_once_never_share_a_number()
    {
        await using var app = await TestApp.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WriteAsync(app, 5)));
        await using var db = app.Maintenance();
        (await db.Set<AuditRow>().CountAsync(r => r.ChainId == Chain)).ShouldBe(40);
        (await AuditChain.VerifyAsync(db, null, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_program_cannot_change_or_delete_an_audit_row()
    {
        await using var app = await TestApp.StartAsync();
        await WriteAsync(app, 2);
        foreach (var sql in (string[])["UPDATE audit_row SET act = 'nothing'", "DELETE FROM audit_row"])
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql));
        }
    }

    private static async Task WriteAsync(TestApp app, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            db.Record("test.acted", Chain, Chain);
            await db.SaveChangesAsync();
        }
    }
}
