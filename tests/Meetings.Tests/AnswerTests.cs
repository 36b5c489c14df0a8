using System.Net;

namespace Causeway.Meetings.Tests;

public sealed class AnswerTests
{
    [Fact]
    public async Task A_school_turns_green_by_the_link_of_the_mail_and_a_named_alternate_keeps_it_green()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var lead = await world.App.AsAsync("lead-a");
        (await lead.OpenAsync($"/meetings/{world.Next}")).Text.ShouldContain("0 of 2 schools represented");
        await world.AcceptAsync("lead-a@people.example");
        (await lead.OpenAsync($"/meetings/{world.Next}")).Text.ShouldContain("1 of 2 schools represented");
        (await DeclineAsync(world, "lead-b@people.example", "Cem Counsellor")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await lead.OpenAsync($"/meetings/{world.Next}");
        page.Text.ShouldContain("2 of 2 schools represented");
        page.Text.ShouldContain("instead: Cem Counsellor");
    }

    [Fact]
    public async Task An_answer_to_the_series_holds_for_each_meeting_without_one_of_its_own()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.AcceptAsync("lead-b@people.example");
        await DeclineAsync(world, "lead-b@people.example", null);
        using var lead = await world.App.AsAsync("lead-a");
        var series = await lead.OpenAsync($"/meetings/series/{world.Series}");
        var rows = series.Document.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        rows[0].ShouldContain("0 of 2");
        rows.Skip(1).ShouldAllBe(r => r.Contains("1 of 2"));
    }

    [Fact]
    public async Task A_link_that_was_taken_back_and_one_that_never_was_are_answered_alike()
    {
        await using var world = await MeetingWorld.StartAsync();
        var link = await world.LinkAsync("lead-b@people.example");
        using var nobody = world.App.Anonymous();
        (await nobody.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        var form = (await nobody.OpenAsync(link)).Form();
        var invitation = (await world.AllAsync<Invitation>()).Single(i => i.Address == "lead-b@people.example");
        using var coord = await world.App.AsAsync("coord");
        await (await coord.OpenAsync($"/meetings/series/{world.Series}")).Form($"main form[action*=TakeBack]:has(input[value='{invitation.Id}'])").PostAsync();
        (await nobody.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.OpenAsync(link[..^43] + new string('x', 43))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await form.PostAsync("Accepted")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.AllAsync<Invitation>()).Single(i => i.Id == invitation.Id).Standing.ShouldBe(Reply.NeedsAction);
    }

    [Fact]
    public async Task A_secret_of_one_person_opens_no_other_invitation()
    {
        await using var world = await MeetingWorld.StartAsync();
        var (a, b) = (await world.LinkAsync("lead-a@people.example"), await world.LinkAsync("lead-b@people.example"));
        using var nobody = world.App.Anonymous();
        (await nobody.OpenAsync(a[..a.LastIndexOf('/')] + b[b.LastIndexOf('/')..])).Status.ShouldBe(HttpStatusCode.NotFound);
        var secret = a.Split('/')[^1];
        (await world.AllAsync<Invitation>()).ShouldAllBe(i => !i.SecretHashes.Contains(secret));
    }

    [Fact]
    public async Task Moving_a_meeting_takes_earlier_answers_to_it_out_of_count()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.AcceptAsync("lead-a@people.example");
        var day = (await world.MeetingsAsync(world.Series))[0].Day;
        await world.PressAsync("coord", $"/meetings/{world.Next}/move", "", f => f.Set("Day", MeetingWorld.Day(day.AddDays(1))).Set("Reason", "The hall is taken"));
        using var lead = await world.App.AsAsync("lead-a");
        (await lead.OpenAsync($"/meetings/{world.Next}")).Text.ShouldContain("0 of 2 schools represented");
        (await lead.OpenAsync("/")).Text.ShouldContain("Do you come?");
    }

    [Fact]
    public async Task A_school_with_nobody_is_reminded_seven_and_two_days_before_once_each_and_the_others_never()
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.AcceptAsync("lead-a@people.example");
        world.App.Mail.Sent.Clear();
        for (var hour = 0; hour < 24 * 11; hour += 6)
        {
            // The round comes more often than it should, and twice on the same day: as after a restart.
            world.App.Clock.Advance(TimeSpan.FromHours(6));
            await world.App.RunJobsAsync();
            await world.App.SendMailAsync();
        }

        // Twice a mail of its own: it carries the link that answers without an account.
        world.App.Mail.Sent.Where(m => m.Subject.StartsWith("Who stands", StringComparison.Ordinal)).Select(m => m.To).ShouldBe(["lead-b@people.example", "lead-b@people.example"]);
        (await world.AllAsync<Nudge>()).Where(n => n.MeetingId == new MeetingId(world.Next)).Select(n => n.DaysBefore).ShouldBe([7, 2], ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_declined_is_asked_at_home_who_comes_instead_while_nobody_of_the_school_does()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var nobody = world.App.Anonymous();
        (await (await nobody.OpenAsync(await world.LinkAsync("lead-b@people.example"))).Form().PostAsync("Declined")).Status.ShouldBe(HttpStatusCode.SeeOther);
        using (var early = await world.App.AsAsync("lead-b"))
        {
            (await early.OpenAsync("/")).Text.ShouldNotContain("Who stands for your school?");
        }

        world.App.Clock.Advance(TimeSpan.FromDays(4));
        using var lead = await world.App.AsAsync("lead-b");
        (await lead.OpenAsync("/")).Text.ShouldContain("Who stands for your school?");
        await world.AcceptAsync("lead-b@people.example");
        (await lead.OpenAsync("/")).Text.ShouldNotContain("Who stands for your school?");
    }

    [Fact]
    public async Task Whoever_stopped_the_reminders_gets_none_and_can_still_answer()
    {
        await using var world = await MeetingWorld.StartAsync();
        var link = await world.LinkAsync("lead-b@people.example");
        using var nobody = world.App.Anonymous();
        (await (await nobody.OpenAsync(link + "/stop")).Form().PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        world.App.Mail.Sent.Clear();
        for (var day = 0; day < 9; day++)
        {
            world.App.Clock.Advance(TimeSpan.FromDays(1));
            await world.App.RunJobsAsync();
            await world.App.SendMailAsync();
        }

        world.App.Mail.Sent.Count(m => m.To == "lead-b@people.example").ShouldBe(0);
        (await (await nobody.OpenAsync(link)).Form().PostAsync("Accepted")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Whoever_left_the_school_is_asked_no_more_and_the_link_ends()
    {
        await using var world = await MeetingWorld.StartAsync(change: f => f.Set("Input.Invited", "LeadsAndCounsellors"));
        await world.AcceptAsync("counsellor-b@people.example");
        var link = await world.LinkAsync("counsellor-b@people.example");
        (await world.PressAsync("head-b", $"/organisations/{world.App.Organisation("school-b")}/posts/{world.App.Ids["post:counsellor-b-1"]}", "End")).Status.ShouldBe(HttpStatusCode.SeeOther);
        world.App.Clock.Advance(TimeSpan.FromDays(1));
        await world.App.RunJobsAsync();
        using var nobody = world.App.Anonymous();
        (await nobody.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.AllAsync<Invitation>()).Single(i => i.Address == "counsellor-b@people.example").Stands.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_is_invited_twice_however_often_they_are_chosen()
    {
        await using var world = await MeetingWorld.StartAsync();
        var before = (await world.AllAsync<Invitation>()).Count;
        using var coord = await world.App.AsAsync("coord");
        var posts = world.App.Ids.Where(i => i.Key is "post:lead-a-1" or "post:counsellor-b-1").Select(i => i.Value.ToString()).ToArray();
        posts.Length.ShouldBe(2);
        foreach (var post in posts)
        {
            (await (await coord.OpenAsync($"/meetings/series/{world.Series}/people")).Form("main form:has(input[name=Posts])").Force("Posts", post).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        (await world.AllAsync<Invitation>()).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_guest_with_a_mistyped_address_is_refused_with_what_was_typed()
    {
        await using var world = await MeetingWorld.StartAsync();
        var answer = await world.PressAsync("coord", $"/meetings/series/{world.Series}/people", "Guest", f => f.Set("Name", "Officer Whitlock").Set("Address", "not a mail"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain("Officer Whitlock");
        answer.Html.ShouldContain("not a mail");
    }

    private static async Task<TestKit.TestPage> DeclineAsync(MeetingWorld world, string address, string? alternate)
    {
        using var nobody = world.App.Anonymous();
        var form = (await nobody.OpenAsync(await world.LinkAsync(address))).Form("main form:has(input[name=Meeting])");
        return await (alternate is null ? form : form.Set("Alternate", alternate)).PostAsync("Declined");
    }
}
