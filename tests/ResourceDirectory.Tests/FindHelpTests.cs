using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

public sealed class FindHelpTests(FilledWorld filled) : IClassFixture<FilledWorld>
{
    private Task<TestPage> SearchAsync(string query, string person = "counsellor-a") => filled.World.OpenAsync(person, "/find-help?" + query);

    private static List<string> Names(TestPage page) => [.. page.Document.QuerySelectorAll("article h3").Select(h => h.TextContent.Trim())];

    [Theory]
    [InlineData("q=haeun", "김하은")]
    [InlineData("q=%EA%B9%80%ED%95%98%EC%9D%80", "김하은")]
    [InlineData("q=soboleva", "Екатерина Соболева")]
    [InlineData("q=%D1%81%D0%BE%D0%B1%D0%BE%D0%BB%D0%B5%D0%B2%D0%B0", "Екатерина Соболева")]
    [InlineData("q=MULLER", "Jörg Müller")]
    [InlineData("q=mueller", "Jörg Müller")]
    [InlineData("q=m%C3%BCller+logop", "Jörg Müller")]
    [InlineData("q=trauma+korean", "김하은")]
    [InlineData("q=5550121", "Jörg Müller")]
    public async Task A_search_finds_across_scripts_accents_and_spellings(string query, string name) =>
        Names(await SearchAsync(query)).ShouldContain(n => n.Contains(name, StringComparison.Ordinal));

    [Fact]
    public async Task All_words_must_match()
    {
        Names(await SearchAsync("q=trauma+logop")).ShouldBeEmpty();
        Names(await SearchAsync("q=trauma")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Unknown_is_counted_apart_and_can_be_let_in()
    {
        var page = await SearchAsync("q=unknowntest&language=kor");
        Names(page).ShouldBe(["Wilhelmina Okonjo"]);
        page.Text.ShouldContain("2 more: languages not known");

        var letIn = await filled.World.OpenAsync("counsellor-a", page.Document.QuerySelectorAll("a.cw-unk").Single().GetAttribute("href")!);
        Names(letIn).ShouldBe(["Wilhelmina Okonjo", "Xiomara Delacroix", "Ludovic Trask"], ignoreOrder: true);
        letIn.Text.ShouldContain("Languages not known");
        Names(letIn).Contains("Bartholomew Finch", StringComparer.Ordinal).ShouldBeFalse();
    }

    [Theory]
    [InlineData("age=5", false)]
    [InlineData("age=6", true)]
    [InlineData("age=12", true)]
    [InlineData("age=13", false)]
    public async Task Ages_include_both_ends(string age, bool found) =>
        Names(await SearchAsync("q=Okonjo&" + age)).Contains("Wilhelmina Okonjo").ShouldBe(found);

    [Fact]
    public async Task A_chip_takes_off_one_filter_and_keeps_the_others()
    {
        var page = await SearchAsync("q=unknowntest&language=kor&age=8");

        var chips = page.Document.QuerySelectorAll("a.cw-chip");

        chips.Length.ShouldBe(3);
        var withoutLanguage = chips.First(c => c.TextContent.Contains("Korean", StringComparison.OrdinalIgnoreCase)).GetAttribute("href")!;
        withoutLanguage.ShouldContain("q=unknowntest");
        withoutLanguage.ShouldContain("age=8");
        withoutLanguage.ShouldNotContain("language");
    }

    [Fact]
    public async Task A_result_says_why_it_fits()
    {
        var page = await SearchAsync("q=unknowntest&language=kor&age=8");

        var result = page.Document.QuerySelectorAll("article").Single().TextContent;
        result.ShouldContain("Korean");
        result.ShouldContain("Ages 6 to 12");
        result.ShouldContain("“unknowntest” in: Help offered");
    }

    [Fact]
    public async Task The_numbers_for_emergencies_stand_above_the_results()
    {
        var page = await SearchAsync("");

        page.Html.IndexOf("cw-duty", StringComparison.Ordinal).ShouldBeLessThan(page.Html.IndexOf("cw-res", StringComparison.Ordinal));
        page.Text.ShouldContain("must report");
        page.Find("a[href='tel:112']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_the_own_school_has_not_shared_is_pointed_at_and_others_learn_nothing_of_it()
    {
        (await SearchAsync("q=unshared")).Text.ShouldContain("1 more in your own school’s list that is not shared");
        (await SearchAsync("q=unshared", "counsellor-b")).Text.ShouldNotContain("not shared");
    }

    [Fact]
    public async Task A_search_leaves_a_line_in_the_trail_without_its_words()
    {
        await SearchAsync("q=verysecretword");

        using var all = filled.World.App.Maintenance();
        var acts = await all.Set<Persistence.AuditRow>().Where(r => r.Act == "directory.searched").ToListAsync();
        acts.ShouldNotBeEmpty();
        acts.ShouldAllBe(a => a.Reason == null);
    }

    [Fact]
    public async Task Another_network_finds_nothing_of_ours()
    {
        Names(await SearchAsync("q=unknowntest", "counsellor-c")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_shows_fifty_rows_at_most()
    {
        var page = await SearchAsync("q=crowd");

        Names(page).Count.ShouldBeInRange(1, 50);
        page.Find(".cw-pager a[rel=next]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Three_hundred_different_entries_an_hour_are_the_limit()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var limited = false;
        for (var p = 1; p <= 30 && !limited; p++)
        {
            var page = await SearchAsync("q=crowd&p=" + p, "head-a");
            limited = page.Status == HttpStatusCode.TooManyRequests;
            seen.UnionWith(Names(page));
        }

        limited.ShouldBeTrue();
        seen.Count.ShouldBeInRange(280, 300);
        var refused = await SearchAsync("q=crowd&p=25", "head-a");
        refused.Text.ShouldContain("very many entries");

        filled.World.App.Clock.Advance(TimeSpan.FromMinutes(61));
        filled.World.ForgetBrowsers();
        Names(await SearchAsync("q=crowd&p=25", "head-a")).ShouldNotBeEmpty();
    }
}

/// <summary>A directory with something of everything in it.</summary>
public sealed class FilledWorld : IAsyncLifetime
{
    public DirectoryWorld World { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        const string heads = "Name,Profession,Phone,Email,Languages,Ages,Help offered,Address\n";
        await World.TakeInAsync("lead-a", heads
            + "김하은 Kim Ha-eun,Child psychologist,555 0120,haeun@kimpractice.example,Korean (native),6 to 18,trauma,1 One Street\n"
            + "Jörg Müller,Logopäde,555 0121,jm@sprachraum.example,German,3 to 9,stammering,2 Two Street\n"
            + "Екатерина Соболева,Psychotherapist,555 0122,sob@soboleva.example,Russian,,grief,3 Three Street\n"
            + "Wilhelmina Okonjo,Doctor,555 0153,wo@okonjo.example,Korean,6 to 12,unknowntest fever,44 Elm Park\n"
            + "Bartholomew Finch,Optician,555 0164,bf@finchoptics.example,German,6 to 12,unknowntest fever,17 Harbour Row\n"
            + "Xiomara Delacroix,Dentist,555 0175,xd@delacroix.example,,,unknowntest fever,230 Castle Hill\n"
            + "Ludovic Trask,Nurse,555 0186,lt@traskcare.example,,,unknowntest fever,9 Mill Wharf\n", share: true);
        await World.TakeInAsync("lead-a", heads + "Ursula Unshared,Doctor,555 0127,uu@own.example,English,,unshared fever,8 Eight Street\n");
        await World.TakeInAsync("lead-b", DirectoryWorld.Crowd(420), share: true);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
