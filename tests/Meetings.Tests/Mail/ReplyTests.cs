using System.Globalization;
using System.Net;
using System.Text;
using Causeway.TestKit;

namespace Causeway.Meetings.Tests;

/// <summary>Answers that calendar programs send: believed from the invited person only, the later one holds.</summary>
public sealed class ReplyTests
{
    private const string LeadA = "lead-a@people.example";

    [Fact]
    public async Task A_yes_to_the_series_by_mail_turns_the_school_green()
    {
        await using var world = await MeetingWorld.StartAsync();
        (await BringAsync(world, Reply(world, "ACCEPTED"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<Invitation>()).Single(i => i.Address == LeadA).Standing.ShouldBe(Meetings.Reply.Accepted);
        using var lead = await world.App.AsAsync("lead-a");
        (await lead.OpenAsync($"/meetings/{world.Next}")).Text.ShouldContain("1 of 2 schools represented");
    }

    [Fact]
    public async Task A_no_to_one_date_is_kept_for_that_date_as_file_and_as_a_whole_pasted_mail()
    {
        await using var world = await MeetingWorld.StartAsync();
        var slot = (await world.MeetingsAsync(world.Series))[0].Slot;
        var one = $"RECURRENCE-ID;TZID=Europe/Lisbon:{slot.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}T160000\r\n";
        using var coord = await world.App.AsAsync("coord");
        var form = (await coord.OpenAsync("/meetings/replies")).Form().Set("Sender", LeadA).Attach("Upload", "reply.ics", Encoding.UTF8.GetBytes(Reply(world, "DECLINED", one)));
        (await form.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<Response>()).ShouldHaveSingleItem().Reply.ShouldBe(Meetings.Reply.Declined);
        world.App.Clock.Advance(TimeSpan.FromMinutes(5));
        (await BringAsync(world, "From: Lea\r\nSubject: Accepted\r\n\r\n" + Reply(world, "ACCEPTED", one) + "\r\n--x--")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<Response>()).ShouldHaveSingleItem().Reply.ShouldBe(Meetings.Reply.Accepted);
    }

    [Fact]
    public async Task An_earlier_answer_that_comes_later_is_not_taken()
    {
        await using var world = await MeetingWorld.StartAsync();
        var early = Reply(world, "ACCEPTED");
        world.App.Clock.Advance(TimeSpan.FromMinutes(5));
        (await BringAsync(world, Reply(world, "DECLINED"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var answer = await BringAsync(world, early);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("A later answer of this person is kept already.");
        (await world.AllAsync<Invitation>()).Single(i => i.Address == LeadA).Standing.ShouldBe(Meetings.Reply.Declined);
    }

    [Fact]
    public async Task An_answer_to_the_time_before_a_move_is_not_taken()
    {
        await using var world = await MeetingWorld.StartAsync();
        var slot = (await world.MeetingsAsync(world.Series))[0].Slot;
        await world.PressAsync("coord", $"/meetings/{world.Next}/move", "", f => f.Set("Time", "18:00").Set("Reason", "Hall"));
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await BringAsync(world, Reply(world, "ACCEPTED", $"RECURRENCE-ID;TZID=Europe/Lisbon:{slot.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}T160000\r\n"));
        answer.Text.ShouldContain("to an earlier time of the meeting");
        (await world.AllAsync<Response>()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("lead-b@people.example", "ACCEPTED", "REPLY", "another address")]
    [InlineData(LeadA, "ACCEPTED", "COUNTER", "Another time cannot be proposed by mail")]
    [InlineData(LeadA, "ACCEPTED", "REQUEST", "takes answers to invitations only")]
    [InlineData(LeadA, "DELEGATED", "REPLY", "neither yes nor no nor perhaps")]
    [InlineData("", "ACCEPTED", "REPLY", "Write the address the mail came from")]
    public async Task What_is_no_answer_of_that_person_is_answered_in_words_and_keeps_what_was_typed(string sender, string word, string method, string said)
    {
        await using var world = await MeetingWorld.StartAsync();
        var answer = await BringAsync(world, Reply(world, word).Replace("METHOD:REPLY", "METHOD:" + method), sender);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(said);
        answer.Html.ShouldContain("BEGIN:VCALENDAR");
        (await world.AllAsync<Invitation>()).ShouldAllBe(i => i.Standing == Meetings.Reply.NeedsAction);
    }

    [Fact]
    public async Task An_answer_to_another_networks_meeting_is_to_no_meeting()
    {
        await using var world = await MeetingWorld.StartAsync();
        using var foreign = await world.App.AsAsync("coord-c");
        var form = (await foreign.OpenAsync("/meetings/replies")).Form().Set("Sender", LeadA).Set("Text", Reply(world, "ACCEPTED"));
        (await form.PostAsync()).Text.ShouldContain("to no meeting of this network");
        (await BringAsync(world, Reply(world, "ACCEPTED").Replace(LeadA, "stranger@people.example"), "stranger@people.example")).Text.ShouldContain("Nobody with this address is invited");
        (await BringAsync(world, "hello")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await BringAsync(world, "")).Text.ShouldContain("Choose the calendar file");
    }

    private static async Task<TestPage> BringAsync(MeetingWorld world, string text, string sender = LeadA)
    {
        using var coord = await world.App.AsAsync("coord");
        return await (await coord.OpenAsync("/meetings/replies")).Form().Set("Sender", sender).Set("Text", text).PostAsync();
    }

    private static string Reply(MeetingWorld world, string word, string one = "") =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{world.Series}@causeway\r\nSEQUENCE:0\r\n{one}"
        + $"DTSTAMP:{world.App.Clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}\r\nATTENDEE;PARTSTAT={word}:mailto:{LeadA}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
