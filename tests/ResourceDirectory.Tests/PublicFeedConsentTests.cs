using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>A practitioner stands in the feed while a consent holds, and not a request longer.</summary>
public sealed class PublicFeedConsentTests(FeedWorld feed) : IClassFixture<FeedWorld>
{
    private DirectoryWorld World => feed.World;

    [Fact]
    public async Task A_person_needs_consent_and_a_day_on_which_it_ends()
    {
        await World.TakeInAsync("lead-a", FeedWorld.Person("Nora Consent"), share: true);
        var listing = await World.ListingAsync("lead-a", "Nora Consent");

        var refused = await feed.ChooseAsync("lead-a", listing);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Find("#GivenBy-error").ShouldNotBeNull(refused.Text);
        (await feed.ChooseAsync("lead-a", listing, "Nora", days: -1)).Find("#Until-error").ShouldNotBeNull();
        (await feed.ChooseAsync("lead-a", listing, "Nora", days: 3000)).Find("#Until-error").ShouldNotBeNull();
        (await feed.ServiceAsync("Nora Consent")).ShouldBeNull();

        (await feed.ChooseAsync("lead-a", listing, "Nora Consent")).Status.ShouldBe(HttpStatusCode.OK);
        (await feed.ServiceAsync("Nora Consent")).ShouldNotBeNull();
        var page = await World.OpenAsync("lead-a", "/directory/public");
        page.Text.ShouldContain("By mail: Nora Consent");
    }

    [Fact]
    public async Task Forcing_the_choice_past_the_page_puts_no_person_out()
    {
        await World.TakeInAsync("lead-a", FeedWorld.Person("Fay Forced"), share: true);
        var listing = await World.ListingAsync("lead-a", "Fay Forced");

        await (await World.OpenAsync("lead-a", $"/directory/listings/{listing.Id}")).Form("form[action*=Share]").Force("sharing", "PublicFeed").SubmitAsync();
        await World.App.InScopeAsync("lead-a", async s =>
        {
            // Even the handler behind it, called by a future page that forgot to ask.
            await s.GetRequiredService<ShareListingsHandler>().HandleAsync(new ShareListings([listing.Id], Sharing.PublicFeed), s.GetRequiredService<ICurrentActor>().Actor, CancellationToken.None);
            return true;
        });

        (await World.ListingAsync("lead-a", "Fay Forced")).Sharing.ShouldBe(Sharing.PublicFeed);
        (await feed.AllAsync()).ShouldNotContain("Fay Forced");
        (await World.OpenAsync("lead-a", "/directory/public?q=fay")).Text.ShouldContain("Not out");
    }

    [Fact]
    public async Task A_practice_that_is_one_person_needs_consent_however_the_list_calls_it()
    {
        await World.TakeInAsync("lead-a", "Institution,Profession,Phone,Kind of body\nPraxis Lindner,Psychologist,555 0144,Private practice\n", share: true);
        var listing = await World.ListingAsync("lead-a", "Praxis Lindner");
        listing.Kind.ShouldBe(EntryKind.Service);

        (await feed.ChooseAsync("lead-a", listing)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await feed.AllAsync()).ShouldNotContain("Lindner");
    }

    [Fact]
    public async Task Consent_that_is_withdrawn_or_has_run_out_takes_the_person_out_at_once()
    {
        await using var own = new FeedWorld();
        await own.InitializeAsync();
        var first = await own.PublishAsync("lead-a", FeedWorld.Person("Wanda Withdrawn"), "Wanda Withdrawn", consent: true);
        await own.World.TakeInAsync("lead-a", FeedWorld.Person("Rudi Runout"), share: true);
        var second = await own.World.ListingAsync("lead-a", "Rudi Runout");
        await own.ChooseAsync("lead-a", second, "Rudi Runout", days: 10);
        var id = (await own.ServiceAsync("Wanda Withdrawn"))!["id"]!.GetValue<string>();

        await own.WithdrawAsync("lead-a", first);
        var all = await own.AllAsync();
        all.ShouldNotContain("Wanda");
        all.ShouldContain("\"defunct\"");
        (await own.RecordsAsync("coord")).Where(r => r.GoneAt is not null).ShouldAllBe(r => r.Body == "" && r.Name == "" && r.SearchText == "");
        (await own.World.ListingAsync("lead-a", "Wanda Withdrawn")).Sharing.ShouldBe(Sharing.Network);
        (await own.JsonAsync($"/services/{id}"))["status"]!.GetValue<string>().ShouldBe("defunct");

        // No job has run: the day alone decides.
        own.App.Clock.Advance(TimeSpan.FromDays(11));
        own.World.ForgetBrowsers();
        (await own.AllAsync()).ShouldNotContain("Rudi");
        await own.App.RunJobsAsync();
        (await own.ItemsAsync("/services?modified_after=2000-01-01")).Count.ShouldBe(2);
        own.App.Clock.Advance(TimeSpan.FromDays(PublicRecord.DaysTold + 1));
        (await own.ItemsAsync("/services?modified_after=2000-01-01")).ShouldBeEmpty();
        (await own.GetAsync($"/services/{id}")).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Who_withdraws_at_one_school_withdraws_for_all()
    {
        var a = await feed.PublishAsync("lead-a", FeedWorld.Person("Tilda Twice"), "Tilda Twice", consent: true);
        var b = await feed.PublishAsync("lead-b", FeedWorld.Person("Tilda M Twice"), "Tilda M Twice", consent: true);
        await feed.JoinAsync(a, b);
        (await feed.AllAsync()).ShouldContain("Tilda");

        await feed.WithdrawAsync("lead-b", b);

        (await feed.AllAsync()).ShouldNotContain("Tilda");
    }

    [Fact]
    public async Task Of_two_acts_at_once_the_one_that_did_not_know_of_the_withdrawal_is_refused()
    {
        var a = await feed.PublishAsync("lead-a", FeedWorld.Person("Cora Concurrent"), "Cora Concurrent", consent: true);
        var b = await feed.PublishAsync("lead-b", FeedWorld.Person("Cora M Concurrent"), "Cora M Concurrent", consent: true);
        await feed.JoinAsync(a, b);

        var refusal = await World.App.InScopeAsync("lead-b", async s =>
        {
            var (db, actor) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<ICurrentActor>().Actor);
            var mine = await db.Set<Listing>().FirstAsync(l => l.Id == b.Id);
            World.App.Clock.Advance(TimeSpan.FromSeconds(1));
            mine.WriteNote("typed while the other school withdrew", actor, World.App.Clock);
            await s.GetRequiredService<ListingReach>().FollowAsync([mine], actor, CancellationToken.None);
            // Its read is over; in PostgreSQL and SQLite alike it holds nothing that the other would wait for.
            await (db.Database.CurrentTransaction?.CommitAsync() ?? Task.CompletedTask);
            World.App.Clock.Advance(TimeSpan.FromSeconds(1));
            await feed.WithdrawAsync("lead-a", a);
            return await db.TrySaveAsync("listing.edited", b.Id.Value, CancellationToken.None);
        });

        refusal.ShouldBe(Refusal.ChangedMeanwhile);
        (await feed.AllAsync()).ShouldNotContain("Cora");
    }
}
