using System.Net;
using System.Text.RegularExpressions;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

/// <summary>Records of one network's life, asked for from another network and after leaving.</summary>
public sealed partial class LifeProbeTests
{
    private const string Nobody = "01890000-0000-7000-8000-000000000000";

    [Fact]
    public async Task Records_of_another_network_are_answered_like_ones_that_never_were()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await CharterTests.PublishAsync(app);
        var urls = new List<string> { await LiaisonTests.OpenDeskAsync(app), await QuestionTests.AskAsync(app), await OfferTests.MakeAsync(app, OfferKind.Offer) };
        urls.Add(urls[0] + "/contact");
        urls.Add(urls[0] + "/officers");
        urls.Add("/network/authorities/edit/" + urls[0].Split('/')[^1]);
        urls.Add("/network/charter/1");
        urls.Add("/network/charter/1/print");
        using var stranger = await app.AsAsync("lead-c");
        foreach (var url in urls)
        {
            var foreign = await stranger.GetAsync(url);
            var invented = await stranger.GetAsync(Ids().Replace(url, Nobody).Replace("charter/1", "charter/77"));
            foreign.Status.ShouldBe(HttpStatusCode.NotFound, url);
            invented.Status.ShouldBe(HttpStatusCode.NotFound, url);
            Support().Replace(foreign.Text, "#").ShouldBe(Support().Replace(invented.Text, "#"), url);
        }
    }

    [Fact]
    public async Task In_the_scope_of_another_network_the_database_holds_none_of_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await CharterTests.PublishAsync(app);
        await CharterTests.SignAsync(app, "head-a");
        await LiaisonTests.OpenDeskAsync(app);
        await QuestionTests.AskAsync(app);
        await OfferTests.DeliverAsync(app, OfferKind.Offer, "1");
        (await CountAsync(app, "lead-b")).ShouldBe(7);
        (await CountAsync(app, "lead-c")).ShouldBe(0);
    }

    [Fact]
    public async Task Who_leaves_takes_its_words_along_and_what_others_wrote_stays()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await CharterTests.PublishAsync(app);
        await CharterTests.SignAsync(app, "head-a");
        var url = await QuestionTests.AskAsync(app, "Only ours", "Secret words");
        using var peer = await app.AsAsync("lead-b");
        await (await peer.OpenAsync(url)).Form().Set("Reply", "We ring the duty desk.").Set("NoChild", "true").PostAsync();
        await OfferTests.DeliverAsync(app, OfferKind.Ask, "3");
        using var lead = await app.AsAsync("lead-a");
        var archive = await (await lead.OpenAsync("/network/leave")).Form("main form[action*=Download]").PostAsync();
        using (var zip = new System.IO.Compression.ZipArchive(new MemoryStream(archive.Bytes)))
        {
            var life = await new StreamReader(zip.GetEntry("network-life.csv")!.Open()).ReadToEndAsync();
            life.ShouldContain("Secret words");
            life.ShouldContain("charter signed");
            life.ShouldContain("help received");
        }

        await (await lead.OpenAsync("/network/leave")).Form("main form:not([action*=Download])").Set("Understood", "true").PostAsync();
        var page = await peer.OpenAsync(url);
        page.Text.ShouldContain("We ring the duty desk.");
        page.Text.ShouldNotContain("Secret words");
        (await peer.OpenAsync("/network/questions?q=secret")).Text.ShouldContain("Nothing found");
        (await peer.OpenAsync("/network/questions?q=duty+desk")).Text.ShouldNotContain("Nothing found");
        (await peer.OpenAsync("/network/charter")).Text.ShouldNotContain("Hal Head");
        var totals = await peer.OpenAsync("/network/offers");
        totals.Text.ShouldNotContain("School A");
        totals.Document.QuerySelectorAll("main tr")[^1].TextContent.ShouldContain("School B");
    }

    private static Task<int> CountAsync(TestApp app, string person) => app.InScopeAsync(person, async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        return await db.Set<CharterVersion>().CountAsync() + await db.Set<CharterSignature>().CountAsync() + await db.Set<AuthorityLiaison>().CountAsync()
            + await db.Set<LiaisonChange>().CountAsync() + await db.Set<Question>().CountAsync() + await db.Set<Offer>().CountAsync() + await db.Set<Delivery>().CountAsync();
    });

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();

    [GeneratedRegex(@"number: \S+", RegexOptions.NonBacktracking)]
    private static partial Regex Support();
}
