using System.Text;
using Causeway.Kernel;
using Causeway.TestKit;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence.Tests;

/// <summary>K6, K7, K11, K12: keys that are lost, destroyed, handed on and taken along.</summary>
public sealed partial class KeyLossTests
{
    private static readonly Custodian[] Three =
        [new("chair", "a long sentence of the chair"), new("head", "a long sentence of the head"), new("notary", "a long sentence of the notary")];

    private static readonly PersonId Second = KeyWorld.Deputy.Person;

    [Fact]
    public async Task K6_When_every_lead_is_gone_two_of_three_custodians_let_a_new_one_in()
    {
        await using var world = await KeyWorld.StartAsync();
        var old = (await world.KeepAsync(KeyWorld.Lead, "before there was a recovery key"))!.Value;
        var sealedKey = await SetRecoveryKeyAsync(world);
        await world.FoundAsync(KeyWorld.Medical);
        var medical = (await world.KeepAsync(KeyWorld.Lead, "after", KeyWorld.Medical))!.Value;
        await world.ChangeAsync(KeyWorld.Lead, v => v.RollAsync(KeyWorld.Core, ProbeModule.Anybody, default));
        var rolled = (await world.KeepAsync(KeyWorld.Lead, "rolled"))!.Value;
        foreach (var part in (CasePart[])[KeyWorld.Core, KeyWorld.Medical])
        {
            (await world.ChangeAsync(KeyWorld.Lead, v => v.EndAsync(part, ProbeModule.Anybody, KeyWorld.Lead.Person, default))).ShouldBeNull();
        }

        await using (var owner = world.App.Maintenance())
        {
            (await owner.Set<KeyGrant>().CountAsync()).ShouldBe(0);
        }

        var next = 0x70;
        foreach (var (one, other) in ((Custodian, Custodian)[])[(Three[0], Three[1]), (Three[2], Three[0]), (Three[1], Three[2])])
        {
            var newcomer = KeyWorld.Of(next++, Role.SafeguardingLead, Acts.SchoolA);
            var pem = Encoding.ASCII.GetString(CustodianSeal.Open(sealedKey, "recovery-key", one, other));
            using var key = RecipientPrivateKey.FromPem(pem);
            (await RecoverAsync(world, key, newcomer)).ShouldBe((null, 2));
            (await world.ReadAsync(newcomer, old)).ShouldBe("before there was a recovery key");
            (await world.ReadAsync(newcomer, rolled)).ShouldBe("rolled");
            (await world.ReadAsync(newcomer, medical, KeyWorld.Medical)).ShouldBe("after");
        }

        foreach (var alone in Three)
        {
            Should.Throw<SealBrokenException>(() => CustodianSeal.Open(sealedKey, "recovery-key", alone, alone));
        }

        (await world.ActsAsync()).ShouldContain("grant.recovered");
    }

