using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>What a person keeps of a search, what is asked before one, and what is counted when it finds nobody.</summary>
public sealed class FindHelpKeepTests(FilterWorld filled) : IClassFixture<FilterWorld>
{
    private Task<TestPage> OpenAsync(string url, string person = "counsellor-a") => filled.World.OpenAsync(person, url);

    private static List<string> Names(TestPage page) => [.. page.Document.QuerySelectorAll("article h3").Select(h => h.TextContent.Trim())];

    [Fact]
    public async Task The_duty_to_report_is_answered_before_a_list_about_danger()
    {
        const string search = "/find-help?concern=family.abuse";
        var question = await OpenAsync(search, "lead-a");
        question.Url.AbsolutePath.ShouldBe("/find-help/duty");
        question.Text.ShouldContain("must report");

        var refused = await question.Form().SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Choose one answer");

        var list = await refused.Form().Set("Sign", "NotSure").SubmitAsync();
        list.Url.PathAndQuery.ShouldBe(search);
        list.Text.ShouldContain("You answered: not sure");
        (await OpenAsync("/find-help?q=abuse", "lead-a")).Url.AbsolutePath.ShouldBe("/find-help", "the answer holds for an hour");

        using var all = filled.World.App.Maintenance();
        (await all.Set<Persistence.AuditRow>().CountAsync(r => r.Act == "duty.answered-not-sure")).ShouldBe(1);
    }

    [Fact]
    public async Task A_search_that_is_not_about_danger_asks_nothing() =>
        (await OpenAsync("/find-help?concern=health.anxiety", "head-a")).Url.AbsolutePath.ShouldBe("/find-help");

    [Fact]
    public async Task The_shortlist_is_the_persons_own_and_leads_to_a_comparison()
    {
        foreach (var name in (string[])["Ana Anxious", "Lena Lawyer"])
        {
            var page = await OpenAsync("/find-help?q=" + Uri.EscapeDataString(name));
            var form = page.Form("main form[action*='handler=Add']");
            (await form.SubmitAsync()).Text.ShouldContain("It is on your shortlist");
        }

        var list = await OpenAsync("/find-help/shortlist");
        list.Text.ShouldContain("Ana Anxious");
        (await OpenAsync("/find-help/shortlist", "lead-a")).Text.ShouldNotContain("Ana Anxious");

        var ids = list.Document.QuerySelectorAll("input[name=e]").Select(i => i.GetAttribute("value")).ToList();
        ids.Count.ShouldBe(2);
        var compared = await OpenAsync($"/find-help/compare?e={ids[0]}&e={ids[1]}");
        compared.Text.ShouldContain("Side by side");
        compared.Document.QuerySelectorAll("tr.cw-differs, tr[class*=diff]").Length.ShouldBeGreaterThan(3);
        compared.Text.ShouldContain("Not known");

        var off = await list.Form("main form[action*='handler=TakeOff']").SubmitAsync();
        off.Document.QuerySelectorAll("input[name=e]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Entries_of_another_network_cannot_be_compared_or_kept()
    {
        var entry = await filled.World.EntryAsync("counsellor-a", "Ana Anxious");
        (await OpenAsync($"/find-help/compare?e={entry.Id}&e={entry.Id}", "counsellor-c")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await OpenAsync($"/directory/entries/{entry.Id}", "counsellor-c")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_saved_search_tells_what_is_new_and_can_be_renamed_opened_and_deleted()
    {
        var save = await OpenAsync("/find-help/saved?search=" + Uri.EscapeDataString("?language=kor&q=newcomer"), "lead-b");
        (await save.Form().Set("Name", " ").SubmitAsync()).Text.ShouldContain("Give it a name");
        var saved = await save.Form().Set("Name", "Korean newcomers").SubmitAsync();
        saved.Text.ShouldContain("Korean newcomers");
        saved.Text.ShouldContain("Nothing new since");
        (await OpenAsync("/find-help/saved", "lead-a")).Text.ShouldNotContain("Korean newcomers");

        filled.World.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await filled.World.TakeInAsync("lead-a", "Name,Profession,Phone,Languages,Help offered,Address\nNew Person,Doctor,555 1177,Korean,newcomer advice,7 Seven Street\n", share: true);
        var later = await OpenAsync("/find-help/saved", "lead-b");
        later.Text.ShouldContain("1 new since you last opened it");

        var opened = await later.Form("main form[action*='handler=Open']").SubmitAsync();
        Names(opened).ShouldBe(["New Person"]);
        (await OpenAsync("/find-help/saved", "lead-b")).Text.ShouldContain("Nothing new since");

        var rename = await OpenAsync(later.Document.QuerySelectorAll("a[href*='rename=']").Single().GetAttribute("href")!, "lead-b");
        var renamed = await rename.Form("main form[action*='handler=Rename']").Set("Name", "Newcomers").SubmitAsync();
        renamed.Document.QuerySelectorAll("h2").Select(h => h.TextContent.Trim()).ShouldContain("Newcomers");
        var gone = await renamed.Form("main form[action*='handler=Delete']").SubmitAsync();
        gone.Text.ShouldContain("No saved search yet");
    }

    [Fact]
    public async Task A_need_that_finds_nobody_is_counted_once_a_day_without_words()
    {
        const string search = "/find-help?concern=learning.maths&language=jpn&age=9&q=secretword";
        (await OpenAsync(search, "counsellor-b")).Text.ShouldContain("counted as a gap");
        await OpenAsync(search, "counsellor-b");
        await OpenAsync(search, "lead-b");

        var gaps = await filled.World.AskAsync("counsellor-b", db => new NeedGaps(db).CountAsync(filled.World.App.Network("net-1"), DateOnly.FromDateTime(filled.World.App.Clock.GetUtcNow().UtcDateTime), TestContext.Current.CancellationToken));
        var gap = gaps.Single(g => g.Concern == "learning.maths");
        (gap.Language, gap.Ages, gap.Searches).ShouldBe(("jpn", AgeBand.From6To11, 2));
        using var all = filled.World.App.Maintenance();
        (await all.Set<NeedGap>().ToListAsync()).ShouldAllBe(g => !g.Area.Contains("secret") && !g.Mark.Contains("secret"));
    }

    [Fact]
    public async Task A_booklet_prints_each_fact_with_its_date_and_counts_like_looking()
    {
        var page = await OpenAsync("/find-help/booklet?q=sixpeople", "head-a");

        page.Text.ShouldContain("Ana Anxious");
        page.Text.ShouldContain("What is not printed is not known");
        page.Document.QuerySelectorAll(".cw-src time").Length.ShouldBeGreaterThan(5);
        var uses = await filled.World.AskAsync("head-a", db => db.Set<DirectoryUse>().CountAsync());
        uses.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Theory]
    [InlineData("/find-help/shortlist")]
    [InlineData("/find-help/saved")]
    [InlineData("/find-help/duty")]
    [InlineData("/find-help/compare")]
    [InlineData("/find-help/booklet")]
    public async Task Nobody_sees_these_pages_without_the_right_to_search(string url)
    {
        (await OpenAsync(url, "counsellor-a")).Status.ShouldBe(HttpStatusCode.OK);
        (await filled.World.App.Anonymous().OpenAsync(url)).Url.AbsolutePath.ShouldNotBe(url);
    }
}
