using System.Net;
using Causeway.Calendar.Tests;
using Causeway.Persistence;
using Causeway.TestKit;
using Causeway.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings.Tests;

/// <summary>After every edit the pages offer, a program that follows the invitation rules shows the dates the page shows.</summary>
public sealed class EditsAndCalendarsTests
{
    private const string LeadA = "lead-a@people.example";
    private const string LeadB = "lead-b@people.example";
    private const string Guest = "officer@police.example";

    // What the first lead's calendar is told: the method, all dates or one, and the sequence.
    private static readonly Dictionary<string, (string Told, Func<MeetingWorld, Task<TestPage>> Edit)> Edits = new(StringComparer.Ordinal)
    {
        ["move one"] = ("REQUEST one 1", w => MoveAsync(w, 1, 2, "17:30")),
        ["move it again"] = ("REQUEST one 2", w => MoveAsync(w, 1, 1, "09:00")),
        ["move another"] = ("REQUEST one 3", w => MoveAsync(w, 2, -1, "16:00")),
        ["cancel one"] = ("CANCEL one 4", w => CancelAsync(w, 3)),
        ["cancel the moved one"] = ("CANCEL one 5", w => CancelAsync(w, 1)),
        ["bring it back"] = ("REQUEST all 6", w => RestoreAsync(w, 1)),
        ["another place"] = ("REQUEST all 7", w => ChangeAsync(w, f => f.Set("Input.Place", "Hall B"))),
        ["a corrected word"] = ("REQUEST all 7", w => ChangeAsync(w, f => f.Set("Input.Title", "Monthly meeting of the network"))),
        ["only the agenda"] = ("", w => ChangeAsync(w, f => f.Set("Input.Template", "Welcome | 5"))),
        ["another time"] = ("REQUEST all 8", w => TimesAsync(w, f => f.Set("Input.Time", "15:15"))),
        ["another length"] = ("REQUEST all 9", w => TimesAsync(w, f => f.Set("Input.Minutes", "90"))),
        ["another zone, same clock"] = ("REQUEST all 10", w => TimesAsync(w, f => f.Set("Input.Zone", "America/New_York").Set("Keep", "Clock"))),
        ["another zone, same moment"] = ("REQUEST all 11", w => TimesAsync(w, f => f.Set("Input.Zone", "Asia/Seoul").Set("Keep", "Moment"))),
        ["every other week"] = ("REQUEST all 12", w => TimesAsync(w, f => f.Set("Input.Interval", "2"))),
        ["eight more meetings"] = ("REQUEST all 13", w => TimesAsync(w, f => f.Set("Input.Count", "8"))),
        ["a month's second Tuesday"] = ("REQUEST all 14", w => TimesAsync(w, f => f.Set("Input.FirstDay", "2027-02-09").Set("Input.Rhythm", "MonthlyNth").Set("Input.Interval", "1").Set("Input.Count", ""))),
        ["take one person off"] = ("CANCEL all 15", TakeBackAsync),
        ["ask again"] = ("REQUEST all 16", w => AskAsync(w, "post:lead-a-1", null)),
        ["a guest to one date"] = ("", GuestAsync),
        ["move the guest's date"] = ("REQUEST one 17", w => MoveAsync(w, 2, 1, "10:00")),
        ["cancel the guest's date"] = ("CANCEL one 18", w => CancelAsync(w, 2)),
        ["bring the guest's date back"] = ("REQUEST all 19", w => RestoreAsync(w, 2)),
        ["another time with a guest"] = ("REQUEST all 20", w => TimesAsync(w, f => f.Set("Input.Time", "08:00"))),
        ["the guest to all of them"] = ("", w => w.PressAsync("coord", $"/meetings/series/{w.Series}/people", "Guest", f => f.Set("Name", "Officer Whitlock").Set("Address", Guest))),
        ["end it"] = ("CANCEL all 21", w => w.PressAsync("coord", $"/meetings/series/{w.Series}/change", "End", f => f.Set("Reason", "We begin anew"))),
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_every_edit_calendars_show_the_dates_of_the_page(bool wholeSeries)
    {
        await using var world = await MeetingWorld.StartAsync();
        var boxes = new Mailboxes(new(world.App.Mail.Sent), new RandomSeries(7));
        await WishAsync(world, LeadB, wholeSeries);
        await CompareAsync(world, boxes, "planned");
        var before = world.App.Mail.Sent.Count;
        foreach (var (name, (expected, edit)) in Edits)
        {
            var answer = await edit(world);
            answer.Status.ShouldBe(HttpStatusCode.SeeOther, $"{name}: {answer.Text}");
            await world.SettleAsync();
            await CompareAsync(world, boxes, name);
            if (!wholeSeries)
            {
                string.Join(", ", world.App.Mail.Sent.Skip(before).Where(m => m.To == LeadA).Select(Told)).ShouldBe(expected, name);
            }

            before = world.App.Mail.Sent.Count;
        }

        var stamps = world.App.Mail.Sent.Where(m => m.Calendar is not null).GroupBy(m => m.To, m => Line(m.Calendar!.Text, "SEQUENCE") + Line(m.Calendar!.Text, "DTSTAMP"));
        stamps.ShouldAllBe(g => g.Distinct(StringComparer.Ordinal).Count() == g.Count());
        world.App.Mail.Sent.Where(m => m.Calendar is not null).Select(m => Line(m.Calendar!.Text, "UID")).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        Judged(world);
    }

    // Every object by itself, as two programs that share nothing with us read it.
    private static void Judged(MeetingWorld world)
    {
        using var js = Judge.IcalJs(out var noJs);
        using var python = Judge.Python(out var noPython);
        var from = Instant.FromUtc(2026, 1, 1, 0, 0);
        var to = Instant.FromUtc(2028, 6, 1, 0, 0);
        foreach (var text in world.App.Mail.Sent.Select(m => m.Calendar).OfType<MailCalendar>().Where(c => c.Method == "REQUEST").Select(c => c.Text).Distinct(StringComparer.Ordinal))
        {
            var program = new InvitedProgram();
            program.Receive(System.Text.Encoding.UTF8.GetBytes(text));
            foreach (var judge in new[] { js, python }.OfType<Judge>())
            {
                judge.Read(text, from, to).Single().Value.Select(d => d.Start).ShouldBe(program.Starts(from, to));
            }
        }

        Assert.SkipWhen(js is null && python is null, noJs + noPython);
    }

    private static async Task CompareAsync(MeetingWorld world, Mailboxes boxes, string after)
    {
        var now = world.App.Clock.GetUtcNow().ToInstant();
        var meetings = (await world.MeetingsAsync(world.Series)).Where(m => m.Stands && m.StartsAt > world.App.Clock.GetUtcNow()).ToList();
        var to = meetings.Count == 0 ? Mailboxes.Far : meetings[^1].StartsAt.ToInstant() + Duration.FromMinutes(1);
        using var coord = await world.App.AsAsync("coord");
        var page = await coord.OpenAsync($"/meetings/series/{world.Series}");
        var shown = page.Document.QuerySelectorAll("main section:first-of-type table tbody tr").Where(r => !r.TextContent.Contains("Cancelled", StringComparison.Ordinal))
            .Select(r => r.QuerySelector("a")!.TextContent.Trim()).ToList();
        shown.Count.ShouldBeGreaterThanOrEqualTo(Math.Min(8, meetings.Count));
        var texts = world.App.Services.GetRequiredService<IStringLocalizer>();
        foreach (var person in (await world.AllAsync<Invitation>()))
        {
            var mine = meetings.Where(m => person.Stands && person.IsFor(m)).Select(m => m.StartsAt.ToInstant()).ToList();
            boxes.Of(person.Address).Starts(now, to).ShouldBe(mine, $"{after}: {person.Address}");
            boxes.Muddled(person.Address).Starts(now, to).ShouldBe(mine, $"{after}: {person.Address}, muddled");
            if (person is { Stands: true, OnlyMeeting: null })
            {
                Written.In("en", () => string.Join('|', boxes.Of(person.Address).Starts(now, to).Take(shown.Count)
                    .Select((s, i) => MeetingTimes.Words(s.ToDateTimeOffset(), meetings[i].Minutes, "Europe/Lisbon", texts)))).ShouldBe(string.Join('|', shown), after);
            }
        }
    }

    private static async Task<Meeting> ComingAsync(MeetingWorld world, int at) =>
        (await world.MeetingsAsync(world.Series)).Where(m => m.StartsAt > world.App.Clock.GetUtcNow()).OrderBy(m => m.Slot).ElementAt(at);

    private static async Task<TestPage> TakeBackAsync(MeetingWorld world)
    {
        var id = (await world.AllAsync<Invitation>()).Single(i => i.Address == LeadA).Id;
        return await world.PressAsync("coord", $"/meetings/series/{world.Series}", "TakeBack", f => f.Force("invitation", id.ToString()));
    }

    private static async Task<TestPage> GuestAsync(MeetingWorld world)
    {
        var only = (await ComingAsync(world, 2)).Id;
        return await world.PressAsync("coord", $"/meetings/series/{world.Series}/people", "Guest", f => f.Set("Name", "Officer Whitlock").Set("Address", Guest).Set("Only", only.ToString()));
    }

    private static async Task<TestPage> MoveAsync(MeetingWorld world, int at, int days, string time)
    {
        var meeting = await ComingAsync(world, at);
        return await world.PressAsync("coord", $"/meetings/{meeting.Id}/move", "", f => f.Set("Day", MeetingWorld.Day(meeting.Slot.AddDays(days))).Set("Time", time).Set("Reason", "The hall is taken"));
    }

    private static async Task<TestPage> CancelAsync(MeetingWorld world, int at)
    {
        using var coord = await world.App.AsAsync("coord");
        return await (await coord.OpenAsync($"/meetings/{(await ComingAsync(world, at)).Id}/move")).Form().Set("Reason", "Snow").PostAsync("Cancel this meeting");
    }

    private static async Task<TestPage> RestoreAsync(MeetingWorld world, int at) =>
        await world.PressAsync("coord", $"/meetings/{(await ComingAsync(world, at)).Id}/move", "Restore");

    private static Task<TestPage> ChangeAsync(MeetingWorld world, Action<TestForm> fill) => world.PressAsync("coord", $"/meetings/series/{world.Series}/change", "", fill);

    private static Task<TestPage> TimesAsync(MeetingWorld world, Action<TestForm> fill) => world.PressAsync("coord", $"/meetings/series/{world.Series}/times", "", fill);

    private static async Task<TestPage> AskAsync(MeetingWorld world, string post, Guid? only)
    {
        using var coord = await world.App.AsAsync("coord");
        var form = (await coord.OpenAsync($"/meetings/series/{world.Series}/people")).Form("main form:has(input[name=Posts])").Force("Posts", world.App.Ids[post].ToString());
        return await (only is { } one ? form.Set("Only", one.ToString()) : form).PostAsync();
    }

    private static async Task WishAsync(MeetingWorld world, string address, bool whole)
    {
        if (whole)
        {
            using var person = world.App.Anonymous();
            (await (await person.OpenAsync(await world.LinkAsync(address))).Form("main form[action*='handler=Whole']").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        await world.DeliverAsync();
    }

    /// <summary>"REQUEST one 3": the method, whether it is about the series or one date, and its sequence.</summary>
    private static string Told(OutboxMail mail) => mail.Calendar is { } calendar
        ? $"{calendar.Method} {(calendar.Text.Contains("\r\nRRULE:FREQ=W", StringComparison.Ordinal) || calendar.Text.Contains("\r\nRRULE:FREQ=M", StringComparison.Ordinal) ? "all" : "one")} {Line(calendar.Text, "SEQUENCE")[9..]}"
        : "plain";

    private static string Line(string text, string name) => text.Split("\r\n").First(l => l.StartsWith(name + ":", StringComparison.Ordinal));
}
