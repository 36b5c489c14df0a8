using Causeway.TestKit;

namespace Causeway.ResourceDirectory.Tests;

public sealed class FindHelpFilterTests(FilterWorld filled) : IClassFixture<FilterWorld>
{
    private Task<TestPage> SearchAsync(string query, string person = "counsellor-a") => filled.World.OpenAsync(person, "/find-help?" + query);

    private static List<string> Names(TestPage page) => [.. page.Document.QuerySelectorAll("article h3").Select(h => h.TextContent.Trim())];

    [Theory]
    [InlineData("q=spieltherapie", "Nora Compound")]
    [InlineData("q=therapie", "Nora Compound")] // inside of a compound
    [InlineData("q=attorney", "Lena Lawyer")] // by another word for the same
    [InlineData("q=%EB%B3%80%ED%98%B8%EC%82%AC", "Lena Lawyer")] // by the Korean word for the same
    [InlineData("q=angst", "Ana Anxious")] // by the German word of the concern
    [InlineData("q=%E5%BF%83%E7%90%86", "王芳")] // two Han characters inside a run
    [InlineData("concern=health.anxiety", "Ana Anxious")]
    [InlineData("fee=50", "Ana Anxious")]
    [InlineData("fee=0", "Fritz Free")]
    [InlineData("wait=14", "Ana Anxious")]
    [InlineData("culture=roma", "Fritz Free")]
    [InlineData("taking=true", "Fritz Free")]
    [InlineData("licensed=true", "Lena Lawyer")]
    [InlineData("level=Native&language=kor", "Ana Anxious")]
    [InlineData("level=Interpreter&language=kor", "Fritz Free")]
    public async Task A_filter_or_word_finds_whom_it_means(string query, string name) =>
        Names(await SearchAsync(query)).ShouldContain(n => n.Contains(name, StringComparison.Ordinal));

    [Theory]
    [InlineData("fee=0", "Ana Anxious")]
    [InlineData("wait=7", "Ana Anxious")]
    [InlineData("level=Native&language=kor", "Fritz Free")]
    [InlineData("language=kor", "Fritz Free")] // an interpreter is not a speaker
    [InlineData("licensed=true", "Olga Outdated")]
    [InlineData("taking=true", "Ana Anxious")]
    [InlineData("q=l", "Ana Anxious")] // a letter never meets the coded words of filters
    public async Task A_filter_leaves_out_whom_it_does_not_mean(string query, string name) =>
        Names(await SearchAsync(query)).ShouldNotContain(n => n.Contains(name, StringComparison.Ordinal));

    [Fact]
    public async Task Languages_are_a_set_of_any_or_of_all()
    {
        Names(await SearchAsync("language=kor&language=deu")).ShouldContain("Olga Outdated");
        var all = Names(await SearchAsync("language=kor&language=deu&every=true"));
        all.ShouldBe(["Ana Anxious"]);
    }

