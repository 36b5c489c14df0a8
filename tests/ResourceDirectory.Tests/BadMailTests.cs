using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Mail;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>
/// A whole campaign over 200 entries (CAUSEWAY_CHECK_ENTRIES asks for more; bench/Campaign for 1,000) with a mail server that drops, delays and doubles, a program
/// that is stopped in the middle of its work, and professionals who answer from whichever mail they got, some of them twice at once.
/// </summary>
public sealed class BadMailTests(ITestOutputHelper output)
{
    private static readonly int Entries = int.TryParse(Environment.GetEnvironmentVariable("CAUSEWAY_CHECK_ENTRIES"), CultureInfo.InvariantCulture, out var n) ? n : 200;
    private readonly BadMail _mail = new();
    private readonly Dice _dice = new(20261122);
    private readonly ConcurrentDictionary<string, string> _answered = new(StringComparer.Ordinal);
    private int _accepted;
    private int _refused;

    [Fact]
    public async Task Every_answer_counts_once_nobody_is_mailed_after_answering_and_links_die()
    {
        var watch = Stopwatch.StartNew();
        _mail.HasAnswered = _answered.ContainsKey;
        await using var app = await TestApp.StartWithWorldAsync(change: s => s.AddSingleton<IMailTransport>(_mail));
        await ImportAsync(app);
        var campaign = await StartAsync(app);
        await RunWithStopsAsync(app);
        await CheckAsksAsync(app, campaign);

        foreach (var days in (int[])[0, 1, 2, 4, 3, 11, 1, 6])
        {
            app.Clock.Advance(TimeSpan.FromDays(days));
            await app.RunJobsAsync();
            await SendAsync(app);
            await AnswerAsync(app, 0.3);
            await Task.WhenAll(SendAsync(app), AnswerAsync(app, 0.2));
        }

        await CheckItemsAsync(app, campaign);
        await EverybodyTriesAgainAsync(app);
        await EndAsync(app, campaign);
        await CheckItemsAsync(app, campaign);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Entries} entries, {_mail.Calls} sendings, {_mail.Delivered.Count} delivered, {_mail.Dropped} dropped, {_mail.Doubled} doubled, {_mail.Held} held back, {_mail.Killed} stopped while sending; {_accepted} answers kept, {_refused} repetitions refused, {_mail.Violations.Count} mails after an answer, {_mail.Crossed} crossed one, {_mail.Late.Count} after the end; {watch.Elapsed.TotalSeconds:0} s"));
        _mail.Violations.ShouldBeEmpty();
        _mail.Late.ShouldBeEmpty();
        _mail.Doubled.ShouldBeGreaterThan(Entries / 50);
        _refused.ShouldBeGreaterThan(Entries / 10);
    }

    private static async Task ImportAsync(TestApp app)
    {
        using var lead = await app.AsAsync("lead-a");
        var rows = DirectoryWorld.Crowd(Entries);
        var preview = await (await lead.OpenAsync("/directory/import")).Form().Attach("Lists", "crowd.csv", DirectoryWorld.Utf8(rows)).SubmitAsync();
        await preview.Form().Set("Place", "Outside").Set("Sharing", "Network").SubmitAsync("start");
        await app.RunJobsAsync();
    }

    private static async Task<CheckCampaignId> StartAsync(TestApp app)
    {
        using var coord = await app.AsAsync("coord");
        (await (await coord.OpenAsync("/directory/check/start")).Form().Set("Name", "The year").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        return await AskAsync(app, db => db.Set<CheckCampaign>().Select(c => c.Id).SingleAsync());
    }

    /// <summary>The job is cut off three times; its lease runs out and it starts over from what is saved.</summary>
    private static async Task RunWithStopsAsync(TestApp app)
    {
        var worker = app.Services.GetRequiredService<JobWorker>();
        for (var stops = 0; stops < 3; stops++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(120 + (60 * stops)));
            try
            {
                await worker.RunDueAsync(stop.Token);
            }
            catch (OperationCanceledException)
            {
                app.Clock.Advance(TimeSpan.FromMinutes(4));
            }
        }

        await app.RunJobsAsync();
    }

    private static async Task CheckAsksAsync(TestApp app, CheckCampaignId campaign)
    {
        var asks = await AskAsync(app, db => db.Set<CheckAsk>().Where(a => a.CampaignId == campaign).ToListAsync());
        var items = await AskAsync(app, db => db.Set<CheckItem>().Where(i => i.CampaignId == campaign).ToListAsync());
        var entries = await AskAsync(app, db => db.Set<Entry>().CountAsync());
        items.Count.ShouldBe(entries);
        items.Select(i => i.EntryId).ShouldBeUnique();
        asks.Select(a => a.Address).ShouldBeUnique();
        asks.ShouldAllBe(a => a.Mails == 1);
    }

    private async Task SendAsync(TestApp app)
    {
        _mail.Before = [.. _answered.Keys];
        _mail.Release();
        for (var quiet = 0; quiet < 3;)
        {
            try
            {
                quiet = await app.SendMailAsync() > 0 ? 0 : quiet + 1;
            }
            catch (OperationCanceledException)
            {
                quiet = 0;
            }
        }

        app.Clock.Advance(TimeSpan.FromMinutes(6));
    }

    /// <summary>A share of those who have a mail and did not answer yet; each from a mail of their choice.</summary>
    private async Task AnswerAsync(TestApp app, double share)
    {
        var open = _mail.Delivered.ToArray().Where(m => m.Body.Contains("/check/", StringComparison.Ordinal) && CheckWorld.LinkIn(m).Length > 0)
            .GroupBy(m => m.To, StringComparer.Ordinal).Where(g => !_answered.ContainsKey(g.Key) && _dice.Throw() < share)
            .Select(g => (To: g.Key, Link: CheckWorld.LinkIn(g.ElementAt((int)(_dice.Throw() * g.Count()))), How: _dice.Throw(), Twice: _dice.Throw() < 0.3)).ToList();
        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (one, _) =>
        {
            var pages = new[] { await app.Anonymous().OpenAsync(one.Link), one.Twice ? await app.Anonymous().OpenAsync(one.Link) : null };
            pages[0]!.Status.ShouldBe(HttpStatusCode.OK, one.To);
            var answers = await Task.WhenAll(pages.OfType<TestPage>().Select(p => PostAsync(p, one.How)));
            _answered[one.To] = one.Link;
            answers.Count(a => a).ShouldBe(1, one.To);
        });
    }

    private async Task<bool> PostAsync(TestPage page, double how)
    {
        var form = page.Form();
        if (how is > 0.5 and < 0.8)
        {
            form.Set("Form.Typed[Phone]", "555 0" + ((int)(how * 1000)).ToString(CultureInfo.InvariantCulture));
        }

        var answer = await form.PostAsync(how > 0.95 ? "withdraw" : "right");
        answer.Status.ShouldBeOneOf(HttpStatusCode.SeeOther, HttpStatusCode.Gone);
        var kept = answer.Status == HttpStatusCode.SeeOther;
        Interlocked.Increment(ref kept ? ref _accepted : ref _refused);
        return kept;
    }

    private async Task CheckItemsAsync(TestApp app, CheckCampaignId campaign)
    {
        var items = await AskAsync(app, db => db.Set<CheckItem>().AsNoTracking().Where(i => i.CampaignId == campaign).ToListAsync());
        var lines = await AskAsync(app, db => db.Set<Assurance>().AsNoTracking().ToListAsync());
        items.Count(i => i.AnsweredAt is not null).ShouldBe(_answered.Count);
        _accepted.ShouldBe(_answered.Count);
        lines.GroupBy(l => (l.About, l.Group)).Where(g => g.Count() > 1).ShouldBeEmpty();
        lines.Select(l => l.Said).Distinct().Count().ShouldBe(items.Count(i => i.Outcome is CheckOutcome.Confirmed or CheckOutcome.Changed));
        var mails = await AskAsync(app, db => db.Set<CheckAsk>().MaxAsync(a => a.Mails));
        mails.ShouldBe(3);
        _mail.Delivered.GroupBy(m => m.To, StringComparer.Ordinal).Max(g => g.Select(m => m.MessageId).Distinct(StringComparer.Ordinal).Count(id => g.First(m => m.MessageId == id).Body.Contains("/check/", StringComparison.Ordinal))).ShouldBeLessThanOrEqualTo(3);
    }

    /// <summary>Every mail that ever arrived at somebody who answered: the link opens nothing any more.</summary>
    private async Task EverybodyTriesAgainAsync(TestApp app)
    {
        var links = _mail.Delivered.ToArray().Where(m => _answered.ContainsKey(m.To)).Select(CheckWorld.LinkIn).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        await Parallel.ForEachAsync(links, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (link, _) =>
            (await app.Anonymous().OpenAsync(link)).Status.ShouldBe(HttpStatusCode.Gone));
    }

    private async Task EndAsync(TestApp app, CheckCampaignId campaign)
    {
        app.Clock.Advance(TimeSpan.FromDays(20));
        await app.RunJobsAsync();
        (await AskAsync(app, db => db.Set<CheckCampaign>().SingleAsync(c => c.Id == campaign))).State.ShouldBe(CheckState.Closed);
        // Nobody hears of it any more: no professional, no verifier, not even those whose last mail still waited to be tried again.
        _mail.IsOver = true;
        foreach (var hours in (int[])[0, 1, 7, 60])
        {
            app.Clock.Advance(TimeSpan.FromHours(hours));
            await app.RunJobsAsync();
            await SendAsync(app);
        }

        var late = _mail.Delivered.ToArray().Where(m => !_answered.ContainsKey(m.To)).Select(CheckWorld.LinkIn).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Take(50);
        foreach (var link in late)
        {
            (await app.Anonymous().OpenAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        }
    }

    private static Task<T> AskAsync<T>(TestApp app, Func<AppDbContext, Task<T>> ask) => app.InScopeAsync("coord", s => ask(s.GetRequiredService<AppDbContext>()));
}
