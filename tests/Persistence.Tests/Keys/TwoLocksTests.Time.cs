using Causeway.Kernel;
using Causeway.TestKit;
using Causeway.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence.Tests;

/// <summary>K9, K14: how long keys live, and by whose clock.</summary>
public sealed partial class TwoLocksTests
{
    [Fact]
    public async Task K9_Keys_are_wiped_with_the_answer_and_after_five_minutes()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.AsAsync(KeyWorld.Lead, async u =>
        {
            using var writer = (await u.Vault.WriteAsync(KeyWorld.Core, ProbeModule.Anybody, default))!;
            using var reader = (await u.Vault.ReadAsync(KeyWorld.Core, ProbeModule.Anybody, default))!;
            var row = KeyWorld.Id(1);
            var text = writer.SealText("note", "text", row, "short");
            reader.OpenText("note", "text", row, text).ShouldBe("short");
            Should.Throw<SealBrokenException>(() => reader.OpenText("note", "other", row, text));
            world.App.Clock.Advance(TimeSpan.FromMinutes(5));
            reader.OpenText("note", "text", row, text).ShouldBe("short");
            world.App.Clock.Advance(TimeSpan.FromSeconds(1));
            Should.Throw<ObjectDisposedException>(() => reader.OpenText("note", "text", row, text));
            Should.Throw<ObjectDisposedException>(() => writer.SealText("note", "text", row, "more"));
            (reader.IsWiped, writer.IsWiped).ShouldBe((true, true));
            using var again = (await u.Vault.ReadAsync(KeyWorld.Core, ProbeModule.Anybody, default))!;
            again.OpenText("note", "text", row, text).ShouldBe("short");
            again.Dispose();
            Should.Throw<ObjectDisposedException>(() => again.OpenText("note", "text", row, text));
            return true;
        });
    }

    [Fact]
    public async Task K14_A_grant_ends_by_the_time_of_the_database()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.LetInAsync(KeyWorld.Counsellor, until: world.App.Clock.GetUtcNow().AddMinutes(10));
        world.App.Clock.Advance(TimeSpan.FromMinutes(9.5));
        (await world.MayReadAsync(KeyWorld.Counsellor)).ShouldBeTrue();
        if (TestDatabase.Postgres is not null)
        {
            // Half a minute apart is borne, and it is the database that counts.
            var clock = (TestDatabaseClock)world.App.Services.GetRequiredService<DatabaseClock>();
            clock.Ahead = TimeSpan.FromSeconds(31);
            (await world.MayReadAsync(KeyWorld.Counsellor)).ShouldBeFalse();
            (await world.KeepAsync(KeyWorld.Counsellor, "x")).ShouldBeNull();
            clock.Ahead = TimeSpan.Zero;
        }

        world.App.Clock.Advance(TimeSpan.FromSeconds(30));
        (await world.MayReadAsync(KeyWorld.Counsellor)).ShouldBeFalse();
        (await world.MayReadAsync(KeyWorld.Lead)).ShouldBeTrue();
    }

    [Fact]
    public async Task K14_A_wrong_clock_opens_nothing()
    {
        await using var world = await KeyWorld.StartAsync();
        (await world.MayReadAsync(KeyWorld.Lead)).ShouldBeTrue();
        if (TestDatabase.Postgres is null)
        {
            world.App.Clock.Advance(TimeSpan.FromSeconds(-60));
            (await world.MayReadAsync(KeyWorld.Lead)).ShouldBeTrue();
            world.App.Clock.Advance(TimeSpan.FromSeconds(-61));
            await Should.ThrowAsync<ClockRefusedException>(() => world.MayReadAsync(KeyWorld.Lead));
            await Should.ThrowAsync<ClockRefusedException>(() => world.GrantAsync(KeyWorld.Lead, KeyWorld.Counsellor));
            return;
        }

        var clock = (TestDatabaseClock)world.App.Services.GetRequiredService<DatabaseClock>();
        foreach (var apart in (int[])[61, -61])
        {
            clock.Ahead = TimeSpan.FromSeconds(apart);
            await Should.ThrowAsync<ClockRefusedException>(() => world.MayReadAsync(KeyWorld.Lead));
            await Should.ThrowAsync<ClockRefusedException>(() => world.KeepAsync(KeyWorld.Lead, "x"));
        }

        // And the time that is read is truly the database's own.
        await using var owner = world.App.Maintenance();
        var theirs = await world.App.Services.GetRequiredService<IDatabaseProvider>().ReadClockAsync(owner, default);
        (theirs!.Value - TimeProvider.System.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }
}
