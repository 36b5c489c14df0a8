using System.Globalization;
using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments.Tests;

/// <summary>Plans to grow stronger: from agreed levels, three areas at most, and the year after beside this one.</summary>
public sealed class GrowthTests
{
    [Fact]
    public async Task A_plan_goes_from_agreed_levels_over_steps_and_help_to_the_level_of_next_year()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var plan = await BeginAsync(app, await RoundAsync(app, ("money-level", "2"), ("people-level", "1")));
        using var lead = await app.AsAsync("lead-a");
        var area = (await ChooseAsync(lead, app, plan, "money-level", "3")).Location!;
        var step = await (await lead.OpenAsync(area)).Form("form[action*='handler=Step']").Set("Step.What", "Open an account of our own").Set("Step.Person", app.Person("head-a").ToString()).Set("Step.DueOn", Day(app, 5)).PostAsync();
        step.Status.ShouldBe(HttpStatusCode.SeeOther, step.Text);
        using var head = await app.AsAsync("head-a");
        (await head.OpenAsync("/")).Text.ShouldContain("A step to grow: Open an account of our own");
        (await lead.OpenAsync("/")).Text.ShouldNotContain("A step to grow");
        var help = await (await lead.OpenAsync(area)).Form("form[action*='handler=Support']").Set("Support.Giver", "Sister school").Set("Support.Help", "Showed us theirs").Set("Support.Hours", "1,5").PostAsync();
        help.Status.ShouldBe(HttpStatusCode.SeeOther, help.Text);
        var done = (await head.OpenAsync(area)).Form("form[action*='handler=Done']");
        (await done.PostAsync()).Text.ShouldContain("Say what came of it");
        (await done.Set(await StepFieldAsync(app), "Two people sign").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await head.OpenAsync("/")).Text.ShouldNotContain("A step to grow");
        app.Clock.Advance(TimeSpan.FromDays(360));
        await RoundAsync(app, ("money-level", "3"));
        using var later = await app.AsAsync("lead-a");
        var print = await later.OpenAsync(plan + "/print");
        print.Text.ShouldContain("In the next round");
        print.Text.ShouldContain("(+1)");
        print.Text.ShouldContain("Reached");
        print.Text.ShouldContain("Two people sign");
        print.Text.ShouldContain("Help given: 1.5 h");
    }

    [Fact]
    public async Task A_fourth_area_is_refused_and_one_taken_out_makes_room()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var plan = await BeginAsync(app, await RoundAsync(app, ("money-level", "2"), ("people-level", "1"), ("governance-level", "1"), ("learning-level", "2"), ("data-level", "4")));
        using var lead = await app.AsAsync("lead-a");
        var page = await lead.OpenAsync(plan);
        page.Text.ShouldNotContain("Data and technology: 4", Case.Sensitive, "nothing stands above the highest level");
        var early = page.Form("main form[method=post]");
        string? first = null;
        foreach (var item in new[] { "money-level", "people-level", "governance-level" })
        {
            var chosen = await ChooseAsync(lead, app, plan, item, "3");
            chosen.Status.ShouldBe(HttpStatusCode.SeeOther, chosen.Text);
            first ??= chosen.Location;
        }

        var fourth = await early.Set("Input.Item", "learning-level").Set("Input.Wanted", "3").Set("Input.Why", "Stories only").PostAsync();
        fourth.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        fourth.Text.ShouldContain("3 priority areas at most");
        (await lead.OpenAsync(plan)).Find("select[name='Input.Item']").ShouldBeNull();
        (await (await lead.OpenAsync(first!)).Form("form[action*='handler=Drop']").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await ChooseAsync(lead, app, plan, "learning-level", "3")).Status.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = app.Maintenance();
        (await db.Set<PriorityArea>().Select(a => a.Place).OrderBy(p => p).ToListAsync()).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task What_is_typed_wrongly_is_told_at_its_field_and_kept()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var plan = await BeginAsync(app, await RoundAsync(app, ("money-level", "3")));
        using var lead = await app.AsAsync("lead-a");
        var low = await ChooseAsync(lead, app, plan, "money-level", "3");
        low.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        low.Text.ShouldContain("a level above the one it has now");
        low.Find("textarea[name='Input.Why']")!.TextContent.Trim().ShouldBe("It comes first");
        (await (await lead.OpenAsync(plan)).Form("main form[method=post]").Set("Input.Item", "money-level").Set("Input.Wanted", "4").Set("Input.Why", "x").Set("Input.CourseLink", "http://plain.example").Set("Input.CourseTitle", "A course").PostAsync()).Text.ShouldContain("https://");
        (await (await lead.OpenAsync(plan)).Form("main form[method=post]").Set("Input.Item", "money-level").Set("Input.Wanted", "4").Set("Input.Why", "x").Set("Input.WantedBy", Day(app, 0)).PostAsync()).Text.ShouldContain("a day ahead");
        var area = (await ChooseAsync(lead, app, plan, "money-level", "4")).Location!;
        (await (await lead.OpenAsync(area)).Form("form[action*='handler=Step']").Set("Step.What", "Something").Set("Step.DueOn", Day(app, 3)).PostAsync()).Text.ShouldContain("Choose who does it");
        (await (await lead.OpenAsync(area)).Form("form[action*='handler=Support']").Set("Support.Giver", "X").Set("Support.Help", "Y").Set("Support.Hours", "many").PostAsync()).Text.ShouldContain("hours as a number");
    }

    [Fact]
    public async Task Levels_that_are_described_otherwise_since_are_not_set_side_by_side()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var plan = await BeginAsync(app, await RoundAsync(app, ("money-level", "2"), ("people-level", "2")));
        using var lead = await app.AsAsync("lead-a");
        await ChooseAsync(lead, app, plan, "money-level", "3");
        await ChooseAsync(lead, app, plan, "people-level", "3");
        using var coord = await app.AsAsync("coord");
        var shipped = ShippedInstruments.Find("organisational-capacity")!;
        var own = shipped with { Key = "ours", Origin = shipped.Key, Sections = [.. shipped.Sections.Select(s => s with { Items = [.. s.Items.Select(i => i.Key != "money-level" ? i : i with { Choices = [.. i.Choices.Select(c => c.Key == "3" ? c with { Help = "Told in other words." } : c)] })] })] };
        (await (await coord.OpenAsync("/instruments/import")).Form().Set("Text", InstrumentJson.Write(own)).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        app.Clock.Advance(TimeSpan.FromDays(360));
        await RoundAsync(app, "ours", ("money-level", "4"), ("people-level", "3"));
        using var later = await app.AsAsync("lead-a");
        var page = await later.OpenAsync(plan);
        page.Text.ShouldContain("described in other words since");
        page.Text.ShouldContain("(+1)", Case.Sensitive, "the other area is compared");
        page.Text.ShouldNotContain("(+2)");
    }

    [Fact]
    public async Task No_plan_before_the_round_is_closed_and_its_levels_agreed_and_a_newer_one_takes_its_place()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var wave = await WavePageTests.OpenAsync(app, "organisational-capacity", ["lead-a-1", "head-a-1", "counsellor-a-1"], "");
        using var lead = await app.AsAsync("lead-a");
        var first = await RoundAsync(app, ("money-level", "2"));
        var form = (await lead.OpenAsync(first)).Form("form[action='/instruments/growth']");
        await using (var db = app.Maintenance())
        {
            var open = new Guid(wave[(wave.LastIndexOf('/') + 1)..]);
            var partner = await db.Set<WavePartner>().SingleAsync(p => p.WaveId == new WaveId(open));
            var refused = await form.Force("wave", open.ToString()).Force("partner", partner.Id.ToString()).PostAsync();
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Text.ShouldContain("begins from a closed round");
        }

        var plan = await BeginAsync(app, first);
        await ChooseAsync(lead, app, plan, "money-level", "3");
        app.Clock.Advance(TimeSpan.FromDays(360));
        var second = await BeginAsync(app, await RoundAsync(app, ("money-level", "3")));
        using var later = await app.AsAsync("lead-a");
        (await later.OpenAsync(plan)).Text.ShouldContain("A newer plan has taken its place");
        (await later.OpenAsync(plan)).Find("main form[method=post]").ShouldBeNull();
        (await later.OpenAsync(second)).Text.ShouldContain("The plan before");
    }

    [Fact]
    public async Task A_plan_belongs_to_the_organisation_examined()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var plan = await BeginAsync(app, await RoundAsync(app, ("money-level", "2")));
        using var keeper = await app.AsAsync("lead-a");
        var area = (await ChooseAsync(keeper, app, plan, "money-level", "3")).Location!;
        string[] readers = ["coord", "lead-a", "counsellor-a", "teacher-a", "head-a", "dpo-a"];
        string[] keepers = ["coord", "lead-a", "head-a"];
        foreach (var person in new[] { "coord", "lead-a", "counsellor-a", "teacher-a", "head-a", "dpo-a", "operator", "partner-a", "guest-a", "lead-b", "ended", "no-post", "coord-c", "lead-c" })
        {
            using var browser = await app.AsAsync(person);
            foreach (var url in new[] { plan, plan + "/print", area })
            {
                var page = await browser.GetAsync(url);
                page.Status.ShouldBe(readers.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound, person + " " + url);
            }

            if (readers.Contains(person))
            {
                ((await browser.OpenAsync(area)).Find("form[action*='handler=Step']") is not null).ShouldBe(keepers.Contains(person), person);
            }
        }

        // The form of a keeper, sent by somebody who only reads.
        using var counsellor = await app.AsAsync("counsellor-a");
        (await counsellor.OpenAsync("/instruments/growth")).Text.ShouldContain("School A");
        using var other = await app.AsAsync("lead-b");
        (await other.OpenAsync("/instruments/growth")).Text.ShouldNotContain("School A");
    }

    private static async Task<string> StepFieldAsync(TestApp app)
    {
        await using var db = app.Maintenance();
        return $"R[{(await db.Set<GrowthStep>().SingleAsync()).Id}]";
    }

    private static string Day(TestApp app, int days) => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<TestPage> ChooseAsync(TestBrowser browser, TestApp app, string plan, string item, string level) =>
        await (await browser.OpenAsync(plan)).Form("main form[method=post]").Set("Input.Item", item).Set("Input.Wanted", level).Set("Input.WantedBy", Day(app, 300)).Set("Input.Why", "It comes first").PostAsync();

    private static async Task<string> BeginAsync(TestApp app, string wave)
    {
        using var lead = await app.AsAsync("lead-a");
        var begun = await (await lead.OpenAsync(wave)).Form("form[action='/instruments/growth']").PostAsync();
        begun.Status.ShouldBe(HttpStatusCode.SeeOther, begun.Text);
        return begun.Location!;
    }

    private static Task<string> RoundAsync(TestApp app, params (string Item, string Level)[] levels) => RoundAsync(app, "organisational-capacity", levels);

    /// <summary>A closed round of School A in which these levels were agreed.</summary>
    private static async Task<string> RoundAsync(TestApp app, string form, params (string Item, string Level)[] levels)
    {
        var wave = await WavePageTests.OpenAsync(app, form, ["lead-a-1", "head-a-1", "counsellor-a-1"], "");
        using var coord = await app.AsAsync("coord");
        await (await coord.OpenAsync(wave)).Form("form[action*=Close]").PostAsync();
        var agree = (await coord.OpenAsync(wave)).Form("form[action*=Agree]");
        foreach (var (item, level) in levels)
        {
            agree.Set($"L[{item}]", level);
        }

        (await agree.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        return wave;
    }
}
