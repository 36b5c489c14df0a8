using System.Diagnostics;
using System.Net;
using Causeway.Calendar;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Meetings.Tests;

/// <summary>The worked example of the calendar rules on the page, its limits, and what it hands on.</summary>
public sealed class FindSlotTests
{
    private const string FiveSites = "place=Europe/London&place=America/New_York&place=Asia/Jakarta&place=Australia/Sydney&place=Africa/Nairobi";
    private const string SecondTuesdays = "rhythm=Second&interval=1&day=Tuesday&anchor=Europe/London&from=2027-01-01&minutes=60";

    [Fact]
    public async Task The_worked_example_comes_out_on_the_page()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coord = await app.AsAsync("coord");
        foreach (var (time, words) in new[] { ("08:00", "4,980 2,520 30 × 16 2,160 60 × 3"), ("12:00", "4,680 2,880 30 × 16 1,440 60 × 2"), ("16:00", "7,560 5,040 30 × 16 2,160 60 × 2") })
        {
            var page = await coord.OpenAsync($"/meetings/find?{FiveSites}&{SecondTuesdays}&earliest={time}&latest={time}");
            page.Rows().ShouldContain(r => r.StartsWith($"Every month on the second Tuesday, {time} (Europe/London) {words}"));
        }

        var all = await coord.OpenAsync($"/meetings/find?{FiveSites}&{SecondTuesdays}&earliest=08:00&latest=16:00");
        var costs = all.Document.QuerySelectorAll("strong.cw-num").Select(c => int.Parse(c.TextContent, System.Globalization.NumberStyles.AllowThousands | System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        costs.Count.ShouldBe(FindSlotPage.Shown);
        costs.ShouldBe(costs.Order());
        var four = await coord.OpenAsync($"/meetings/find?{FiveSites}&{SecondTuesdays}&earliest=16:00&latest=16:00");
        four.Text.ShouldContain("02:00 on 13 Oct", Case.Insensitive, "Sydney's third clock time");
        four.Text.ShouldContain("12 October 2027: Europe/London – Australia/Sydney, 10 h apart");
        four.Document.QuerySelectorAll("table.cw-heat tbody tr").Length.ShouldBe(5);
        four.Document.QuerySelectorAll("table.cw-heat tbody tr").First(r => r.TextContent.Contains("Sydney")).QuerySelectorAll("td").Select(c => c.TextContent).ShouldAllBe(c => c == "180");
    }

    [Fact]
    public async Task The_address_keeps_the_search_and_the_plan_is_filled_with_the_best_time()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coord = await app.AsAsync("coord");
        var page = await coord.OpenAsync($"/meetings/find?{FiveSites}&{SecondTuesdays}&earliest=12:00&latest=12:00");
        page.Find("select[name=rhythm] option[selected]")!.GetAttribute("value").ShouldBe("Second");
        page.Document.QuerySelectorAll("select[name=place] option[selected]").Length.ShouldBeGreaterThanOrEqualTo(5);
        var plan = await coord.OpenAsync(page.Find("a[href^='/meetings/new']")!.GetAttribute("href")!);
        var form = plan.Form();
        form.Fields.First(f => f.Key == "Input.FirstDay").Value.ShouldBe("2027-01-12");
        form.Fields.First(f => f.Key == "Input.Time").Value.ShouldStartWith("12:00");
        form.Fields.First(f => f.Key == "Input.Zone").Value.ShouldBe("Europe/London");
        form.Fields.First(f => f.Key == "Input.Rhythm").Value.ShouldBe("MonthlyNth");
        (await form.Set("Input.Title", "Found together").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task What_cannot_be_read_in_the_address_counts_as_not_said()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var coord = await app.AsAsync("coord");
        foreach (var query in new[] { "school=x&minutes=many", "place=Mars/Olympus&rhythm=9999", "day=Noday&place=Europe/London&from=0001-01-01&interval=-4&look=77", "earliest=25:99&latest=00:00&place=Asia/Tokyo" })
        {
            (await coord.GetAsync("/meetings/find?" + query)).Status.ShouldBe(HttpStatusCode.OK, query);
        }
    }

    [Fact]
    public async Task Holidays_drop_dates_and_weekends_and_school_days_refuse_times()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await app.TellWeekAsync("lead-a", "school-a");
        await app.TellDateAsync("lead-a", "school-a", SchoolDateKind.Holiday, "Winter holiday", new(2026, 12, 20), new(2027, 1, 15));
        using var coord = await app.AsAsync("coord");
        var search = $"/meetings/find?school={app.Organisation("school-a")}&rhythm=Second&day=Tuesday&anchor=Europe/Lisbon&from=2027-01-01";
        (await coord.OpenAsync(search)).Text.ShouldContain("left out for its holidays: 12 Jan");
        (await coord.OpenAsync(search.Replace("day=Tuesday", "day=Sunday"))).Text.ShouldContain("It would touch the weekend of School A.");
        var pupils = await coord.OpenAsync(search + "&pupils=true&earliest=07:00&latest=16:00");
        pupils.Text.ShouldContain("Pupils would meet outside the school day of School A.");
        pupils.Find("a[href^='/meetings/new']")!.GetAttribute("href")!.ShouldContain("Start.Audience=Mixed");
    }

    [Fact]
    public async Task Who_sat_through_odd_hours_lately_is_counted_from_the_last_meetings_held()
    {
        await using var world = await MeetingWorld.StartAsync(change: f => f.Set("Input.Time", "20:00"));
        await world.App.TellWeekAsync("lead-a", "school-a");
        await world.AcceptAsync("lead-a@people.example");
        await world.HoldAsync(world.Next);
        using var coord = await world.App.AsAsync("coord");
        var page = await coord.OpenAsync($"/meetings/find?school={world.App.Organisation("school-a")}&school={world.App.Organisation("school-b")}&rhythm=Second&day=Tuesday&anchor=Europe/Lisbon");
        page.Text.ShouldContain("60 weighted minutes at the last twelve");
        page.Text.ShouldContain("Not told yet, so 8 to 18 on weekdays is assumed: School B.");
    }

    [Fact]
    public async Task Thirty_people_and_a_year_of_weeks_are_tried_within_a_blink()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var people = Enumerable.Range(0, 30).Select(i => new SlotPerson($"p{i}", DayProfile.Usual)).ToList();
        string[] zones = ["Europe/London", "America/New_York", "Asia/Jakarta", "Australia/Sydney", "Africa/Nairobi", "Asia/Tokyo"];
        var form = new SlotForm { Rhythm = SlotRhythm.Weekly };
        form.Settle("Europe/London", new(2027, 1, 1));
        var question = new SlotQuestion("Europe/London", new NodaTime.LocalDate(2027, 1, 1), form.Rules, form.Times, 60,
            [.. zones.Select((z, i) => new SlotSite(z, z, people.GetRange(i * 5, 5)))]) { Occurrences = form.Occurrences };
        SlotFinder.Find(question);
        var watch = Stopwatch.StartNew();
        SlotFinder.Find(question).Slots.ShouldNotBeEmpty();
        TestContext.Current.TestOutputHelper!.WriteLine($"{watch.ElapsedMilliseconds} ms");
        watch.ElapsedMilliseconds.ShouldBeLessThan(1000, "a shared machine is slow; alone it takes far less");
    }
}
