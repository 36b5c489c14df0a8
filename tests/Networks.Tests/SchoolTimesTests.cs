using System.Net;
using System.Text;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

public sealed class SchoolTimesTests
{
    [Fact]
    public async Task A_week_is_typed_once_and_every_member_reads_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        (await KeepWeekAsync(app, "lead-a", "school-a")).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var other = await app.AsAsync("teacher-a");
        using var peer = await app.AsAsync("lead-b");
        using var stranger = await app.AsAsync("lead-c");
        var url = $"/organisations/{app.Organisation("school-a")}/times";
        (await other.OpenAsync(url)).Text.ShouldContain("08:15–12:30 Lessons: Morning");
        var page = await peer.OpenAsync(url);
        page.Text.ShouldContain("Clock times are those of Europe/Lisbon.");
        page.Find("a[href$='/times/week']").ShouldBeNull();
        (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        var card = (await CardsAsync(app, "lead-b", "school-a", "school-c")).ShouldHaveSingleItem();
        card.SchoolDay(DayOfWeek.Monday).ShouldBe((new TimeOnly(8, 15), new TimeOnly(15, 0)));
        card.SchoolDay(DayOfWeek.Wednesday).ShouldBe((new TimeOnly(8, 15), new TimeOnly(12, 0)));
        card.StaffDay(DayOfWeek.Monday).ShouldBe((new TimeOnly(8, 0), new TimeOnly(17, 0)));
        card.SchoolDay(DayOfWeek.Saturday).ShouldBeNull();
        card.SchoolDay(DayOfWeek.Friday).ShouldBeNull("its weekend is Friday and Saturday");
        card.SchoolDay(DayOfWeek.Sunday).ShouldNotBeNull();
    }

