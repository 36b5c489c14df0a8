using Causeway.Kernel;
using Causeway.TestKit;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence.Tests;

/// <summary>K4, K13: keys are replaced while people write, and nothing is ever kept under a key that is gone.</summary>
public sealed class KeyVersionTests
{
    [Fact]
    public async Task K4_Keys_rolled_under_writes_leave_nothing_unreadable()
    {
        await using var world = await KeyWorld.StartAsync();
        Actor[] people = [KeyWorld.Lead, KeyWorld.Deputy, KeyWorld.Counsellor, KeyWorld.Guest];
        foreach (var person in people.Skip(1))
        {
            await world.LetInAsync(person);
        }

        var kept = new List<(FileId Id, string Text)>();
        var refused = 0;
        var rolls = 0;
        async Task WriteAsync(Actor by, int number)
        {
            for (var i = 0; i < 12; i++)
            {
                var text = $"{number}-{i}";
                try
                {
                    var id = (await world.KeepAsync(by, text))!.Value;
                    lock (kept)
                    {
                        kept.Add((id, text));
                    }
                }
                catch (DbUpdateConcurrencyException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        }

        async Task RollAsync()
        {
            for (var i = 0; i < 5; i++)
            {
                (await world.ChangeAsync(KeyWorld.Lead, v => v.RollAsync(KeyWorld.Core, ProbeModule.Anybody, default))).ShouldBeNull();
                rolls++;
                await RetireAllAsync(world);
            }
        }

        await Task.WhenAll([.. people.Select((p, i) => Task.Run(() => WriteAsync(p, i))), Task.Run(RollAsync)]);
        rolls.ShouldBe(5);
        (kept.Count + refused).ShouldBe(48);
        kept.Count.ShouldBeGreaterThan(24);
        foreach (var person in people)
        {
            await world.AsAsync(person, async u =>
            {
                using var reader = (await u.Vault.ReadAsync(KeyWorld.Core, ProbeModule.Anybody, default))!;
                foreach (var (id, text) in kept)
                {
                    (await KeyWorld.TextAsync(world.App, reader, id)).ShouldBe(text);
                }

                return true;
            });
        }

        (await world.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task K4_What_was_sealed_under_a_key_that_is_gone_meanwhile_is_refused_not_lost()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.AsAsync(KeyWorld.Lead, async u =>
        {
            using var writer = (await u.Vault.WriteAsync(KeyWorld.Core, ProbeModule.Anybody, default))!;
            await u.Files.AddAsync(writer, new MemoryStream([1]), "a.txt", "text/plain", default);
            u.Db.Record("file.kept", KeyWorld.Core.Case);
            if (u.Db.Database.CurrentTransaction is { } reading)
            {
                await reading.DisposeAsync();
            }

            (await world.ChangeAsync(KeyWorld.Lead, v => v.RollAsync(KeyWorld.Core, ProbeModule.Anybody, default))).ShouldBeNull();
            (await RetireAsync(world, 1)).ShouldBeNull();
            (await u.Db.TrySaveAsync(default)).ShouldBe(Refusal.ChangedMeanwhile);
            return true;
        });
        await using var owner = world.App.Maintenance();
        (await owner.Set<StoredFile>().CountAsync()).ShouldBe(0);
        (await world.KeepAsync(KeyWorld.Lead, "again")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_writer_who_is_let_out_while_typing_keeps_nothing()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.LetInAsync(KeyWorld.Guest);
        await world.AsAsync(KeyWorld.Guest, async u =>
        {
            using var writer = (await u.Vault.WriteAsync(KeyWorld.Core, ProbeModule.Anybody, default))!;
            writer.SealText("note", "text", KeyWorld.Id(1), "still typing");
            u.Db.Record("note.added", KeyWorld.Core.Case, writer.School.Value);
            if (u.Db.Database.CurrentTransaction is { } reading)
            {
                await reading.DisposeAsync();
            }

            await world.ChangeAsync(KeyWorld.Lead, v => v.EndAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Guest.Person, default));
            (await u.Db.TrySaveAsync(default)).ShouldBe(Refusal.ChangedMeanwhile);
            return true;
        });
        (await world.ActsAsync()).ShouldNotContain("note.added");
    }

    [Fact]
    public async Task K4_A_roll_that_cannot_reach_everybody_changes_nothing()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.LetInAsync(KeyWorld.Guest);
        await world.SqlAsync("DELETE FROM key_row WHERE kind = 'person'");
        await Should.ThrowAsync<SealBrokenException>(() => world.ChangeAsync(KeyWorld.Lead, v => v.RollAsync(KeyWorld.Core, ProbeModule.Anybody, default)));
        await using var owner = world.App.Maintenance();
        (await owner.Set<KeyGrant>().Select(g => g.KeyVersion).Distinct().ToListAsync()).ShouldBe([1]);
        (await world.MayReadAsync(KeyWorld.Lead)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_old_version_is_destroyed_only_when_nothing_hangs_on_it()
    {
        await using var world = await KeyWorld.StartAsync();
        var note = (await world.KeepAsync(KeyWorld.Lead, "old"))!.Value;
        await world.ChangeAsync(KeyWorld.Lead, v => v.RollAsync(KeyWorld.Core, ProbeModule.Anybody, default));
        (await RetireAsync(world, 1)).ShouldBe(IKeyVault.StillUsed);
        (await RetireAsync(world, 2)).ShouldBe(IKeyVault.StillUsed);
        (await world.ReadAsync(KeyWorld.Lead, note)).ShouldBe("old");
    }

    [Fact]
    public async Task K13_After_a_roll_the_old_key_of_the_wrong_person_opens_nothing_new()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.LetInAsync(KeyWorld.Counsellor);
        var old = (await world.KeepAsync(KeyWorld.Lead, "before"))!.Value;
        await world.AsAsync(KeyWorld.Counsellor, async u =>
        {
            // Whoever kept the key they once had: the worst that a wrongly added person could have.
            using var taken = (await u.Vault.ReadAsync(KeyWorld.Core, ProbeModule.Anybody, default))!;
            await world.ChangeAsync(KeyWorld.Lead, v => v.EndAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Counsellor.Person, default));
            var between = (await world.KeepAsync(KeyWorld.Lead, "not rolled yet"))!.Value;
            await world.ChangeAsync(KeyWorld.Lead, v => v.RollAsync(KeyWorld.Core, ProbeModule.Anybody, default));
            var after = (await world.KeepAsync(KeyWorld.Lead, "after"))!.Value;
            (await KeyWorld.TextAsync(world.App, taken, old)).ShouldBe("before");
            (await KeyWorld.TextAsync(world.App, taken, between)).ShouldBe("not rolled yet");
            await Should.ThrowAsync<SealBrokenException>(() => KeyWorld.TextAsync(world.App, taken, after));
            (await world.ReadAsync(KeyWorld.Lead, after)).ShouldBe("after");
            (await world.ReadAsync(KeyWorld.Lead, old)).ShouldBe("before");
            return true;
        });
        (await world.ActsAsync()).ShouldContain("part.rolled");
    }

    [Fact]
    public async Task A_person_let_in_after_a_roll_reads_the_whole_part()
    {
        await using var world = await KeyWorld.StartAsync();
        var old = (await world.KeepAsync(KeyWorld.Lead, "old"))!.Value;
        await world.ChangeAsync(KeyWorld.Lead, v => v.RollAsync(KeyWorld.Core, ProbeModule.Anybody, default));
        var recent = (await world.KeepAsync(KeyWorld.Lead, "recent"))!.Value;
        await world.LetInAsync(KeyWorld.Guest);
        (await world.ReadAsync(KeyWorld.Guest, old)).ShouldBe("old");
        (await world.ReadAsync(KeyWorld.Guest, recent)).ShouldBe("recent");
        // Whoever lost a version cannot hand on the rest as if it were the whole.
        await world.SqlAsync("DELETE FROM key_grant WHERE person_id = {0} AND key_version = 1", KeyWorld.Lead.Person.Value);
        (await world.GrantAsync(KeyWorld.Lead, KeyWorld.Counsellor)).ShouldBe(IKeyVault.Incomplete);
    }

    private static async Task RetireAllAsync(KeyWorld world)
    {
        for (var version = 1; version <= 5; version++)
        {
            await RetireAsync(world, version);
        }
    }

    private static Task<Refusal?> RetireAsync(KeyWorld world, int version) => world.AsAsync(KeyWorld.Lead, u =>
        u.Vault.RetireAsync(KeyWorld.Core, ProbeModule.Anybody, version, async ct =>
            (await u.Db.Set<StoredFile>().AsNoTracking().Select(f => f.SealedName).ToListAsync(ct)).Exists(n => Envelope.KeyVersionOf(n) == version), default));
}
