using System.Net;
using Causeway.TestKit;

namespace Causeway.Meetings.Tests;

/// <summary>Another time, zone or rhythm for all coming meetings.</summary>
public sealed class TimesTests
{
    [Fact]
    public async Task Another_zone_asks_what_stays_and_keeps_what_was_typed()
    {
        await using var world = await MeetingWorld.StartAsync();
        var answer = await ChangeAsync(world, f => f.Set("Input.Zone", "Asia/Seoul").Set("Input.Minutes", "45"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Choose what stays");
        answer.Form().Fields.ShouldContain(f => f.Key == "Input.Minutes" && f.Value == "45");
        answer.Form().Fields.ShouldContain(f => f.Key == "Input.Zone" && f.Value == "Asia/Seoul");
    }

    [Fact]
    public async Task Keeping_the_clock_moves_the_moment_and_keeping_the_moment_moves_the_clock()
    {
        await using var world = await MeetingWorld.StartAsync();
        var before = await world.MeetingsAsync(world.Series);
        (await ChangeAsync(world, f => f.Set("Input.Zone", "Asia/Seoul").Set("Keep", "Clock"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var clock = await world.MeetingsAsync(world.Series);
        clock[0].StartsAt.ShouldBe(before[0].StartsAt.AddHours(-9));
        (clock[0].Time, clock[0].Zone, clock[0].Id).ShouldBe((before[0].Time, "Asia/Seoul", before[0].Id));
        (await ChangeAsync(world, f => f.Set("Input.Zone", "Europe/Lisbon").Set("Keep", "Moment"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var moment = await world.MeetingsAsync(world.Series);
        moment[0].StartsAt.ShouldBe(clock[0].StartsAt);
        (moment[0].Time, moment[0].Zone).ShouldBe((new TimeOnly(7, 0), "Europe/Lisbon"));
    }

    [Fact]
    public async Task A_monthly_weekday_cannot_keep_its_moment_across_midnight()
    {
        await using var world = await MeetingWorld.StartAsync(change: f => f.Set("Input.Rhythm", "MonthlyNth").Set("Input.Interval", "1").Set("Input.FirstDay", "2026-12-08").Set("Input.Time", "20:00"));
        var answer = await ChangeAsync(world, f => f.Set("Input.Zone", "Asia/Seoul").Set("Keep", "Moment"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("another weekday");
    }

    [Fact]
    public async Task Held_meetings_stay_and_answers_to_the_coming_ones_count_no_more()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.AcceptAsync("lead-a@people.example");
        await world.HoldAsync(world.Next);
        var held = (await world.MeetingsAsync(world.Series))[0];
        world.App.Clock.Advance(TimeSpan.FromDays(12));
        (await ChangeAsync(world, f => f.Set("Input.Time", "09:00"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var after = await world.MeetingsAsync(world.Series);
        (after[0].StartsAt, after[0].State).ShouldBe((held.StartsAt, MeetingState.Closed));
        after.Skip(1).ShouldAllBe(m => m.Time == new TimeOnly(9, 0));
        using var lead = await world.App.AsAsync("lead-a");
        (await lead.OpenAsync($"/meetings/{after[1].Id}")).Text.ShouldContain("0 of 2 schools represented");
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.AcceptAsync("lead-a@people.example");
        (await lead.OpenAsync($"/meetings/{after[1].Id}")).Text.ShouldContain("1 of 2 schools represented");
    }

    [Fact]
    public async Task A_meeting_moved_or_cancelled_by_itself_stays_so_and_agendas_go_along()
    {
        await using var world = await MeetingWorld.StartAsync();
        var before = await world.MeetingsAsync(world.Series);
        await world.PressAsync("coord", $"/meetings/{before[1].Id}/move", "", f => f.Set("Time", "11:00").Set("Reason", "Hall"));
        using var coord = await world.App.AsAsync("coord");
        await (await coord.OpenAsync($"/meetings/{before[2].Id}/move")).Form().Set("Reason", "Snow").PostAsync("Cancel this meeting");
        (await ChangeAsync(world, f => f.Set("Input.Time", "15:00"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var after = await world.MeetingsAsync(world.Series);
        (after[0].Id, after[0].Time, after[0].State).ShouldBe((before[0].Id, new TimeOnly(15, 0), MeetingState.Open));
        (after[1].Id, after[1].Time).ShouldBe((before[1].Id, new TimeOnly(11, 0)));
        after[2].State.ShouldBe(MeetingState.Cancelled);
        (await world.AllAsync<AgendaItem>()).Count(i => i.MeetingId == after[0].Id).ShouldBe(3);
    }

    [Fact]
    public async Task Fewer_meetings_leave_none_behind_and_the_same_again_is_refused()
    {
        await using var world = await MeetingWorld.StartAsync();
        (await ChangeAsync(world, _ => { })).Text.ShouldContain("That is how it is now.");
        (await ChangeAsync(world, f => f.Set("Input.Count", "3"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.MeetingsAsync(world.Series)).Count.ShouldBe(3);
        (await ChangeAsync(world, f => f.Set("Input.Count", "").Set("Input.Time", "25:00"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Two_who_change_it_at_once_the_second_is_told()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var coord = await world.App.AsAsync("coord");
        var late = (await coord.OpenAsync($"/meetings/series/{world.Series}/times")).Form().Set("Input.Time", "10:00");
        (await ChangeAsync(world, f => f.Set("Input.Time", "09:00"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await late.PostAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    private static Task<TestPage> ChangeAsync(MeetingWorld world, Action<TestForm> fill) => world.PressAsync("coord", $"/meetings/series/{world.Series}/times", "", fill);
}
