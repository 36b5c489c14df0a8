using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings.Tests;

/// <summary>The small world with one monthly series of the first network, planned through its own form.</summary>
internal sealed partial class MeetingWorld : IAsyncDisposable
{
    private MeetingWorld(TestApp app) => App = app;

    public TestApp App { get; }

    public Guid Series { get; private set; }

    /// <summary>The meeting that is open.</summary>
    public Guid Next { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);

    public static async Task<MeetingWorld> StartAsync(int daysAhead = 10, Action<TestForm>? change = null)
    {
        var world = new MeetingWorld(await TestApp.StartWithWorldAsync());
        world.Series = await world.PlanAsync("coord", daysAhead, change);
        world.Next = (await world.MeetingsAsync(world.Series))[0].Id.Value;
        return world;
    }

    public async Task<Guid> PlanAsync(string person, int daysAhead, Action<TestForm>? change = null)
    {
        using var browser = await App.AsAsync(person);
        var form = (await browser.OpenAsync("/meetings/new")).Form()
            .Set("Input.Title", "Monthly network meeting").Set("Input.Zone", "Europe/Lisbon").Set("Input.Rhythm", "Weekly").Set("Input.Interval", "4")
            .Set("Input.FirstDay", Day(Today.AddDays(daysAhead))).Set("Input.Time", "16:00").Set("Input.Minutes", "60")
            .Set("Input.Template", "Welcome | 5\nActions from last time | 10 | The chair\nDecisions | 20");
        change?.Invoke(form);
        var answer = await form.PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        return Guid.Parse(answer.Location!.Split('/')[^1]);
    }

    public async Task<List<Meeting>> MeetingsAsync(Guid series)
    {
        await using var db = App.Maintenance();
        return await db.Set<Meeting>().Where(m => m.SeriesId == new MeetingSeriesId(series)).OrderBy(m => m.StartsAt).ToListAsync();
    }

    public async Task<List<T>> AllAsync<T>()
        where T : class
    {
        await using var db = App.Maintenance();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    /// <summary>Presses a form of a page and expects it to be taken.</summary>
    public async Task<TestPage> PressAsync(string person, string page, string handler, Action<TestForm>? fill = null, string? button = null)
    {
        using var browser = await App.AsAsync(person);
        var form = (await browser.OpenAsync(page)).Form(handler.Length == 0 ? "main form[method=post]" : $"main form[action*='handler={handler}']");
        fill?.Invoke(form);
        return await form.PostAsync(button);
    }

    /// <summary>The link of the newest mail to this address.</summary>
    public async Task<string> LinkAsync(string address)
    {
        await DeliverAsync();
        var mail = App.Mail.Sent.Last(m => m.To == address && m.Body.Contains("/meetings/answer/", StringComparison.Ordinal));
        return new Uri(Link().Match(mail.Body).Value).AbsolutePath;
    }

    /// <summary>The wait in which edits are gathered is over; whatever was ordered goes.</summary>
    public async Task SettleAsync()
    {
        App.Clock.Advance(CalendarPost.Wait + TimeSpan.FromSeconds(1));
        await DeliverAsync();
    }

    /// <summary>Whatever is due now goes.</summary>
    public async Task DeliverAsync()
    {
        await App.RunJobsAsync();
        while (await App.SendMailAsync() > 0)
        {
            // Twenty at a time.
        }
    }

    public async Task AcceptAsync(string address)
    {
        using var browser = App.Anonymous();
        var page = await browser.OpenAsync(await LinkAsync(address));
        (await page.Form().PostAsync("Accepted")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    /// <summary>Opens, holds and closes the next meeting with everybody who accepted.</summary>
    public async Task HoldAsync(Guid meeting)
    {
        (await PressAsync("coord", $"/meetings/{meeting}", "Start")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await PressAsync("coord", $"/meetings/{meeting}", "Close")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whatever this test sent is looked through before it goes.</summary>
    public async ValueTask DisposeAsync()
    {
        await MailScan.CheckAsync(this);
        await App.DisposeAsync();
    }

    [GeneratedRegex(@"http://localhost/meetings/answer/\S+(?<!/stop)(?=\s)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
