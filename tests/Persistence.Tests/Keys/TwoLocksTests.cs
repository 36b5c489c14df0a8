using Causeway.Kernel;
using Causeway.TestKit;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence.Tests;

/// <summary>R3, R7, R9, R25, R26, K2, K9, K14: two locks found independently, and a block before both.</summary>
public sealed partial class TwoLocksTests
{
    [Fact]
    public async Task R3_A_decision_that_says_yes_to_everybody_opens_nothing_without_a_grant()
    {
        await using var world = await KeyWorld.StartAsync();
        var note = (await world.KeepAsync(KeyWorld.Lead, "seen on Monday"))!.Value;
        (await world.ReadAsync(KeyWorld.Lead, note)).ShouldBe("seen on Monday");
        foreach (var other in Enum.GetValues<Role>().Select((r, i) => KeyWorld.Of(0x40 + i, r, Acts.SchoolA)).Append(KeyWorld.LeadB).Append(KeyWorld.Guest))
        {
            (await world.ReadAsync(other, note)).ShouldBeNull($"{other.Role}");
            (await world.KeepAsync(other, "mine")).ShouldBeNull($"{other.Role}");
        }

        await world.LetInAsync(KeyWorld.Counsellor);
        (await world.ReadAsync(KeyWorld.Counsellor, note)).ShouldBe("seen on Monday");
        await world.SqlAsync("DELETE FROM key_grant WHERE person_id = {0}", KeyWorld.Counsellor.Person.Value);
        (await world.ReadAsync(KeyWorld.Counsellor, note)).ShouldBeNull();
    }

