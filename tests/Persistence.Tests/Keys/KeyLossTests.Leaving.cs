using System.Text;
using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence.Tests;

/// <summary>K11, K12: keys that are handed on and taken along.</summary>
public sealed partial class KeyLossTests
{
    [Fact]
    public async Task K11_A_case_handed_on_is_sealed_anew_by_the_receiver_and_each_copy_is_destroyed_alone()
    {
        await using var world = await KeyWorld.StartAsync();
        var note = (await world.KeepAsync(KeyWorld.Lead, "the whole file"))!.Value;
        var received = new CasePart(KeyWorld.Id(0xd1), "core");
        // Offered: nothing opens before it is accepted, that is, before the key is wrapped for the receiver.
        (await world.MayReadAsync(KeyWorld.LeadB)).ShouldBeFalse();
        await world.LetInAsync(KeyWorld.LeadB, until: world.App.Clock.GetUtcNow().AddHours(1));
        var text = (await world.ReadAsync(KeyWorld.LeadB, note))!;
        await world.FoundAsync(received, KeyWorld.LeadB);
        var copy = (await world.KeepAsync(KeyWorld.LeadB, text, received))!.Value;
        (await world.ChangeAsync(KeyWorld.Lead, v => v.EndAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.LeadB.Person, default))).ShouldBeNull();
        (await world.ReadAsync(KeyWorld.LeadB, note)).ShouldBeNull();
        (await world.ReadAsync(KeyWorld.LeadB, copy, received)).ShouldBe("the whole file");
        (await world.ReadAsync(KeyWorld.Lead, copy, received)).ShouldBeNull();
        (await ShredAsync(world, Second)).Certificate.ShouldNotBeNull();
        (await world.ReadAsync(KeyWorld.Lead, note)).ShouldBeNull();
        (await world.ReadAsync(KeyWorld.LeadB, copy, received)).ShouldBe("the whole file");

        // And the other way round: the receiver's copy goes, a sender's would stay.
        var second = new CasePart(KeyWorld.Id(0xc3), "core");
        await world.FoundAsync(second);
        var stays = (await world.KeepAsync(KeyWorld.Lead, "stays", second))!.Value;
        (await world.AsAsync(KeyWorld.LeadB, u => u.Vault.ShredAsync(received, ProbeModule.Anybody, Second, default))).Certificate.ShouldNotBeNull();
        (await world.ReadAsync(KeyWorld.LeadB, copy, received)).ShouldBeNull();
        (await world.ReadAsync(KeyWorld.Lead, stays, second)).ShouldBe("stays");
    }

    [Fact]
    public async Task K11_A_receiver_who_was_let_in_cannot_destroy_the_senders_file()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.LetInAsync(KeyWorld.LeadB);
        (await ShredAsync(world, Second, KeyWorld.LeadB)).Refused.ShouldBe(IKeyVault.NotOpen);
        (await world.MayReadAsync(KeyWorld.Lead)).ShouldBeTrue();
    }

    [Fact]
    public async Task K12_A_school_that_leaves_takes_its_keys_along_and_nothing_opens_here_afterwards()
    {
        await using var world = await KeyWorld.StartAsync();
        var note = (await world.KeepAsync(KeyWorld.Lead, "ours"))!.Value;
        var file = await world.App.KeepFileAsync(Acts.SchoolA, [7, 7, 7]);
        var other = new CasePart(KeyWorld.Id(0xd1), "core");
        await world.FoundAsync(other, KeyWorld.LeadB);
        (await ExportAsync(world)).Refused.ShouldBe(IKeyVault.NoRecoveryKey);
        var sealedKey = await SetRecoveryKeyAsync(world);
        var (_, digest, bundle) = await ExportAsync(world);
        (await LeaveAsync(world, "not the receipt")).Refused.ShouldBe(IKeyVault.NoReceipt);
        await world.FoundAsync(KeyWorld.Medical);
        (await LeaveAsync(world, digest!)).Refused.ShouldBe(IKeyVault.NoReceipt);
        (_, digest, bundle) = await ExportAsync(world);
        (await LeaveAsync(world, digest!)).Certificate!.Case.ShouldBeNull();

        (await world.ReadAsync(KeyWorld.Lead, note)).ShouldBeNull();
        await Should.ThrowAsync<Exception>(() => world.App.KeepFileAsync(Acts.SchoolA));
        await Should.ThrowAsync<InvalidOperationException>(() => world.FoundAsync(new CasePart(KeyWorld.Id(0xc5), "core")));
        (await world.MayReadAsync(KeyWorld.LeadB, other)).ShouldBeTrue();

        // With the bundle and two custodians the school opens what it took along: its own key, and each part.
        using var key = RecipientPrivateKey.FromPem(Encoding.ASCII.GetString(CustodianSeal.Open(sealedKey, "recovery-key", Three[1], Three[2])));
        var lines = bundle.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToList();
        lines.Count(l => l[0] == "part").ShouldBe(2);
        var own = lines.Single(l => l[0] == "key" && l[1] == "organisation");
        using var school = PublicSeal.OpenKey(Convert.FromBase64String(own[4]), new Guid(own[2]), own[1], Acts.SchoolA.Value, int.Parse(own[3], System.Globalization.CultureInfo.InvariantCulture), key);
        await using var owner = world.App.Maintenance();
        var row = await owner.Set<StoredFile>().SingleAsync(f => f.Id == file);
        Envelope.OpenText(row.SealedName, school, FileStore.NameOf(file, Acts.SchoolA)).ShouldBe("minutes.txt");
        var core = lines.Single(l => l[0] == "part" && l[2] == "core");
        using var part = PublicSeal.OpenPartKey(Convert.FromBase64String(core[4]), KeyWorld.Core.Case, "core", 1, key);
        var name = (await owner.Set<StoredFile>().SingleAsync(f => f.Id == note)).SealedName;
        Envelope.OpenText(name, part, FileStore.NameOf(note, Acts.SchoolA, KeyWorld.Core)).ShouldBe("note.txt");
    }

    [Fact]
    public async Task Concerns_about_staff_lie_under_a_key_of_their_own()
    {
        await using var world = await KeyWorld.StartAsync();
        var register = new CasePart(KeyWorld.Id(0xe1), "staff");
        await world.FoundAsync(register, KeyWorld.Head, Keeper.Register);
        (await world.GrantAsync(KeyWorld.Head, KeyWorld.Deputy, register)).ShouldBeNull();
        await using var owner = world.App.Maintenance();
        (await owner.Set<KeyGrant>().Where(g => g.Part == "staff").Select(g => g.WrapperKind).ToListAsync()).ShouldBe(["register", "register"]);
        await world.SqlAsync("DELETE FROM key_row WHERE kind = 'register'");
        await Should.ThrowAsync<SealBrokenException>(() => world.MayReadAsync(KeyWorld.Deputy, register));
        (await world.MayReadAsync(KeyWorld.Lead)).ShouldBeTrue();
    }
}