    [Fact]
    public async Task Free_days_are_those_the_school_told_and_else_those_of_its_country()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await using (var db = app.Maintenance())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE organisation SET country_code = 'JO'");
        }

        async Task<(IReadOnlyCollection<DayOfWeek> Digest, IReadOnlyCollection<DayOfWeek> Meetings)> FreeAsync() => (
            await app.InScopeAsync("lead-a", s => s.GetRequiredService<Causeway.Accounts.ISchoolWeeks>().FreeDaysAsync(app.Organisation("school-a"), default)),
            (await CardsAsync(app, "lead-a", "school-a"))[0].Weekend);
        var usual = await FreeAsync();
        usual.Digest.ShouldBe([DayOfWeek.Friday, DayOfWeek.Saturday]);
        usual.Meetings.ShouldBe(usual.Digest);
        using var lead = await app.AsAsync("lead-a");
        var form = (await lead.OpenAsync($"/organisations/{app.Organisation("school-a")}/times/week")).Form();
        form.Fields.Where(f => f.Key == "Weekend").Select(f => f.Value).ShouldBe(["Friday", "Saturday"], ignoreOrder: true);
        (await form.Set("Weekend", "Sunday").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var told = await FreeAsync();
        told.Digest.ShouldBe([DayOfWeek.Sunday]);
        told.Meetings.ShouldBe(told.Digest);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_named_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var form = (await lead.OpenAsync($"/organisations/{app.Organisation("school-a")}/times/week")).Form()
            .Set("Lines[0].From", "09:00").Set("Lines[0].To", "08:00").Set("Lines[0].Title", "Upside down");
        var answer = await form.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Line 1: it ends before it begins.");
        answer.Find("input[name='Lines[0].Title']")!.GetAttribute("value").ShouldBe("Upside down");
        var more = await form.PostAsync("More lines");
        more.Find("input[name='Lines[12].Title']").ShouldNotBeNull();
        more.Find("input[name='Lines[0].Title']")!.GetAttribute("value").ShouldBe("Upside down");
    }

    [Fact]
    public async Task Of_two_who_change_the_week_at_once_the_second_is_told()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await KeepWeekAsync(app, "lead-a", "school-a");
        using var one = await app.AsAsync("lead-a");
        using var two = await app.AsAsync("head-a");
        var url = $"/organisations/{app.Organisation("school-a")}/times/week";
        var (first, second) = ((await one.OpenAsync(url)).Form(), (await two.OpenAsync(url)).Form());
        (await first.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await second.PostAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_pasted_list_stands_in_the_table_before_it_is_saved()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var url = $"/organisations/{app.Organisation("school-a")}/times/2026";
        var read = await (await lead.OpenAsync(url)).Form()
            .Set("Pasted", "Autumn holiday 24.10.2026 - 31.10.2026\nSpring term; 2027-01-05; 2027-03-26\nMock exams from 1 February 2027 to 12 February 2027\nwhenever").PostAsync("Read into the table");
        read.Status.ShouldBe(HttpStatusCode.OK);
        read.Text.ShouldContain("No date could be read in line 4.");
        (await DatesAsync(app)).ShouldBeEmpty();
        (await Find(read).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await DatesAsync(app)).Select(d => $"{d.Kind} {d.Title} {d.From:yyyy-MM-dd} {d.To:yyyy-MM-dd}").ShouldBe(
        [
            "Holiday Autumn holiday 2026-10-24 2026-10-31",
            "Term Spring term 2027-01-05 2027-03-26",
            "Examination Mock exams 2027-02-01 2027-02-12",
        ]);
    }

    [Fact]
    public async Task A_calendar_file_gives_its_whole_days_of_that_year_and_no_others()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var form = (await lead.OpenAsync($"/organisations/{app.Organisation("school-a")}/times/2026")).Form();
        form.Attach("Upload", "terms.ics", Encoding.UTF8.GetBytes(File));
        var read = await form.PostAsync("Read into the table");
        read.Text.ShouldContain("3 events were left out");
        (await Find(read).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await DatesAsync(app)).Select(d => $"{d.Title} {d.From:yyyy-MM-dd} {d.To:yyyy-MM-dd}").ShouldBe(["Winter holiday 2026-12-19 2027-01-03", "Staff day 2027-02-15 2027-02-15"]);
    }

    [Fact]
    public async Task A_damaged_calendar_file_is_refused_in_words_at_its_field()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var form = (await lead.OpenAsync($"/organisations/{app.Organisation("school-a")}/times/2026")).Form().Set("Lines[0].Title", "Kept");
        form.Attach("Upload", "terms.ics", Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"));
        var answer = await form.PostAsync("Read into the table");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Find("input[name='Lines[0].Title']")!.GetAttribute("value").ShouldBe("Kept");
    }

    [Fact]
    public async Task Last_years_dates_come_on_the_same_weekday()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var url = $"/organisations/{app.Organisation("school-a")}/times/";
        await (await lead.OpenAsync(url + "2025")).Form().Set("Lines[0].Title", "Winter holiday").Set("Lines[0].From", "2025-12-20").Set("Lines[0].To", "2026-01-04").PostAsync();
        var copied = await (await lead.OpenAsync(url + "2026")).Form().PostAsync("Copy last year");
        (await Find(copied).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await DatesAsync(app)).Where(d => d.Year == 2026).Select(d => (d.From, d.To)).ShouldBe([(new DateOnly(2026, 12, 19), new DateOnly(2027, 1, 3))]);
    }

    [Fact]
    public async Task A_date_of_another_school_year_is_refused_with_the_years_days()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var answer = await (await lead.OpenAsync($"/organisations/{app.Organisation("school-a")}/times/2026")).Form()
            .Set("Lines[1].Title", "Too early").Set("Lines[1].From", "2026-05-01").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Line 2: it does not begin in this school year, 2026-08-01 to 2027-07-31.");
    }

    [Fact]
    public async Task Whoever_keeps_times_is_told_when_the_dates_of_the_year_are_missing()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        (await lead.OpenAsync("/")).Text.ShouldNotContain("The dates of this school year are missing");
        await KeepWeekAsync(app, "lead-a", "school-a");
        (await lead.OpenAsync("/")).Text.ShouldContain("The dates of this school year are missing");
        await (await lead.OpenAsync($"/organisations/{app.Organisation("school-a")}/times/2026")).Form().Set("Lines[0].Title", "Winter holiday").Set("Lines[0].From", "2026-12-19").PostAsync();
        (await lead.OpenAsync("/")).Text.ShouldNotContain("The dates of this school year are missing");
    }

    [Fact]
    public async Task Days_are_compared_in_both_clocks_with_the_odd_weeks_told()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await KeepWeekAsync(app, "lead-a", "school-a");
        using var teacher = await app.AsAsync("teacher-a");
        var page = await teacher.OpenAsync($"/network/days?school={app.Organisation("school-a")}&zone=America/New_York&day=Monday&from=2027-01-01");
        page.Document.QuerySelectorAll("svg.cw-svg").Length.ShouldBe(2);
        page.Text.ShouldContain("5 h ahead of America/New_York");
        page.Text.ShouldContain("4 h ahead of America/New_York");
        page.Document.QuerySelectorAll("tr.cw-diff").Length.ShouldBe(4, "two odd stretches, school day and staff");
        (await teacher.OpenAsync("/network/days")).Find("svg.cw-svg").ShouldBeNull();
    }

    private const string File = """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:1
        DTSTART;VALUE=DATE:20261219
        DTEND;VALUE=DATE:20270104
        SUMMARY:Winter holiday
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART;VALUE=DATE:20270215
        SUMMARY:Staff day
        END:VEVENT
        BEGIN:VEVENT
        UID:3
        DTSTART:20270216T090000Z
        DTEND:20270216T100000Z
        SUMMARY:A meeting
        END:VEVENT
        BEGIN:VEVENT
        UID:4
        DTSTART;VALUE=DATE:20260101
        RRULE:FREQ=WEEKLY
        SUMMARY:Assembly
        END:VEVENT
        BEGIN:VEVENT
        UID:5
        DTSTART;VALUE=DATE:20201219
        SUMMARY:Long ago
        END:VEVENT
        END:VCALENDAR

        """;

    private static TestForm Find(TestPage page) => page.Form("main form[action*='/times/']");

    private static async Task<TestPage> KeepWeekAsync(TestApp app, string person, string school)
    {
        using var browser = await app.AsAsync(person);
        return await (await browser.OpenAsync($"/organisations/{app.Organisation(school)}/times/week")).Form()
            .Set("Weekend", "Friday", "Saturday")
            .Set("Lines[0].From", "08:15").Set("Lines[0].To", "12:30").Set("Lines[0].Title", "Morning")
            .Set("Lines[2].From", "13:15").Set("Lines[2].To", "15:00")
            .Set("Lines[4].From", "08:00").Set("Lines[4].To", "17:00")
            .Set("Lines[5].Day", "Wednesday").Set("Lines[5].Kind", "Lesson").Set("Lines[5].From", "08:15").Set("Lines[5].To", "12:00").PostAsync();
    }

    private static Task<IReadOnlyList<SchoolTimesCard>> CardsAsync(TestApp app, string person, params string[] schools) =>
        app.InScopeAsync(person, s => s.GetRequiredService<ISchoolTimes>().OfAsync([.. schools.Select(app.Organisation)], CancellationToken.None));

    private static async Task<List<SchoolDate>> DatesAsync(TestApp app)
    {
        await using var db = app.Maintenance();
        return await db.Set<SchoolDate>().OrderBy(d => d.From).ToListAsync();
    }
}
