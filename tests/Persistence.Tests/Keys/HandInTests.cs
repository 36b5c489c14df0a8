using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence.Tests;

/// <summary>R7, R8: what is handed in belongs to those it goes to, and whom it is about is out from the first moment.</summary>
public sealed class HandInTests
{
    private static readonly Actor Teacher = KeyWorld.Of(0x71, Role.Teacher, Acts.SchoolA);
    private static readonly CasePart Slip = new(KeyWorld.Id(0xd1), "worry");

    [Fact]
    public async Task What_is_handed_in_opens_for_those_it_goes_to_and_never_for_whoever_wrote_it()
    {
        await using var world = await KeyWorld.StartAsync(withPart: false);
        var note = await HandInAsync(world, [KeyWorld.Lead, KeyWorld.Deputy], []);
        (await world.ReadAsync(KeyWorld.Lead, note!.Value, Slip)).ShouldBe("seen on Monday");
        (await world.ReadAsync(KeyWorld.Deputy, note.Value, Slip)).ShouldBe("seen on Monday");
        (await world.ReadAsync(Teacher, note.Value, Slip)).ShouldBeNull();
        (await world.KeepAsync(Teacher, "more", Slip)).ShouldBeNull();
        (await world.AsAsync(Teacher, u => u.Vault.MineAsync(ProbeModule.Anybody, default))).ShouldBeEmpty();
        (await world.FaultsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Keeper.School)]
    [InlineData(Keeper.Register)]
    public async Task R8_Whom_it_is_about_is_let_in_by_nobody_and_by_no_recovery(Keeper keeper)
    {
        await using var world = await KeyWorld.StartAsync(withPart: false);
        using var key = RecipientPrivateKey.Generate();
        (await world.ChangeAsync(KeyWorld.Lead, async v => (await v.SetRecoveryKeyAsync(key.Public, ProbeModule.Staff, KeyWorld.Head.Person, default)).Refused)).ShouldBeNull();
        await HandInAsync(world, [KeyWorld.Lead], [KeyWorld.Head.Person], keeper);
        (await world.GrantAsync(KeyWorld.Lead, KeyWorld.Head, Slip)).ShouldBe(IKeyVault.Blocked);
        (await world.ChangeAsync(KeyWorld.Lead, async v =>
            (await v.RecoverAsync(key, ProbeModule.Staff, KeyWorld.As(KeyWorld.Head), world.InAMonth, KeyWorld.Deputy.Person, default)).Refused)).ShouldBe(IKeyVault.NoRecoveryKey);
        (await world.MayReadAsync(KeyWorld.Head, Slip)).ShouldBeFalse();
        (await world.ChangeAsync(KeyWorld.Lead, async v =>
            (await v.RecoverAsync(key, ProbeModule.Staff, KeyWorld.As(KeyWorld.Deputy), world.InAMonth, KeyWorld.Head.Person, default)).Refused)).ShouldBeNull();
        (await world.MayReadAsync(KeyWorld.Deputy, Slip)).ShouldBeTrue();
    }

    [Fact]
    public async Task It_goes_to_nobody_who_may_not_hold_a_key_or_whom_it_is_about()
    {
        await using var world = await KeyWorld.StartAsync(withPart: false);
        (await HandInAsync(world, [], [])).ShouldBeNull();
        (await HandInAsync(world, [KeyWorld.Lead, KeyWorld.Operator], [])).ShouldBeNull();
        (await HandInAsync(world, [KeyWorld.Lead], [KeyWorld.Lead.Person])).ShouldBeNull();
        (await HandInAsync(world, [KeyWorld.Lead], [], by: KeyWorld.Operator)).ShouldBeNull();
        await using var owner = world.App.Maintenance();
        (await owner.Set<KeyGrant>().CountAsync()).ShouldBe(0);
    }

    private static Task<FileId?> HandInAsync(
        KeyWorld world, IReadOnlyList<Actor> to, IReadOnlyList<PersonId> keptOut, Keeper keeper = Keeper.School, Actor? by = null) => world.AsAsync<FileId?>(by ?? Teacher, async u =>
    {
        using var writer = await u.Vault.HandInAsync(Slip, keeper, ProbeModule.Anybody, world.InAMonth, [.. to.Select(KeyWorld.As)], keptOut, default);
        if (writer is null)
        {
            return null;
        }

        var id = await u.Files.AddAsync(writer, new MemoryStream("seen on Monday"u8.ToArray()), "note.txt", "text/plain", default);
        await u.Db.SaveChangesAsync();
        return id;
    });
}
