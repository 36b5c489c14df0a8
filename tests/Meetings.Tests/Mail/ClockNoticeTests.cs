using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings.Tests;

/// <summary>New York's clocks change on 14 March 2027, Lisbon's on the 28th: between them a meeting at 16:00 in New York is an hour early in Lisbon.</summary>
public sealed class ClockNoticeTests
{
    [Fact]
    public async Task A_date_whose_clock_time_moves_for_the_reader_is_told_fourteen_days_before_once_and_the_way_back_too()
    {
        await using var world = await StartAsync();
        await DaysAsync(world, 40);
        var notices = world.App.Mail.Sent.Where(m => m.Subject == "Another clock time for you at the next meeting").GroupBy(m => m.To).ToList();
        notices.Select(n => n.Key).ShouldContain("lead-a@people.example");
        notices.ShouldAllBe(n => n.Count() == 2);
        var (there, back) = (notices[0].First().Body, notices[0].Last().Body);
        there.ShouldContain("began at 21:00");
        there.ShouldContain("23 March 2027, 20:00–21:00 (Europe/Lisbon)");
        there.ShouldContain("16:00–17:00 (America/New_York)");
        there.ShouldContain("for some weeks only");
        back.ShouldContain("began at 20:00");
        back.ShouldContain("6 April 2027, 21:00–22:00 (Europe/Lisbon)");
        (await world.AllAsync<ClockNotice>()).Count.ShouldBe(notices.Count * 2);
    }

    [Fact]
    public async Task Whoever_wants_no_reminders_gets_no_such_notice_and_in_the_meetings_own_zone_nobody_does()
    {
        await using var world = await StartAsync();
        using var nobody = world.App.Anonymous();
        (await (await nobody.OpenAsync(await world.LinkAsync("lead-a@people.example") + "/stop")).Form().PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        await world.PlanAsync("coord", 98, f => f.Set("Input.Interval", "2").Set("Input.FirstDay", "2027-03-16"));
        await DaysAsync(world, 40);
        world.App.Mail.Sent.Where(m => m.Subject.StartsWith("Another clock time", StringComparison.Ordinal)).ShouldAllBe(m => m.To != "lead-a@people.example" && m.Body.Contains("New_York"));
    }

    private static async Task<MeetingWorld> StartAsync()
    {
        var world = await MeetingWorld.StartAsync(change: f => f.Set("Input.Zone", "America/New_York").Set("Input.FirstDay", "2027-02-09").Set("Input.Interval", "2").Set("Input.EverySchool", "false"));
        world.App.Clock.Set(new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero));
        return world;
    }

    private static async Task DaysAsync(MeetingWorld world, int days)
    {
        for (var day = 0; day < days; day++)
        {
            // Twice a day, as after a restart.
            await world.DeliverAsync();
            await world.DeliverAsync();
            world.App.Clock.Advance(TimeSpan.FromDays(1));
        }
    }
}
