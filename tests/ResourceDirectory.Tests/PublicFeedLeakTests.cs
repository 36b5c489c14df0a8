using System.Net;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Attacks on the feed: whatever was not made public, or is so no more, must not be in it by any way.</summary>
public sealed class PublicFeedLeakTests(FeedWorld feed) : IClassFixture<FeedWorld>
{
    private DirectoryWorld World => feed.World;

    [Fact]
    public async Task What_never_goes_out_is_in_no_answer()
    {
        await feed.PublishAsync("lead-a", FeedWorld.House("Quiet House"), "Quiet House");
        await feed.PublishAsync("lead-a", FeedWorld.Person("Petra Public"), "Petra Public", consent: true);

        var all = await feed.AllAsync();

        all.ShouldContain("Quiet House");
        all.ShouldContain("Petra Public");
        foreach (var secret in (string[])["secret-note", "Carla Contact", "3 weeks", "2 weeks", "21 999 0", "35121999", "School A"])
        {
            all.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_joined_entry_tells_the_public_only_what_the_public_listing_says()
    {
        var open = await feed.PublishAsync("lead-a", FeedWorld.House("Twin House", "12 Oak Road,1000,Lisbon,Middle,Counselling for families,,,,,,"), "Twin House");
        var before = FeedJson.Write((await feed.ServiceAsync("Twin House"))!);
        // The entry keeps the id of what was lent first.
        World.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await World.TakeInAsync("lead-b", FeedWorld.Heads + ",Twin House of the Sisters,,+351 21 777 0001,,hidden@twin.example,Arabic,9 Hidden Street,9999,Hiddentown,Hidden Quarter,Hidden counselling,99 EUR,0-3,Sun 1-2,,,\n", share: true);
        var closed = await World.ListingAsync("lead-b", "Twin House of the Sisters");
        await feed.JoinAsync(open, closed);
        (await World.EntriesAsync("lead-a")).Single(e => e.Name.StartsWith("Twin", StringComparison.Ordinal)).Contributions.ShouldBe(2);

        FeedJson.Write((await feed.ServiceAsync("Twin House"))!).ShouldBe(before);
        (await feed.AllAsync()).ShouldNotContain("idden");

        // Nor when the private listing changes, is taken back, or the join is undone.
        await feed.ChooseAsync("lead-b", closed, sharing: "OwnSchool");
        FeedJson.Write((await feed.ServiceAsync("Twin House"))!).ShouldBe(before);
        (await feed.AllAsync()).ShouldNotContain("idden");
    }

    [Fact]
    public async Task A_listing_that_is_not_public_can_take_away_and_never_add()
    {
        var open = await feed.PublishAsync("lead-a", FeedWorld.House("Gate House", "12 Gate Road,1777,Lisbon,Middle,Counselling for families,,,,,,"), "Gate House");
        (await feed.AllAsync()).ShouldContain("12 Gate Road");
        await World.TakeInAsync("lead-b", FeedWorld.Heads + ",Gate House Refuge,,+351 21 777 0002,,,,Confidential,,,,Counselling for families,,,,,,\n", share: true);
        await feed.JoinAsync(open, await World.ListingAsync("lead-b", "Gate House Refuge"));

        var all = await feed.AllAsync();
        all.ShouldContain("Gate House");
        all.ShouldNotContain("12 Gate Road");
        all.ShouldNotContain("\"1777\"");
        (await feed.ServiceAsync("Gate House"))!["attributes"]!.AsArray().Select(a => a!["taxonomy_term"]!["code"]!.GetValue<string>()).ShouldContain("address-not-published");
    }

    [Fact]
    public async Task A_secret_address_goes_out_as_its_area()
    {
        await feed.PublishAsync("lead-a", FeedWorld.House("Safe Harbour", "Confidential,4711,Lisbon,Harbour Quarter,Shelter for families,,,,,,"), "Safe Harbour");

        var service = (await feed.ServiceAsync("Safe Harbour"))!;
        service["service_areas"]![0]!["name"]!.GetValue<string>().ShouldBe("Harbour Quarter");
        var location = service["service_at_locations"]![0]!["location"]!.AsObject();
        location.ShouldNotContain(p => p.Key == "addresses" || p.Key == "latitude" || p.Key == "longitude");
        (await feed.AllAsync()).ShouldNotContain("\"4711\"");
        (await feed.ItemsAsync("/service_at_locations?search=harbour%20quarter")).ShouldNotContain(i => i["location"]!["addresses"] != null);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("network")]
    [InlineData("remove")]
    [InlineData("left")]
    public async Task Whatever_ends_it_takes_it_out(string how)
    {
        var name = "Ending " + how;
        var listing = await feed.PublishAsync("lead-a", FeedWorld.House(name), name);
        var id = (await feed.ServiceAsync(name))!["id"]!.GetValue<string>();
        if (how is "own" or "network")
        {
            await feed.ChooseAsync("lead-a", listing, sharing: how == "own" ? "OwnSchool" : "Network");
        }
        else if (how == "remove")
        {
            await (await World.OpenAsync("lead-a", $"/directory/listings/{listing.Id}")).Form("form[action*=Remove]").SubmitAsync();
        }
        else
        {
            var entry = await World.EntryAsync("lead-a", name);
            await World.App.InScopeAsync("coord", async s => await s.GetRequiredService<MarkDepartureHandler>().HandleAsync(
                new MarkDeparture(entry.Id, DateOnly.FromDateTime(World.App.Clock.GetUtcNow().UtcDateTime), DepartureReason.Gone, null), s.GetRequiredService<ICurrentActor>().Actor, CancellationToken.None));
        }

        (await feed.AllAsync()).ShouldNotContain(name);
        (await feed.JsonAsync($"/services/{id}"))["name"]!.GetValue<string>().ShouldBe(FeedItems.GoneName);
    }

    [Fact]
    public async Task A_change_is_told_at_once_and_an_unchanged_save_is_not_news()
    {
        var listing = await feed.PublishAsync("lead-a", FeedWorld.House("News House"), "News House");
        var before = (await feed.ServiceAsync("News House"))!["last_modified"]!.GetValue<string>();
        World.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await (await World.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}")).Form().Set("Note", "another secret-note").SubmitAsync("save");
        (await feed.ServiceAsync("News House"))!["last_modified"]!.GetValue<string>().ShouldBe(before);

        await (await World.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}")).Form().Set("Typed[Phone]", "+351 21 555 9999").SubmitAsync("save");

        var after = (await feed.ServiceAsync("News House"))!;
        after["phones"]![0]!["number"]!.GetValue<string>().ShouldBe("+351215559999");
        string.CompareOrdinal(after["last_modified"]!.GetValue<string>(), before).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Another_network_shares_nothing_with_this_feed_and_a_closed_one_answers_nobody()
    {
        await feed.OpenFeedAsync("coord-c", "second-net");
        await feed.PublishAsync("lead-c", FeedWorld.House("Far House"), "Far House");
        await feed.PublishAsync("lead-a", FeedWorld.House("Near House"), "Near House");

        (await feed.AllAsync()).ShouldNotContain("Far House");
        (await feed.AllAsync("second-net")).ShouldNotContain("Near House");
        var far = (await feed.ServiceAsync("Far House", "second-net"))!["id"]!.GetValue<string>();
        (await feed.GetAsync($"/services/{far}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var taken = await (await World.OpenAsync("coord-c", "/directory/public/feed")).Form().Set("Slug", "first-net").PostAsync();
        taken.Find("#Slug-error").ShouldNotBeNull(taken.Text);
        await feed.OpenFeedAsync("coord-c", "second-net", on: false);
        (await feed.GetAsync("/services", "second-net")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await World.OpenAsync("lead-c", "/directory/public")).Text.ShouldContain("The feed is closed");
    }

    [Fact]
    public async Task A_school_that_leaves_takes_all_of_it_out_even_what_it_leaves_behind()
    {
        await using var own = new FeedWorld();
        await own.InitializeAsync();
        await own.PublishAsync("lead-a", FeedWorld.House("Leaving House"), "Leaving House");
        await own.PublishAsync("lead-a", FeedWorld.Person("Lena Leaving"), "Lena Leaving", consent: true);
        await own.App.InScopeAsync("lead-a", async services =>
        {
            foreach (var module in services.GetServices<IOnLeavingNetwork>())
            {
                await module.LeaveAsync(own.App.Organisation("school-a"), own.App.Network("net-1"), leaveBehind: true, CancellationToken.None);
            }

            return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        (await own.AllAsync()).ShouldNotContain("Leaving");
        (await own.World.EntriesAsync("lead-b")).ShouldContain(e => e.Name == "Leaving House");
    }

    [Fact]
    public async Task Sharing_many_with_the_network_at_once_leaves_the_public_ones_public()
    {
        var listing = await feed.PublishAsync("lead-a", FeedWorld.House("Bulk House"), "Bulk House");
        var page = await World.OpenAsync("lead-a", "/directory/listings?Place=Outside&q=bulk");
        await page.Form("form[action*=Share]").Set("Chosen", listing.Id.ToString()).SubmitAsync("share");
        (await World.ListingAsync("lead-a", "Bulk House")).Sharing.ShouldBe(Sharing.PublicFeed);
    }

    [Fact]
    public async Task Every_step_is_in_the_audit_trail_and_in_the_history()
    {
        var listing = await feed.PublishAsync("lead-a", FeedWorld.Person("Audrey Trail"), "Audrey Trail", consent: true);
        await feed.WithdrawAsync("lead-a", listing);

        await using var db = World.App.Maintenance();
        var acts = await db.Set<AuditRow>().Where(a => a.ObjectId == listing.Id.Value).OrderBy(a => a.Sequence).Select(a => a.Act).ToListAsync();
        acts.ShouldBe(["consent.recorded", "listing.made-public", "consent.withdrawn"]);
        var history = await World.OpenAsync("lead-a", $"/directory/listings/{listing.Id}/history");
        history.Text.ShouldContain("Put into the public feed");
        history.Text.ShouldContain("Consent to the public feed recorded");
        history.Text.ShouldContain("Consent to the public feed withdrawn");
    }
}
