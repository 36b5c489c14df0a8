using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;

namespace Causeway.Meetings.Tests;

public sealed class SeriesTests
{
    private static readonly TestClock Clock = new();

    [Fact]
    public void The_second_Tuesday_of_2027_in_London_falls_on_the_twelve_days_of_the_fixture()
    {
        var series = Plan(new("Europe/London", new DateOnly(2027, 1, 12), new TimeOnly(16, 0), 60, Rhythm.MonthlyNth, 1, new DateOnly(2027, 12, 14), null));
        var starts = SeriesDays.Of(series, series.FirstDay.AddDays(-1), new DateOnly(2030, 1, 1)).Select(d => MeetingTimes.At(d, series.Time, series.Zone)).ToList();
        starts.Select(s => s.ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe([
            "01-12 16:00", "02-09 16:00", "03-09 16:00", "04-13 15:00", "05-11 15:00", "06-08 15:00",
            "07-13 15:00", "08-10 15:00", "09-14 15:00", "10-12 15:00", "11-09 16:00", "12-14 16:00"]);
        MeetingTimes.Clock(starts[9], "Australia/Sydney").ShouldBe("02:00");
        MeetingTimes.Clock(starts[3], "Asia/Jakarta").ShouldBe("22:00");
    }

    [Fact]
    public void The_last_Friday_every_other_month_stays_the_last_one()
    {
        var series = Plan(new("Asia/Seoul", new DateOnly(2027, 1, 29), new TimeOnly(9, 0), 45, Rhythm.MonthlyLast, 2, null, 4));
        SeriesDays.Of(series, default, new DateOnly(2040, 1, 1)).ShouldBe([new(2027, 1, 29), new(2027, 3, 26), new(2027, 5, 28), new(2027, 7, 30)]);
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_refused_with_the_nearest_safe_one()
    {
        var series = Plan(new("Europe/London", new DateOnly(2027, 2, 28), new TimeOnly(1, 30), 60, Rhythm.Weekly, 4, null, 12));
        var refusal = SeriesDays.Unsafe(series).ShouldNotBeNull();
        refusal.Field.ShouldBe("Time");
        refusal.Values[2].ShouldNotBe("01:30");
    }

    [Theory]
    [InlineData("Mars/Olympus", "2027-01-12", "16:00", 60, "series.no-zone")]
    [InlineData("Europe/London", "2020-01-12", "16:00", 60, "series.no-day")]
    [InlineData("Europe/London", "2027-01-12", null, 60, "series.no-time")]
    [InlineData("Europe/London", "2027-01-12", "16:00", 4, "series.no-length")]
    [InlineData("Europe/London", "2027-01-29", "16:00", 60, "series.fifth-weekday")]
    public void A_series_that_cannot_be_kept_is_refused(string zone, string day, string? time, int minutes, string code) =>
        MeetingSeries.Plan(default, MeetingKind.Network, MeetingAudience.Staff, new("Meeting", null, null, null, 1),
            new(zone, DateOnly.Parse(day, null), time is null ? null : TimeOnly.Parse(time, null), minutes, Rhythm.MonthlyNth, 1, null, null), default, Clock).Refusal!.Code.ShouldBe(code);

    [Fact]
    public async Task A_plan_lays_its_meetings_out_opens_the_first_and_asks_every_lead_once()
    {
        await using var world = await MeetingWorld.StartAsync();
        var meetings = await world.MeetingsAsync(world.Series);
        meetings.Count.ShouldBeGreaterThan(12);
        meetings.Count(m => m.State == MeetingState.Open).ShouldBe(1);
        meetings[0].State.ShouldBe(MeetingState.Open);
        var invited = await world.AllAsync<Invitation>();
        invited.Select(i => i.Address).Distinct(StringComparer.Ordinal).Count().ShouldBe(invited.Count);
        await world.LinkAsync("lead-a@people.example");
        world.App.Mail.Sent.GroupBy(m => m.To).ShouldAllBe(g => g.Count() == 1);
        world.App.Mail.Sent.ShouldAllBe(m => !m.Body.Contains("Monthly network meeting") && !m.Subject.Contains("Monthly"));
        (await world.AllAsync<AgendaItem>()).Select(i => i.Title).ShouldBe(["Welcome", "Actions from last time", "Decisions"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_refused_plan_keeps_everything_typed_and_says_why_at_the_field()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var browser = await app.AsAsync("coord");
        var form = (await browser.OpenAsync("/meetings/new")).Form().Set("Input.Title", "Our rhythm").Set("Input.Time", "25:00").Set("Input.Template", "A | x");
        var answer = await form.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain("Our rhythm");
        answer.Text.ShouldContain("Line 1: write");
    }

    [Fact]
    public async Task The_next_meeting_opens_by_itself_when_one_is_closed()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.HoldAsync(world.Next);
        var meetings = await world.MeetingsAsync(world.Series);
        meetings[0].State.ShouldBe(MeetingState.Closed);
        meetings[1].State.ShouldBe(MeetingState.Open);
        meetings[2].State.ShouldBe(MeetingState.Draft);
    }

    [Fact]
    public async Task The_daily_round_opens_the_next_one_after_a_meeting_that_nobody_held()
    {
        await using var world = await MeetingWorld.StartAsync();
        for (var day = 0; day < 12; day++)
        {
            world.App.Clock.Advance(TimeSpan.FromDays(1));
            await world.App.RunJobsAsync();
        }

        (await world.MeetingsAsync(world.Series))[1].State.ShouldBe(MeetingState.Open);
    }

    [Fact]
    public async Task Moving_one_meeting_tells_everybody_and_leaves_the_others()
    {
        await using var world = await MeetingWorld.StartAsync();
        var before = await world.MeetingsAsync(world.Series);
        await world.LinkAsync("lead-a@people.example");
        world.App.Mail.Sent.Clear();
        var answer = await world.PressAsync("coord", $"/meetings/{world.Next}/move", "", f => f.Set("Day", MeetingWorld.Day(before[0].Day.AddDays(1))).Set("Time", "17:00").Set("Reason", "The hall is taken"));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        var after = await world.MeetingsAsync(world.Series);
        after[0].StartsAt.ShouldBe(before[0].StartsAt.AddHours(25));
        after[0].Sequence.ShouldBe(before[0].Sequence + 1);
        after.Skip(1).Select(m => m.StartsAt).ShouldBe(before.Skip(1).Select(m => m.StartsAt));
        await world.DeliverAsync();
        world.App.Mail.Sent.ShouldBeEmpty();
        await world.SettleAsync();
        world.App.Mail.Sent.Count.ShouldBe((await world.AllAsync<Invitation>()).Count);
    }

    [Fact]
    public async Task A_move_without_a_reason_is_refused_and_nothing_moves()
    {
        await using var world = await MeetingWorld.StartAsync();
        var answer = await world.PressAsync("coord", $"/meetings/{world.Next}/move", "", f => f.Set("Time", "18:30"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain("18:30");
        (await world.MeetingsAsync(world.Series))[0].Time.ShouldBe(new TimeOnly(16, 0));
    }

    [Fact]
    public async Task A_cancelled_meeting_stays_to_be_seen_and_the_next_one_opens()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var browser = await world.App.AsAsync("coord");
        var form = (await browser.OpenAsync($"/meetings/{world.Next}/move")).Form().Set("Reason", "Snow");
        (await form.PostAsync("Cancel this meeting")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.OpenAsync($"/meetings/{world.Next}")).Text.ShouldContain("This meeting was cancelled. Snow");
        (await world.MeetingsAsync(world.Series))[1].State.ShouldBe(MeetingState.Open);
    }

    [Fact]
    public async Task A_changed_template_alters_no_meeting_that_is_open()
    {
        await using var world = await MeetingWorld.StartAsync();
        var answer = await world.PressAsync("coord", $"/meetings/series/{world.Series}/change", "", f => f.Set("Input.Template", "Only this | 30"));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        await world.HoldAsync(world.Next);
        var meetings = await world.MeetingsAsync(world.Series);
        var items = await world.AllAsync<AgendaItem>();
        items.Where(i => i.MeetingId == meetings[0].Id).Select(i => i.Title).ShouldBe(["Welcome", "Actions from last time", "Decisions"], ignoreOrder: true);
        items.Where(i => i.MeetingId == meetings[1].Id).Select(i => i.Title).ShouldBe(["Only this"]);
    }

    [Fact]
    public async Task An_ended_series_has_no_meeting_to_come_and_stays_ended()
    {
        await using var world = await MeetingWorld.StartAsync();
        (await world.PressAsync("coord", $"/meetings/series/{world.Series}/change", "End", f => f.Set("Reason", "We begin anew"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.MeetingsAsync(world.Series)).ShouldAllBe(m => m.State == MeetingState.Cancelled);
        world.App.Clock.Advance(TimeSpan.FromDays(3));
        await world.App.RunJobsAsync();
        (await world.MeetingsAsync(world.Series)).ShouldAllBe(m => m.State == MeetingState.Cancelled);
    }

    private static MeetingSeries Plan(SeriesTiming timing) =>
        MeetingSeries.Plan(default, MeetingKind.Network, MeetingAudience.Staff, new("Meeting", null, null, null, 1), timing, default, Clock).Series.ShouldNotBeNull();
}
