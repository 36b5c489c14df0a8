using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

public sealed class ReadinessTests
{
    private const string Secret = "References from every country are in before the first day.";

    [Fact]
    public async Task A_viewer_reads_and_cannot_edit_by_page_or_by_hand()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await RateAreaAsync(app, "InPlace");
        using var teacher = await app.AsAsync("teacher-a");
        var page = await teacher.OpenAsync("/network/readiness");
        page.Text.ShouldContain(Secret);
        page.Document.QuerySelectorAll("main form, main a[href*='/items']").ShouldBeEmpty();
        using var lead = await app.AsAsync("lead-a");
        var item = await FirstItemAsync(lead);
        (await teacher.GetAsync(item)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await teacher.GetAsync("/network/readiness/sharing")).Status.ShouldBe(HttpStatusCode.NotFound);
        var refusal = await app.InScopeAsync("teacher-a", s => s.GetRequiredService<RateReadinessHandler>().HandleAsync(
            new RateItem(new ReadinessItemId(Guid.Parse(item.Split('/')[^1])), ReadinessArea.Policy, "Gone", ReadinessState.InPlace, null, null, null, 1),
            s.GetRequiredService<ICurrentActor>().Actor, default));
        refusal!.Code.ShouldBe(NetworkPage.Gone.Code);
        var paper = await teacher.OpenAsync("/network/readiness/print");
        paper.Text.ShouldContain(Secret);
        paper.Text.ShouldContain("In place");
    }

    [Fact]
    public async Task Each_item_has_an_owner_a_day_and_a_state_in_words()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        await BeginAsync(lead);
        var item = await FirstItemAsync(lead);
        var nobody = await (await lead.OpenAsync(item)).Form().Set("State", "Missing").Set("Owner", "").Set("Note", "Kept.").PostAsync();
        nobody.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nobody.Find("[name=Owner]")!.GetAttribute("aria-invalid").ShouldBe("true");
        nobody.Find("textarea[name=Note]")!.TextContent.Trim().ShouldBe("Kept.");
        var stranger = await (await lead.OpenAsync(item)).Form().Set("State", "Missing").Force("Owner", app.Person("lead-b").ToString()).PostAsync();
        stranger.Text.ShouldContain("Choose who answers for it");
        (await (await lead.OpenAsync(item)).Form().Set("State", "Missing").Set("ReviewOn", "2026-11-17").PostAsync()).Text.ShouldContain("has to come yet");
        await (await lead.OpenAsync(item)).Form().Set("State", "Missing").Set("Owner", app.Person("head-a").ToString()).Set("ReviewOn", "2027-01-10").PostAsync();
        var row = (await lead.OpenAsync("/network/readiness")).Document.QuerySelectorAll("main tbody tr")[0];
        row.QuerySelector(".cw-stop")!.TextContent.ShouldContain("Missing");
        row.TextContent.ShouldContain("Hal Head");
        row.TextContent.ShouldContain("10 January 2027");
    }

    [Fact]
    public async Task With_banded_a_peer_fetches_no_item_detail_by_any_way()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await RateAreaAsync(app, "InPlace");
        await ShareAsync(app, "Open");
        var school = app.Organisation("school-a");
        using var lead = await app.AsAsync("lead-a");
        var item = await FirstItemAsync(lead);
        using var peer = await app.AsAsync("lead-b");
        (await peer.OpenAsync($"/network/readiness/peers/{school}")).Text.ShouldContain(Secret);
        await ShareAsync(app, "Banded");

        // Every page of the program that has this school, this item, or nobody in its address, and what the peer may take away.
        var words = await peer.OpenAsync("/network/readiness/peers");
        words.Text.ShouldContain("Firm");
        foreach (var url in new[]
        {
            item, $"/network/readiness/peers/{school}", "/network/readiness", "/network/readiness/print", "/network/readiness/peers", $"/organisations/{school}",
            $"/organisations/{school}/beyond", "/network", "/", "/network/questions?q=references", "/network/authorities?q=references",
        })
        {
            var page = await peer.GetAsync(url);
            page.Html.ShouldNotContain("References from every country", Case.Insensitive, url);
            page.Html.ShouldNotContain("For our eyes", Case.Insensitive, url);
        }

        (await peer.GetAsync(item)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await peer.GetAsync($"/network/readiness/peers/{school}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var taken = await (await peer.OpenAsync("/network/leave")).Form("main form[action*=Download]").PostAsync();
        taken.Headers["Content-Type"].ShouldBe("application/zip");
        Unpacked(taken.Bytes).ShouldNotContain("References from every country");

        // And in the peer's own scope the database has nothing to give: neither by the model nor by the copy for peers.
        var (items, shown, bands) = await app.InScopeAsync("lead-b", async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            return (await db.Set<ReadinessItem>().CountAsync(), await db.Set<ReadinessShown>().CountAsync(), await db.Set<ReadinessBand>().CountAsync());
        });
        (items, shown).ShouldBe((0, 0));
        bands.ShouldBe(Enum.GetValues<ReadinessArea>().Length);
        await ShareAsync(app, "Own");
        (await peer.OpenAsync("/network/readiness/peers")).Text.ShouldContain("Nobody shows anything yet");
    }

    [Fact]
    public async Task A_peer_cannot_change_what_another_school_holds()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await RateAreaAsync(app, "InPlace");
        using var lead = await app.AsAsync("lead-a");
        var item = await FirstItemAsync(lead);
        using var peer = await app.AsAsync("lead-b");
        await BeginAsync(peer);
        var own = (await peer.OpenAsync(await FirstItemAsync(peer))).Form().Set("Text", "Overwritten");
        (await own.PostToAsync(peer, item)).ShouldBe(HttpStatusCode.NotFound);
        (await own.PostToAsync(peer, item + "?handler=Drop")).ShouldBe(HttpStatusCode.NotFound);
        (await lead.OpenAsync("/network/readiness")).Text.ShouldNotContain("Overwritten");
    }

    [Fact]
    public async Task Open_items_follow_each_change_and_never_carry_notes_or_owners()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await RateAreaAsync(app, "InPlace");
        await ShareAsync(app, "Open");
        using var lead = await app.AsAsync("lead-a");
        var item = await FirstItemAsync(lead);
        await (await lead.OpenAsync(item)).Form().Set("Text", "Worded anew.").Set("State", "Underway").PostAsync();
        using var peer = await app.AsAsync("lead-b");
        var url = $"/network/readiness/peers/{app.Organisation("school-a")}";
        var page = await peer.OpenAsync(url);
        page.Text.ShouldContain("Worded anew.");
        page.Text.ShouldContain("Under way");
        page.Text.ShouldNotContain("For our eyes");
        page.Text.ShouldNotContain("Hal Head");
        await (await lead.OpenAsync(item)).Form("main form[action*=Drop]").PostAsync();
        (await peer.OpenAsync(url)).Text.ShouldNotContain("Worded anew.");
        using var stranger = await app.AsAsync("lead-c");
        (await stranger.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_is_shown_again_by_a_rating_that_crosses_the_closing()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await RateAreaAsync(app, "InPlace");
        await ShareAsync(app, "Open");
        var refusal = await app.InScopeAsync("lead-a", async s =>
        {
            // The rating has read "open"; before it saves, the head closes.
            var (db, window, own) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<ReadinessWindow>(), app.Organisation("school-a"));
            var items = await db.Set<ReadinessItem>().ToListAsync();
            var sharing = await db.Set<ReadinessSharing>().SingleAsync();
            sharing.Follow(app.Clock.GetUtcNow().AddSeconds(1));
            var added = ReadinessItem.Begin(own, ReadinessArea.Policy, "Slipped through.", app.Clock);
            db.Add(added);
            await window.FollowAsync(own, sharing.Level, [.. items, added], default);
            await ShareAsync(app, "Own");
            db.Record("readiness.rated", added.Id.Value);
            return await db.TrySaveAsync(default);
        });
        refusal!.Code.ShouldBe(Refusal.ChangedMeanwhile.Code);
        using var peer = await app.AsAsync("lead-b");
        (await peer.OpenAsync("/network/readiness/peers")).Text.ShouldContain("Nobody shows anything yet");
        await using var maintenance = app.Maintenance();
        (await maintenance.Set<ReadinessShown>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Leaving_the_network_takes_back_what_was_shown_and_the_school_takes_its_items_with_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await RateAreaAsync(app, "InPlace");
        await ShareAsync(app, "Open");
        using var lead = await app.AsAsync("lead-a");
        var archive = await (await lead.OpenAsync("/network/leave")).Form("main form[action*=Download]").PostAsync();
        Unpacked(archive.Bytes).ShouldContain(Secret);
        await (await lead.OpenAsync("/network/leave")).Form("main form:not([action*=Download])").Set("Understood", "true").PostAsync();
        using var peer = await app.AsAsync("lead-b");
        (await peer.OpenAsync("/network/readiness/peers")).Text.ShouldContain("Nobody shows anything yet");
        await using var db = app.Maintenance();
        (await db.Set<ReadinessShown>().CountAsync()).ShouldBe(0);
        (await db.Set<ReadinessBand>().CountAsync()).ShouldBe(0);
        (await db.Set<ReadinessItem>().CountAsync()).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("", "TooEarly")]
    [InlineData("II", "TooEarly")]
    [InlineData("III", "Firm")]
    [InlineData("IIU", "Firm")]
    [InlineData("IUU", "OnTheWay")]
    [InlineData("IMM", "NeedsWork")]
    [InlineData("UUU", "OnTheWay")]
    [InlineData("MMM", "NeedsWork")]
    [InlineData("III????", "TooEarly")]
    public void A_band_is_said_of_three_items_or_more(string states, string word) => ReadinessBand.Of([.. states.Select(c => c switch
    {
        'I' => ReadinessState.InPlace,
        'U' => ReadinessState.Underway,
        'M' => ReadinessState.Missing,
        _ => ReadinessState.NotLookedAt,
    })]).ToString().ShouldBe(word);

    [Fact]
    public async Task The_owner_is_asked_to_look_again_when_the_day_has_come()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        await BeginAsync(lead);
        await (await lead.OpenAsync(await FirstItemAsync(lead))).Form().Set("State", "Underway").Set("Owner", app.Person("counsellor-a").ToString()).Set("ReviewOn", "2026-12-10").PostAsync();
        (await WorkAsync(app, "counsellor-a")).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromDays(20));
        (await WorkAsync(app, "counsellor-a")).ShouldHaveSingleItem().Urgency.ShouldBe(Urgency.Soon);
        (await WorkAsync(app, "teacher-a")).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromDays(10));
        (await WorkAsync(app, "head-a")).ShouldHaveSingleItem().Urgency.ShouldBe(Urgency.Late);
        (await WorkAsync(app, "lead-b")).ShouldBeEmpty();
    }

    internal static async Task BeginAsync(TestBrowser lead) => await (await lead.OpenAsync("/network/readiness")).Form().PostAsync();

    /// <summary>Begins, and rates the first three statements, the first in words of our own.</summary>
    private static async Task RateAreaAsync(TestApp app, string state)
    {
        using var lead = await app.AsAsync("lead-a");
        await BeginAsync(lead);
        var items = (await lead.OpenAsync("/network/readiness")).Document.QuerySelectorAll("main a[href*='/readiness/items/']").Select(a => a.GetAttribute("href")!).Take(3).ToList();
        foreach (var url in items)
        {
            var form = (await lead.OpenAsync(url)).Form().Set("State", state).Set("Owner", app.Person("head-a").ToString()).Set("Note", "For our eyes");
            (await (url == items[0] ? form.Set("Text", Secret) : form).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        }
    }

    private static async Task ShareAsync(TestApp app, string level)
    {
        using var head = await app.AsAsync("head-a");
        (await (await head.OpenAsync("/network/readiness/sharing")).Form().Set("Level", level).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static async Task<string> FirstItemAsync(TestBrowser lead) =>
        (await lead.OpenAsync("/network/readiness")).Find("main a[href*='/readiness/items/']")!.GetAttribute("href")!;

    private static string Unpacked(byte[] archive)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(archive));
        return string.Join('\n', zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    private static Task<IReadOnlyList<WorkItem>> WorkAsync(TestApp app, string person) => app.InScopeAsync(person, s =>
        s.GetServices<IWorkList>().OfType<ReadinessWork>().Single().ForAsync(s.GetRequiredService<ICurrentActor>().Actor, default));
}
