using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks.Tests;

public sealed class LiaisonTests
{
    [Fact]
    public async Task Whoever_starts_a_contact_first_reads_who_holds_the_tie()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await OpenDeskAsync(app);
        await AppointAsync(app, url, "Olga Officer", "2026-01-01", "");
        using var lead = await app.AsAsync("lead-b");
        var contact = await lead.OpenAsync(url + "/contact");
        var text = contact.Text;
        text.ShouldContain("Speak first with Lea Lead (Safeguarding lead, School A), who keeps this tie.");
        text.IndexOf("Speak first with", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("555 0140", StringComparison.Ordinal));
        (await lead.OpenAsync(url)).Text.ShouldNotContain("555 0140");
    }

    [Fact]
    public async Task An_officer_whose_term_has_ended_is_never_offered_as_a_contact()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await OpenDeskAsync(app, emergency: true);
        await AppointAsync(app, url, "Olga Officer", "2024-01-01", "2026-11-17");
        await AppointAsync(app, url, "Otto Future", "2026-12-01", "");
        await AppointAsync(app, url, "Ona Now", "2026-01-01", "");
        using var today = await app.AsAsync("lead-b");
        var officer = (await today.OpenAsync(url + "/contact")).Document.QuerySelectorAll("select[name=Officer] option").Single(o => o.TextContent == "Olga Officer").GetAttribute("value")!;
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var lead = await app.AsAsync("lead-b");
        foreach (var path in new[] { url + "/contact", "/network/emergency" })
        {
            var page = await lead.OpenAsync(path);
            page.Text.ShouldNotContain("Olga Officer");
            page.Text.ShouldNotContain("Otto Future");
            page.Text.ShouldContain("Ona Now");
        }

        var forced = await (await lead.OpenAsync(url + "/contact")).Form().Set("About", "Night duty").Set("NoChild", "true").Force("Officer", officer).PostAsync();
        forced.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forced.Text.ShouldContain("not in office on that day");
        var saved = await (await lead.OpenAsync("/network/emergency")).Form().PostAsync();
        saved.Html.ShouldContain("Ona Now");
        saved.Html.ShouldNotContain("Olga Officer");
        (await lead.OpenAsync(url)).Text.ShouldContain("Not in office today (2)");
    }

    [Fact]
    public async Task A_lead_writes_its_own_schools_records_and_no_others()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await OpenDeskAsync(app);
        var id = url.Split('/')[^1];
        using var other = await app.AsAsync("lead-b");
        (await other.GetAsync("/network/authorities/edit/" + id)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync(url + "/officers")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.OpenAsync(url)).Document.QuerySelectorAll("main form").ShouldBeEmpty();
        var claimed = await (await other.OpenAsync("/network/authorities/edit")).Form()
            .Set("Name", "City Court").Set("Kind", "Court").Set("School", app.Organisation("school-a").ToString()).PostAsync();
        claimed.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        claimed.Text.ShouldContain("your own organisation keeps");
        using var own = await app.AsAsync("lead-a");
        (await own.GetAsync("/network/authorities/edit/" + id)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Confirming_handing_over_and_meetings_stand_in_the_history()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await OpenDeskAsync(app);
        using var lead = await app.AsAsync("lead-a");
        (await lead.OpenAsync("/network/authorities")).Text.ShouldContain("never");
        var early = await (await lead.OpenAsync(url)).Form($"main form[action='{url}']").Set("ConfirmedOn", "2026-11-18").PostAsync();
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await (await lead.OpenAsync(url)).Form($"main form[action='{url}']").PostAsync();
        using var counsellor = await app.AsAsync("counsellor-a");
        var form = (await counsellor.OpenAsync(url + "/contact")).Form().Set("About", "How to reach the night desk").Set("Way", "Meeting");
        (await form.PostAsync()).Text.ShouldContain("recognise a child");
        (await form.Set("NoChild", "true").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var handOver = (await lead.OpenAsync("/network/authorities/edit/" + url.Split('/')[^1])).Form()
            .Set("School", app.Organisation("school-b").ToString()).Set("Holder", app.Person("lead-b").ToString());
        (await handOver.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await lead.OpenAsync(url);
        page.Text.ShouldContain("Speak first with Liv Lead");
        page.Text.ShouldContain("Handed over to School B");
        page.Text.ShouldContain("Confirmed with the authority");
        page.Text.ShouldContain("How to reach the night desk");
        page.Find($"main form[action='{url}']").ShouldBeNull();
        app.Clock.Advance(TimeSpan.FromDays(200));
        using var later = await app.AsAsync("lead-a");
        (await later.OpenAsync("/network/authorities")).Text.ShouldContain("Over six months");
    }

    [Fact]
    public async Task A_holder_who_left_the_post_is_not_named_any_more()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await OpenDeskAsync(app, holder: "teacher-a");
        using var lead = await app.AsAsync("lead-a");
        await (await lead.OpenAsync(PostTests.Url(app, "school-a", "teacher-a-1"))).Form().Set("Until", "2026-11-17").PostAsync("Save");
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var next = await app.AsAsync("lead-a");
        (await next.OpenAsync(url)).Text.ShouldContain("nobody there is named");
        (await next.OpenAsync("/network/authorities")).Text.ShouldContain("Nobody holds it");
    }

    [Fact]
    public async Task Search_finds_by_kind_by_officer_and_without_accents_and_says_when_it_finds_nothing()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await OpenDeskAsync(app);
        await AppointAsync(app, url, "Zoë Ångström", "2026-01-01", "");
        using var teacher = await app.AsAsync("teacher-a");
        foreach (var q in new[] { "police", "zoe angstrom", "DESK", "at night" })
        {
            (await teacher.OpenAsync("/network/authorities?q=" + Uri.EscapeDataString(q))).Text.ShouldContain("City Police, Child Desk", Case.Sensitive, q);
        }

        (await teacher.OpenAsync("/network/authorities?q=embassy")).Text.ShouldContain("Nothing found");
        using var stranger = await app.AsAsync("lead-c");
        (await stranger.OpenAsync("/network/authorities")).Text.ShouldContain("No authority yet");
        (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(url + "/contact")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_saved_emergency_page_needs_nothing_from_the_net_and_says_when_it_was_checked()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await OpenDeskAsync(app, emergency: true);
        using var teacher = await app.AsAsync("teacher-a");
        var saved = await (await teacher.OpenAsync("/network/emergency")).Form().PostAsync();
        saved.Headers["Content-Disposition"].ShouldContain("emergency.html");
        saved.Document.QuerySelectorAll("[src], link, script, style, img").ShouldBeEmpty();
        saved.Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldAllBe(h => h!.StartsWith("tel:"));
        saved.Text.ShouldContain("Police and ambulance: 112");
        saved.Text.ShouldContain("Numbers checked on 12 November 2026.");
        saved.Text.ShouldContain("City Police, Child Desk");
        saved.Text.ShouldContain("Never confirmed.");
        saved.Text.ShouldContain("Whoever works in a school must report.");
    }

    internal static async Task<string> OpenDeskAsync(TestApp app, bool emergency = false, string holder = "lead-a")
    {
        using var lead = await app.AsAsync("lead-a");
        var form = (await lead.OpenAsync("/network/authorities/edit")).Form()
            .Set("Name", "City Police, Child Desk").Set("Kind", "Police").Set("School", app.Organisation("school-a").ToString())
            .Set("Holder", app.Person(holder).ToString()).Set("Phone", "555 0140").Set("WillDo", "Comes to the school at night.").Set("InEmergency", emergency ? "true" : "false");
        var answer = await form.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        return answer.Location!;
    }

    private static async Task AppointAsync(TestApp app, string url, string name, string from, string until)
    {
        using var lead = await app.AsAsync("lead-a");
        var answer = await (await lead.OpenAsync(url + "/officers")).Form().Set("Name", name).Set("From", from).Set("Until", until).Set("Phone", "555 0199").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
    }
}
