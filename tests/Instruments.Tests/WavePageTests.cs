using System.Net;
using System.Text.RegularExpressions;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments.Tests;

public sealed partial class WavePageTests
{
    [Fact]
    public async Task A_wave_is_answered_signed_in_and_by_link_and_shows_nothing_before_it_is_closed()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var wave = await OpenAsync(app, "school-readiness", ["lead-a-1"], "Lantern House, Gunda Guest, guest@outside.example");
        app.Mail.Sent.ShouldHaveSingleItem().Body.ShouldNotContain("Our round");
        using var guest = app.Anonymous();
        var link = Link(app);
        var first = await guest.OpenAsync(link);
        first.Text.ShouldContain("one agreed sheet for Lantern House");
        var next = await first.Form().Set("A[policy-written]", "no").Set("A[policy-known]", "yes").PostAsync();
        next.Location!.ShouldEndWith("?place=1");
        await SubmitAsync(guest, link);
        using var lead = await app.AsAsync("lead-a");
        var mine = await lead.OpenAsync(wave + "/answer");
        (await mine.Form().Set("A[policy-written]", "yes").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await lead.OpenAsync(wave + "/answer")).Find("input[name='A[policy-written]'][value=yes]")!.HasAttribute("checked").ShouldBeTrue("a draft is kept");
        await SubmitAsync(lead, wave + "/answer");
        using var coord = await app.AsAsync("coord");
        var open = await coord.OpenAsync(wave);
        open.Text.ShouldContain("Results are shown when the round is closed");
        open.Text.ShouldNotContain("Is there a written policy");
        (await coord.GetAsync(wave + "/print")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await open.Form("form[action*=Close]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await coord.OpenAsync(wave)).Text.ShouldContain("Is there a written policy that is younger than two years? Lantern House");
        (await coord.OpenAsync(wave + "/print")).Text.ShouldContain("Our round");
        (await guest.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound, "its link has ended");
        (await (await coord.OpenAsync(wave)).Form("form[action*=Conclude]").Set("Conclusion", "Write a policy first.").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await coord.OpenAsync(wave)).Text.ShouldContain("Write a policy first.");
    }

    [Fact]
    public async Task A_branch_opens_on_the_same_page_and_a_wrong_answer_stands_at_its_field()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var wave = await OpenAsync(app, "intent-sheet", ["lead-a-1"], "");
        using var lead = await app.AsAsync("lead-a");
        var limits = await lead.OpenAsync(wave + "/answer?place=2");
        limits.Find("textarea[name='A[rivals-how]']").ShouldBeNull();
        var again = await limits.Form().Set("A[rivals]", "yes").PostAsync();
        again.Location!.ShouldEndWith("?place=2", Case.Sensitive, "its question comes before the next section");
        (await lead.OpenAsync(again.Location!)).Find("textarea[name='A[rivals-how]']").ShouldNotBeNull();
        var give = await lead.OpenAsync(wave + "/answer?place=1");
        var wrong = await give.Form().Set("A[hours]", "many").Set("A[bring]", "Two rooms").PostAsync();
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("Write a number");
        wrong.Find("input[name='A[hours]']")!.GetAttribute("value").ShouldBe("many");
        wrong.Find("textarea[name='A[bring]']")!.TextContent.Trim().ShouldBe("Two rooms");
    }

