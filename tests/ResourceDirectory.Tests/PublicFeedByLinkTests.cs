using System.Net;
using System.Text.Json.Nodes;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>The professional says on the page of the yearly check whether the public may read of them.</summary>
public sealed class PublicFeedByLinkTests : IAsyncLifetime
{
    private readonly CheckWorld _check = new();

    public async ValueTask InitializeAsync()
    {
        await _check.InitializeAsync();
        await _check.FillAsync();
    }

    public ValueTask DisposeAsync() => _check.DisposeAsync();

    [Fact]
    public async Task Nobody_is_asked_while_the_network_publishes_nothing()
    {
        await _check.StartAsync();
        var page = await _check.OpenLinkAsync(_check.MailsTo("alma@ashgrove.example").Single());
        page.Text.ShouldNotContain("May the public read this");
    }

    [Fact]
    public async Task A_yes_is_consent_that_the_school_may_use_and_a_later_no_ends_it_at_once()
    {
        await OpenFeedAsync();
        await _check.StartAsync();
        var page = await _check.OpenLinkAsync(_check.MailsTo("alma@ashgrove.example").Single());
        page.Text.ShouldContain("May the public read this, too?");
        await page.Form().Set("Public", "yes").SubmitAsync("right");
        (await ServicesAsync()).ShouldBeEmpty();

        var listing = await _check.World.ListingAsync("lead-a", "Alma Ashgrove");
        var sharing = await _check.World.OpenAsync("lead-a", $"/directory/listings/{listing.Id}/sharing");
        sharing.Text.ShouldContain("On the page of the yearly check: Alma Ashgrove");
        (await sharing.Form().Set("Sharing", "PublicFeed").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await ServicesAsync()).ShouldBe(["Alma Ashgrove"]);

        await _check.EndAsync();
        await _check.PassAsync(300);
        await _check.StartAsync("Next year");
        page = await _check.OpenLinkAsync(_check.MailsTo("alma@ashgrove.example")[^1]);
        await page.Form().Set("Public", "no").SubmitAsync("right");
        (await ServicesAsync()).ShouldBeEmpty();
        (await _check.World.OpenAsync("lead-a", "/directory/public")).Text.ShouldContain("Withdrawn:");
    }

    [Fact]
    public async Task Silence_about_it_changes_nothing_and_leaving_the_list_ends_it()
    {
        await OpenFeedAsync();
        await _check.StartAsync();
        var mail = _check.MailsTo("alma@ashgrove.example").Single();
        var listing = await _check.World.ListingAsync("lead-a", "Alma Ashgrove");
        var today = DateOnly.FromDateTime(_check.App.Clock.GetUtcNow().UtcDateTime);
        await (await _check.World.OpenAsync("lead-a", $"/directory/listings/{listing.Id}/sharing")).Form().Set("Sharing", "PublicFeed")
            .Set("GivenBy", "Alma Ashgrove").Set("GivenOn", FeedJson.Day(today)).Set("Until", FeedJson.Day(today.AddDays(90))).SubmitAsync();
        (await ServicesAsync()).ShouldBe(["Alma Ashgrove"]);

        await (await _check.OpenLinkAsync(mail)).Form().SubmitAsync("withdraw");

        (await ServicesAsync()).ShouldBeEmpty();
    }

    private async Task OpenFeedAsync() => (await (await _check.World.OpenAsync("coord", "/directory/public/feed")).Form()
        .Set("On", "true").Set("Slug", "first-net").Set("Country", "PT").SubmitAsync()).Status.ShouldBe(HttpStatusCode.OK);

    private async Task<IReadOnlyList<string>> ServicesAsync()
    {
        using var browser = _check.App.Anonymous();
        var page = await browser.GetAsync("/hsds/first-net/services");
        page.Status.ShouldBe(HttpStatusCode.OK, page.Html);
        return [.. JsonNode.Parse(page.Html)!["contents"]!.AsArray().Select(s => s!["name"]!.GetValue<string>())];
    }
}
