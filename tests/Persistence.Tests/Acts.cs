using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence.Tests;

/// <summary>Acts of two made-up schools: a sealed file kept for one of them, as a page of the product would do it.</summary>
internal static class Acts
{
    public static readonly OrganisationId SchoolA = new(new Guid("00000000-0000-7000-8000-00000000000a"));
    public static readonly OrganisationId SchoolB = new(new Guid("00000000-0000-7000-8000-00000000000b"));

    public static Actor Of(OrganisationId school) =>
        Actor.Anonymous with { Person = new PersonId(school.Value), Name = "Somebody", Role = Role.SafeguardingLead, Organisation = school };

    public static AsyncServiceScope Enter(this TestApp app, OrganisationId school, out AppDbContext db)
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Scope>().Set(Of(school));
        db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return scope;
    }

    public static async Task<FileId> KeepFileAsync(
        this TestApp app, OrganisationId school, byte[]? bytes = null, string name = "minutes.txt", string? key = null, string act = "file.kept")
    {
        await using var scope = app.Enter(school, out var db);
        if (key is not null)
        {
            db.Key = new IdempotencyKey(key, "body");
        }

        var id = await scope.ServiceProvider.GetRequiredService<FileStore>()
            .AddAsync(new MemoryStream(bytes ?? [1, 2, 3]), name, "text/plain", CancellationToken.None);
        db.Record(act, id.Value);
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>The same on a context of its own, with more interceptors than the program has.</summary>
    public static AppDbContext Open(this TestApp app, OrganisationId school, TimeProvider clock, params IInterceptor[] more)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        var provider = app.Services.GetRequiredService<IDatabaseProvider>();
        provider.Configure(options);
        options.AddInterceptors(more);
        var scope = new Scope();
        scope.Set(Of(school));
        return new AppDbContext(options.Options, app.Services.GetRequiredService<ModelParts>(), scope, provider, clock);
    }

    /// <summary>What is in the database, as its owner sees it.</summary>
    public static async Task<Kept> CountAsync(this TestApp app)
    {
        await using var db = app.Maintenance();
        return new Kept(
            await db.Set<StoredFile>().CountAsync(),
            await db.Set<FileChunk>().CountAsync(),
            await db.Set<IdempotencyRow>().CountAsync(),
            await db.Set<AuditRow>().CountAsync(r => r.ChainId != Guid.Empty),
            string.Join('\n', await AuditChain.VerifyAsync(db, null, CancellationToken.None)));
    }

    public static Task<int> SqlAsync(this AppDbContext db, string sql, params object[] values) => db.Database.ExecuteSqlRawAsync(sql, values);
}

internal sealed record Kept(int Files, int Chunks, int Keys, int Acts, string Faults);

/// <summary>A seeded generator of our own (xorshift64*), so that a failing run can be repeated from its printed start.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed == 0 ? 1 : seed;

    public int Next(int below)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)((_state * 0x2545F4914F6CDD1DUL >> 33) % (ulong)below);
    }

    public T Pick<T>(params T[] from) => from[Next(from.Length)];
}