    [Fact]
    public async Task R3_A_live_grant_opens_nothing_when_the_decision_says_no()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.LetInAsync(KeyWorld.LeadB);
        await world.LetInAsync(KeyWorld.Counsellor);
        (await world.MayReadAsync(KeyWorld.Lead, permission: ProbeModule.Staff)).ShouldBeTrue();
        (await world.MayReadAsync(KeyWorld.Counsellor, permission: ProbeModule.Staff)).ShouldBeTrue();
        (await world.MayReadAsync(KeyWorld.Lead, permission: ProbeModule.Nobody)).ShouldBeFalse();
        (await world.MayReadAsync(KeyWorld.Lead, permission: "probe.unknown")).ShouldBeFalse();
        (await world.MayReadAsync(KeyWorld.Counsellor with { Role = Role.Teacher }, permission: ProbeModule.Staff)).ShouldBeFalse();
        // Of another school: the right role, a live grant, and still not the own school's case.
        (await world.MayReadAsync(KeyWorld.LeadB, permission: ProbeModule.Staff)).ShouldBeFalse();
        (await world.KeepAsync(KeyWorld.LeadB, "x")).ShouldNotBeNull();
        await world.AsAsync(KeyWorld.LeadB, async u => (await u.Vault.WriteAsync(KeyWorld.Core, ProbeModule.Staff, default)).ShouldBeNull());
        await world.AsAsync(KeyWorld.Lead, async u => (await u.Vault.MineAsync(ProbeModule.Nobody, default)).ShouldBeEmpty());
    }

    [Fact]
    public async Task K2_A_grant_written_over_to_another_person_part_or_case_does_not_open_and_is_noted()
    {
        await using var world = await KeyWorld.StartAsync();
        foreach (var (column, value, actor, part) in (IReadOnlyList<(string, object, Actor, CasePart)>)
        [
            ("person_id", KeyWorld.Counsellor.Person.Value, KeyWorld.Counsellor, KeyWorld.Core),
            ("part", "medical", KeyWorld.Lead, KeyWorld.Medical),
            ("case_id", KeyWorld.Id(0xc9), KeyWorld.Lead, new CasePart(KeyWorld.Id(0xc9), "core")),
        ])
        {
            await world.SqlAsync($"UPDATE key_grant SET {column} = {{0}}", value);
            await Should.ThrowAsync<SealBrokenException>(() => world.MayReadAsync(actor, part));
            (await world.ActsAsync(part.Case)).ShouldContain("part.broken");
            (await world.FaultsAsync()).ShouldHaveSingleItem().ShouldEndWith("does not open");
            await world.SqlAsync("UPDATE key_grant SET person_id = {0}, part = 'core', case_id = {1}", KeyWorld.Lead.Person.Value, KeyWorld.Core.Case);
        }

        (await world.MayReadAsync(KeyWorld.Lead)).ShouldBeTrue();
    }

    [Fact]
    public async Task R25_Operators_and_coordinators_are_never_let_in_and_never_found()
    {
        await using var world = await KeyWorld.StartAsync();
        foreach (var role in (Role[])[Role.Operator, Role.NetworkCoordinator])
        {
            (await world.GrantAsync(KeyWorld.Lead, KeyWorld.Of(0x50, role, Acts.SchoolA))).ShouldBe(IKeyVault.NoHolder);
            // A lead who is also that, in the other post: the grant is the person's, the post may not use it.
            (await world.MayReadAsync(KeyWorld.Lead with { Role = role })).ShouldBeFalse();
            await world.AsAsync(KeyWorld.Of(0x51, role, Acts.SchoolA), async u =>
                (await u.Vault.FoundAsync(KeyWorld.Medical, Keeper.School, ProbeModule.Anybody, world.InAMonth, default)).ShouldBeNull());
        }
    }

    [Fact]
    public async Task Nobody_lets_themselves_in_and_outsiders_let_nobody_in()
    {
        await using var world = await KeyWorld.StartAsync();
        (await world.GrantAsync(KeyWorld.Lead, KeyWorld.Lead)).ShouldBe(IKeyVault.ToSelf);
        (await world.GrantAsync(KeyWorld.Deputy, KeyWorld.Counsellor)).ShouldBe(IKeyVault.NotOpen);
        await world.LetInAsync(KeyWorld.Guest);
        (await world.GrantAsync(KeyWorld.Guest, KeyWorld.Counsellor)).ShouldBe(IKeyVault.NotOpen);
        (await world.ChangeAsync(KeyWorld.Guest, v => v.EndAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Lead.Person, default))).ShouldBe(IKeyVault.NotOpen);
        // Nor does the lead of another school who was let in, for a transfer.
        await world.LetInAsync(KeyWorld.LeadB);
        (await world.GrantAsync(KeyWorld.LeadB, KeyWorld.Counsellor)).ShouldBe(IKeyVault.NotOpen);
        (await world.ChangeAsync(KeyWorld.LeadB, v => v.RollAsync(KeyWorld.Core, ProbeModule.Anybody, default))).ShouldBe(IKeyVault.NotOpen);
        (await world.ChangeAsync(KeyWorld.LeadB, v => v.BlockAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Lead.Person, Conflict.Other, default))).ShouldBe(IKeyVault.NotOpen);
        (await world.ChangeAsync(KeyWorld.Guest, v => v.EndAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Guest.Person, default))).ShouldBeNull();
        (await world.MayReadAsync(KeyWorld.Guest)).ShouldBeFalse();
        (await world.GrantAsync(KeyWorld.Lead, KeyWorld.Counsellor, until: world.App.Clock.GetUtcNow())).ShouldBe(IKeyVault.Ended);
    }

    [Fact]
    public async Task R7_A_blocked_person_is_never_let_in_whatever_the_role_and_whatever_row_is_forged()
    {
        await using var world = await KeyWorld.StartAsync();
        foreach (var (role, i) in Enum.GetValues<Role>().Where(r => r is not (Role.Operator or Role.NetworkCoordinator)).Select((r, i) => (r, i)))
        {
            var person = KeyWorld.Of(0x60 + i, role, role is Role.Outsider ? null : Acts.SchoolA);
            await world.LetInAsync(person);
            (await world.MayReadAsync(person)).ShouldBeTrue($"{role}");
            (await world.ChangeAsync(KeyWorld.Lead, v => v.BlockAsync(KeyWorld.Core, ProbeModule.Anybody, person.Person, (Conflict)(i % 5), default))).ShouldBeNull();
            (await world.MayReadAsync(person)).ShouldBeFalse($"{role}");
            (await world.GrantAsync(KeyWorld.Lead, person)).ShouldBe(IKeyVault.Blocked);
            await world.AsAsync(person, async u => (await u.Vault.MineAsync(ProbeModule.Anybody, default)).ShouldBeEmpty());
        }

        // Let in, and the block written behind the vault's back: the grant is there, and opens nothing.
        await world.LetInAsync(KeyWorld.Counsellor);
        await world.SqlAsync(
            "INSERT INTO key_block (case_id, person_id, organisation_id, conflict, blocked_by, blocked_at) SELECT case_id, {0}, organisation_id, 'Kin', granted_by, granted_at FROM key_grant WHERE person_id = {0}",
            KeyWorld.Counsellor.Person.Value);
        (await world.MayReadAsync(KeyWorld.Counsellor)).ShouldBeFalse();
        (await world.KeepAsync(KeyWorld.Counsellor, "x")).ShouldBeNull();
    }

    [Fact]
    public async Task R7_A_wrong_block_is_lifted_by_two_people_and_brings_no_grant_back()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.LetInAsync(KeyWorld.Counsellor);
        await world.ChangeAsync(KeyWorld.Lead, v => v.BlockAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Counsellor.Person, Conflict.Kin, default));
        foreach (var wrong in (PersonId[])[KeyWorld.Lead.Person, KeyWorld.Counsellor.Person, default])
        {
            (await world.ChangeAsync(KeyWorld.Lead, v => v.LiftBlockAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Counsellor.Person, wrong, default))).ShouldBe(IKeyVault.SamePerson);
        }

        (await world.ChangeAsync(KeyWorld.Lead, v => v.LiftBlockAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Counsellor.Person, KeyWorld.Deputy.Person, default))).ShouldBeNull();
        (await world.MayReadAsync(KeyWorld.Counsellor)).ShouldBeFalse();
        await world.LetInAsync(KeyWorld.Counsellor);
        (await world.MayReadAsync(KeyWorld.Counsellor)).ShouldBeTrue();
    }

    [Fact]
    public async Task R9_K10_An_ended_grant_is_gone_at_the_next_request_and_the_trail_says_what_was_read()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.FoundAsync(KeyWorld.Medical);
        await world.LetInAsync(KeyWorld.Guest);
        var note = (await world.KeepAsync(KeyWorld.Guest, "a view"))!.Value;
        (await world.ReadAsync(KeyWorld.Guest, note)).ShouldBe("a view");
        (await world.MayReadAsync(KeyWorld.Guest, KeyWorld.Medical)).ShouldBeFalse();
        (await world.ChangeAsync(KeyWorld.Lead, v => v.EndAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Guest.Person, default))).ShouldBeNull();
        (await world.ReadAsync(KeyWorld.Guest, note)).ShouldBeNull();
        (await world.KeepAsync(KeyWorld.Guest, "more")).ShouldBeNull();
        await world.AsAsync(KeyWorld.Lead, async u =>
        {
            var lines = await u.Vault.ReadingsAsync(KeyWorld.Core, ProbeModule.Anybody, default);
            lines.Where(l => l.Person == KeyWorld.Guest.Person && l.Act == "part.opened").Select(l => l.Part).ShouldBe(["core"]);
            (await u.Vault.HoldersAsync(KeyWorld.Core, ProbeModule.Anybody, default)).Select(h => h.Person).Distinct().ShouldBe([KeyWorld.Lead.Person]);
            return true;
        });
        await world.AsAsync(KeyWorld.Guest, async u => (await u.Vault.ReadingsAsync(KeyWorld.Core, ProbeModule.Anybody, default)).ShouldBeEmpty());
    }

    [Fact]
    public async Task R9_Whoever_leaves_loses_every_grant_at_once()
    {
        await using var world = await KeyWorld.StartAsync();
        await world.FoundAsync(KeyWorld.Medical);
        await world.LetInAsync(KeyWorld.Counsellor);
        await world.LetInAsync(KeyWorld.Counsellor, KeyWorld.Medical);
        (await world.AsAsync(KeyWorld.Head, async u =>
        {
            var parts = await u.Vault.EndAllAsync(ProbeModule.Staff, KeyWorld.Counsellor.Person, default);
            await u.Db.SaveChangesAsync();
            return parts;
        })).ShouldBe(2);
        (await world.MayReadAsync(KeyWorld.Counsellor)).ShouldBeFalse();
        (await world.MayReadAsync(KeyWorld.Counsellor, KeyWorld.Medical)).ShouldBeFalse();
        (await world.MayReadAsync(KeyWorld.Lead)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_last_person_stays_in_while_nobody_could_recover()
    {
        await using var world = await KeyWorld.StartAsync();
        Task<Refusal?> LeaveAsync() => world.ChangeAsync(KeyWorld.Lead, v => v.EndAsync(KeyWorld.Core, ProbeModule.Anybody, KeyWorld.Lead.Person, default));
        (await LeaveAsync()).ShouldBe(IKeyVault.LastHolder);
        await world.LetInAsync(KeyWorld.Deputy);
        (await LeaveAsync()).ShouldBeNull();
        (await world.MayReadAsync(KeyWorld.Lead)).ShouldBeFalse();
        (await world.MayReadAsync(KeyWorld.Deputy)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_part_has_one_key_and_a_second_founding_is_a_bug()
    {
        await using var world = await KeyWorld.StartAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => world.FoundAsync(KeyWorld.Core));
        // Another school that knows the number of the case makes a key of its own by it, and opens nothing with that.
        var note = (await world.KeepAsync(KeyWorld.Lead, "ours"))!.Value;
        await world.FoundAsync(KeyWorld.Core, KeyWorld.LeadB);
        await Should.ThrowAsync<SealBrokenException>(() => world.ReadAsync(KeyWorld.LeadB, note));
        (await world.ReadAsync(KeyWorld.Lead, note)).ShouldBe("ours");
    }

    [Fact]
    public async Task Whoever_opens_a_record_may_bring_a_deputy_but_nobody_who_could_not_be_let_in()
    {
        await using var world = await KeyWorld.StartAsync(withPart: false);
        Task<bool> FoundAsync(CasePart part, params IReadOnlyList<Holder> others) => world.AsAsync(KeyWorld.Lead, async u =>
        {
            using var writer = await u.Vault.FoundAsync(part, Keeper.School, ProbeModule.Anybody, world.InAMonth, default, others);
            return writer is not null && await u.Db.SaveChangesAsync() > 0;
        });
        (await FoundAsync(KeyWorld.Core, KeyWorld.As(KeyWorld.Deputy), KeyWorld.As(KeyWorld.Operator))).ShouldBeFalse();
        (await FoundAsync(KeyWorld.Core, KeyWorld.As(KeyWorld.Lead))).ShouldBeFalse();
        (await FoundAsync(KeyWorld.Core, KeyWorld.As(KeyWorld.Deputy), KeyWorld.As(KeyWorld.Guest))).ShouldBeTrue();
        foreach (var person in (Actor[])[KeyWorld.Lead, KeyWorld.Deputy, KeyWorld.Guest])
        {
            (await world.MayReadAsync(person)).ShouldBeTrue();
        }

        (await world.MayReadAsync(KeyWorld.Counsellor)).ShouldBeFalse();
    }

    [Fact]
    public async Task R26_Each_opening_is_one_line_and_without_a_line_nothing_is_opened()
    {
        await using var world = await KeyWorld.StartAsync();
        var before = (await world.ActsAsync()).Count;
        await world.MayReadAsync(KeyWorld.Lead);
        await world.MayReadAsync(KeyWorld.Counsellor);
        (await world.ActsAsync()).Skip(before).ShouldBe(["part.opened", "part.refused"]);
        await world.SqlAsync(TestDatabase.Postgres is null
            ? "CREATE TRIGGER no_more BEFORE INSERT ON audit_row BEGIN SELECT RAISE(ABORT, 'full'); END"
            : "ALTER TABLE audit_row ADD CONSTRAINT no_more CHECK (act = 'nothing') NOT VALID");
        await Should.ThrowAsync<ReadingNotRecordedException>(() => world.MayReadAsync(KeyWorld.Lead));
        await Should.ThrowAsync<Exception>(() => world.GrantAsync(KeyWorld.Lead, KeyWorld.Counsellor));
        await Should.ThrowAsync<Exception>(() => world.ChangeAsync(KeyWorld.Lead, v => v.RollAsync(KeyWorld.Core, ProbeModule.Anybody, default)));
        await using var owner = world.App.Maintenance();
        (await owner.Set<KeyGrant>().CountAsync()).ShouldBe(1);
    }
}
