using System.Net;
using Causeway.Kernel;
using Causeway.Networks;

namespace Causeway.Meetings.Tests;

public sealed class ClashTests
{
    [Fact]
    public void A_date_is_held_against_the_day_it_is_at_the_school()
    {
        var school = new SchoolTimesCard(default, "Far away", "Australia/Sydney", true, [DayOfWeek.Saturday, DayOfWeek.Sunday], [], [new(SchoolDateKind.Holiday, "Public holiday", new(2027, 1, 13), new(2027, 1, 13))]);
        var london = new SeriesDate(new(2027, 1, 12), new DateTimeOffset(2027, 1, 12, 16, 0, 0, TimeSpan.Zero), 60);
        var clash = Clash.Of([london], [school]).ShouldHaveSingleItem("Tuesday in London, Wednesday 13 January in Sydney");
        (clash.Kind, clash.Title).ShouldBe((ClashKind.Holiday, "Public holiday"));
        var friday = new SeriesDate(new(2027, 1, 15), new DateTimeOffset(2027, 1, 15, 16, 0, 0, TimeSpan.Zero), 60);
        Clash.Of([friday], [school]).Select(c => c.Kind).ShouldBe([ClashKind.Weekend]);
        Clash.Of([new(new(2027, 1, 12), new DateTimeOffset(2027, 1, 12, 12, 0, 0, TimeSpan.Zero), 60)], [school]).ShouldBeEmpty("its last minute is 23:59 on Tuesday there");
    }

    [Fact]
    public async Task Holidays_and_examinations_of_members_are_listed_and_block_nothing()
    {
        await using var world = await MeetingWorld.StartAsync();
        var meetings = await world.MeetingsAsync(world.Series);
        await world.App.TellDateAsync("lead-b", "school-b", SchoolDateKind.Holiday, "Autumn break", meetings[0].Day.AddDays(-1), meetings[0].Day);
        await world.App.TellDateAsync("lead-a", "school-a", SchoolDateKind.Examination, "Mock week", meetings[1].Day, meetings[1].Day);
        await world.App.TellDateAsync("lead-a", "school-a", SchoolDateKind.Term, "Autumn term", meetings[0].Day.AddDays(-60), meetings[0].Day.AddDays(30));
        using var coord = await world.App.AsAsync("coord");
        foreach (var page in new[] { $"/meetings/series/{world.Series}", $"/meetings/series/{world.Series}/change" })
        {
            var shown = await coord.OpenAsync(page);
            shown.Text.ShouldContain("2 dates meet days");
            shown.Rows().ShouldContain(r => r.EndsWith("School B Holiday Autumn break"));
            shown.Rows().ShouldContain(r => r.EndsWith("School A Examinations Mock week"));
            shown.Text.ShouldNotContain("Autumn term");
        }

        using var form = await world.App.AsAsync("coord");
        var looked = await (await form.OpenAsync("/meetings/new")).Form().Set("Input.FirstDay", MeetingWorld.Day(meetings[0].Day)).Set("Input.Rhythm", "Once").Set("Input.Zone", "Europe/Lisbon").Set("Input.Place", "Hall")
            .PostAsync("Look what the dates meet");
        looked.Status.ShouldBe(HttpStatusCode.OK);
        looked.Rows().ShouldContain(r => r.EndsWith("School B Holiday Autumn break"));
        looked.Find("input[name='Input.Place']")!.GetAttribute("value").ShouldBe("Hall");
    }

    [Fact]
    public async Task Pupils_never_meet_outside_the_school_day_of_a_side()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.App.TellWeekAsync("lead-b", "school-b");
        using var coord = await world.App.AsAsync("coord");
        var day = world.Today.AddDays(14);
        var form = (await coord.OpenAsync("/meetings/new?kind=Pupil")).Form()
            .Set("Input.Title", "Youth forum").Set("Input.Zone", "Europe/Lisbon").Set("Input.Rhythm", "Once").Set("Input.FirstDay", MeetingWorld.Day(day)).Set("Input.Time", "14:30");
        var refused = await form.PostAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("14:30 (Europe/Lisbon) at School B");
        refused.Find("input[name='Input.Title']")!.GetAttribute("value").ShouldBe("Youth forum");
        (await form.Set("Input.Time", "14:00").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_meeting_with_pupils_is_not_moved_out_of_the_school_day()
    {
        await using var world = await MeetingWorld.StartAsync(change: f => f.Set("Input.Audience", "Pupils").Set("Input.Time", "10:00"));
        await world.App.TellWeekAsync("lead-b", "school-b");
        var answer = await world.PressAsync("coord", $"/meetings/{world.Next}/move", "", f => f.Set("Time", "18:00").Set("Reason", "The hall is taken"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.MeetingsAsync(world.Series))[0].Time.ShouldBe(new TimeOnly(10, 0));
    }
}
