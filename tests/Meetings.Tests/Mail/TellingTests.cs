using System.Net;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Meetings.Tests;

/// <summary>When calendars are told, and that nobody is told twice.</summary>
public sealed class TellingTests
{
    private const string LeadA = "lead-a@people.example";

    [Fact]
    public async Task Edits_within_ten_minutes_are_told_once_and_a_newer_one_waits_on()
    {
        await using var world = await StartedAsync();
        await MoveAsync(world, "17:00");
        world.App.Clock.Advance(TimeSpan.FromMinutes(8));
        await MoveAsync(world, "17:30");
        world.App.Clock.Advance(TimeSpan.FromMinutes(3));
        await world.DeliverAsync();
        world.App.Mail.Sent.ShouldBeEmpty();
        await world.SettleAsync();
        var mail = world.App.Mail.Sent.Where(m => m.To == LeadA).ShouldHaveSingleItem();
        mail.Calendar!.Text.ShouldContain("T173000");
        mail.Calendar.Text.ShouldContain("SEQUENCE:2\r\n");
    }

    [Fact]
    public async Task What_is_moved_and_moved_back_is_not_told()
    {
        await using var world = await StartedAsync();
        await MoveAsync(world, "17:00");
        await MoveAsync(world, "16:00");
        await world.SettleAsync();
        world.App.Mail.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancellation_goes_at_once_while_another_edit_waits()
    {
        await using var world = await StartedAsync();
        await MoveAsync(world, "17:00");
        var second = (await world.MeetingsAsync(world.Series))[1];
        await CancelAsync(world, second);
        await world.DeliverAsync();
        var cancel = world.App.Mail.Sent.Where(m => m.To == LeadA).ShouldHaveSingleItem();
        cancel.Calendar!.Method.ShouldBe("CANCEL");
        cancel.Calendar.Text.ShouldContain("METHOD:CANCEL\r\n");
        cancel.Calendar.Text.ShouldContain("STATUS:CANCELLED\r\n");
        cancel.Subject.ShouldBe("A meeting was cancelled");
        await world.SettleAsync();
        world.App.Mail.Sent.Where(m => m.To == LeadA).Select(m => m.Calendar!.Method).ShouldBe(["CANCEL", "REQUEST"]);
    }

    [Fact]
    public async Task A_date_moved_and_then_cancelled_is_only_cancelled()
    {
        await using var world = await StartedAsync();
        await MoveAsync(world, "17:00");
        await CancelAsync(world, (await world.MeetingsAsync(world.Series))[0]);
        await world.DeliverAsync();
        await world.SettleAsync();
        world.App.Mail.Sent.Where(m => m.To == LeadA).Select(m => m.Calendar!.Method).ShouldBe(["CANCEL"]);
    }

    [Fact]
    public async Task Whoever_never_got_the_first_mail_gets_the_last_one_only()
    {
        await using var world = await MeetingWorld.StartAsync();
        await MoveAsync(world, "17:00");
        world.App.Clock.Advance(CalendarPost.Wait);
        await world.App.RunJobsAsync();
        await world.DeliverAsync();
        var mail = world.App.Mail.Sent.Where(m => m.To == LeadA).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("You are invited to a series of meetings");
        mail.Calendar!.Text.ShouldContain("SEQUENCE:1\r\n");
        mail.Calendar.Text.ShouldContain("RECURRENCE-ID");
        mail.Calendar.Text.ShouldContain("RRULE:FREQ=WEEKLY");
        (await world.AllAsync<OutboxMail>()).Count(m => m.To == LeadA && m.LastError == OutboxMail.Withdrawn).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_is_taken_off_before_the_first_mail_went_gets_none()
    {
        await using var world = await MeetingWorld.StartAsync();
        await TakeBackAsync(world, LeadA);
        await world.DeliverAsync();
        world.App.Mail.Sent.ShouldNotContain(m => m.To == LeadA);
        world.App.Mail.Sent.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_taken_off_is_told_at_once_without_a_link_and_can_be_asked_again_with_a_new_one()
    {
        await using var world = await MeetingWorld.StartAsync();
        var link = await world.LinkAsync("lead-b@people.example");
        await TakeBackAsync(world, "lead-b@people.example");
        await world.DeliverAsync();
        var cancel = world.App.Mail.Sent.Last(m => m.To == "lead-b@people.example");
        cancel.Calendar!.Method.ShouldBe("CANCEL");
        cancel.Body.ShouldNotContain("http");
        using var coord = await world.App.AsAsync("coord");
        (await (await coord.OpenAsync($"/meetings/series/{world.Series}/people")).Form("main form:has(input[name=Posts])").Force("Posts", world.App.Ids["post:lead-b-1"].ToString()).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.LinkAsync("lead-b@people.example")).ShouldNotBe(link);
        using var nobody = world.App.Anonymous();
        (await nobody.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.OpenAsync(await world.LinkAsync("lead-b@people.example"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task However_often_and_by_how_many_programs_it_is_told_each_gets_one_mail()
    {
        await using var world = await StartedAsync();
        await MoveAsync(world, "17:00");
        world.App.Clock.Advance(CalendarPost.Wait);
        var series = world.Series;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.App.InScopeAsync("coord", async s =>
        {
            var job = s.GetServices<IJobHandler>().Single(h => h.Kind == TellCalendars.JobKind);
            await job.RunAsync(new JobRun(new(Guid.CreateVersion7()), series, (_, _) => Task.CompletedTask), default);
            return 0;
        }))));
        await world.DeliverAsync();
        world.App.Mail.Sent.GroupBy(m => m.To).ShouldAllBe(g => g.Count() == 1);
        world.App.Mail.Sent.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Two_who_edit_at_the_same_time_are_both_told_once()
    {
        await using var world = await StartedAsync();
        var meetings = await world.MeetingsAsync(world.Series);
        using var coord = await world.App.AsAsync("coord");
        var first = (await coord.OpenAsync($"/meetings/{meetings[0].Id}/move")).Form().Set("Time", "17:00").Set("Reason", "Hall");
        var second = (await coord.OpenAsync($"/meetings/{meetings[1].Id}/move")).Form().Set("Time", "18:00").Set("Reason", "Hall");
        var answers = await Task.WhenAll(first.PostAsync(), second.PostAsync());
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.SeeOther || a.Status == HttpStatusCode.Conflict);
        await world.SettleAsync();
        world.App.Mail.Sent.Where(m => m.To == LeadA).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mail_shows_the_readers_time_and_the_meetings_each_with_its_zone_and_what_changed()
    {
        await using var world = await MeetingWorld.StartAsync(change: f => f.Set("Input.Zone", "America/New_York"));
        await world.DeliverAsync();
        var first = world.App.Mail.Sent.Last(m => m.To == LeadA).Body;
        first.ShouldContain("21:00–22:00 (Europe/Lisbon)");
        first.ShouldContain("16:00–17:00 (America/New_York)");
        await MoveAsync(world, "15:00");
        await world.SettleAsync();
        var moved = world.App.Mail.Sent.Last(m => m.To == LeadA).Body;
        moved.ShouldContain("20:00–21:00 (Europe/Lisbon)");
        moved.ShouldContain("It was on:");
        moved.ShouldContain("/meetings/answer/");
    }

    [Fact]
    public async Task Whoever_is_asked_to_one_date_sees_and_gets_that_date_alone()
    {
        await using var world = await StartedAsync();
        var meetings = await world.MeetingsAsync(world.Series);
        using var coord = await world.App.AsAsync("coord");
        var form = (await coord.OpenAsync($"/meetings/series/{world.Series}/people")).Form("main form:has(input[name=Posts])");
        (await form.Force("Posts", world.App.Ids["post:teacher-a-1"].ToString()).Set("Only", meetings[1].Id.ToString()).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        await world.DeliverAsync();
        var mail = world.App.Mail.Sent.Where(m => m.To == "teacher-a@people.example").ShouldHaveSingleItem();
        mail.Calendar!.Text.ShouldNotContain("RRULE:FREQ=WEEKLY");
        mail.Calendar.Text.ShouldContain("RECURRENCE-ID");
        using var teacher = await world.App.AsAsync("teacher-a");
        (await teacher.GetAsync($"/meetings/{meetings[1].Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await teacher.GetAsync($"/meetings/{meetings[0].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await teacher.GetAsync($"/meetings/series/{world.Series}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = world.App.Anonymous();
        var page = await nobody.OpenAsync(await world.LinkAsync("teacher-a@people.example"));
        page.Document.QuerySelectorAll("main ul.cw-rows > li").Length.ShouldBe(1);
        (await (await coord.OpenAsync($"/meetings/{meetings[0].Id}")).Form("main form[action*=Start]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<Attendance>()).ShouldNotContain(a => a.PersonId == world.App.Person("teacher-a"));
    }

    [Fact]
    public void A_kind_of_meeting_that_is_not_named_here_is_called_a_meeting_in_calendars()
    {
        Enum.GetValues<MeetingKind>().ShouldAllBe(k => MeetingCalendar.TitleOf(k, "Title") == "Title");
        MeetingCalendar.TitleOf((MeetingKind)99, "Title").ShouldBe("Meeting");
    }

    [Fact]
    public void A_mail_that_says_what_it_is_about_would_be_found() =>
        MailScan.InEvents("BEGIN:VEVENT\r\nSUMMARY:About a child\r\nDESCRIPTION:Welc\r\n ome\r\nEND:VEVENT\r\n", ["Welcome"])
            .ShouldBe(["calendar SUMMARY: child", "calendar property DESCRIPTION", "calendar DESCRIPTION: Welcome"]);

    private static async Task<MeetingWorld> StartedAsync()
    {
        var world = await MeetingWorld.StartAsync();
        await world.DeliverAsync();
        world.App.Mail.Sent.Clear();
        return world;
    }

    private static async Task MoveAsync(MeetingWorld world, string time) =>
        (await world.PressAsync("coord", $"/meetings/{world.Next}/move", "", f => f.Set("Time", time).Set("Reason", "Hall"))).Status.ShouldBe(HttpStatusCode.SeeOther);

    private static async Task CancelAsync(MeetingWorld world, Meeting meeting)
    {
        using var coord = await world.App.AsAsync("coord");
        (await (await coord.OpenAsync($"/meetings/{meeting.Id}/move")).Form().Set("Reason", "Snow").PostAsync("Cancel this meeting")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static async Task TakeBackAsync(MeetingWorld world, string address)
    {
        var id = (await world.AllAsync<Invitation>()).Single(i => i.Address == address).Id;
        (await world.PressAsync("coord", $"/meetings/series/{world.Series}", "TakeBack", f => f.Force("invitation", id.ToString()))).Status.ShouldBe(HttpStatusCode.SeeOther);
    }
}
