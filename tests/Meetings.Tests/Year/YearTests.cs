using System.Text;
using Causeway.Calendar.Tests;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Causeway.Meetings.Tests;

/// <summary>A year of twelve schools in six zones, against an oracle that knows neither the program nor its library.</summary>
public sealed class YearTests
{
    [Theory]
    [InlineData(1)]
    public async Task A_year_of_twelve_schools_ends_as_the_oracle_has_it(int seed)
    {
        await using var run = await YearRun.StartAsync(seed);
        await run.LiveAsync();

        run.Kills.ShouldBeGreaterThan(30);
        run.Outages.ShouldBeGreaterThan(2);
        await DatesAgreeAsync(run);
        await RecordsAgreeAsync(run);
        await RemindersAgreeAsync(run);
        NobodyIsInvitedTwice(run);
        CalendarsAgree(run);
        await ThePageSaysTheSameAsync(run);
    }

    private static async Task DatesAgreeAsync(YearRun run)
    {
        await using var db = run.App.Maintenance();
        foreach (var date in run.Oracle.Dates)
        {
            var meeting = await db.Set<Meeting>().AsNoTracking().FirstAsync(m => m.Id == run.IdOf(date));
            (meeting.StartsAt, meeting.State == MeetingState.Closed, meeting.State == MeetingState.Cancelled).ShouldBe((date.Start, date.IsHeld, date.IsCancelled), $"{date.Series.Zone} {date.Slot}");
        }
    }

    private static async Task RecordsAgreeAsync(YearRun run)
    {
        await using var db = run.App.Maintenance();
        var kept = await db.Set<Representation>().AsNoTracking().ToListAsync();
        var held = run.Oracle.Dates.Where(d => d.IsHeld).ToList();
        held.Count.ShouldBeGreaterThan(55);
        foreach (var date in held)
        {
            foreach (var school in TwelveSchools.Keys)
            {
                kept.Single(r => r.MeetingId == run.IdOf(date) && r.School == run.App.Organisation(school)).Result.ShouldBe(date.Result(school), $"{school} on {date.Day} in {date.Series.Zone}");
            }
        }
    }

    private static async Task RemindersAgreeAsync(YearRun run)
    {
        await using var db = run.App.Maintenance();
        var kept = (await db.Set<Nudge>().AsNoTracking().ToListAsync()).Select(n => (n.MeetingId, n.School, n.DaysBefore)).ToList();
        var expected = run.Oracle.Dates.SelectMany(d => d.Reminders.Keys.Select(r => (run.IdOf(d), run.App.Organisation(r.School), r.Days))).ToList();
        expected.Count.ShouldBeGreaterThan(300);
        kept.Except(expected).ShouldBeEmpty("reminders that nobody was to get");
        expected.Except(kept).ShouldBeEmpty("reminders that were lost");
        kept.Count.ShouldBe(kept.Distinct().Count());

        // Each reminder is one mail to each of the two people of the school, however often the program died over it.
        foreach (var school in TwelveSchools.Keys)
        {
            var times = run.Oracle.Dates.Sum(d => d.Reminders.Keys.Count(r => r.School == school));
            foreach (var person in TwelveSchools.PeopleOf(school))
            {
                MailsTo(run, person).Count(m => m.Body.Contains("Nobody has accepted for your school yet", StringComparison.Ordinal)).ShouldBe(times, person);
            }
        }
    }

    private static void NobodyIsInvitedTwice(YearRun run)
    {
        foreach (var person in TwelveSchools.Keys.SelectMany(TwelveSchools.PeopleOf))
        {
            MailsTo(run, person).Count(m => m.Subject == "You are invited to a series of meetings").ShouldBe(run.Oracle.All.Count, person);
        }
    }

    /// <summary>What a calendar program makes of the mails, those sent twice after a crash included.</summary>
    private static void CalendarsAgree(YearRun run)
    {
        foreach (var person in TwelveSchools.Keys.SelectMany(TwelveSchools.PeopleOf))
        {
            foreach (var series in run.Oracle.All)
            {
                var program = new InvitedProgram();
                foreach (var mail in run.Mails.Where(m => m.To == $"{person}@people.example" && m.Calendar?.Text.Contains(run.IdOf(series).ToString(), StringComparison.Ordinal) == true))
                {
                    program.Receive(Encoding.UTF8.GetBytes(mail.Calendar!.Text));
                }

                var expected = run.Oracle.Dates.Where(d => d.Series == series && !d.IsCancelled).Select(d => d.Start).Order().ToList();
                program.Starts(Instant.FromUtc(2026, 12, 1, 0, 0), Instant.FromDateTimeOffset(expected[^1].AddMinutes(1))).Select(i => i.ToDateTimeOffset()).ShouldBe(expected, $"{person}, {series.Zone}");
            }
        }
    }

    private static async Task ThePageSaysTheSameAsync(YearRun run)
    {
        using var browser = await run.App.AsAsync("coord");
        foreach (var series in run.Oracle.All)
        {
            var page = await browser.OpenAsync($"/meetings/series/{run.IdOf(series)}/record");
            var shown = run.Oracle.Dates.Where(d => d.Series == series && d.IsHeld && d.Start >= run.App.Clock.GetUtcNow().AddMonths(-12)).ToList();
            foreach (var school in TwelveSchools.Keys)
            {
                var row = page.Document.QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "School " + school[1..]);
                row.LastElementChild!.TextContent.ShouldBe($"{shown.Count(d => d.Result(school) == RepresentationResult.Met)} of {shown.Count}", $"{school}, {series.Zone}");
            }
        }
    }

    /// <summary>Mails that arrived twice after a crash carry one Message-ID and count once.</summary>
    private static IEnumerable<Causeway.Persistence.OutboxMail> MailsTo(YearRun run, string person) =>
        run.Mails.Where(m => m.To == $"{person}@people.example").DistinctBy(m => m.MessageId);
}
