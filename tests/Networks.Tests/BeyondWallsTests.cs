using System.Net;
using Causeway.TestKit;

namespace Causeway.Networks.Tests;

public sealed class BeyondWallsTests
{
    [Fact]
    public async Task The_page_lists_what_each_part_holds_and_the_numbers_agree()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await LiaisonTests.OpenDeskAsync(app);
        await QuestionTests.AskAsync(app);
        await OfferTests.DeliverAsync(app, OfferKind.Offer, "2");
        using var peer = await app.AsAsync("teacher-a");
        var page = await peer.OpenAsync($"/organisations/{app.Organisation("school-a")}/beyond");
        page.Text.ShouldContain("Networks: 1, of them running 1");
        page.Text.ShouldContain("Ties with authorities that it keeps: 1, of them running 1");
        page.Text.ShouldContain("Questions to the network: 1, of them running 1");
        page.Text.ShouldContain("Help given and received: 2, of them running 2");
        page.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(5);
        foreach (var link in page.Document.QuerySelectorAll("main table a").Select(a => a.GetAttribute("href")!))
        {
            (await peer.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task Each_viewer_sees_only_what_they_may()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await QuestionTests.AskAsync(app);
        var url = $"/organisations/{app.Organisation("school-a")}/beyond";
        using var stranger = await app.AsAsync("lead-c");
        (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var peer = await app.AsAsync("lead-b");
        (await peer.OpenAsync(url)).Text.ShouldContain("Families that move on a Friday");

        // A network the reader is not in stays unnamed for them, while the school's own people see it.
        using var lead = await app.AsAsync("lead-a");
        await (await lead.OpenAsync("/network/listed/" + app.Network("net-2"))).Form().PostAsync();
        using var other = await app.AsAsync("coord-c");
        var ask = (await other.OpenAsync("/network")).Find("main a[href*='/network/members/']")!.GetAttribute("href")!;
        await (await other.OpenAsync(ask)).Form().PostAsync();
        (await lead.OpenAsync(url)).Text.ShouldContain("Second Test Network");
        (await peer.OpenAsync(url)).Text.ShouldNotContain("Second Test Network");
    }
}
