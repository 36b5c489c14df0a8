using System.Text;
using Causeway.TestKit;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence.Tests;

/// <summary>R33, R59, K8: files of a case lie under its part's key, not under the school's.</summary>
public sealed class PartFileTests
{
    private const string Token = "planted-3b91c7-token";

    [Fact]
    public async Task R59_Neither_a_name_nor_a_word_of_a_part_is_readable_in_database_or_log_of_writes()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.AsAsync(KeyWorld.Lead, async u =>
        {
            using var writer = (await u.Vault.WriteAsync(KeyWorld.Core, ProbeModule.Anybody, default))!;
            await u.Files.AddAsync(writer, new MemoryStream(Encoding.UTF8.GetBytes($"a {Token} b")), $"{Token}.txt", "text/plain", default);
            u.Db.Record("file.kept", KeyWorld.Core.Case);
            return await u.Db.SaveChangesAsync();
        });
        if (TestDatabase.Postgres is not null)
        {
            await using var owner = world.App.Maintenance();
            (await owner.Database.SqlQueryRaw<int>(
                "SELECT ((SELECT count(*) FROM stored_file t WHERE t::text LIKE {0}) + (SELECT count(*) FROM file_chunk t WHERE position({1} IN encode(t.bytes, 'escape')) > 0) + (SELECT count(*) FROM audit_row t WHERE t::text LIKE {0}))::int AS \"Value\"",
                $"%{Token}%",
                Token).SingleAsync()).ShouldBe(0);
            return;
        }

        var files = Directory.GetFiles(world.App.Database.Folder, "causeway.db*");
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await open.CopyToAsync(copy);
            copy.GetBuffer().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Token)).ShouldBe(-1, file);
        }
    }

    [Fact]
    public async Task A_file_of_a_part_is_found_through_its_part_only()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.FoundAsync(KeyWorld.Medical);
        var id = (await world.KeepAsync(KeyWorld.Lead, "a letter"))!.Value;
        await world.AsAsync(KeyWorld.Lead, async u =>
        {
            using var core = (await u.Vault.ReadAsync(KeyWorld.Core, ProbeModule.Anybody, default))!;
            using var medical = (await u.Vault.ReadAsync(KeyWorld.Medical, ProbeModule.Anybody, default))!;
            (await u.Files.FindAsync(core, id, default)).ShouldBe(("note.txt", "text/plain"));
            (await u.Files.FindAsync(medical, id, default)).ShouldBeNull();
            (await u.Files.FindAsync(id, default)).ShouldBeNull();
            await Should.ThrowAsync<SealBrokenException>(() => u.Files.ReadAsync(medical, id, new MemoryStream(), default));
            await Should.ThrowAsync<SealBrokenException>(() => u.Files.ReadAsync(id, new MemoryStream(), default));
            return true;
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_536)]
    [InlineData(200_001)]
    public async Task A_file_of_a_part_comes_back_as_it_was(int length)
    {
        await using var world = await KeyWorld.StartAsync();
        var text = new string('x', length);
        var id = (await world.KeepAsync(KeyWorld.Lead, text))!.Value;
        (await world.ReadAsync(KeyWorld.Lead, id)).ShouldBe(text);
        (await world.FaultsAsync()).ShouldBeEmpty();
    }
}
