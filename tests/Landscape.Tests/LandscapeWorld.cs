using System.Globalization;
using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape.Tests;

/// <summary>The small world with one law and one duty, written through their own forms.</summary>
internal sealed class LandscapeWorld : IAsyncDisposable
{
    private LandscapeWorld(TestApp app) => App = app;

    public TestApp App { get; }

    public string Law { get; private set; } = "";

    public Guid Duty { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);

    public static async Task<LandscapeWorld> StartAsync()
    {
        var world = new LandscapeWorld(await TestApp.StartWithWorldAsync());
        world.Law = await world.LawAsync("Care Act");
        await world.DutyAsync(world.Law, "REP-1", "Report on the same day");
        world.Duty = (await world.DutiesAsync()).Single().Id.Value;
        return world;
    }

    public async Task<string> LawAsync(string title, Action<TestForm>? change = null)
    {
        var page = await PostAsync("coord", "/landscape/laws/edit", f =>
        {
            f.Set("Input.Title", title).Set("Input.Body", "Assembly").Set("Input.InForceFrom", "2020-01-01");
            change?.Invoke(f);
        });
        page.Status.ShouldBe(HttpStatusCode.SeeOther, page.Text);
        return page.Location!;
    }

    public async Task DutyAsync(string law, string code, string what, Action<TestForm>? change = null)
    {
        var page = await PostAsync("coord", law + "/duties", f =>
        {
            f.Set("Input.Code", code).Set("Input.What", what).Set("Input.Who", "Everybody");
            change?.Invoke(f);
        });
        page.Status.ShouldBe(HttpStatusCode.SeeOther, page.Text);
    }

    public Task<TestPage> NoteAsync(string person, string place, Action<TestForm>? change = null) => PostAsync(person, $"/landscape/practice/{Duty}/note?place={place}", f =>
    {
        f.Set("Input.Locality", place).Set("Input.State", "Otherwise").Set("Input.InPractice", "It waits for a week")
            .Set("Input.Witness", "OurStaff").Set("Input.Confidence", "SeenByUs").Set("Input.NoChild", "true");
        change?.Invoke(f);
    });

    public async Task<TestPage> PostAsync(string person, string url, Action<TestForm>? fill = null, string selector = "main form[method=post]")
    {
        using var browser = await App.AsAsync(person);
        var form = (await browser.OpenAsync(url)).Form(selector);
        fill?.Invoke(form);
        return await form.PostAsync();
    }

    public async Task<TestPage> OpenAsync(string person, string url)
    {
        using var browser = await App.AsAsync(person);
        return await browser.OpenAsync(url);
    }

    public async Task<HttpStatusCode> StatusAsync(string person, string url)
    {
        using var browser = await App.AsAsync(person);
        return (await browser.GetAsync(url)).Status;
    }

    public Task<List<Duty>> DutiesAsync() => AllAsync<Duty>();

    public async Task<List<T>> AllAsync<T>()
        where T : class
    {
        await using var db = App.Maintenance();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
