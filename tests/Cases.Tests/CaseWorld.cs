using System.Globalization;
using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Cases.Tests;

/// <summary>The small world, and cases in it that were opened through their own forms.</summary>
internal sealed class CaseWorld : IAsyncDisposable
{
    public const string Lead = "lead-a";
    public const string Deputy = "lead-a2";
    public const string Counsellor = "counsellor-a";
    public const string Head = "head-a";

    private readonly Dictionary<string, TestBrowser> _browsers = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    private CaseWorld(TestApp app) => App = app;

    public TestApp App { get; }

    public DateOnly Today => DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);

    public static async Task<CaseWorld> StartAsync(Action<IServiceCollection>? change = null) => new(await TestApp.StartWithWorldAsync(change: change));

    public string Day(int fromToday) => Today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<TestBrowser> AsAsync(string person)
    {
        if (!_browsers.TryGetValue(person, out var browser))
        {
            _browsers[person] = browser = person == "anonymous" ? App.Anonymous() : await App.AsAsync(person);
        }

        return browser;
    }

    public async Task<TestPage> GetAsync(string person, string url) => await (await AsAsync(person)).OpenAsync(url);

    /// <summary>Opens the page, fills its form in and sends it; the answer, its redirect not followed.</summary>
    public async Task<TestPage> PostAsync(string person, string url, Action<TestForm>? fill = null, string? button = null, string selector = "main form[method=post]")
    {
        var form = (await GetAsync(person, url)).Form(selector);
        fill?.Invoke(form);
        return await form.PostAsync(button);
    }

    /// <summary>The same, and it must have been taken.</summary>
    public async Task<TestPage> DoAsync(string person, string url, Action<TestForm>? fill = null, string? button = null, string selector = "main form[method=post]")
    {
        var page = await PostAsync(person, url, fill, button, selector);
        page.Status.ShouldBe(HttpStatusCode.SeeOther, page.Text);
        return page;
    }

    /// <summary>Time passes, and everybody signs in anew.</summary>
    public void Wait(TimeSpan time)
    {
        App.Clock.Advance(time);
        foreach (var browser in _browsers.Values)
        {
            browser.Dispose();
        }

        _browsers.Clear();
        _tokens.Clear();
    }

    /// <summary>Answers the address of the case.</summary>
    public async Task<string> OpenAsync(string deputy = "", Action<TestForm>? fill = null) => (await DoAsync(Lead, "/cases/open", f =>
    {
        f.Set("Input.GivenNames", "Nils").Set("Input.FamilyName", "Holm").Set("Input.Concern", "Comes without food").Set("Input.NextReviewOn", Day(14));
        if (deputy.Length > 0)
        {
            f.Set("Input.Deputy", App.Person(deputy).ToString());
        }

        fill?.Invoke(f);
    }, selector: CaseForm)).Location!;

    /// <summary>The form of the page, not the one that takes a draft back.</summary>
    public const string CaseForm = "main form[data-cw-draft]";

    public Task<TestPage> WriteAsync(string person, string url, string text, string kind = "Observation", Action<TestForm>? fill = null, string part = "core") =>
        DoAsync(person, $"{url}/write?kind={kind}&part={part}", f =>
        {
            f.Set("Input.Text", text);
            if (kind == "Observation")
            {
                f.Set("Input.SeenOn", Day(-1)).Set("Input.Source", "FirstHand").Set("Input.Position", "Teacher");
            }

            if (kind is "Interpretation" or "Decision")
            {
                f.Set("Input.Reason", "It follows from the talk");
            }

            if (kind == "Risk")
            {
                f.Set("Input.Risk", "Medium");
            }

            fill?.Invoke(f);
        }, selector: CaseForm);

    public Task<TestPage> LetInAsync(string url, string person, params string[] parts) => DoAsync(Lead, url + "/access", f =>
        f.Set("Person", App.Person(person).ToString()).Set("Parts", parts).Set("Until", Day(30)), selector: "main form:has(select[name=Person])");

    public Task<TestPage> BlockAsync(string url, string person, string conflict = "Kin") => DoAsync(Lead, url + "/access", f =>
        f.Set("Blocked", App.Person(person).ToString()).Set("Conflict", conflict), selector: "main form:has(select[name=Blocked])");

    public async Task<string> StepAsync(string url, string what = "Talk with the family")
    {
        await DoAsync(Lead, url + "/plan/new?target=false", f => f.Set("Input.What", what).Set("Input.Institute", "Family centre").Set("Input.Professional", "Ada Moss").Set("Input.DueOn", Day(7)));
        return (await GetAsync(Lead, url)).Document.QuerySelectorAll("a[href*='/plan/']").Select(a => a.GetAttribute("href")!).Last(h => !h.Contains("new", StringComparison.Ordinal));
    }

    public Task<TestPage> SettleAsync(string step) => DoAsync(Lead, step, f => f.Set("State", "Done").Set("Result", "It was done"), selector: "main form:has([name=State])");

    public Task<TestPage> CloseAsync(string url) => DoAsync(Lead, url + "/close", f =>
        f.Set("Text", "Nothing more to do").Set("Outcome", "Reached").Set("ChildsView", "Fine").Set("FamilysView", "Fine"));

    /// <summary>Brings a fresh case there by what people do.</summary>
    public async Task BringAsync(string url, CaseState state)
    {
        if (state >= CaseState.Assessment)
        {
            await WriteAsync(Lead, url, "Not in danger now", "Risk");
        }

        if (state >= CaseState.Active)
        {
            var step = await StepAsync(url);
            if (state >= CaseState.Monitoring)
            {
                await SettleAsync(step);
            }
        }

        if (state == CaseState.Closed)
        {
            await CloseAsync(url);
        }

        (await StateAsync(url)).ShouldBe(state);
    }

    public async Task<CaseState> StateAsync(string url)
    {
        await using var db = App.Maintenance();
        var id = new CaseId(Guid.Parse(url.Split('/')[^1]));
        return (await db.Set<CaseFile>().SingleAsync(f => f.Id == id)).State;
    }

    public async Task<string> EntryAsync(string url)
    {
        await using var db = App.Maintenance();
        var id = new CaseId(Guid.Parse(url.Split('/')[^1]));
        return (await db.Set<CaseEntry>().Where(e => e.CaseId == id && e.Part == "core").OrderBy(e => e.WrittenAt).ThenBy(e => e.Id).FirstAsync(e => e.Kind == EntryKind.Opening)).Id.ToString();
    }

    /// <summary>A row of the plan; null: there is none.</summary>
    public async Task<string?> RowAsync(string url)
    {
        await using var db = App.Maintenance();
        var id = new CaseId(Guid.Parse(url.Split('/')[^1]));
        return (await db.Set<PlanRow>().FirstOrDefaultAsync(r => r.CaseId == id))?.Id.ToString();
    }

    /// <summary>The token of any form of this person's: good for every form of theirs, as an attacker inside would use it.</summary>
    public async Task<string> TokenAsync(string person)
    {
        if (!_tokens.TryGetValue(person, out var token))
        {
            var page = await GetAsync(person, "/account");
            _tokens[person] = token = page.Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        }

        return token;
    }

    /// <summary>The acts in the trail about one case.</summary>
    public async Task<List<string>> ActsAsync(string url)
    {
        await using var db = App.Maintenance();
        var id = Guid.Parse(url.Split('/')[^1]);
        return await db.Set<Persistence.AuditRow>().Where(r => r.ObjectId == id).OrderBy(r => r.Sequence).Select(r => r.Act).ToListAsync();
    }

    public async Task SqlAsync(string sql, params object[] values)
    {
        await using var db = App.Maintenance();
        await db.Database.ExecuteSqlRawAsync(sql, values);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
        {
            browser.Dispose();
        }

        await App.DisposeAsync();
    }
}
