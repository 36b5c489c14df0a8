using System.Net;
using System.Text.RegularExpressions;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases.Tests;

/// <summary>R8: a concern about an adult goes past whom it is about, who sees not even a count.</summary>
public sealed partial class StaffConcernTests
{
    private const string Seen = "locked the door and sent the others away";

    [Fact]
    public async Task R8_About_a_teacher_it_goes_to_the_head_and_to_no_lead()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var counsellor = await app.AsAsync("counsellor-a");
        await ReportAsync(app, counsellor, "teacher-a");
        await SeenByAsync(app, "head-a");
    }

    [Fact]
    public async Task R8_About_the_lead_it_goes_to_the_head_and_past_every_lead()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await ReportAsync(app, teacher, "lead-a");
        await SeenByAsync(app, "head-a");
        await using var db = app.Maintenance();
        (await db.Set<KeyBlock>().SingleAsync()).PersonId.ShouldBe(app.Person("lead-a"));
    }

    [Fact]
    public async Task R8_About_the_head_without_a_chair_it_goes_to_the_leads_and_says_so_before_it_is_sent()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        (await ReportAsync(app, teacher, "head-a")).ShouldNotContain("Hal Head");
        await SeenByAsync(app, "lead-a", "lead-a2");
    }

    [Fact]
    public async Task R8_Writing_the_heads_name_instead_of_choosing_it_leads_past_the_head_as_well()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        var name = await app.InScopeAsync("head-a", s => Task.FromResult(((ICurrentActor)s.GetService(typeof(ICurrentActor))!).Actor.Name));
        await ReportAsync(app, teacher, null, name.ToUpperInvariant());
        await SeenByAsync(app, "lead-a", "lead-a2");
    }

    [Fact]
    public async Task R8_Choosing_a_teacher_and_writing_the_heads_name_keeps_both_out()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var counsellor = await app.AsAsync("counsellor-a");
        await ReportAsync(app, counsellor, "teacher-a", "Hal Head");
        await SeenByAsync(app, "lead-a", "lead-a2");
        await using var db = app.Maintenance();
        (await db.Set<KeyBlock>().Select(b => b.PersonId).ToListAsync()).ShouldBe([app.Person("teacher-a"), app.Person("head-a")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("head-a")]
    [InlineData("lead-a")]
    public async Task R8_Whom_it_is_about_gets_equal_pages_with_and_without_it(string named)
    {
        await using var with = await TestApp.StartWithWorldAsync();
        await using var without = await TestApp.StartWithWorldAsync();
        using var reporter = await with.AsAsync("teacher-a");
        await ReportAsync(with, reporter, named);
        await with.SendMailAsync();
        with.Mail.Sent.ShouldAllBe(m => m.To != $"{named}@people.example");
        with.Mail.Sent.ShouldNotBeEmpty();
        await using var db = with.Maintenance();
        var id = (await db.Set<StaffConcern>().SingleAsync()).Id.ToString();
        using var one = await with.AsAsync(named);
        using var other = await without.AsAsync(named);
        foreach (var path in (string[])["/", "/cases", "/cases/worries", "/cases/register", $"/cases/register/{id}", "/worry/mine", "/account/mail", "/cases/register/chair", $"/organisations/{with.Organisation("school-a")}/keys"])
        {
            var (seen, expected) = (await one.GetAsync(path), await other.GetAsync(path));
            seen.Status.ShouldBe(expected.Status, path);
            Plain(seen.Html).ShouldBe(Plain(expected.Html), path);
        }
    }

    [Fact]
    public async Task R8_What_is_reported_about_an_adult_is_reachable_from_no_case_and_lies_under_the_registers_key()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var teacher = await app.AsAsync("teacher-a");
        await ReportAsync(app, teacher, "lead-a");
        await using var db = app.Maintenance();
        var concern = await db.Set<StaffConcern>().SingleAsync();
        (await db.Set<KeyGrant>().Where(g => g.CaseId == concern.Id.Value).Select(g => g.WrapperKind).Distinct().ToListAsync()).ShouldBe(["register"]);
        using var head = await app.AsAsync("head-a");
        (await head.GetAsync($"/cases/{concern.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.GetAsync($"/cases/worries/{concern.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_chair_is_named_by_one_and_agreed_to_by_another_who_is_not_the_chair()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var head = await app.AsAsync("head-a");
        var page = await head.OpenAsync("/cases/register/chair");
        (await page.Form().Set("Person", app.Person("head-a").ToString()).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await head.OpenAsync("/cases/register/chair")).Find("form[action*=Agree]").ShouldBeNull();
        using var lead = await app.AsAsync("lead-a");
        (await (await lead.OpenAsync("/cases/register/chair")).Form("main form[action*=Agree]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var teacher = await app.AsAsync("teacher-a");
        await ReportAsync(app, teacher, "lead-a2");
        await SeenByAsync(app, "head-a");
    }

    private static async Task<string> ReportAsync(TestApp app, TestBrowser by, string? about, string? name = null)
    {
        var who = (await by.OpenAsync("/worry/adult")).Form();
        who = about is null ? who : who.Set("Input.About", app.Person(about).ToString());
        var what = await (name is null ? who : who.Set("Input.AboutName", name)).SubmitAsync();
        var answer = await what.Form().Set("Input.Seen", Seen).PostAsync();
        answer.Location.ShouldBe("/worry/mine");
        return what.Text;
    }

    /// <summary>By these of the school, and by nobody else of anywhere.</summary>
    private static async Task SeenByAsync(TestApp app, params string[] readers)
    {
        await using var db = app.Maintenance();
        var url = "/cases/register/" + (await db.Set<StaffConcern>().SingleAsync()).Id;
        foreach (var person in (string[])["lead-a", "lead-a2", "head-a", "counsellor-a", "teacher-a", "dpo-a", "coord", "operator", "lead-b", "head-b", "guest-a"])
        {
            using var browser = await app.AsAsync(person);
            var page = await browser.GetAsync(url);
            page.Status.ShouldBe(readers.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound, person);
            page.Text.Contains(Seen, StringComparison.Ordinal).ShouldBe(readers.Contains(person), person);
        }
    }

    // What differs from one answer to the next anyway: form keys and tokens, and the number of the request.
    private static string Plain(string html) => Changing().Replace(html, "");

    [GeneratedRegex("""(?<=name="(_key|__RequestVerificationToken)"[^>]*value=")[^"]*|nonce="[^"]*"|(?<=this number: <bdi>)[0-9A-Z]+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Changing();
}
