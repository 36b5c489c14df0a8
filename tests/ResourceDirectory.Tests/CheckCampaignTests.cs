using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

public sealed class CheckCampaignTests : IAsyncLifetime
{
    private readonly CheckWorld _check = new();

    public async ValueTask InitializeAsync()
    {
        await _check.InitializeAsync();
        await _check.FillAsync();
    }

    public ValueTask DisposeAsync() => _check.DisposeAsync();

    [Fact]
    public async Task Mails_that_are_not_taken_stand_on_the_board_and_become_calls()
    {
        await using var broken = await TestApp.StartWithWorldAsync(change: s => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IMailTransport>(s, new DeadMail()));
        var coord = await broken.AsAsync("coord");
        var lead = await broken.AsAsync("lead-a");
        var upload = await (await lead.OpenAsync("/directory/import")).Form().Attach("Lists", "l.csv", DirectoryWorld.Utf8(CheckWorld.Heads + "Alma Ashgrove,Psychologist,,555 0201,alma@ashgrove.example,,,,\n")).SubmitAsync();
        await upload.Form().Set("Place", "Outside").Set("Sharing", "Network").SubmitAsync("start");
        await broken.RunJobsAsync();
        var board = await (await coord.OpenAsync("/directory/check/start")).Form().Set("Name", "x").SubmitAsync();
        await broken.RunJobsAsync();
        await broken.SendMailAsync();

        (await coord.OpenAsync(board.Url.PathAndQuery)).Text.ShouldContain("alma@ashgrove.example");
        for (var i = 0; i < OutboxMail.MostAttempts; i++)
        {
            broken.Clock.Advance(TimeSpan.FromHours(7));
            await broken.SendMailAsync();
        }

        coord = await broken.AsAsync("coord");
        (await coord.OpenAsync(board.Url.PathAndQuery)).Text.ShouldContain("given up");
        await broken.RunJobsAsync();
        var home = await broken.InScopeAsync("coord", s => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<AppDbContext>(s).Set<CheckItem>().SingleAsync());
        (home.PhoneFrom < new DateOnly(2026, 11, 23)).ShouldBeTrue();
    }

