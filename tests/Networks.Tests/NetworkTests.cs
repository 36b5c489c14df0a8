using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

public sealed class NetworkTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[60]];

    [Fact]
    public async Task Renaming_keeps_the_old_name_for_what_was_closed_under_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var before = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        using var coordinator = await app.AsAsync("coord");
        var form = (await coordinator.OpenAsync("/network/edit")).Form().Set("Input.Name", "City Schools Together").Set("Input.Acronym", "CST");
        (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var teacher = await app.AsAsync("teacher-a");
        (await teacher.OpenAsync("/network")).Text.ShouldContain("City Schools Together");
        var (old, now) = await app.InScopeAsync("teacher-a", async s =>
        {
            var directory = s.GetRequiredService<INetworkDirectory>();
            return (await directory.NameAtAsync(app.Network("net-1"), before, default), await directory.NameAtAsync(app.Network("net-1"), app.Clock.GetUtcNow(), default));
        });
        old.ShouldBe(new NetworkNameCard("First Test Network", "NET-1"));
        now.ShouldBe(new NetworkNameCard("City Schools Together", "CST"));
        (await app.InScopeAsync("teacher-a", s => s.GetRequiredService<INetworkDirectory>().NameAtAsync(app.Network("net-2"), before, default))).ShouldBeNull();
    }

    [Fact]
    public async Task The_emergency_card_is_read_by_members_and_only_by_them()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var card = await app.InScopeAsync("teacher-a", s => s.GetRequiredService<INetworkDirectory>().FindEmergencyAsync(app.Network("net-1"), default));
        card!.Numbers.ShouldBe([new EmergencyNumber("Police and ambulance", "112", "day and night")]);
        card.DutyToReport.ShouldBe("Whoever works in a school must report. (Test Act, section 1)");
        card.CheckedOn.ShouldBe(new DateOnly(2026, 11, 12));
        (await app.InScopeAsync("lead-c", s => s.GetRequiredService<INetworkDirectory>().FindEmergencyAsync(app.Network("net-1"), default))).ShouldBeNull();
    }

    [Theory]
    [InlineData("Police", "2026-11-17", "cannot be read")]
    [InlineData("Police: ask at the gate", "2026-11-17", "cannot be read")]
    [InlineData("Police: 110", "", "Say on which day")]
    [InlineData("Police: 110", "2026-11-18", "has not come yet")]
    public async Task Numbers_without_a_number_or_a_past_day_are_refused_and_kept(string numbers, string day, string says)
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        var form = (await coordinator.OpenAsync("/network/edit")).Form().Set("EmergencyNumbers", numbers).Set("CheckedOn", day);
        var answer = await form.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(says);
        answer.Find("textarea[name=EmergencyNumbers]")!.TextContent.Trim().ShouldBe(numbers);
    }

    [Fact]
    public async Task A_logo_is_shown_to_members_as_what_its_bytes_are()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        var form = (await coordinator.OpenAsync("/network/edit")).Form().Set("Input.ExistenceIsListed", "false").Attach("Input.Logo", "logo.html", Png);
        (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var teacher = await app.AsAsync("teacher-b");
        var url = (await teacher.OpenAsync("/network")).Find("main img")!.GetAttribute("src")!;
        var picture = await teacher.GetAsync(url);
        picture.Headers["Content-Type"].ShouldBe("image/png");
        picture.Bytes.ShouldBe(Png);
        using var stranger = await app.AsAsync("lead-c");
        (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("<svg onload='alert(1)'></svg>               ")]
    [InlineData("GIF89a                       ")]
    [InlineData("x")]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called(string content)
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        var form = (await coordinator.OpenAsync("/network/edit")).Form().Attach("Input.Logo", "logo.png", System.Text.Encoding.ASCII.GetBytes(content));
        var answer = await form.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("no PNG, JPEG or WebP picture");
    }

    [Fact]
    public void A_picture_too_large_is_refused() =>
        Picture.Take([.. Png, .. new byte[Picture.MostBytes]], TimeProvider.System).Refusal!.Code.ShouldBe(Picture.TooLarge.Code);

    [Fact]
    public async Task A_school_without_a_network_founds_one_and_its_founder_coordinates_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-b");
        await (await head.OpenAsync("/network/leave")).Form("main form:not([action])").Set("Understood", "true").PostAsync();
        var form = (await head.OpenAsync("/network/found")).Form().Set("Input.Name", "New Network").Set("Input.Acronym", "NN").Set("Input.Area", "Testtown");
        (await form.SubmitAsync()).Text.ShouldContain("The network is founded.");
        var page = await head.OpenAsync("/network");
        page.Text.ShouldContain("New Network");
        page.Text.ShouldContain("Liv Lead");
        page.Text.ShouldNotContain("Invite an organisation");
        await (await head.OpenAsync("/account/posts")).Form().PostAsync();
        (await head.OpenAsync("/network")).Text.ShouldContain("Invite an organisation");
    }

    [Fact]
    public async Task A_member_cannot_found_a_second_network_by_hand()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var refusal = await app.InScopeAsync("head-b", s => s.GetRequiredService<FoundNetworkHandler>().HandleAsync(
            new(new("Second", "S", "", "Town", "en"), null, null), s.GetRequiredService<ICurrentActor>().Actor, default));
        refusal!.Code.ShouldBe(FoundNetworkHandler.HasNetwork.Code);
    }

    [Fact]
    public async Task The_operator_founds_for_a_school_and_keeps_no_way_in()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var op = await app.AsAsync("operator");
        var form = (await op.OpenAsync("/network/found")).Form()
            .Set("Input.Name", "Harbour Network").Set("Input.Acronym", "HN").Set("Input.Area", "Harbour")
            .Set("FirstName", "School E").Set("Zone", "Asia/Seoul").Set("PersonName", "Eun Lead").Set("Email", "eun@people.example").Set("PersonTitle", "Safeguarding lead");
        (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        await app.SendMailAsync();
        app.Mail.Sent.ShouldContain(m => m.To == "eun@people.example");
        await using var db = app.Maintenance();
        var school = await db.Set<Organisation>().SingleAsync(o => o.Name == "School E");
        (await db.Set<Post>().Where(p => p.OrganisationId == school.Id).Select(p => p.Role).ToListAsync())
            .ShouldBe([Role.SafeguardingLead, Role.NetworkCoordinator], ignoreOrder: true);
        (await db.Set<PostNotice>().CountAsync(n => n.OrganisationId == school.Id)).ShouldBe(2);
        (await op.GetAsync("/organisations/" + school.Id)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Organisation_details_are_checked_at_their_fields_and_two_editors_do_not_overwrite_each_other()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        using var head = await app.AsAsync("head-a");
        var url = $"/organisations/{app.Organisation("school-a")}/edit";
        var wrong = await (await lead.OpenAsync(url)).Form().Set("Input.Zone", "Mars/Olympus").PostAsync();
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Find("#Input_Zone-error").ShouldNotBeNull();
        var first = (await lead.OpenAsync(url)).Form().Set("Input.Address", "2 North Street");
        var second = (await head.OpenAsync(url)).Form().Set("Input.Address", "3 North Street");
        (await first.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var late = await second.PostAsync();
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Html.ShouldContain("3 North Street");
    }

    [Fact]
    public async Task The_work_list_tells_each_role_what_waits_for_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        await PostTests.FillAsync(app, head, "school-a", "counsellor-a@people.example", Role.SeniorLeader);
        await (await head.OpenAsync(PostTests.Url(app, "school-a", "teacher-a-1"))).Form().Set("Until", "2026-12-01").PostAsync("Save");
        using var lead = await app.AsAsync("lead-c");
        await (await lead.OpenAsync("/network/listed/" + app.Network("net-1"))).Form().PostAsync();
        var forLead = await WorkAsync(app, "lead-a");
        forLead.ShouldContain(w => w.Title.Contains("A second person must agree"));
        forLead.ShouldContain(w => w.Title.Contains("A post ends"));
        (await WorkAsync(app, "head-a")).ShouldNotContain(w => w.Title.Contains("A second person must agree"));
        (await WorkAsync(app, "teacher-a")).ShouldBeEmpty();
        (await WorkAsync(app, "coord")).ShouldHaveSingleItem().Title.ShouldBe("School C asks to join");
        (await WorkAsync(app, "coord-c")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_guest_silent_for_a_fortnight_is_told_to_the_coordinator()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coordinator = await app.AsAsync("coord");
        await (await coordinator.OpenAsync("/network/invite")).Form("main form:not([action])")
            .Set("Input.Name", "School D").Set("PersonName", "Hugo Head").Set("Email", "head-c@people.example").Set("PersonTitle", "Head").PostAsync();
        app.Clock.Advance(TimeSpan.FromDays(13.9));
        (await WorkAsync(app, "coord")).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromDays(0.2));
        var item = (await WorkAsync(app, "coord")).ShouldHaveSingleItem();
        item.Title.ShouldBe("School D has not answered your invitation");
        item.Urgency.ShouldBe(Urgency.Late);
    }

    private static Task<List<WorkItem>> WorkAsync(TestApp app, string person) => app.InScopeAsync(person, async s =>
        (await s.GetServices<IWorkList>().OfType<NetworkWorkList>().Single().ForAsync(s.GetRequiredService<ICurrentActor>().Actor, default)).ToList());
}
