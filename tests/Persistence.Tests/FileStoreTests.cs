using System.Text;
using Causeway.TestKit;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence.Tests;

/// <summary>R33, R59: files are sealed in the database, whole or not at all, and one school's alone.</summary>
public sealed class FileStoreTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public async Task A_file_comes_back_as_it_was(int length)
    {
        await using var app = await TestApp.StartAsync();
        var bytes = Bytes(length);
        var id = await app.KeepFileAsync(Acts.SchoolA, bytes, "Protokoll “Übergang”.pdf");
        await using var scope = app.Enter(Acts.SchoolA, out _);
        var files = scope.ServiceProvider.GetRequiredService<FileStore>();
        (await files.FindAsync(id, CancellationToken.None)).ShouldBe(("Protokoll “Übergang”.pdf", "text/plain"));
        (await ReadAsync(files, id)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Another_school_finds_nothing_and_opens_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.KeepFileAsync(Acts.SchoolA);
        await using var scope = app.Enter(Acts.SchoolB, out var db);
        var files = scope.ServiceProvider.GetRequiredService<FileStore>();
        (await files.FindAsync(id, CancellationToken.None)).ShouldBeNull();
        await Should.ThrowAsync<SealBrokenException>(() => ReadAsync(files, id));
        await files.RemoveAsync(id, CancellationToken.None);
        db.Record("file.removed", id.Value);
        await db.SaveChangesAsync();
        (await app.CountAsync()).Files.ShouldBe(1);
    }

    [Theory]
    [InlineData("UPDATE file_chunk SET number = 9 WHERE number = 1; UPDATE file_chunk SET number = 1 WHERE number = 2; UPDATE file_chunk SET number = 2 WHERE number = 9")]
    [InlineData("DELETE FROM file_chunk WHERE number = (SELECT max(number) FROM file_chunk)")]
    [InlineData("DELETE FROM file_chunk WHERE number = 0")]
    [InlineData("UPDATE file_chunk SET bytes = (SELECT bytes FROM file_chunk WHERE number = 0) WHERE number = 1")]
    public async Task Swapped_cut_or_repeated_chunks_do_not_open_and_verify_says_which_file(string damage)
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.KeepFileAsync(Acts.SchoolA, Bytes(300_000));
        await using var owner = app.Maintenance();
        await owner.SqlAsync(damage);
        await using var scope = app.Enter(Acts.SchoolA, out _);
        await Should.ThrowAsync<SealBrokenException>(() => ReadAsync(scope.ServiceProvider.GetRequiredService<FileStore>(), id));
        (await KeyCheck.FindFaultsAsync(owner, app.Database.Roots, CancellationToken.None)).ShouldBe([$"file {id}: does not open"]);
    }

    [Fact]
    public async Task A_chunk_of_another_file_of_the_same_school_does_not_open()
    {
        await using var app = await TestApp.StartAsync();
        var one = await app.KeepFileAsync(Acts.SchoolA, Bytes(100));
        var other = await app.KeepFileAsync(Acts.SchoolA, Bytes(100));
        await using var owner = app.Maintenance();
        await owner.SqlAsync("UPDATE file_chunk SET bytes = (SELECT bytes FROM file_chunk WHERE file_id = {0}) WHERE file_id = {1}", one.Value, other.Value);
        (await KeyCheck.FindFaultsAsync(owner, app.Database.Roots, CancellationToken.None)).ShouldBe([$"file {other}: does not open"]);
    }

    [Fact]
    public async Task Neither_name_nor_content_is_readable_in_the_database()
    {
        await using var app = await TestApp.StartAsync();
        const string Token = "planted-7f3a91-token";
        await app.KeepFileAsync(Acts.SchoolA, Encoding.UTF8.GetBytes($"before {Token} after"), $"{Token}.txt");
        await using var owner = app.Maintenance();
        if (TestDatabase.Postgres is null)
        {
            foreach (var file in Directory.GetFiles(app.Database.Folder, "causeway.db*"))
            {
                await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var copy = new MemoryStream();
                await open.CopyToAsync(copy);
                copy.GetBuffer().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Token)).ShouldBe(-1, file);
            }

            return;
        }

        (await owner.Database.SqlQueryRaw<int>(
            "SELECT (SELECT count(*) FROM stored_file f WHERE position({0} IN encode(f.sealed_name, 'escape')) > 0)::int + (SELECT count(*) FROM file_chunk c WHERE position({0} IN encode(c.bytes, 'escape')) > 0)::int AS \"Value\"",
            Token).SingleAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Two_first_files_of_a_school_at_once_are_both_kept()
    {
        await using var app = await TestApp.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => app.KeepFileAsync(Acts.SchoolA))));
        (await app.CountAsync()).Files.ShouldBe(6);
        await using var owner = app.Maintenance();
        (await owner.Set<KeyRow>().CountAsync(k => k.Owner == Acts.SchoolA.Value)).ShouldBe(1);
        (await KeyCheck.FindFaultsAsync(owner, app.Database.Roots, CancellationToken.None)).ShouldBeEmpty();
    }

    private static byte[] Bytes(int length)
    {
        var dice = new Dice((ulong)length + 1);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)dice.Next(256))];
    }

    private static async Task<byte[]> ReadAsync(FileStore files, FileId id)
    {
        using var to = new MemoryStream();
        await files.ReadAsync(id, to, CancellationToken.None);
        return to.ToArray();
    }
}
