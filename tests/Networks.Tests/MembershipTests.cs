using System.IO.Compression;
using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

public sealed class MembershipTests
{
    [Fact]
    public async Task An_invited_school_accepts_and_both_sides_see_each_other_from_then_on()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        (await InviteAsync(coordinator)).Text.ShouldContain("The invitation is on its way.");
        await app.SendMailAsync();
        app.Mail.Sent.ShouldContain(m => m.To == "head-c@people.example");
        app.Mail.Sent.ShouldAllBe(m => !m.Body.Contains("School D") && !m.Subject.Contains("School D"));
        using var member = await app.AsAsync("teacher-a");
        (await member.OpenAsync("/network")).Text.ShouldNotContain("School D");

        var (post, organisation) = await NewestPostAsync(app);
        using var head = await app.AsAsync("head-c");
        await ActInAsync(head, post);
        var open = await head.OpenAsync("/network");
        open.Text.ShouldContain("First Test Network invites your organisation");
        var page = await head.OpenAsync(open.Find("main a[href*='/network/invitations/']")!.GetAttribute("href")!);
        page.Text.ShouldContain("What joining means");
        (await page.Form().PostAsync("Accept")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await head.OpenAsync("/network")).Text.ShouldContain("Tess Teacher");
        (await member.OpenAsync("/organisations/" + organisation)).Text.ShouldContain("Hugo Head");
    }

    [Fact]
    public async Task A_declined_invitation_leaves_nothing_to_see()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        await InviteAsync(coordinator);
        var (post, organisation) = await NewestPostAsync(app);
        using var head = await app.AsAsync("head-c");
        await ActInAsync(head, post);
        var url = (await head.OpenAsync("/network")).Find("main a[href*='/network/invitations/']")!.GetAttribute("href")!;
        await (await head.OpenAsync(url)).Form().PostAsync("Decline");
        (await head.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await coordinator.GetAsync("/organisations/" + organisation)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await coordinator.OpenAsync("/network")).Text.ShouldNotContain("School D");
    }

    [Fact]
    public async Task The_coordinator_has_no_way_into_the_school_just_invited()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        await InviteAsync(coordinator);
        var (post, organisation) = await NewestPostAsync(app);
        (await coordinator.GetAsync($"/organisations/{organisation}/posts/{post}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await coordinator.OpenAsync("/organisations/" + organisation)).Text.ShouldNotContain("Hugo Head");
    }

    [Fact]
    public async Task A_school_asks_a_listed_network_and_is_let_in()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-c");
        var page = await lead.OpenAsync("/network/listed/" + app.Network("net-1"));
        page.Text.ShouldContain("shown to members only");
        page.Text.ShouldNotContain("School A");
        (await page.Form().PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var coordinator = await app.AsAsync("coord");
        var open = await coordinator.OpenAsync("/network");
        var url = open.Find("main a[href*='/network/members/']")!.GetAttribute("href")!;
        using var stranger = await app.AsAsync("coord-c");
        (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await coordinator.OpenAsync(url)).Form().PostAsync("Let it in")).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var member = await app.AsAsync("teacher-b");
        (await member.OpenAsync("/organisations/" + app.Organisation("school-c"))).Text.ShouldContain("Lou Lead");

        // Two networks now: the older one acts until the other is chosen.
        (await lead.OpenAsync("/network")).Text.ShouldContain("Second Test Network");
        await (await lead.OpenAsync("/account/posts")).Form().PostAsync();
        (await lead.OpenAsync("/network")).Text.ShouldContain("School B");
    }

    [Fact]
    public async Task A_network_that_is_not_listed_is_not_there_for_outsiders()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        await (await coordinator.OpenAsync("/network/edit")).Form().Set("Input.ExistenceIsListed", "false").PostAsync();
        using var lead = await app.AsAsync("lead-c");
        (await lead.OpenAsync("/network/listed")).Text.ShouldNotContain("First Test Network");
        (await lead.GetAsync("/network/listed/" + app.Network("net-1"))).Status.ShouldBe(HttpStatusCode.NotFound);

        // The switches are independent: open content without being listed shows the members to whoever has the address.
        await (await coordinator.OpenAsync("/network/edit")).Form().Set("Input.ContentIsPrivate", "false").PostAsync();
        (await lead.OpenAsync("/network/listed")).Text.ShouldNotContain("First Test Network");
        (await lead.OpenAsync("/network/listed/" + app.Network("net-1"))).Text.ShouldContain("School A");
    }

    [Fact]
    public async Task A_join_link_works_once_and_only_with_its_secret()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        var link = await LinkAsync(coordinator);
        using var head = await app.AsAsync("head-c");
        (await head.GetAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.GetAsync(link.Replace(app.Network("net-1").ToString(), app.Network("net-2").ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var teacher = await app.AsAsync("counsellor-c");
        (await teacher.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await head.OpenAsync(link)).Form().PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await head.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var member = await app.AsAsync("teacher-a");
        (await member.OpenAsync("/organisations/" + app.Organisation("school-c"))).Text.ShouldContain("Hugo Head");
    }

    [Fact]
    public async Task A_join_link_taken_back_or_run_out_does_not_work()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        using var head = await app.AsAsync("head-c");
        var first = await LinkAsync(coordinator);
        (await head.GetAsync(first)).Status.ShouldBe(HttpStatusCode.OK);
        var network = await coordinator.OpenAsync("/network");
        using var stranger = await app.AsAsync("coord-c");
        var id = network.Find("input[name=link]")!.GetAttribute("value")!;
        await LinkAsync(stranger);
        (await (await stranger.OpenAsync("/network")).Form("main form[action*=TakeBack]").Force("link", id).PostAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.GetAsync(first)).Status.ShouldBe(HttpStatusCode.OK);
        (await network.Form("main form[action*=TakeBack]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await head.GetAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
        var second = await LinkAsync(coordinator);
        app.Clock.Advance(JoinLink.Life);
        using var later = await app.AsAsync("head-c");
        (await later.GetAsync(second)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Leaving_needs_the_tick_and_keeps_what_was_chosen()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-b");
        var answer = await Leave(await head.OpenAsync("/network/leave")).Set("LeaveBehind", "true").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Find("input[name=LeaveBehind][type=checkbox]")!.HasAttribute("checked").ShouldBeTrue();
        (await head.OpenAsync("/network")).Text.ShouldContain("First Test Network");
    }

    [Fact]
    public async Task After_leaving_nothing_of_the_school_is_readable_by_others()
    {
        var told = new RecordingModule();
        await using var app = await TestApp.StartWithWorldAsync(change: s => s.AddSingleton<IOnLeavingNetwork>(told));
        using var head = await app.AsAsync("head-b");
        using var member = await app.AsAsync("lead-a");
        var organisation = app.Organisation("school-b");
        (await member.OpenAsync("/network")).Text.ShouldContain("Liv Lead");
        var answer = await Leave(await head.OpenAsync("/network/leave")).Set("Understood", "true").Set("NameStays", "false").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        told.Left.ShouldBe([(organisation, app.Network("net-1"), false)]);

        var network = await member.OpenAsync("/network");
        network.Text.ShouldNotContain("Liv Lead");
        network.Document.QuerySelectorAll("main bdi").Count(b => b.TextContent == "School B").ShouldBe(0);
        network.Text.ShouldContain("A former member, who left without a name");
        (await member.GetAsync("/organisations/" + organisation)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.OpenAsync("/network")).Text.ShouldContain("No network yet");
        (await head.OpenAsync("/organisations/" + organisation)).Text.ShouldContain("Liv Lead");
        var seen = await app.InScopeAsync("coord", async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var directory = s.GetRequiredService<INetworkDirectory>();
            return (await db.Set<PostNotice>().CountAsync(n => n.OrganisationId == organisation), await db.Set<Post>().CountAsync(p => p.OrganisationId == organisation),
                await directory.FindOrganisationAsync(organisation, default), (await directory.PostsAsync(organisation, default)).Count);
        });
        seen.ShouldBe((0, 0, null, 0));
    }

    [Fact]
    public async Task A_left_member_may_leave_its_name_and_dates()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-b");
        await Leave(await head.OpenAsync("/network/leave")).Set("Understood", "true").PostAsync();
        using var member = await app.AsAsync("teacher-a");
        var page = await member.OpenAsync("/network");
        page.Text.ShouldContain("Former members");
        page.Text.ShouldContain("17 November 2026");
    }

    [Fact]
    public async Task The_archive_holds_the_schools_own_data_of_every_module_and_nobody_elses()
    {
        await using var app = await TestApp.StartWithWorldAsync(change: s => s.AddScoped<IDataToHandBack, SpyPart>());
        using var head = await app.AsAsync("head-b");
        var answer = await (await head.OpenAsync("/network/leave")).Form("main form[action*=Download]").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Content-Disposition"].ShouldContain("attachment");
        using var zip = new ZipArchive(new MemoryStream(answer.Bytes));
        string[] parts = ["spy.csv", "organisation.csv", "memberships.csv", "posts.csv"];
        parts.ShouldAllBe(p => zip.Entries.Count(e => e.FullName == p) == 1);
        var posts = await ReadAsync(zip, "posts.csv");
        posts.ShouldContain("\"Liv Lead\",\"lead-b@people.example\",\"SafeguardingLead\",\"Safeguarding lead\"");
        posts.ShouldNotContain("Lea Lead");
        (await ReadAsync(zip, "memberships.csv")).ShouldContain("First Test Network");
        (await ReadAsync(zip, "organisation.csv")).ShouldContain("1 Middle Street");
        (await ReadAsync(zip, "spy.csv")).ShouldBe("of " + app.Organisation("school-b"));
    }

    [Fact]
    public async Task The_fourth_download_of_a_day_is_refused()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-b");
        for (var i = 0; i < CountedAct.ExportsADay; i++)
        {
            (await (await head.OpenAsync("/network/leave")).Form("main form[action*=Download]").PostAsync()).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await (await head.OpenAsync("/network/leave")).Form("main form[action*=Download]").PostAsync()).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_organisation_of_the_only_coordinator_cannot_leave_the_others_alone()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var refusal = await app.InScopeAsync("coord", async s =>
        {
            var actor = s.GetRequiredService<ICurrentActor>().Actor with { Role = Role.SeniorLeader };
            s.GetRequiredService<Scope>().Set(actor);
            return await s.GetRequiredService<LeaveNetworkHandler>().HandleAsync(new(true, false, true), actor, default);
        });
        refusal!.Code.ShouldBe(LeaveNetworkHandler.LastCoordinator.Code);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("@cmd", "\"'@cmd\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData(null, "\"\"")]
    public void A_cell_never_calculates(string? value, string cell) => HandBack.Cell(value).ShouldBe(cell);

    private static async Task<string> LinkAsync(TestBrowser coordinator)
    {
        var made = await (await coordinator.OpenAsync("/network/invite")).Form("main form[action*=Link]").Set("MadeFor", "School C").PostAsync();
        return new Uri(made.Find("code")!.TextContent).AbsolutePath;
    }

    private static TestForm Leave(TestPage page) => page.Form("main form:not([action])");

    private static async Task<TestPage> InviteAsync(TestBrowser coordinator) =>
        await (await coordinator.OpenAsync("/network/invite")).Form("main form:not([action])")
            .Set("Input.Name", "School D").Set("PersonName", "Hugo Head").Set("Email", "head-c@people.example")
            .Set("Role", "SeniorLeader").Set("PersonTitle", "Head").SubmitAsync();

    private static async Task<(PostId Post, OrganisationId Organisation)> NewestPostAsync(TestApp app)
    {
        await using var db = app.Maintenance();
        var organisation = await db.Set<Organisation>().FirstAsync(o => o.Name == "School D");
        return (await db.Set<Post>().Where(p => p.OrganisationId == organisation.Id).Select(p => p.Id).SingleAsync(), organisation.Id);
    }

    private static async Task ActInAsync(TestBrowser browser, PostId post) =>
        await (await browser.OpenAsync("/account/posts")).Form($"main form:has(input[value='{post}'])").PostAsync();

    private static async Task<string> ReadAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    private sealed class RecordingModule : IOnLeavingNetwork
    {
        public List<(OrganisationId, NetworkId, bool)> Left { get; } = [];

        public Task LeaveAsync(OrganisationId organisation, NetworkId network, bool leaveBehind, CancellationToken ct)
        {
            Left.Add((organisation, network, leaveBehind));
            return Task.CompletedTask;
        }
    }

    private sealed class SpyPart : IDataToHandBack
    {
        public string FileName => "spy.csv";

        public async Task WriteAsync(OrganisationId organisation, NetworkId network, Stream to, CancellationToken ct)
        {
            await using var text = new StreamWriter(to, leaveOpen: true);
            await text.WriteAsync("of " + organisation);
        }
    }
}