    [Fact]
    public async Task Leaving_within_90_days_joins_a_small_check_and_what_is_fresh_does_not()
    {
        await _check.World.TakeInAsync("lead-a", CheckWorld.Heads + "Edda Elmsworth,Psychologist,,555 0205,edda@elm.example,English,,5 Elm Road,2027-01-10\n", share: true, fileName: "second.csv");

        await _check.StartAsync("Spring", "Term");

        var item = (await _check.ItemsAsync()).ShouldHaveSingleItem();
        (item.Name, item.Urgency).ShouldBe(("Edda Elmsworth", CheckUrgency.Leaving));
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_counts()
    {
        await _check.StartAsync();
        var mail = _check.MailsTo("alma@ashgrove.example")[0];
        var pages = new[] { await _check.OpenLinkAsync(mail), await _check.OpenLinkAsync(mail), await _check.OpenLinkAsync(mail) };

        await Task.WhenAll(pages.Select(p => p.Form().PostAsync("right")));

        (await _check.LinesAsync()).Where(l => l.UndoneAt is null).GroupBy(l => l.Group).ShouldAllBe(g => g.Count() == 1);
        (await _check.ItemsAsync())[0].Outcome.ShouldBe(CheckOutcome.Confirmed);
    }

    [Fact]
    public async Task Asking_again_writes_to_the_professional_of_one_entry_alone()
    {
        var entry = await _check.EntryAsync("Alma Ashgrove");
        var page = await _check.World.OpenAsync("counsellor-a", $"/directory/entries/{entry.Id}");

        await page.Form("form[action*=Again]").SubmitAsync("Ask again");
        await _check.SendAllAsync();

        var mail = _check.App.Mail.Sent.Where(m => m.Body.Contains("/check/", StringComparison.Ordinal)).ShouldHaveSingleItem();
        mail.To.ShouldBe("alma@ashgrove.example");
        await (await _check.OpenLinkAsync(mail)).Form().SubmitAsync("right");
        (await _check.EntryAsync("Alma Ashgrove")).ConfirmedOn.ShouldNotBeNull();
        (await _check.World.OpenAsync("teacher-a", $"/directory/entries/{entry.Id}")).Html.ShouldNotContain("handler=Again");
    }

    [Fact]
    public async Task An_answer_follows_the_listing_it_was_given_for_through_joins_and_their_undoing()
    {
        await _check.ConfirmAsync("lead-a", "Alma Ashgrove");
        var (a, b) = (await _check.World.ListingAsync("lead-a", "Alma Ashgrove"), await _check.World.ListingAsync("lead-b", "Cora Cedarfield"));
        await _check.World.AskAsync("coord", async db =>
        {
            var pair = await db.Set<Contribution>().Where(c => c.Id == a.Id || c.Id == b.Id).ToListAsync();
            var ids = pair.ConvertAll(c => c.EntryId);
            var entries = await db.Set<Entry>().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id);
            await new JoinPlan(db, _check.App.Clock).ApplyAsync(pair[0].NetworkId, [pair], entries, CancellationToken.None);
            db.Record("join.same", a.Id.Value);
            return await db.SaveChangesAsync();
        });
        var joined = (await _check.World.EntriesAsync("coord")).Single(e => e.Contributions == 2);
        joined.ConfirmedOn.ShouldNotBeNull();

        var page = await _check.World.OpenAsync("coord", $"/directory/entries/{joined.Id}");
        await page.Form("form[action*=Undo]").SubmitAsync();

        (await _check.EntryAsync("Alma Ashgrove")).ConfirmedOn.ShouldNotBeNull();
        (await _check.EntryAsync("Cora Cedarfield")).ConfirmedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Another_network_sees_nothing_of_a_check_and_changes_nothing()
    {
        var board = (await _check.StartAsync()).Url.PathAndQuery;
        var entry = await _check.EntryAsync("Alma Ashgrove");
        foreach (var person in (string[])["coord-c", "lead-c"])
        {
            (await _check.World.OpenAsync(person, board)).Status.ShouldBe(HttpStatusCode.NotFound, person);
            (await _check.World.OpenAsync(person, board + "?handler=Export")).Status.ShouldBe(HttpStatusCode.NotFound, person);
            (await _check.World.OpenAsync(person, $"/directory/entries/{entry.Id}/check")).Status.ShouldBe(HttpStatusCode.NotFound, person);
        }

        (await _check.World.OpenAsync("lead-b", board)).Html.ShouldNotContain("handler=End");
        var refused = await _check.App.InScopeAsync("coord-c", s => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<AnswerCheckHandler>(s)
            .HandleAsync(new AnswerCheck(entry.Id, null, EntryAnswer.Of(CheckAnswer.Right, entry), CheckWay.Page, null), Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ICurrentActor>(s).Actor, CancellationToken.None));
        refused.ShouldBe(AnswerCheckHandler.NotThere);
        (await _check.LinesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_board_counts_filters_hands_over_and_exports_without_formulas()
    {
        var board = (await _check.StartAsync()).Url.PathAndQuery;
        await _check.TapAsync((await _check.ItemsAsync())[0], "right");

        var page = await _check.World.OpenAsync("coord", board + "?outcome=Confirmed");
        page.Text.ShouldContain("1 of 4 answered");
        var tables = page.Document.QuerySelectorAll("main table");
        tables[tables.Length - 1].TextContent.ShouldNotContain("Bela Birchwood");
        page = await _check.World.OpenAsync("coord", board);
        var form = page.Form("form[action*=HandOver]");
        var to = _check.App.Person("counsellor-a").ToString();
        await form.Set("verifier", to).SubmitAsync();
        var item = form.Fields.Single(f => f.Key == "item").Value;
        (await _check.ItemsAsync()).Single(i => i.Id.ToString() == item).VerifierId.ToString().ShouldBe(to);

        var file = await _check.World.OpenAsync("coord", board + "?handler=Export");
        file.Headers["Content-Type"].ShouldStartWith("text/csv");
        file.Html.ShouldContain("Alma Ashgrove,School A");
    }

    [Fact]
    public async Task A_link_is_useless_after_its_time_and_a_wrong_one_leads_nowhere()
    {
        await _check.StartAsync();
        var mail = _check.MailsTo("alma@ashgrove.example")[0];
        var open = await _check.OpenLinkAsync(mail);
        var wrong = CheckWorld.LinkIn(mail)[..^43] + new string('A', 43);
        (await _check.App.Anonymous().OpenAsync(wrong)).Status.ShouldBe(HttpStatusCode.NotFound);

        _check.App.Clock.Advance(TimeSpan.FromDays(44));

        (await _check.OpenLinkAsync(mail)).Status.ShouldBe(HttpStatusCode.Gone);
        (await open.Form().SubmitAsync("right")).Status.ShouldBe(HttpStatusCode.Gone);
        (await _check.LinesAsync()).ShouldBeEmpty();
    }

    private sealed class DeadMail : IMailTransport
    {
        public Task SendAsync(OutboxMail mail, CancellationToken ct) => throw new System.Net.Mail.SmtpException(System.Net.Mail.SmtpStatusCode.MailboxUnavailable);
    }
}
