using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>The small world, with the few steps every test of lists and the directory needs; all of them through pages.</summary>
public sealed class DirectoryWorld : IAsyncLifetime
{
    private readonly Dictionary<string, TestBrowser> _browsers = new(StringComparer.Ordinal);

    public TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await TestApp.StartWithWorldAsync(change: s => { if (Environment.GetEnvironmentVariable("CAUSEWAY_TEST_LOG") is not null) { s.AddLogging(l => l.AddSimpleConsole()); } });

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>One browser for each person, as long as the world stands: a page's form is posted later through it.</summary>
    public async Task<TestBrowser> BrowserAsync(string person) =>
        _browsers.TryGetValue(person, out var known) ? known : _browsers[person] = await App.AsAsync(person);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Uploads a CSV as a person would; the answer is the preview, or the upload page with its errors.</summary>
    public async Task<TestPage> UploadAsync(string person, string csv, string fileName = "list.csv")
    {
        var browser = await BrowserAsync(person);
        var form = (await browser.OpenAsync("/directory/import")).Form();
        return await form.Attach("Lists", fileName, Utf8(csv)).SubmitAsync();
    }

    /// <summary>Uploads, starts and runs; the answer is the result page.</summary>
    public async Task<TestPage> TakeInAsync(string person, string csv, bool share = false, bool inside = false, string fileName = "list.csv")
    {
        var preview = await UploadAsync(person, csv, fileName);
        preview.Find("input[name=Place]").ShouldNotBeNull(preview.Text);
        var form = preview.Form().Set("Place", inside ? "Inside" : "Outside");
        if (share)
        {
            form.Set("Sharing", "Network");
        }

        var running = await form.SubmitAsync("start");
        await App.RunJobsAsync();
        var browser = await BrowserAsync(person);
        return await browser.OpenAsync(running.Url.PathAndQuery);
    }

    public async Task<TestPage> OpenAsync(string person, string url)
    {
        var browser = await BrowserAsync(person);
        return await browser.OpenAsync(url);
    }

    /// <summary>Asks the database in the person's own scope, filters on.</summary>
    public Task<T> AskAsync<T>(string person, Func<AppDbContext, Task<T>> ask) =>
        App.InScopeAsync(person, services => ask(services.GetRequiredService<AppDbContext>()));

    internal Task<Listing> ListingAsync(string person, string name) =>
        AskAsync(person, db => db.Set<Listing>().AsNoTracking().FirstAsync(l => l.Name == name));

    internal Task<List<Entry>> EntriesAsync(string person) =>
        AskAsync(person, db => db.Set<Entry>().AsNoTracking().OrderBy(e => e.NameKey).ToListAsync());

    internal Task<Entry> EntryAsync(string person, string name) =>
        AskAsync(person, db => db.Set<Entry>().AsNoTracking().FirstAsync(e => e.Name == name));
}
