using System.Net;
using NodaTime;

namespace Causeway.Partnerships.Tests;

public sealed class ReplyTests
{
    private static readonly string[] Zones = ["Asia/Singapore", "America/Los_Angeles", "Pacific/Auckland", "Europe/Lisbon", "Africa/Cairo", "Asia/Kathmandu"];

    [Fact]
    public async Task The_promise_is_the_plans_and_the_days_are_those_of_whoever_answers()
    {
        await using var world = await KeepWorld.StartAsync();
        // School B is free on Friday and Saturday, and has holidays from Sunday 22 to Tuesday 24 November.
        await ToldAsync(world, "2026-11-22", "2026-11-24");
        await world.DoAsync("lead-a", "plan", "Begin");
        await world.DoAsync("lead-a", "plan/Talk", "", f => f.Set("Cells[channel]", "Mail").Set("Cells[reply]", "3"));
        var page = await world.OpenAsync("lead-a", "contacts?write=Message");
        page.Find("input[name=Promise]").ShouldBeNull("the plan has promised already");
        page.Text.ShouldContain("Mail: 3 working days");
        var bare = await world.PressAsync("lead-a", "contacts?write=Message", "", f => f.Set("Side", "2").Set("About", "Dates"));
        (bare.Status, bare.Find("input[name=About]")!.GetAttribute("value")).ShouldBe((HttpStatusCode.UnprocessableEntity, "Dates"));
        bare.Text.ShouldContain("Choose how it was sent");
        await world.DoAsync("lead-a", "contacts?write=Message", "", f => f.Set("Side", "2").Set("About", "Dates").Set("Channel", "1").Force("Promise", "60"));
        var entry = (await world.AllAsync<ContactEntry>()).Single();
        (entry.Promise, entry.Channel, entry.Day).ShouldBe((3, "Mail", new(2026, 11, 17)));
        // Wednesday 18 and Thursday 19; then weekend and holidays; the third working day is Wednesday 25.
        (await world.OpenAsync("lead-b", "contacts")).Text.ShouldContain("Promised until 25 November 2026");
        world.App.Clock.Set(new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        (await world.OpenAsync("lead-a", "health")).Text.ShouldNotContain("has not answered within the days it promised");
        world.App.Clock.Set(new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
        (await world.OpenAsync("lead-a", "health")).Text.ShouldContain("School B has not answered within the days it promised.");
        // A later plan binds later messages.
        await world.DoAsync("lead-a", "plan/Talk?row=1", "", f => f.Set("Cells[reply]", "9"));
        (await world.OpenAsync("lead-a", "health")).Text.ShouldContain("has not answered within the days it promised");
    }

    [Fact]
    public async Task A_side_without_account_has_the_weekend_that_the_plan_says()
    {
        await using var world = await KeepWorld.StartAsync(outside: true);
        await world.DoAsync("lead-a", "plan", "Begin");
        await world.DoAsync("lead-a", "plan/Talk", "", f => f.Set("Cells[channel]", "Letter").Set("Cells[reply]", "4"));
        await world.DoAsync("lead-a", "contacts?write=Message", "", f => f.Set("Side", "2").Set("About", "Dates").Set("Channel", "1"));
        (await world.OpenAsync("lead-a", "contacts")).Text.ShouldContain("Promised until 23 November 2026");
        await world.DoAsync("lead-a", "plan/Days", "", f => f.Set("Cells[side]", "2").Set("Cells[from]", "07:00").Set("Cells[to]", "15:00").Set("Cells[weekend]", "Friday,Saturday"));
        (await world.OpenAsync("lead-a", "contacts")).Text.ShouldContain("Promised until 23 November 2026", customMessage: "Wednesday, Thursday, Sunday, Monday");
        await world.DoAsync("lead-a", "plan/Days?row=1", "", f => f.Set("Cells[weekend]", "Friday"));
        (await world.OpenAsync("lead-a", "contacts")).Text.ShouldContain("Promised until 22 November 2026", customMessage: "Wednesday, Thursday, Saturday, Sunday");
    }

    [Fact]
    public void A_reply_is_late_exactly_when_the_promised_days_have_passed_where_it_is_awaited()
    {
        // The program steps forward from the day of asking; the count here goes through the calendar of the answering side, day
        // by day, up to what its own clock shows at that moment.
        var random = new Random(20261122);
        var (late, fine) = (0, 0);
        for (var i = 0; i < 4000; i++)
        {
            var zone = Zones[random.Next(Zones.Length)];
            var sent = new DateOnly(2026, 1, 1).AddDays(random.Next(500));
            var promise = random.Next(1, 15);
            DayOfWeek[] weekend = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => (DayOfWeek)random.Next(7)).Distinct()];
            var holidays = Enumerable.Range(0, random.Next(0, 4)).Select(_ => sent.AddDays(random.Next(-10, 30))).Select(d => (From: d, To: d.AddDays(random.Next(0, 12)))).ToList();
            var now = Instant.FromUtc(sent.Year, sent.Month, sent.Day, 0, 0) + Duration.FromMinutes(random.Next(0, 60 * 24 * 45));
            var there = now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date.ToDateOnly();
            var elsewhere = now.InZone(DateTimeZoneProviders.Tzdb[Zones[random.Next(Zones.Length)]]).Date.ToDateOnly();
            var passed = Enumerable.Range(1, Math.Max(0, there.DayNumber - sent.DayNumber - 1)).Select(sent.AddDays)
                .Count(d => Array.IndexOf(weekend, d.DayOfWeek) < 0 && !holidays.Exists(h => h.From <= d && d <= h.To));
            var expected = there > sent && passed >= promise;
            var today = Kernel.LocalDay.Of(now.ToDateTimeOffset(), zone);
            var facts = new HealthFacts(true, sent, [new(1, false, WorkDays.Usual, elsewhere), new(2, false, new(weekend, holidays), today)], [], [new(Guid.NewGuid(), 2, sent, promise, null)], [], []);
            HealthSignals.Of(facts, elsewhere).Any(s => s.Kind == SignalKind.LateReply).ShouldBe(expected, $"{i}: {sent} {promise} {zone} {now}");
            (late, fine) = expected ? (late + 1, fine) : (late, fine + 1);
        }

        late.ShouldBeGreaterThan(500);
        fine.ShouldBeGreaterThan(500);
    }

    private static async Task ToldAsync(KeepWorld world, string from, string to)
    {
        using var head = await world.App.AsAsync("head-b");
        var url = $"/organisations/{world.App.Organisation("school-b")}/times";
        (await (await head.OpenAsync(url + "/week")).Form().Set("Weekend", "Friday", "Saturday").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await (await head.OpenAsync(url + "/2026")).Form().Set("Lines[0].Title", "Autumn break").Set("Lines[0].Kind", "Holiday").Set("Lines[0].From", from).Set("Lines[0].To", to).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
    }
}