    [Theory]
    [InlineData("fee", "fee=50", "fee not known")]
    [InlineData("wait", "wait=14", "wait not known")]
    [InlineData("stage", "stage=Prevention", "stage of help not known")]
    [InlineData("body", "body=Ngo", "kind of body not known")]
    [InlineData("taking", "taking=true", "not known whether they take new clients")]
    [InlineData("licensed", "licensed=true", "licence not known")]
    [InlineData("culture", "culture=roma", "communities not known")]
    [InlineData("language", "language=kor&level=Native", "how well, not known")]
    public async Task Each_filter_counts_whom_nobody_knows_and_lets_them_in(string key, string query, string said)
    {
        var page = await SearchAsync("q=sixpeople&" + query);
        var strict = Names(page);
        var link = page.Document.QuerySelectorAll("a.cw-unk").Single(a => a.TextContent.Contains(said, StringComparison.Ordinal));
        var count = int.Parse(new string([.. link.TextContent.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture);

        var letIn = await filled.World.OpenAsync("counsellor-a", link.GetAttribute("href")!);

        Names(letIn).Count.ShouldBe(strict.Count + count);
        Names(letIn).Take(strict.Count).ShouldBe(strict, "those known to fit stand first");
        letIn.Document.QuerySelectorAll("a.cw-chip").ShouldContain(c => c.GetAttribute("href")!.Contains(key, StringComparison.Ordinal) && !c.GetAttribute("href")!.Contains("unknown=" + key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_offered_put_right()
    {
        var page = await SearchAsync("q=compuond");

        Names(page).ShouldBeEmpty();
        var link = page.Document.QuerySelectorAll("#found a").Single(a => a.TextContent == "compound");
        Names(await filled.World.OpenAsync("counsellor-a", link.GetAttribute("href")!)).ShouldContain("Nora Compound");
    }

    [Fact]
    public async Task Words_of_another_network_are_never_offered()
    {
        (await SearchAsync("q=compuond", "counsellor-c")).Text.ShouldNotContain("compound", Case.Insensitive);
    }

    [Fact]
    public async Task Words_that_speak_of_a_concern_suggest_it() =>
        (await SearchAsync("q=panic")).Find("#found a[href*='concern=health.anxiety']").ShouldNotBeNull();

    [Fact]
    public async Task Distance_is_measured_from_the_middle_of_an_area_and_nearest_comes_first()
    {
        var page = await SearchAsync("within=25&around=old+port&order=near");

        Names(page)[0].ShouldBe("Ana Anxious");
        page.Text.ShouldContain("km away");
        page.Text.ShouldContain("place on the map not known");
        Names(await SearchAsync("within=2&around=old+port")).ShouldNotContain("Fritz Free");
    }

    [Fact]
    public async Task What_was_said_long_ago_sinks_and_is_labelled_but_is_there()
    {
        var page = await SearchAsync("q=sinktest");

        Names(page).ShouldBe(["Ana Anxious", "Olga Outdated"]);
        page.Document.QuerySelectorAll("article")[1].TextContent.ShouldContain("Not confirmed since");
    }

    [Fact]
    public async Task Who_leaves_soon_is_labelled() =>
        (await SearchAsync("q=anxious")).Document.QuerySelectorAll("article")[0].TextContent.ShouldContain("Leaves");

    [Theory]
    [InlineData("name")]
    [InlineData("fresh")]
    [InlineData("near")]
    [InlineData("")]
    public async Task Pages_of_one_search_hold_everybody_once(string order)
    {
        var seen = new List<string>();
        for (var p = 1; p <= 3; p++)
        {
            seen.AddRange(Names(await SearchAsync($"q=pagetest&order={order}&p={p}", "lead-b")));
        }

        seen.Count.ShouldBe(40);
        seen.Distinct(StringComparer.Ordinal).Count().ShouldBe(40);
    }

    [Theory]
    [InlineData("q=%22%20OR%20%22*")]
    [InlineData("q=%27%20%7C%20%27x%3A*")]
    [InlineData("q=_t_Person")]
    [InlineData("q=~&culture=%27%29%3B&area=%2A&around=%00&language=%27%27%27&fee=-1&wait=9999999999&unknown=%00")]
    [InlineData("q=%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80+%F0%9F%98%80+%E0%B9%84%E0%B8%97%E0%B8%A2")]
    public async Task No_words_break_the_question(string query)
    {
        var page = await SearchAsync(query);

        ((int)page.Status).ShouldBe(200);
        page.Text.ShouldNotContain("Something broke");
    }
}

/// <summary>A few people of whom different things are known.</summary>
public sealed class FilterWorld : IAsyncLifetime
{
    public DirectoryWorld World { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await World.InitializeAsync();
        var now = World.App.Clock.GetUtcNow();
        string Day(int days) => now.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await World.TakeInAsync("lead-a",
            "Name,Profession,Phone,Languages,Help offered,Address,Area,Fee,Waiting time,Takes new clients,Cultures,Stage of help,Kind of body,Licence valid until,Leaves on,Last confirmed,Latitude,Longitude\n"
            + $"Ana Anxious,Psychologist,555 1101,\"Korean (native), German (fluent)\",anxiety sinktest sixpeople,1 One Street,Old Port,40 EUR,10 days,no,,,,,{Day(40)},{Day(-20)},53.540,9.980\n"
            + $"Fritz Free,Youth worker,555 1102,Korean (interpreter),bullying groups sixpeople,2 Two Street,North Quay,free,,yes,Roma,prevention,charity,,,{Day(-30)},53.640,9.980\n"
            + $"Lena Lawyer,Rechtsanwältin,555 1103,French,custody sixpeople,3 Three Street,Middle,,,,,,,{Day(400)},,{Day(-30)},,\n"
            + $"Olga Outdated,Doctor,555 1104,German,sinktest fever sixpeople,4 Four Street,Middle,,,,,,,{Day(-200)},,{Day(-500)},,\n"
            + $"Nora Compound,Spieltherapeutin,555 1105,Korean,Spieltherapie sixpeople,5 Five Street,,,,,,,,,,{Day(-30)},,\n"
            + $"王芳,儿童心理咨询师,555 1106,Chinese,sixpeople,6 Six Street,,,,,,,,,,{Day(-30)},,\n",
            share: true);
        await World.TakeInAsync("lead-b", DirectoryWorld.Crowd(40, "pagetest"), share: true);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
