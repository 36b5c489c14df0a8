using System.Collections.Concurrent;
using Causeway.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Causeway.Cases.Tests;

/// <summary>R41, R59: what is typed into a case is found nowhere but on the pages of those who are let in.</summary>
public sealed class SecretTests
{
    private readonly List<string> _planted = [];

    [Fact]
    public async Task R59_Names_dates_and_phrases_typed_into_cases_are_found_in_no_file_log_mail_or_address()
    {
        using var log = new KeptLog();
        await using var world = await CaseWorld.StartAsync(s => s.AddLogging(l => l.AddProvider(log).SetMinimumLevel(LogLevel.Trace)));
        var addresses = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            await TypeAsync(world, addresses);
        }

        _planted.Count.ShouldBeGreaterThan(100);
        world.App.Clock.Advance(TimeSpan.FromDays(20));
        await world.App.RunJobsAsync();
        await world.App.SendMailAsync();
        (await InClear.FindAsync(world.App, _planted)).ShouldBeEmpty();
        Found(log.Text).ShouldBeEmpty("log");
        Found(string.Join('\n', addresses)).ShouldBeEmpty("addresses");
        Found(string.Join('\n', world.App.Mail.Sent.Select(m => $"{m.Subject}\n{m.Body}"))).ShouldBeEmpty("mail");
    }

    [Fact]
    public async Task The_search_that_finds_nothing_finds_what_lies_open()
    {
        await using var world = await CaseWorld.StartAsync();
        _planted.Add("Lea Lead");
        (await InClear.FindAsync(world.App, _planted)).ShouldHaveSingleItem();
    }

    private string Plant(string kind)
    {
        var word = $"Zq{kind}{_planted.Count:000}x{Guid.CreateVersion7():N}"[..24];
        _planted.Add(word);
        return word;
    }

    // A day nobody else types: long ago, one of its own for each field.
    private string PlantDay()
    {
        var day = new DateOnly(1999, 2, 3).AddDays(7 * _planted.Count).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        _planted.Add(day);
        return day;
    }

    private async Task TypeAsync(CaseWorld world, List<string> addresses)
    {
        void Fill(TestForm form, params string[] fields)
        {
            foreach (var field in fields)
            {
                form.Set(field, Plant(field.Split('.')[^1]));
            }
        }

        async Task PostAsync(string url, Action<TestForm> fill, string selector = CaseWorld.CaseForm, string? button = null)
        {
            var page = await world.DoAsync(CaseWorld.Lead, url, fill, button, selector);
            addresses.AddRange([page.Url.ToString(), page.Location!]);
            var next = await world.GetAsync(CaseWorld.Lead, page.Location!);
            addresses.AddRange(next.Document.QuerySelectorAll("[href], [action], [src], [data-cw-draft]").SelectMany(e => e.Attributes.Select(a => a.Value)));
            addresses.Add(next.Document.Title ?? "");
        }

        var opened = await world.OpenAsync(CaseWorld.Deputy, f => Fill(f, "Input.GivenNames", "Input.FamilyName", "Input.UsedName", "Input.Class", "Input.ClassTeacher", "Input.Birthplace", "Input.HomeLanguages", "Input.Carers", "Input.Concern", "Input.RiskReason"));
        addresses.Add(opened);
        await PostAsync(opened + "/child", f => { Fill(f, "Input.UsedName", "Input.Class", "Input.Carers"); f.Set("Input.Born", new DateOnly(2015, 1, 1).AddDays(_planted.Count * 3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)); _planted.Add(f.Fields.Single(x => x.Key == "Input.Born").Value); }, "main form[method=post]");
        foreach (var part in (string[])["core", "legal", "protected-contact"])
        {
            await PostAsync($"{opened}/write?kind=Observation&part={part}", f =>
            {
                Fill(f, "Input.Text", "Input.ChildsWords", "Input.Place", "Input.Observer", "Input.Position", "Input.FirstStep", "Input.Meaning");
                f.Set("Input.SeenOn", PlantDay()).Set("Input.Source", "Told");
            });
        }

        await PostAsync(opened + "/write?kind=Perspective&part=core", f => Fill(f, "Input.Text", "Input.Position", "Input.Outcome"));
        await PostAsync(opened + "/write?kind=Decision&part=core", f => Fill(f, "Input.Text", "Input.Reason"));
        await PostAsync(opened + "/write?kind=Interpretation&part=core", f => Fill(f, "Input.Text", "Input.Reason"), button: "Keep as a draft");
        await PostAsync($"{opened}/entries/{await world.EntryAsync(opened)}/correct", f => Fill(f, "Input.Text", "Input.Why"));
        await PostAsync(opened + "/plan/new?target=true", f => Fill(f, "Input.What", "Input.Measure", "Input.Baseline", "Input.Professional"), "main form[method=post]");
        await PostAsync(opened + "/plan/new?target=false", f => Fill(f, "Input.What", "Input.Institute", "Input.Professional"), "main form[method=post]");
        await PostAsync($"{opened}/plan/{await world.RowAsync(opened)}?x", f => { Fill(f, "Reason"); f.Set("DueOn", world.Day(40)); }, "main form[action*='handler=Move']");
        await PostAsync(opened + "/review", f => { Fill(f, "Text"); f.Set("NextReviewOn", world.Day(9)); }, "main form[method=post]");
        foreach (var path in (string[])["", "/print", "/log", "/access", "?part=legal"])
        {
            addresses.Add((await world.GetAsync(CaseWorld.Lead, opened + path)).Document.Title ?? "");
        }
    }

    private List<string> Found(string text) => [.. _planted.Where(p => text.Contains(p, StringComparison.OrdinalIgnoreCase))];

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