    [Fact]
    public async Task Two_who_fill_in_one_sheet_at_once_are_told()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var wave = await OpenAsync(app, "intent-sheet", ["lead-a-1", "head-a-1"], "");
        using var lead = await app.AsAsync("lead-a");
        using var head = await app.AsAsync("head-a");
        var (one, two) = (await lead.OpenAsync(wave + "/answer"), await head.OpenAsync(wave + "/answer"));
        (await one.Form().Set("A[need]", "Interpreters").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await two.Form().Set("A[need]", "Money").PostAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await head.OpenAsync(wave + "/answer")).Text.ShouldContain("Interpreters");
    }

    [Fact]
    public async Task Only_partners_and_the_coordinator_see_a_wave_and_leads_ask_their_own_people_only()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var wave = await OpenAsync(app, "pulse", ["lead-a-1", "head-a-1"], "");
        string[] readers = ["coord", "lead-a", "counsellor-a", "teacher-a", "head-a", "dpo-a"];
        foreach (var person in new[] { "coord", "lead-a", "counsellor-a", "teacher-a", "head-a", "dpo-a", "operator", "partner-a", "guest-a", "lead-b", "ended", "no-post", "coord-c", "lead-c" })
        {
            using var browser = await app.AsAsync(person);
            (await browser.GetAsync(wave)).Status.ShouldBe(readers.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound, person);
        }

        using var teacher = await app.AsAsync("teacher-a");
        (await teacher.GetAsync(wave + "/answer")).Status.ShouldBe(HttpStatusCode.NotFound, "was not asked");
        using var lead = await app.AsAsync("lead-a");
        var form = (await lead.OpenAsync("/instruments/waves/new")).Form("main form[method=post]").Set("Input.Form", "pulse").Set("Input.Title", "Mine");
        var refused = await form.Force("Input.Posts", app.Ids["post:lead-b-1"].ToString()).PostAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("people of your own organisation");
    }

    [Fact]
    public async Task A_frozen_version_stays_when_the_instrument_is_changed()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coord = await app.AsAsync("coord");
        (await (await coord.OpenAsync("/instruments/import")).Form().Set("Text", InstrumentJson.Write(FormatTests.Awkward())).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        await OpenAsync(app, "awkward", ["lead-a-1"], "");
        (await (await coord.OpenAsync("/instruments/forms/awkward/edit")).Form().Set("Title", "Another title").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = app.Maintenance();
        (await db.Set<Wave>().SingleAsync()).Instrument.Text.ShouldBe(FormatTests.Awkward().Text);
        (await db.Set<OwnInstrument>().SingleAsync()).Instrument.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Levels_agreed_in_a_meeting_stand_beside_the_raters_range()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var wave = await OpenAsync(app, "organisational-capacity", ["lead-a-1", "head-a-1", "counsellor-a-1"], "");
        foreach (var (person, level) in new[] { ("lead-a", "2"), ("head-a", "4"), ("counsellor-a", "3") })
        {
            using var browser = await app.AsAsync(person);
            await (await browser.OpenAsync(wave + "/answer")).Form().Set("A[governance-level]", level).PostAsync();
            await SubmitAsync(browser, wave + "/answer");
        }

        using var coord = await app.AsAsync("coord");
        await (await coord.OpenAsync(wave)).Form("form[action*=Close]").PostAsync();
        using var head = await app.AsAsync("head-a");
        var page = await head.OpenAsync(wave);
        page.Text.ShouldContain("2 – 4");
        (await page.Form("form[action*=Agree]").Set("L[governance-level]", "3").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await head.OpenAsync(wave)).Text.ShouldContain("3 – Working");
    }

    [Fact]
    public async Task What_waits_is_on_the_first_page()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await OpenAsync(app, "pulse", ["lead-a-1"], "");
        using var lead = await app.AsAsync("lead-a");
        (await lead.OpenAsync("/")).Text.ShouldContain("Answer: Our round");
    }

    internal static async Task<string> OpenAsync(TestApp app, string form, string[] posts, string guests)
    {
        using var coord = await app.AsAsync("coord");
        var answer = await (await coord.OpenAsync("/instruments/waves/new?form=" + form)).Form("main form[method=post]").Set("Input.Title", "Our round")
            .Set("Input.Posts", [.. posts.Select(p => app.Ids["post:" + p].ToString())]).Set("Input.Guests", guests).PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        while (await app.SendMailAsync() > 0)
        {
            // Twenty at a time.
        }

        return answer.Location!;
    }

    internal static async Task SubmitAsync(TestBrowser browser, string page) =>
        (await (await browser.OpenAsync(page + "?place=99")).Form("form[action*=Submit]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);

    internal static string Link(TestApp app) => new Uri(LinkText().Match(app.Mail.Sent[^1].Body).Value).AbsolutePath;

    [GeneratedRegex(@"http://localhost/instruments/answer/\S+", RegexOptions.ExplicitCapture)]
    private static partial Regex LinkText();
}
