using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments.Tests;

/// <summary>Two rounds with the same questions, one after the other, through the pages; copies count as the same questions.</summary>
public sealed class WaveYearsTests
{
    private static readonly string Guests = string.Join('\n', Enumerable.Range(1, 6).Select(n => $"Lantern House, Guest {n}, guest-{n}@outside.example"));

    [Fact]
    public async Task Two_closed_rounds_are_compared_where_key_and_meaning_are_unchanged()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await YearAsync(app, "pulse", Guests, _ => "3");
        app.Clock.Advance(TimeSpan.FromDays(300));
        using var coord = await app.AsAsync("coord");

        // The copy asks one item of "Purpose in common" in other words, and all of "Both gain".
        var copy = await CopyAsync(coord, i => i.Key is "purpose-1" || i.Key.StartsWith("gain-", StringComparison.Ordinal) ? i with { Text = "Otherwise: " + i.Key } : i);
        var wave = await YearAsync(app, copy, Guests, key => key == "purpose-1" ? "1" : key == "purpose-2" ? "5" : "4");
        var page = await coord.OpenAsync(wave);
        Row(page, "Purpose in common").ShouldContain("3.0 → 4.5", Case.Sensitive, "(5 + 4) / 2, without the item that is asked otherwise");
        Row(page, "Roles clear").ShouldContain("3.0 → 4.0");
        Row(page, "Both gain").ShouldNotContain("→");
        (await coord.OpenAsync(wave + "/print")).Text.ShouldContain("3.0 → 4.5");
    }

    [Fact]
    public async Task A_copy_under_another_key_does_not_give_away_whoever_stayed_out_the_second_time()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var first = await YearAsync(app, "pulse", Guests, _ => "3");
        using (var then = await app.AsAsync("coord"))
        {
            Row(await then.OpenAsync(first), "Roles clear").ShouldContain("3.0");
        }

        app.Clock.Advance(TimeSpan.FromDays(30));
        using var coord = await app.AsAsync("coord");
        var copy = await CopyAsync(coord, i => i);
        var second = await YearAsync(app, copy, string.Join('\n', Guests.Split('\n').Take(5)), _ => "4");
        var row = Row(await coord.OpenAsync(second), "Roles clear");
        row.ShouldNotContain("4.0", Case.Sensitive, "six times 3.0 less five of the same people would be the sixth");
        row.ShouldContain("Holds");
    }

    [Fact]
    public async Task A_lost_link_is_renewed_and_the_old_one_ends_and_nothing_saved_is_lost()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var wave = await WavePageTests.OpenAsync(app, "pulse", ["lead-a-1"], Guests.Split('\n')[0]);
        var old = WavePageTests.Link(app);
        using var guest = app.Anonymous();
        await (await guest.OpenAsync(old)).Form().Set("A[purpose-1]", "4").PostAsync();
        using var coord = await app.AsAsync("coord");
        var soon = await (await coord.OpenAsync(wave)).Form("form[action*='handler=Link']").PostAsync();
        soon.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        soon.Text.ShouldContain("went to this address today");
        app.Clock.Advance(TimeSpan.FromHours(24));
        var before = app.Mail.Sent.Count;
        using var later = await app.AsAsync("coord");
        (await (await later.OpenAsync(wave)).Form("form[action*='handler=Link']").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        await SendAllAsync(app);
        app.Mail.Sent.Count.ShouldBe(before + 1);
        app.Mail.Sent[^1].Body.ShouldNotContain("Our round");
        var link = WavePageTests.Link(app);
        link.ShouldNotBe(old);
        (await guest.GetAsync(old)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await guest.OpenAsync(link)).Find("input[name='A[purpose-1]'][value='4']")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Only_whoever_keeps_the_round_sends_a_new_link()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var wave = await WavePageTests.OpenAsync(app, "pulse", ["lead-a-1"], Guests.Split('\n')[0]);
        app.Clock.Advance(TimeSpan.FromHours(24));
        using var coord = await app.AsAsync("coord");
        var form = (await coord.OpenAsync(wave)).Form("form[action*='handler=Link']");
        using var lead = await app.AsAsync("lead-a");
        var page = await lead.OpenAsync(wave);
        page.Find("form[action*='handler=Link']").ShouldBeNull();
        page.Text.ShouldNotContain("guest-1@outside.example");
        (await form.Force("respondent", Guid.CreateVersion7().ToString()).PostAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_has_no_account_is_reminded_at_half_time_and_two_days_before_and_not_once_more()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await WavePageTests.OpenAsync(app, "pulse", ["lead-a-1"], string.Join('\n', Guests.Split('\n').Take(3)));
        var links = app.Mail.Sent.ConvertAll(m => m.Body);
        using var guest = app.Anonymous();
        var answered = WavePageTests.Link(app);
        await (await guest.OpenAsync(answered)).Form().Set("A[purpose-1]", "4").PostAsync();
        await WavePageTests.SubmitAsync(guest, answered);
        var days = new List<int>();
        for (var day = 1; day <= 25; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await app.RunJobsAsync();
            var before = app.Mail.Sent.Count(m => m.To.StartsWith("guest-", StringComparison.Ordinal));
            await SendAllAsync(app);
            days.AddRange(Enumerable.Repeat(day, app.Mail.Sent.Count(m => m.To.StartsWith("guest-", StringComparison.Ordinal)) - before));
        }

        days.ShouldBe([10, 10, 19, 19], "21 days for answers: two who are silent, twice");
        app.Mail.Sent[^1].Body.ShouldContain("last reminder");
        app.Mail.Sent.Where(m => m.To == "lead-a@school-a.example" && m.Body.Contains("/instruments/answer/", StringComparison.Ordinal)).ShouldBeEmpty("whoever has an account finds it on the first page");
        links.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_link_of_a_reminder_leaves_the_earlier_one_alive_and_two_rounds_remind_on_two_days()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await WavePageTests.OpenAsync(app, "pulse", ["lead-a-1"], Guests.Split('\n')[0]);
        var first = WavePageTests.Link(app);
        await WavePageTests.OpenAsync(app, "school-readiness", ["lead-a-1"], Guests.Split('\n')[0]);
        var sent = new List<int>();
        for (var day = 1; day <= 12; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await app.RunJobsAsync();
            var before = app.Mail.Sent.Count(m => m.To.StartsWith("guest-", StringComparison.Ordinal));
            await SendAllAsync(app);
            sent.AddRange(Enumerable.Repeat(day, app.Mail.Sent.Count(m => m.To.StartsWith("guest-", StringComparison.Ordinal)) - before));
        }

        sent.ShouldBe([10, 11]);
        using var guest = app.Anonymous();
        (await guest.GetAsync(first)).Status.ShouldBe(HttpStatusCode.OK, "somebody may be writing under it");
    }

    [Theory]
    [InlineData(0, 21, 0)]
    [InlineData(9, 21, 0)]
    [InlineData(10, 21, 1)]
    [InlineData(18, 21, 1)]
    [InlineData(19, 21, 2)]
    [InlineData(21, 21, 2)]
    [InlineData(22, 21, 0)]
    [InlineData(1, 3, 2)]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 2)]
    public void Half_time_and_two_days_before_the_last(int day, int length, int reminder)
    {
        var opened = new DateOnly(2026, 3, 1);
        WaveRound.DueOn(opened.AddDays(day), opened, opened.AddDays(length)).ShouldBe(reminder);
    }

    private static string Row(TestPage page, string theme) => page.Document.QuerySelectorAll("tr").First(r => r.TextContent.Contains(theme, StringComparison.Ordinal)).TextContent;

    private static async Task SendAllAsync(TestApp app)
    {
        while (await app.SendMailAsync() > 0)
        {
            // Twenty at a time.
        }
    }

    /// <summary>A copy through the page, then taken in again with its items changed.</summary>
    private static async Task<string> CopyAsync(TestBrowser coord, Func<Item, Item> change)
    {
        var copied = await (await coord.OpenAsync("/instruments/forms/pulse")).Form("form[action*='handler=Copy']").Set("Title", "Our own pulse").PostAsync();
        copied.Status.ShouldBe(HttpStatusCode.SeeOther);
        var key = copied.Location!.Split('/')[^2];
        var copy = InstrumentJson.Read(System.Text.Encoding.UTF8.GetString((await coord.GetAsync($"/instruments/forms/{key}/file/json")).Bytes)).Instrument!;
        copy.Origin.ShouldBe("pulse");
        var changed = copy with { Origin = "", Sections = [.. copy.Sections.Select(s => s with { Items = [.. s.Items.Select(change)] })] };
        (await (await coord.OpenAsync("/instruments/import")).Form().Set("Text", InstrumentJson.Write(changed)).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        return key;
    }

    /// <summary>A round with guests of one body, answered by everybody through their links, and closed.</summary>
    private static async Task<string> YearAsync(TestApp app, string form, string guests, Func<string, string> answer)
    {
        var before = app.Mail.Sent.Count;
        var wave = await OpenForGuestsAsync(app, form, guests);
        foreach (var mail in app.Mail.Sent.Skip(before).ToList())
        {
            using var guest = app.Anonymous();
            var link = new Uri(mail.Body.Split('\n').First(l => l.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;
            var sections = ShippedInstruments.Find("pulse")!.Sections;
            for (var place = 0; place < sections.Count; place++)
            {
                var page = (await guest.OpenAsync($"{link}?place={place}")).Form("main form[method=post]");
                foreach (var item in sections[place].Items.Where(i => i.Kind == ItemKind.Rating))
                {
                    page.Set($"A[{item.Key}]", answer(item.Key));
                }

                (await page.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
            }

            await WavePageTests.SubmitAsync(guest, link);
        }

        using var coord = await app.AsAsync("coord");
        (await (await coord.OpenAsync(wave)).Form("form[action*=Close]").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        return wave;
    }

    private static Task<string> OpenForGuestsAsync(TestApp app, string form, string guests) => WavePageTests.OpenAsync(app, form, [], guests);
}
