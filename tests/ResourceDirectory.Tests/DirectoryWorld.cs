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

    /// <summary>Signs everybody out, as a long pause does.</summary>
    public void ForgetBrowsers() => _browsers.Clear();

    /// <summary>
    /// Rows of people who have nothing in common. The joining engine learns from a list how telling an agreement is; a
    /// directory of two people teaches it nothing.
    /// </summary>
    public static string Crowd(int count, string help = "crowd control")
    {
        var rows = new StringBuilder("Name,Profession,Organisation,Phone,Email,Languages,Ages,Help offered,Address\n");
        for (var i = 0; i < count; i++)
        {
            rows.Append($"{Word(i)} {Word(i * 7 + 3)},Youth coach,{Word(i * 5 + 11)} House,,{Word(i)}{i}@{Word(i * 3 + 1)}{i}.example,English,,{help},{i + 1} {Word(i * 13 + 5)} Road\n");
        }

        return rows.ToString();
    }

    private static string Word(int seed)
    {
        const string consonants = "bdfgklmnprstvz", vowels = "aeiou";
        var n = ((uint)seed * 2654435761u) ^ 0x5bd1e995;
        var word = "";
        for (var i = 0; i < 4; i++)
        {
            word += consonants[(int)(n % 14)];
            n = (n / 14) ^ (n << 7);
            word += vowels[(int)(n % 5)];
            n = (n / 5) ^ (n << 11);
        }

        return char.ToUpperInvariant(word[0]) + word[1..];
    }

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

    /// <summary>The form of this very pair in the review queue; other tests' pairs may stand before it.</summary>
    internal async Task<TestForm> ReviewAsync(string person, JoinProposalId id)
    {
        var waiting = await AskAsync(person, db => db.Set<JoinProposal>().CountAsync());
        for (var p = 1; p <= waiting; p++)
        {
            var page = await OpenAsync(person, $"/directory/review?p={p}");
            if (page.Find($"input[name=proposal][value='{id}']") is not null)
            {
                return page.Form("main form:has(input[name=proposal])");
            }
        }

        throw new InvalidOperationException($"The pair is not among the {waiting} that wait.");
    }

    /// <summary>Puts a question into the queue as the engine would.</summary>
    internal Task<JoinProposalId> ProposeAsync(string person, ListingId a, ListingId b, double score = 0.6) => App.InScopeAsync(person, async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var (left, right) = JoinDecision.Ordered(a, b);
        var question = await db.Set<JoinProposal>().FirstOrDefaultAsync(p => p.Left == left && p.Right == right);
        if (question is null)
        {
            question = JoinProposal.Ask(db.Scope.Network, a, b, score, [new JoinReason("The name is the same.", [], 2.5)], App.Clock);
            db.Add(question);
            db.Record("test.asked", a.Value);
            await db.SaveChangesAsync();
        }

        return question.Id;
    });

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
