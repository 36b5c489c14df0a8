using System.Net;
using System.Text.RegularExpressions;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Meetings.Tests;

/// <summary>Meetings about something kept elsewhere: for those invited they are there, for everybody else they are not.</summary>
public sealed partial class NeutralTests
{
    private const string Outside = "nora@clinic.example";

    private static readonly string[] Words = ["Clarifying meeting", "Working group", "Quiet room", "rooms.example"];

    [Fact]
    public async Task Those_invited_see_it_answer_it_and_have_it_in_their_own_calendar()
    {
        await using var world = await MeetingWorld.StartAsync();
        var id = await PlanAsync(world);
        foreach (var person in new[] { "counsellor-a", "teacher-b" })
        {
            using var browser = await world.App.AsAsync(person);
            (await browser.OpenAsync("/meetings")).Text.ShouldContain("Clarifying meeting");
            (await browser.OpenAsync("/")).Text.ShouldContain("Do you come? Clarifying meeting");
            var page = await browser.OpenAsync($"/meetings/invited/{id}");
            page.Text.ShouldContain("Quiet room");
            page.Text.ShouldNotContain("Who answered");
            (await page.Form().Set("Reply", "Accepted").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
            (await browser.OpenAsync("/")).Text.ShouldNotContain("Do you come? Clarifying meeting");
            var feed = (await browser.GetAsync(await FeedAsync(world, person, "Mine"))).Html;
            feed.ShouldContain("SUMMARY:Clarifying meeting");
            feed.ShouldNotContain("ATTENDEE");
        }

        using var convener = await world.App.AsAsync("lead-a");
        var mine = await convener.OpenAsync($"/meetings/invited/{id}");
        mine.Text.ShouldContain("Who answered");
        mine.Text.ShouldContain("Nora Nurse");
        var card = await world.App.InScopeAsync("lead-a", s => s.GetRequiredService<IMeetingDesk>().FindAsync(id, s.GetRequiredService<Scope>().Actor, default));
        card!.Answers.Select(a => (a.Name, a.Reply)).ShouldBe([("Cleo Counsellor", NeutralReply.Comes), ("Nora Nurse", NeutralReply.None), ("Tom Teacher", NeutralReply.Comes)], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_else_finds_it_anywhere_the_coordinator_included()
    {
        await using var world = await MeetingWorld.StartAsync();
        var id = await PlanAsync(world);
        var day = MeetingWorld.Day(world.Today.AddDays(9));
        string[] pages =
        [
            "/", "/meetings", "/meetings?past=true", "/meetings?q=Clarifying", "/meetings/actions", "/meetings/find", "/meetings/polls", "/meetings/feeds", "/meetings/new", "/network/days",
            $"/meetings/series/{world.Series}", $"/meetings/series/{world.Series}/record", $"/meetings/{world.Next}", $"/meetings/new?day={day}&time=14:00", "/notices", "/mails",
        ];
        var told = new List<string>();
        foreach (var person in new[] { "coord", "head-a", "dpo-a", "lead-a2", "lead-b", "counsellor-b", "teacher-a", "partner-a", "coord-c", "lead-c" })
        {
            using var browser = await world.App.AsAsync(person);
            foreach (var page in pages)
            {
                var answer = await browser.GetAsync(page);
                told.AddRange(Words.Where(w => answer.Html.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"{person} {page}: {w}"));
            }

            if ((await browser.GetAsync($"/meetings/invited/{id}")).Status != HttpStatusCode.NotFound)
            {
                told.Add($"{person} opens it");
            }
        }

        foreach (var (person, reach) in new[] { ("coord", "Network"), ("coord", "Mine"), ("head-a", "School"), ("head-a", "Network"), ("lead-b", "School"), ("counsellor-a", "School"), ("counsellor-a", "Network") })
        {
            using var browser = await world.App.AsAsync(person);
            var feed = (await browser.GetAsync(await FeedAsync(world, person, reach))).Html;
            feed.ShouldContain("BEGIN:VCALENDAR");
            told.AddRange(Words.Where(w => feed.Contains(w, StringComparison.Ordinal)).Select(w => $"{person} feed {reach}: {w}"));
        }

        told.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_coordinator_has_no_way_to_it_through_the_desk_either()
    {
        await using var world = await MeetingWorld.StartAsync();
        var id = await PlanAsync(world);
        foreach (var person in new[] { "coord", "lead-b", "lead-c" })
        {
            await DeskAsync(world, person, async (desk, actor) =>
            {
                (await desk.FindAsync(id, actor, default)).ShouldBeNull();
                (await desk.CancelAsync(id, actor, default))!.Code.ShouldBe(MeetingDoor.Gone.Code);
                (await desk.InviteAsync(id, [new(actor.Person)], actor, default))!.Code.ShouldBe(MeetingDoor.Gone.Code);
                (await desk.MoveAsync(id, At(world, 12), null, null, actor, default))!.Code.ShouldBe(MeetingDoor.Gone.Code);
                return null;
            });
        }

        (await DeskAsync(world, "teacher-a", async (desk, actor) => (await desk.PlanAsync(Plan(world), actor, default)).Refusal))!.Code.ShouldBe(MeetingDoor.Gone.Code);
    }

    [Fact]
    public async Task A_calendar_reply_that_reaches_the_site_tells_the_coordinator_nothing()
    {
        await using var world = await MeetingWorld.StartAsync();
        var id = await PlanAsync(world);
        var text = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{id}@causeway\r\nSEQUENCE:0\r\nDTSTAMP:20261120T100000Z\r\n"
            + $"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{Outside}\r\nORGANIZER:mailto:test@localhost\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var answer = await world.PressAsync("coord", "/meetings/replies", "", f => f.Set("Text", text).Set("Sender", Outside));
        answer.Text.ShouldContain("This answer is to no meeting of this network.");
        answer.Text.ShouldNotContain("Clarifying");
        (await world.AllAsync<NeutralInvitation>()).ShouldAllBe(i => i.Reply == Reply.NeedsAction);
    }

    [Fact]
    public async Task It_has_no_agenda_notes_papers_attendance_or_minutes()
    {
        await using var world = await MeetingWorld.StartAsync();
        var id = await PlanAsync(world);
        using var convener = await world.App.AsAsync("lead-a");
        foreach (var rest in new[] { "", "/agenda", "/agenda/print", "/attendance", "/attendance/print", "/outcomes", "/minutes", "/print", "/papers", "/move" })
        {
            (await convener.GetAsync($"/meetings/{id}{rest}")).Status.ShouldBe(HttpStatusCode.NotFound, rest);
        }

        (await convener.OpenAsync($"/meetings/invited/{id}")).Document.QuerySelectorAll("main textarea, main input[type=text], main input[type=file]").Length.ShouldBe(0);
        string[] never = ["Title", "Note", "Text", "Reason", "Case", "Child", "Concern", "Agenda"];
        await using var db = world.App.Maintenance();
        new[] { typeof(NeutralMeeting), typeof(NeutralInvitation) }.SelectMany(t => db.Model.FindEntityType(t)!.GetProperties().Select(p => p.Name))
            .Where(p => never.Any(n => p.Contains(n, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        (await world.AllAsync<MeetingSeries>()).Count.ShouldBe(1);
        (await world.AllAsync<Representation>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Calendar_objects_and_mails_hold_the_neutral_title_time_and_place_and_nothing_else()
    {
        await using var world = await MeetingWorld.StartAsync();
        var id = await PlanAsync(world);
        (await DeskAsync(world, "lead-a", (desk, actor) => desk.MoveAsync(id, At(world, 11), "Quiet room", "https://rooms.example/7", actor, default))).ShouldBeNull();
        (await DeskAsync(world, "lead-a", (desk, actor) => desk.CancelAsync(id, actor, default))).ShouldBeNull();
        await world.DeliverAsync();
        var mails = world.App.Mail.Sent.Where(m => m.Topic?.StartsWith("meetings.neutral:", StringComparison.Ordinal) == true).ToList();
        mails.Select(m => m.CalendarMethod).Distinct().ShouldBe(["REQUEST", "CANCEL"], ignoreOrder: true);
        mails.Count(m => m.CalendarMethod == "REQUEST").ShouldBe(6);
        foreach (var mail in mails)
        {
            var lines = mail.CalendarText!.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
            lines.ShouldContain("SUMMARY:Clarifying meeting");
            lines.Count(l => l.StartsWith("ATTENDEE", StringComparison.Ordinal)).ShouldBe(1);
            lines.Where(l => l.Contains("RSVP=TRUE", StringComparison.Ordinal)).ShouldBeEmpty();
            lines.Where(l => l.StartsWith("ORGANIZER", StringComparison.Ordinal)).ShouldAllBe(l => l.Contains("CN=\"Causeway\"", StringComparison.Ordinal));
            string[] never = ["Lea Lead", "School A", "First Test Network", "child", "case", "concern"];
            never.Where(w => (mail.Subject + Link().Replace(mail.Body, "") + mail.CalendarText).Contains(w, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
            (mail.ForNetwork, mail.ForOrganisation).ShouldBe((null, null));
        }

        // Each version follows the one before.
        mails.Where(m => m.To == Outside).Select(m => SequenceOf(m.CalendarText!)).ShouldBe([0, 1, 2], ignoreOrder: true);
    }

    [Fact]
    public async Task Somebody_without_an_account_answers_by_the_link_until_it_is_taken_back()
    {
        await using var world = await MeetingWorld.StartAsync();
        var id = await PlanAsync(world);
        await world.DeliverAsync();
        var link = new Uri(Link().Match(world.App.Mail.Sent.Last(m => m.To == Outside).Body).Value).AbsolutePath;
        using var nobody = world.App.Anonymous();
        var page = await nobody.OpenAsync(link);
        page.Text.ShouldContain("Clarifying meeting");
        page.Text.ShouldContain("Lea Lead, School A, asks Nora Nurse");
        page.Text.ShouldNotContain("Cleo Counsellor");
        (await page.Form().PostAsync("Accepted")).Status.ShouldBe(HttpStatusCode.SeeOther);
        var answers = (await world.AllAsync<NeutralInvitation>()).Single(i => i.Address == Outside);
        answers.Reply.ShouldBe(Reply.Accepted);
        (await DeskAsync(world, "lead-a", (desk, actor) => desk.MoveAsync(id, At(world, 11), null, null, actor, default))).ShouldBeNull();
        (await world.AllAsync<NeutralInvitation>()).ShouldAllBe(i => i.Reply == Reply.NeedsAction);
        await nobody.GetAsync(link);
        var wrong = await nobody.GetAsync(link[..^3] + "xyz");
        (await DeskAsync(world, "lead-a", (desk, actor) => desk.TakeBackAsync(id, answers.Id.Value, actor, default))).ShouldBeNull();
        var ended = await nobody.GetAsync(link);
        (ended.Status, ended.Text).ShouldBe((HttpStatusCode.NotFound, wrong.Text));
        await world.DeliverAsync();
        (await DeskAsync(world, "lead-a", (desk, actor) => desk.InviteAsync(id, [new(null, "Nora Nurse", Outside), new(world.App.Person("teacher-b"))], actor, default))).ShouldBeNull();
        (await nobody.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        await world.DeliverAsync();
        SequenceOf(world.App.Mail.Sent.Last(m => m.To == Outside).CalendarText!).ShouldBe(2, "what was struck out comes back under a higher number");
        (await nobody.GetAsync(new Uri(Link().Match(world.App.Mail.Sent.Last(m => m.To == Outside).Body).Value).AbsolutePath)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_plan_with_a_wrong_time_place_or_person_is_refused_whole()
    {
        await using var world = await MeetingWorld.StartAsync();
        var good = Plan(world);
        var wrong = new[]
        {
            good with { Time = At(world, -1) }, good with { Time = good.Time with { Minutes = 3 } }, good with { Time = good.Time with { Zone = "Nowhere" } },
            good with { Link = "http://rooms.example" }, good with { Place = new string('x', 201) }, good with { Guests = [] }, good with { Guests = [new(null, "", "x@y.example")] }, good with { Guests = [new(null, "N", "none")] },
        };
        foreach (var plan in wrong)
        {
            (await DeskAsync(world, "lead-a", async (desk, actor) => (await desk.PlanAsync(plan, actor, default)).Refusal)).ShouldNotBeNull();
        }

        (await world.AllAsync<NeutralMeeting>()).ShouldBeEmpty();
        (await world.AllAsync<NeutralInvitation>()).ShouldBeEmpty();
    }

    private static NeutralTime At(MeetingWorld world, int days) => new(world.Today.AddDays(days), new(14, 0), 45, "Europe/Lisbon");

    private static NeutralPlan Plan(MeetingWorld world) => new(NeutralKind.Clarifying, At(world, 9), "Quiet room", "https://rooms.example/7",
        [new(world.App.Person("counsellor-a")), new(world.App.Person("teacher-b")), new(null, "Nora Nurse", Outside)]);

    private static async Task<NeutralMeetingId> PlanAsync(MeetingWorld world)
    {
        (await DeskAsync(world, "lead-a", async (desk, actor) => (await desk.PlanAsync(Plan(world), actor, default)).Refusal)).ShouldBeNull();
        return (await world.AllAsync<NeutralMeeting>()).Single().Id;
    }

    private static Task<Refusal?> DeskAsync(MeetingWorld world, string person, Func<IMeetingDesk, Actor, Task<Refusal?>> act) => world.App.InScopeAsync(person, async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        return await act(s.GetRequiredService<IMeetingDesk>(), db.Scope.Actor) ?? await db.TrySaveAsync(default);
    });

    private static async Task<string> FeedAsync(MeetingWorld world, string person, string reach) => (await world.App.InScopeAsync(person, s =>
        s.GetRequiredService<FeedsHandler>().MakeAsync(Enum.Parse<FeedReach>(reach), s.GetRequiredService<Scope>().Actor, default))).Path!;

    private static int SequenceOf(string calendar) => int.Parse(SequenceLine().Match(calendar).Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"http://localhost/meetings/asked/\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"^SEQUENCE:(?<n>\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SequenceLine();
}
