using System.Security.Cryptography;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence.Tests;

/// <summary>Many rows at once pass the change tracker, but none of the rules.</summary>
public sealed class BulkRowsTests
{
    [Fact]
    public async Task Many_rows_are_written_as_the_change_tracker_would_write_them()
    {
        await using var app = await TestApp.StartAsync();
        var file = await app.KeepFileAsync(Acts.SchoolA);
        await using (app.Enter(Acts.SchoolA, out var db))
        {
            await db.InsertAllAsync(Chunks(file, Acts.SchoolA, 700), CancellationToken.None);
            db.Record("test.bulk", file.Value);
            await db.SaveChangesAsync();
        }

        await using var scope = app.Enter(Acts.SchoolA, out var after);
        var kept = await after.Set<FileChunk>().Where(c => c.FileId == file && c.Number >= 100).OrderBy(c => c.Number).ToListAsync();
        kept.Count.ShouldBe(700);
        kept[699].Bytes.ShouldBe(SHA256.HashData(BitConverter.GetBytes(799)));
    }

    [Fact]
    public async Task Rows_of_somebody_else_are_not_written()
    {
        await using var app = await TestApp.StartAsync();
        var file = await app.KeepFileAsync(Acts.SchoolA);
        await using var scope = app.Enter(Acts.SchoolB, out var db);
        await Should.ThrowAsync<InvalidOperationException>(() => db.InsertAllAsync(Chunks(file, Acts.SchoolA, 2), CancellationToken.None));
        await Should.ThrowAsync<InvalidOperationException>(() => db.UpdateAllAsync(Chunks(file, Acts.SchoolA, 1), [nameof(FileChunk.Bytes)], CancellationToken.None));
    }

    [Fact]
    public async Task A_change_finds_only_rows_of_the_own_school_and_writes_all_or_none()
    {
        await using var app = await TestApp.StartAsync();
        var file = await app.KeepFileAsync(Acts.SchoolA);
        await using (app.Enter(Acts.SchoolB, out var db))
        {
            // The row claims to be B's own, but the one that is there is A's.
            var forged = new FileChunk(file, Acts.SchoolB, 0, [9, 9]);
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.UpdateAllAsync([forged], [nameof(FileChunk.Bytes)], CancellationToken.None));
            db.Record("test.after", file.Value);
            await db.SaveChangesAsync();
        }

        await using var scope = app.Enter(Acts.SchoolA, out var after);
        (await after.Set<FileChunk>().SingleAsync(c => c.FileId == file)).Bytes.ShouldNotBe([9, 9]);
    }

    [Fact]
    public async Task Without_an_audit_act_nothing_is_kept()
    {
        await using var app = await TestApp.StartAsync();
        var file = await app.KeepFileAsync(Acts.SchoolA);
        await using (app.Enter(Acts.SchoolA, out var db))
        {
            await db.InsertAllAsync(Chunks(file, Acts.SchoolA, 3), CancellationToken.None);
            await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        }

        await using (app.Enter(Acts.SchoolA, out var left))
        {
            await left.InsertAllAsync(Chunks(file, Acts.SchoolA, 3), CancellationToken.None);
        }

        await using var scope = app.Enter(Acts.SchoolA, out var after);
        (await after.Set<FileChunk>().CountAsync(c => c.FileId == file)).ShouldBe(1);
    }

    [Fact]
    public async Task Half_a_batch_that_failed_is_not_taken_along_by_the_next_save()
    {
        await using var app = await TestApp.StartAsync();
        var file = await app.KeepFileAsync(Acts.SchoolA);
        await using (app.Enter(Acts.SchoolA, out var db))
        {
            var twice = Chunks(file, Acts.SchoolA, 3).Append(new FileChunk(file, Acts.SchoolA, 101, [1])).ToList();
            await Should.ThrowAsync<Exception>(() => db.InsertAllAsync(twice, CancellationToken.None));
            db.Record("test.after", file.Value);
            await db.SaveChangesAsync();
        }

        await using var scope = app.Enter(Acts.SchoolA, out var after);
        (await after.Set<FileChunk>().CountAsync(c => c.FileId == file)).ShouldBe(1);
    }

    private static List<FileChunk> Chunks(FileId file, Kernel.OrganisationId owner, int count) =>
        [.. Enumerable.Range(100, count).Select(i => new FileChunk(file, owner, i, SHA256.HashData(BitConverter.GetBytes(i))))];
}
