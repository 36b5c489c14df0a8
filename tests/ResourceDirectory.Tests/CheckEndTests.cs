using System.Net.Mail;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>What holds when a check is over, or when an answer to one is taken back.</summary>
public sealed class CheckEndTests : IAsyncLifetime
{
    private readonly CheckWorld _check = new();

    public async ValueTask InitializeAsync()
    {
        await _check.InitializeAsync();
        await _check.FillAsync();
    }

    public ValueTask DisposeAsync() => _check.DisposeAsync();

    [Fact]
    public async Task A_check_that_ends_takes_all_its_waiting_mails_with_it()
    {
        var mail = new SleepingMail();
        await using var app = await TestApp.StartWithWorldAsync(change: s => s.AddSingleton<IMailTransport>(mail));
        using var lead = await app.AsAsync("lead-a");
        var upload = await (await lead.OpenAsync("/directory/import")).Form()
            .Attach("Lists", "l.csv", DirectoryWorld.Utf8(CheckWorld.Heads + "Alma Ashgrove,Psychologist,,555 0201,alma@ashgrove.example,,,,\n")).SubmitAsync();
        await upload.Form().Set("Place", "Outside").Set("Sharing", "Network").SubmitAsync("start");
        await app.RunJobsAsync();
        using var coord = await app.AsAsync("coord");
        var board = await (await coord.OpenAsync("/directory/check/start")).Form().Set("Name", "x").SubmitAsync();
        await app.RunJobsAsync();
        await app.SendMailAsync();
        mail.Refused.ShouldContain("alma@ashgrove.example");
        mail.Refused.Distinct().Count().ShouldBe(1);

        await (await coord.OpenAsync(board.Url.PathAndQuery)).Form("form[action*=End]").SubmitAsync("End the check");
        mail.Sleeps = false;
        for (var i = 0; i < 10; i++)
        {
            app.Clock.Advance(TimeSpan.FromHours(7));
            await app.SendMailAsync();
        }

        mail.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_was_off_over_the_last_day_asks_and_reminds_nobody()
    {
        await _check.StartAsync();
        await _check.SendAllAsync();
        var before = _check.App.Mail.Sent.Count;
        await _check.World.TakeInAsync("lead-a", CheckWorld.Heads + "Edda Elmsworth,Psychologist,,555 0205,edda@elm.example,English,,5 Elm Road,\n", share: true, fileName: "second.csv");

        await _check.PassAsync(44);

        _check.App.Mail.Sent.Skip(before).ShouldBeEmpty();
        (await _check.ItemsAsync()).Select(i => i.Name).ShouldNotContain("Edda Elmsworth");
        (await _check.ItemsAsync()).ShouldAllBe(i => i.Outcome == CheckOutcome.Silent);
    }

    [Fact]
    public async Task Taking_an_answer_back_brings_back_the_silence_before_it()
    {
        await _check.StartAsync();
        await _check.EndAsync();
        await _check.StartAsync("again");
        await _check.EndAsync();
        var silent = await _check.EntryAsync("Dora Dellwater");
        silent.Dormant.ShouldBeTrue();
        var before = await CopyAsync(silent);

        await _check.ConfirmAsync("lead-b", "Dora Dellwater");
        (await CopyAsync(silent)).ShouldBe((0, null));
        var page = await _check.World.OpenAsync("lead-b", $"/directory/entries/{silent.Id}/check");
        await page.Form("form[action*=Undo]").SubmitAsync();

        (await CopyAsync(silent)).ShouldBe(before);
        var again = await _check.EntryAsync("Dora Dellwater");
        (again.Dormant, again.StaleFrom).ShouldBe((true, silent.StaleFrom));
    }

    [Fact]
    public async Task Only_the_silence_after_the_last_answer_that_holds_comes_back()
    {
        await _check.StartAsync();
        await _check.EndAsync();
        _check.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await _check.ConfirmAsync("lead-b", "Dora Dellwater");
        _check.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await _check.StartAsync("again");
        await _check.EndAsync();
        var silent = await _check.EntryAsync("Dora Dellwater");
        var before = await CopyAsync(silent);
        before.Checks.ShouldBe(1);
        _check.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await _check.ConfirmAsync("lead-b", "Dora Dellwater");

        var page = await _check.World.OpenAsync("lead-b", $"/directory/entries/{silent.Id}/check");
        await page.Form("form[action*=Undo]").SubmitAsync();

        (await CopyAsync(silent)).ShouldBe(before);
    }

    [Fact]
    public async Task Where_a_check_runs_its_start_page_says_so_instead_of_offering_another()
    {
        var second = (await _check.World.OpenAsync("coord", "/directory/check/start")).Form().Set("Name", "Second");
        var board = await _check.StartAsync("First");

        var page = await _check.World.OpenAsync("coord", "/directory/check/start");
        page.Text.ShouldContain("A check is running already");
        page.Html.ShouldContain($"href=\"{board.Url.AbsolutePath}\"");
        page.Find("main [name=Name]").ShouldBeNull();

        var refused = await second.PostAsync();
        refused.Text.ShouldContain("A check is running already");
        refused.Find("main [name=Name]")!.GetAttribute("value").ShouldBe("Second");
    }

    private async Task<(int Checks, DateOnly? Since)> CopyAsync(Entry entry) =>
        await _check.World.AskAsync("coord", db => db.Set<Contribution>().AsNoTracking().Where(c => c.EntryId == entry.Id).Select(c => new ValueTuple<int, DateOnly?>(c.SilentChecks, c.SilentSince)).SingleAsync());

    private sealed class SleepingMail : IMailTransport
    {
        public bool Sleeps { get; set; } = true;

        public List<string> Refused { get; } = [];

        public List<string> Taken { get; } = [];

        public Task SendAsync(OutboxMail mail, CancellationToken ct)
        {
            (Sleeps ? Refused : Taken).Add(mail.To);
            return Sleeps ? throw new SmtpException(SmtpStatusCode.ServiceNotAvailable) : Task.CompletedTask;
        }
    }
}
