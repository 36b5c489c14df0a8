using System.Net;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

public sealed class OfferTests
{
    [Fact]
    public async Task A_match_becomes_a_delivery_with_hours_of_the_giver_and_effect_of_the_receiver()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await MakeAsync(app, OfferKind.Offer);
        using var giver = await app.AsAsync("lead-a");
        using var receiver = await app.AsAsync("lead-b");
        await (await receiver.OpenAsync(url)).Form("main form[action*=Match]").PostAsync();
        (await receiver.OpenAsync(url)).Find("input[name=Hours]").ShouldBeNull();
        var wrong = await (await giver.OpenAsync(url)).Form("main form[action*=Give]").Set("Hours", "many").PostAsync();
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Find("input[name=Hours]")!.GetAttribute("value").ShouldBe("many");
        (await (await giver.OpenAsync(url)).Form("main form[action*=Give]").Set("Hours", "2,5").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await giver.OpenAsync(url)).Find("textarea[name=Effect]").ShouldBeNull();
        await (await receiver.OpenAsync(url)).Form("main form[action*=Tell]").Set("Effect", "Forty parents came.").PostAsync();
        var done = await giver.OpenAsync(url);
        done.Text.ShouldContain("School A → School B");
        done.Text.ShouldContain("2.5 hours");
        done.Text.ShouldContain("“Forty parents came.”");
        done.Text.ShouldContain("Liv Lead, School B");
    }

    [Fact]
    public async Task Totals_stand_side_by_side_and_agree_with_the_deliveries()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await DeliverAsync(app, OfferKind.Offer, "2.5");
        await DeliverAsync(app, OfferKind.Offer, "4");
        await DeliverAsync(app, OfferKind.Ask, "1");
        using var teacher = await app.AsAsync("teacher-a");
        var page = await teacher.OpenAsync("/network/offers");
        Row(page, "School A").ShouldBe(["School A", "6.5 2 times", "1 1 time"]);
        Row(page, "School B").ShouldBe(["School B", "1 1 time", "6.5 2 times"]);
        app.Clock.Advance(TimeSpan.FromDays(60));
        using var nextYear = await app.AsAsync("teacher-a");
        (await nextYear.OpenAsync("/network/offers")).Text.ShouldContain("Nothing was given in this year yet.");
        Row(await nextYear.OpenAsync("/network/offers?year=2026"), "School A").ShouldBe(["School A", "6.5 2 times", "1 1 time"]);
        using var stranger = await app.AsAsync("lead-c");
        (await stranger.OpenAsync("/network/offers?year=2026")).Text.ShouldNotContain("School A");
    }

    [Fact]
    public async Task Neither_side_writes_the_others_half()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await MakeAsync(app, OfferKind.Offer);
        using var giver = await app.AsAsync("lead-a");
        using var receiver = await app.AsAsync("lead-b");
        await (await receiver.OpenAsync(url)).Form("main form[action*=Match]").PostAsync();
        var give = (await giver.OpenAsync(url)).Form("main form[action*=Give]");
        var (id, version) = (give.Fields.First(f => f.Key == "DeliveryId").Value, give.Fields.First(f => f.Key == "Version").Value);
        var forged = (await receiver.OpenAsync(url)).Form("main form[action*=CallOff]").Force("DeliveryId", id).Force("Version", version).Force("Hours", "900").Force("On", "2026-11-17");
        (await forged.PostToAsync(receiver, url + "?handler=Give")).ShouldBe(HttpStatusCode.NotFound);
        await give.Set("Hours", "2").PostAsync();
        var own = (await giver.OpenAsync(url)).Form("main form[method=post]").Force("DeliveryId", id).Force("Version", "1").Force("Effect", "We were great.");
        (await own.PostToAsync(giver, url + "?handler=Tell")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Help_for_the_community_quotes_who_told_what_came_of_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await MakeAsync(app, OfferKind.Offer);
        using var giver = await app.AsAsync("lead-a");
        var nameless = await (await giver.OpenAsync(url)).Form("main form[action*=Match]").PostAsync();
        nameless.Text.ShouldContain("for a body outside the network, write its name");
        await (await giver.OpenAsync(url)).Form("main form[action*=Match]").Set("Outside", "Sunday reading club").PostAsync();
        await (await giver.OpenAsync(url)).Form("main form[action*=Give]").Set("Hours", "3").PostAsync();
        var unsaid = await (await giver.OpenAsync(url)).Form("main form[action*=Tell]").Set("Effect", "Ten came back.").PostAsync();
        unsaid.Text.ShouldContain("Say who told you so.");
        unsaid.Find("textarea[name=Effect]")!.TextContent.Trim().ShouldBe("Ten came back.");
        await (await giver.OpenAsync(url)).Form("main form[action*=Tell]").Set("Effect", "Ten came back.").Set("ToldBy", "Mr Bell").PostAsync();
        (await giver.OpenAsync(url)).Text.ShouldContain("Mr Bell, Sunday reading club");
    }

    [Fact]
    public async Task An_offer_ends_with_its_period_and_is_taken_up_once_at_a_time()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await MakeAsync(app, OfferKind.Offer);
        using var peer = await app.AsAsync("lead-b");
        var first = (await peer.OpenAsync(url)).Form("main form[action*=Match]");
        var second = (await peer.OpenAsync(url)).Form("main form[action*=Match]");
        await first.PostAsync();
        (await second.PostAsync()).Text.ShouldContain("taken this up already");
        app.Clock.Advance(TimeSpan.FromDays(120));
        (await app.InScopeAsync("head-b", s => s.GetRequiredService<OfferHelpHandler>().HandleAsync(
            new MatchOffer(new OfferId(Guid.Parse(url.Split('/')[^1])), null), s.GetRequiredService<ICurrentActor>().Actor, default)))!.Code.ShouldBe(Offer.Closed.Code);
        using var later = await app.AsAsync("lead-b");
        (await later.OpenAsync("/network/offers")).Text.ShouldContain("Nothing open");
    }

    [Theory]
    [InlineData("Topic", "", "Write the topic")]
    [InlineData("Amount", "", "Say how much")]
    [InlineData("Until", "", "Say until which day")]
    [InlineData("Until", "2026-11-01", "The last day is before the first day")]
    public async Task What_is_missing_is_said_at_its_field(string field, string value, string says)
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var answer = await (await lead.OpenAsync("/network/offers/new")).Form().Set("Topic", "A talk").Set("Amount", "1 hour").Set("Text", "Kept.").Set(field, value).PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Find($"[name={field}]")!.GetAttribute("aria-invalid").ShouldBe("true");
        answer.Text.ShouldContain(says);
        answer.Find("textarea[name=Text]")!.TextContent.Trim().ShouldBe("Kept.");
    }

    [Fact]
    public async Task The_work_list_waits_for_the_half_that_is_missing()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var url = await MakeAsync(app, OfferKind.Ask);
        using var giver = await app.AsAsync("lead-b");
        await (await giver.OpenAsync(url)).Form("main form[action*=Match]").PostAsync();
        (await WorkAsync(app, "lead-b")).ShouldHaveSingleItem().Title.ShouldContain("Help agreed");
        (await WorkAsync(app, "lead-a")).ShouldBeEmpty();
        await (await giver.OpenAsync(url)).Form("main form[action*=Give]").Set("Hours", "2").PostAsync();
        (await WorkAsync(app, "lead-b")).ShouldBeEmpty();
        (await WorkAsync(app, "lead-a")).ShouldHaveSingleItem().Title.ShouldContain("What came of it?");
    }

    [Fact]
    public async Task An_offer_speaks_of_a_need_in_the_words_of_the_directory_and_is_found_by_it()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        using var lead = await app.AsAsync("lead-a");
        var form = await lead.OpenAsync("/network/offers/new?kind=Ask&need=learning.dyslexia");
        form.Find("select[name=Need] option[selected]")!.GetAttribute("value").ShouldBe("learning.reading", "a retired code reads as its successor");
        var made = await form.Form().Set("Topic", "Reading groups").Set("Amount", "2 hours").PostAsync();
        made.Status.ShouldBe(HttpStatusCode.SeeOther, made.Text);
        await MakeAsync(app, OfferKind.Offer);

        using var peer = await app.AsAsync("lead-b");
        (await peer.OpenAsync("/network/offers?need=learning.reading")).Text.ShouldContain("Reading groups");
        (await peer.OpenAsync("/network/offers?need=learning.reading")).Text.ShouldNotContain("Online safety evening");
        (await peer.OpenAsync("/network/offers?need=health.mood")).Text.ShouldContain("Nobody offers or asks this: Low mood");
        (await peer.OpenAsync(made.Location!)).Text.ShouldContain("Reading and writing");
        (await app.InScopeAsync("lead-b", s => s.GetRequiredService<IOffersByNeed>().OpenAsync(s.GetRequiredService<ICurrentActor>().Actor, default)))
            .ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("learning.reading", 1));
    }

    [Fact]
    public async Task A_need_that_is_on_no_list_is_refused_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        var refusal = await app.InScopeAsync("lead-a", s => s.GetRequiredService<OfferHelpHandler>().HandleAsync(
            new OfferTerms(OfferKind.Ask, "Reading", null, HelpAudience.Pupils, "1 hour", new(2026, 1, 1), new(2099, 1, 1), "learning.unheard-of"),
            s.GetRequiredService<ICurrentActor>().Actor, default));
        refusal.Refusal!.Code.ShouldBe(OfferTerms.NoSuchNeed.Code);
    }

    internal static async Task<string> MakeAsync(TestApp app, OfferKind kind)
    {
        using var lead = await app.AsAsync("lead-a");
        var answer = await (await lead.OpenAsync("/network/offers/new")).Form().Set("Kind", kind.ToString()).Set("Topic", "Online safety evening").Set("Amount", "2 hours").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Text);
        return answer.Location!;
    }

    internal static async Task DeliverAsync(TestApp app, OfferKind kind, string hours)
    {
        var url = await MakeAsync(app, kind);
        using var peer = await app.AsAsync("lead-b");
        await (await peer.OpenAsync(url)).Form("main form[action*=Match]").PostAsync();
        using var giver = await app.AsAsync(kind == OfferKind.Offer ? "lead-a" : "lead-b");
        await (await giver.OpenAsync(url)).Form("main form[action*=Give]").Set("Hours", hours).PostAsync();
    }

    private static string[] Row(TestPage page, string name) =>
    [
        .. page.Document.QuerySelectorAll("main tr").Last(r => r.TextContent.Contains(name)).QuerySelectorAll("td, th")
            .Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
    ];

    private static Task<IReadOnlyList<WorkItem>> WorkAsync(TestApp app, string person) => app.InScopeAsync(person, s =>
        s.GetServices<IWorkList>().OfType<OfferWork>().Single().ForAsync(s.GetRequiredService<ICurrentActor>().Actor, default));
}
