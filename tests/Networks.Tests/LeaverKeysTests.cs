using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

/// <summary>R9: whoever leaves a post leaves the keys with it, in the same commit and at the next request.</summary>
public sealed class LeaverKeysTests
{
    private static readonly CasePart Shared = new(Guid.Parse("00000000-0000-7000-9000-0000000000d1"), "core");
    private static readonly CasePart Alone = new(Guid.Parse("00000000-0000-7000-9000-0000000000d2"), "core");

    [Fact]
    public async Task R9_With_a_post_end_the_grants_of_its_holder_in_the_same_commit()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await FoundAsync(app, "lead-a2", Shared, "lead-a", "counsellor-a");
        using var head = await app.AsAsync("head-a");
        (await EndAsync(app, head, "lead-a2-1")).Status.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = app.Maintenance();
        var left = await db.Set<KeyGrant>().Select(g => g.PersonId).ToListAsync();
        left.ShouldBe([app.Person("lead-a"), app.Person("counsellor-a")], ignoreOrder: true);
        var acts = await db.Set<AuditRow>().Where(r => r.Act == "post.ended" || r.Act == "grant.ended").OrderBy(r => r.Sequence).ToListAsync();
        acts.ConvertAll(r => r.Act).ShouldBe(["post.ended", "grant.ended"]);
        acts.ShouldAllBe(r => r.Person == app.Person("head-a") && r.ChainId == app.Organisation("school-a").Value);
    }

    [Fact]
    public async Task R9_A_last_day_in_the_past_ends_them_as_surely_and_a_new_title_ends_nothing()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await FoundAsync(app, "lead-a2", Shared, "lead-a");
        using var head = await app.AsAsync("head-a");
        async Task<TestPage> SaveAsync(string field, string value) =>
            await (await head.OpenAsync(PostTests.Url(app, "school-a", "lead-a2-1"))).Form("main form[action*=Save]").Set(field, value).PostAsync("Save");
        (await SaveAsync("PostTitle", "Another title")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await CountAsync(app, "lead-a2")).ShouldBe(1);
        (await SaveAsync("Until", "2026-11-16")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await CountAsync(app, "lead-a2")).ShouldBe(0);
        (await CountAsync(app, "lead-a")).ShouldBe(1);
    }

    [Fact]
    public async Task A_post_that_may_not_end_keeps_its_grants()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await FoundAsync(app, "lead-b", Shared);
        using var head = await app.AsAsync("head-b");
        (await EndAsync(app, head, "lead-b-1", "school-b")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await CountAsync(app, "lead-b")).ShouldBe(1);
        (await OpensAsync(app, "lead-b", Shared)).ShouldBeTrue();
    }

    [Fact]
    public async Task R9_In_a_loop_of_requests_only_those_under_way_when_the_post_ends_succeed()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await FoundAsync(app, "lead-a2", Shared, "lead-a");
        using var leaver = await app.AsAsync("lead-a2");
        using var head = await app.AsAsync("head-a");
        var ended = 0;
        var late = new List<(HttpStatusCode Page, bool Key)>();
        var first = new TaskCompletionSource();
        var loop = Task.Run(async () =>
        {
            while (late.Count < 20)
            {
                var after = Volatile.Read(ref ended) == 1;
                var answer = ((await leaver.GetAsync("/network")).Status, await OpensAsync(app, "lead-a2", Shared));
                first.TrySetResult();
                if (after)
                {
                    late.Add(answer);
                }
            }
        }, TestContext.Current.CancellationToken);
        await first.Task;
        (await EndAsync(app, head, "lead-a2-1")).Status.ShouldBe(HttpStatusCode.SeeOther);
        Volatile.Write(ref ended, 1);
        await loop;
        late.ShouldAllBe(a => a.Page == HttpStatusCode.NotFound && !a.Key);
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_only_one_who_was_in_leaves_and_nobody_gets_in_by_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await FoundAsync(app, "lead-a2", Alone);
        using var head = await app.AsAsync("head-a");
        (await EndAsync(app, head, "lead-a2-1")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await OpensAsync(app, "lead-a2", Alone)).ShouldBeFalse();

        // Back in a post of the same school, and still out: a colleague has to let them in.
        await using (var db = app.Maintenance())
        {
            (await db.Set<KeyGrant>().SingleAsync(g => g.CaseId == Alone.Case)).Until.ShouldBeLessThanOrEqualTo(app.Clock.GetUtcNow());
        }

        using var key = Vault.RecipientPrivateKey.Generate();
        (await app.InScopeAsync("head-a", async s =>
        {
            var (refused, copies) = await s.GetRequiredService<IKeyVault>().SetRecoveryKeyAsync(key.Public, NetworksPermissions.FillPost, app.Person("lead-a"), default);
            refused.ShouldBeNull();
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return copies;
        })).ShouldBe(1);
    }

    internal static Task FoundAsync(TestApp app, string by, CasePart part, params string[] others) => app.InScopeAsync(by, async s =>
    {
        var holders = new List<Holder>();
        foreach (var other in others)
        {
            var actor = await s.GetRequiredService<IActorSource>().FindAsync(app.Person(other), null, default);
            holders.Add(new Holder(actor!.Person, actor.Role!.Value, actor.Organisation));
        }

        using var writer = await s.GetRequiredService<IKeyVault>()
            .FoundAsync(part, Keeper.School, NetworksPermissions.SeeNetwork, app.Clock.GetUtcNow().AddDays(30), default, holders);
        writer.ShouldNotBeNull();
        return await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    internal static Task<bool> OpensAsync(TestApp app, string person, CasePart part) => app.InScopeAsync(person, async s =>
    {
        using var reader = await s.GetRequiredService<IKeyVault>().ReadAsync(part, NetworksPermissions.SeeNetwork, default);
        return reader is not null;
    });

    private static async Task<int> CountAsync(TestApp app, string person)
    {
        await using var db = app.Maintenance();
        return await db.Set<KeyGrant>().CountAsync(g => g.PersonId == app.Person(person));
    }

    private static async Task<TestPage> EndAsync(TestApp app, TestBrowser browser, string post, string school = "school-a") =>
        await (await browser.OpenAsync(PostTests.Url(app, school, post))).Form("main form[action*=End]").PostAsync();
}