    [Fact]
    public async Task K6_Recovery_needs_a_second_person_the_right_key_and_passes_over_the_blocked()
    {
        await using var world = await KeyWorld.StartAsync();
        var sealedKey = await SetRecoveryKeyAsync(world);
        await world.ChangeAsync(KeyWorld.Lead, v => v.BlockAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Counsellor.Person, Conflict.Kin, default));
        using var key = RecipientPrivateKey.FromPem(Encoding.ASCII.GetString(CustodianSeal.Open(sealedKey, "recovery-key", Three[0], Three[1])));
        using var another = RecipientPrivateKey.Generate();
        (await RecoverAsync(world, key, KeyWorld.Head, KeyWorld.Head.Person)).Refused.ShouldBe(IKeyVault.SamePerson);
        (await RecoverAsync(world, another, KeyWorld.Deputy)).Refused.ShouldBe(IKeyVault.NoRecoveryKey);
        (await RecoverAsync(world, key, KeyWorld.Operator)).Refused.ShouldBe(IKeyVault.NoHolder);
        (await RecoverAsync(world, key, KeyWorld.LeadB)).Refused.ShouldBe(IKeyVault.NoHolder);
        (await RecoverAsync(world, key, KeyWorld.Counsellor)).Refused.ShouldBe(IKeyVault.NoRecoveryKey);
        (await world.MayReadAsync(KeyWorld.Counsellor)).ShouldBeFalse();
        // The private half of one school opens nothing in another.
        await world.AsAsync(KeyWorld.LeadB, async u =>
            (await u.Vault.RecoverAsync(key, ProbeModule.Anybody, KeyWorld.As(KeyWorld.LeadB), world.InAMonth, Second, default)).Refused.ShouldBe(IKeyVault.NoRecoveryKey));
    }

    [Fact]
    public async Task K6_A_lost_root_key_comes_back_from_two_of_three_custodians()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.KeepAsync(KeyWorld.Lead, "sealed under the root that is lost");
        var file = Path.Combine(world.App.Database.Folder, "keys", "root.key");
        var kept = CustodianSeal.Seal(await File.ReadAllBytesAsync(file), "root-key", Three);
        File.Delete(file);
        Should.Throw<RootKeyRefusedException>(() => RootKeyFile.Open(file)).Problem.ShouldBe(RootKeyProblem.Missing);
        await File.WriteAllBytesAsync(file, CustodianSeal.Open(kept, "root-key", Three[2], Three[0]));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        using var roots = RootKeyFile.Open(file);
        await using var owner = world.App.Maintenance();
        (await owner.Set<Installation>().SingleAsync()).Demand(roots);
        (await KeyCheck.FindFaultsAsync(owner, roots, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task K3_A_rotation_of_the_root_cut_off_half_way_leaves_everything_open_and_ends_at_zero()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.FoundAsync(new CasePart(KeyWorld.Id(0xd1), "core"), KeyWorld.LeadB);
        await world.LetInAsync(KeyWorld.Guest);
        await world.KeepAsync(KeyWorld.Guest, "kept");
        var file = Path.Combine(world.App.Database.Folder, "keys", "root.key");
        using var roots = RootKeyFile.Rotate(file);
        await using var owner = world.App.Maintenance();
        using var cut = new CancellationTokenSource();
        owner.SavedChanges += (_, _) => cut.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(() => RootRotation.RewrapAsync(owner, roots, cut.Token));
        await using var again = world.App.Maintenance();
        (await again.Set<KeyRow>().CountAsync(k => k.RootVersion == 2)).ShouldBe(1);
        (await KeyCheck.FindFaultsAsync(again, roots, default)).ShouldBeEmpty();
        (await RootRotation.RewrapAsync(again, roots, default)).ShouldBe(2);
        (await RootRotation.RewrapAsync(again, roots, default)).ShouldBe(0);
        using var alone = RootKeyFile.Retire(file, 1, 0);
        (await KeyCheck.FindFaultsAsync(again, alone, default)).ShouldBeEmpty();
        // What a copy of the database from before the rotation holds opens with this key file no more (K7).
        (await KeyCheck.FindFaultsAsync(again, world.App.Database.Roots, default)).Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task K7_A_destroyed_case_opens_for_nobody_and_not_by_recovery()
    {
        await using var world = await KeyWorld.StartAsync();
        var sealedKey = await SetRecoveryKeyAsync(world);
        await world.FoundAsync(KeyWorld.Medical);
        await world.LetInAsync(KeyWorld.Guest);
        var other = new CasePart(KeyWorld.Id(0xc2), "core");
        await world.FoundAsync(other);
        var kept = (await world.KeepAsync(KeyWorld.Lead, "another case", other))!.Value;
        var note = (await world.KeepAsync(KeyWorld.Lead, "gone"))!.Value;
        (await ShredAsync(world, KeyWorld.Lead.Person)).Refused.ShouldBe(IKeyVault.SamePerson);
        (await ShredAsync(world, Second, KeyWorld.Counsellor)).Refused.ShouldBe(IKeyVault.NotOpen);
        var certificate = (await ShredAsync(world, Second)).Certificate!;
        // Lead and guest in core, lead in medical, and a copy of each part for recovery.
        certificate.Grants.ShouldBe(5);
        certificate.FinalAt.ShouldBe(certificate.At.AddDays(35));
        (certificate.By, certificate.ApprovedBy).ShouldBe((KeyWorld.Lead.Person, Second));
        foreach (var person in (Actor[])[KeyWorld.Lead, KeyWorld.Guest])
        {
            (await world.ReadAsync(person, note)).ShouldBeNull();
            (await world.MayReadAsync(person, KeyWorld.Medical)).ShouldBeFalse();
        }

        using var key = RecipientPrivateKey.FromPem(Encoding.ASCII.GetString(CustodianSeal.Open(sealedKey, "recovery-key", Three[0], Three[1])));
        (await RecoverAsync(world, key, KeyWorld.Deputy)).ShouldBe((null, 1));
        (await world.ReadAsync(KeyWorld.Deputy, kept, other)).ShouldBe("another case");
        (await world.MayReadAsync(KeyWorld.Deputy)).ShouldBeFalse();
        (await world.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task K7_A_database_from_before_a_disposal_loses_the_keys_again_before_it_opens_anything()
    {
        await using var world = await KeyWorld.StartAsync();
        await SetRecoveryKeyAsync(world);
        var note = (await world.KeepAsync(KeyWorld.Lead, "gone"))!.Value;
        await world.SqlAsync("CREATE TABLE old_grant AS SELECT * FROM key_grant");
        await world.SqlAsync("CREATE TABLE old_copy AS SELECT * FROM recovery_copy");
        world.App.Clock.Advance(TimeSpan.FromDays(10));
        var certificate = (await ShredAsync(world, Second)).Certificate!;

        // What restoring the copy of ten days ago does: the keys are back, and nothing in the database knows of a disposal.
        await world.SqlAsync("INSERT INTO key_grant SELECT * FROM old_grant");
        await world.SqlAsync("INSERT INTO recovery_copy SELECT * FROM old_copy");
        await world.SqlAsync("DELETE FROM key_shredding");
        (await world.ReadAsync(KeyWorld.Lead, note)).ShouldBe("gone");
        await world.App.RestartAsync();
        (await world.ReadAsync(KeyWorld.Lead, note)).ShouldBeNull();
        await using var owner = world.App.Maintenance();
        (await owner.Set<RecoveryCopy>().CountAsync()).ShouldBe(0);
        (await owner.Set<KeyShredding>().SingleAsync()).At.ShouldBe(certificate.At);
        (await AuditChain.VerifyAsync(owner, null, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task K7_Old_content_put_back_without_its_keys_stays_unreadable()
    {
        await using var world = await KeyWorld.StartAsync();
        var note = (await world.KeepAsync(KeyWorld.Lead, "forty days old"))!.Value;
        await world.SqlAsync("CREATE TABLE old_chunk AS SELECT * FROM file_chunk");
        await ShredAsync(world, Second);
        await world.SqlAsync("DELETE FROM file_chunk");
        world.App.Clock.Advance(TimeSpan.FromDays(40));
        await world.SqlAsync("INSERT INTO file_chunk SELECT * FROM old_chunk");
        // The case begun anew under the same id gets another key: it opens nothing of the old one either.
        await world.FoundAsync(KeyWorld.Core);
        await Should.ThrowAsync<SealBrokenException>(() => world.ReadAsync(KeyWorld.Lead, note));
    }

    [Fact]
    public async Task K7_A_disposal_whose_line_was_lost_in_a_crash_is_noted_later()
    {
        await using var world = await KeyWorld.StartAsync();
        await ShredAsync(world, Second);
        var list = Path.Combine(world.App.Database.Folder, "keys", "disposals");
        var line = await File.ReadAllTextAsync(list);
        line.ShouldStartWith($"{KeyWorld.Core.Case:D} {Acts.SchoolA.Value:D} ");
        File.Delete(list);
        await using var owner = world.App.Maintenance();
        (await world.App.Services.GetRequiredService<DisposalList>().ApplyAsync(owner, default)).ShouldBe(0);
        (await File.ReadAllTextAsync(list)).ShouldBe(line);
        (await world.App.Services.GetRequiredService<DisposalList>().ApplyAsync(owner, default)).ShouldBe(0);
        (await File.ReadAllTextAsync(list)).ShouldBe(line);
    }

    private static async Task<string> SetRecoveryKeyAsync(KeyWorld world)
    {
        using var made = RecipientPrivateKey.Generate();
        await world.AsAsync(KeyWorld.Head, async u =>
        {
            (await u.Vault.SetRecoveryKeyAsync(made.Public, ProbeModule.Nobody, Second, default)).Refused.ShouldBe(IKeyVault.NotAllowed);
            (await u.Vault.SetRecoveryKeyAsync(made.Public, ProbeModule.Staff, KeyWorld.Head.Person, default)).Refused.ShouldBe(IKeyVault.SamePerson);
            (await u.Vault.SetRecoveryKeyAsync(made.Public, ProbeModule.Staff, Second, default)).Refused.ShouldBeNull();
            return await u.Db.SaveChangesAsync();
        });
        return CustodianSeal.Seal(Encoding.ASCII.GetBytes(made.ToPem()), "recovery-key", Three);
    }

    private static Task<(Refusal? Refused, int Parts)> RecoverAsync(KeyWorld world, RecipientPrivateKey key, Actor to, PersonId? second = null) => world.AsAsync(KeyWorld.Head, async u =>
    {
        var done = await u.Vault.RecoverAsync(key, ProbeModule.Staff, KeyWorld.As(to), world.InAMonth, second ?? Second, default);
        if (done.Refused is null)
        {
            await u.Db.SaveChangesAsync();
        }

        return done;
    });

    private static Task<(Refusal? Refused, ShredCertificate? Certificate)> ShredAsync(KeyWorld world, PersonId second, Actor? by = null) =>
        world.AsAsync(by ?? KeyWorld.Lead, u => u.Vault.ShredAsync(KeyWorld.Core, ProbeModule.Anybody, second, default));

    private static Task<(Refusal? Refused, string? Digest, string Bundle)> ExportAsync(KeyWorld world) => world.AsAsync(KeyWorld.Head, async u =>
    {
        using var to = new MemoryStream();
        var (refused, digest) = await u.Vault.ExportSchoolAsync(to, ProbeModule.Staff, default);
        if (refused is null)
        {
            await u.Db.SaveChangesAsync();
        }

        return (refused, digest, Encoding.ASCII.GetString(to.ToArray()));
    });

    private static Task<(Refusal? Refused, ShredCertificate? Certificate)> LeaveAsync(KeyWorld world, string receipt) =>
        world.AsAsync(KeyWorld.Head, u => u.Vault.ShredSchoolAsync(receipt, ProbeModule.Staff, Second, default));
}
