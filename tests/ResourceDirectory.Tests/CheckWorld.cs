using System.Net;
using System.Text.RegularExpressions;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>A small directory of two schools, and the steps of a check as people take them.</summary>
public sealed partial class CheckWorld : IAsyncLifetime
{
    public const string Heads = "Name,Profession,Organisation,Phone,Email,Languages,Fee,Address,Leaves on\n";

    public DirectoryWorld World { get; } = new();

    public TestApp App => World.App;

    public ValueTask InitializeAsync() => World.InitializeAsync();

    public ValueTask DisposeAsync() => World.DisposeAsync();

    /// <summary>Three entries: one with a mail of its own, two that share one address, one without any.</summary>
    public async Task FillAsync()
    {
        await World.TakeInAsync("lead-a", Heads
            + "Alma Ashgrove,Psychologist,Ashgrove Rooms,555 0201,alma@ashgrove.example,English,80 EUR,1 Ash Lane,\n"
            + "Bela Birchwood,Speech therapist,Birch House,555 0202,desk@birch.example,Korean,,2 Birch Way,\n", share: true);
        await World.TakeInAsync("lead-b", Heads
            + "Cora Cedarfield,Paediatrician,Birch House,555 0203,desk@birch.example,German,,2 Birch Way,\n"
            + "Dora Dellwater,Lawyer,Dell Chambers,555 0204,,English,,4 Dell Street,\n", share: true);
    }

    public async Task<TestPage> StartAsync(string name = "2026/27", string kind = "Year")
    {
        var page = await World.OpenAsync("coord", $"/directory/check/start?kind={kind}");
        var board = await page.Form().Set("Name", name).SubmitAsync();
        await App.RunJobsAsync();
        await SendAllAsync();
        return await World.OpenAsync("coord", board.Url.PathAndQuery);
    }

    /// <summary>Days pass; the daily round runs on the last of them, and mails go out.</summary>
    public async Task PassAsync(int days)
    {
        App.Clock.Advance(TimeSpan.FromDays(days));
        World.ForgetBrowsers();
        await App.RunJobsAsync();
        await SendAllAsync();
    }

    public async Task SendAllAsync()
    {
        while (await App.SendMailAsync() > 0)
        {
            // Twenty at a time.
        }
    }

    public IReadOnlyList<OutboxMail> MailsTo(string address) => [.. App.Mail.Sent.Where(m => m.To == address)];

    public static string LinkIn(OutboxMail mail) => LinkPattern().Match(mail.Body).Value;

    public async Task<TestPage> OpenLinkAsync(OutboxMail mail, string more = "")
    {
        var browser = App.Anonymous();
        return await browser.OpenAsync(LinkIn(mail) + more);
    }

    internal Task<List<CheckItem>> ItemsAsync() => World.AskAsync("coord", db => db.Set<CheckItem>().AsNoTracking().OrderBy(i => i.Name).ToListAsync());

    internal Task<Entry> EntryAsync(string name) => World.EntryAsync("coord", name);

    internal Task<List<Assurance>> LinesAsync() => World.AskAsync("coord", db => db.Set<Assurance>().AsNoTracking().ToListAsync());

    internal async Task EndAsync()
    {
        var running = await World.AskAsync("coord", db => db.Set<CheckCampaign>().SingleAsync(c => c.State == CheckState.Running));
        var board = await World.OpenAsync("coord", $"/directory/check/{running.Id}");
        (await board.Form("form[action*=End]").SubmitAsync("End the check")).Text.ShouldContain("The check has ended");
    }

    internal async Task ConfirmAsync(string person, string name)
    {
        var page = await World.OpenAsync(person, $"/directory/entries/{(await EntryAsync(name)).Id}");
        await page.Form("form[action*=Tap]").SubmitAsync("Still right");
    }

    internal async Task TapAsync(CheckItem item, string button)
    {
        var person = App.Ids.First(i => i.Value == item.VerifierId.Value && i.Key.StartsWith("person:", StringComparison.Ordinal)).Key[7..];
        var page = await World.OpenAsync(person, "/directory/check/mine");
        var form = page.Form("main form[method=post]").Force(button, item.Id.ToString());
        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }

    [GeneratedRegex(@"/check/[0-9a-f-]{36}/[0-9a-f-]{36}/[\w-]{43}")]
    private static partial Regex LinkPattern();
}
