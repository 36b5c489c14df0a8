using System.Net;
using Causeway.TestKit;

namespace Causeway.Partnerships.Tests;

public sealed class TextFirstTests
{
    private const int Most = 30 * 1024;

    private static readonly string[] Parts = ["", "plan", "plan/Internet", "projects", "files", "health", "contacts", "talks", "balance", "learned", "agreement", "sheets", "parties", "hand-overs", "sponsors", "stage", "guide"];

    [Fact]
    public async Task Where_the_plan_calls_a_sides_internet_low_its_pages_are_words_alone_and_small()
    {
        await using var world = await KeepWorld.StartAsync();
        await world.BeginProjectAsync();
        await world.AddFileAsync("lead-a", "Budget.pdf", JointWorld.Pdf);
        (await world.OpenAsync("lead-b", "")).Find("script").ShouldNotBeNull("nobody has said yet that it is low");
        await LowAsync(world);
        using var low = await world.App.AsAsync("lead-b");
        var style = await SizeOfStyleAsync(low, await low.GetAsync($"/partnerships/{world.Id}/plan"));
        foreach (var part in Parts)
        {
            var page = await low.OpenAsync($"/partnerships/{world.Id}/{part}");
            page.Status.ShouldBe(HttpStatusCode.OK, part);
            page.Document.QuerySelectorAll("script, img, svg, link[rel=preload], link[rel=icon]:not([href^='data:'])").ShouldBeEmpty(part);
            (page.Bytes.Length + style).ShouldBeLessThanOrEqualTo(Most, part);
        }

        (await world.OpenAsync("lead-a", "plan")).Find("script").ShouldNotBeNull("the other side's line is good");
        // The forms work as they do elsewhere.
        await world.DoAsync("lead-b", "talks", "", f => f.Set("Day", world.Day(9)).Set("Time", "09:00").Set("How", "Telephone"));
    }

    [Fact]
    public async Task Whoever_sits_on_another_line_chooses_for_the_device()
    {
        await using var world = await KeepWorld.StartAsync();
        await LowAsync(world);
        using var low = await world.App.AsAsync("lead-b");
        await ChooseAsync(world, low, "never");
        (await low.OpenAsync($"/partnerships/{world.Id}/plan")).Find("script").ShouldNotBeNull();
        await ChooseAsync(world, low, "plan");
        (await low.OpenAsync($"/partnerships/{world.Id}/plan")).Find("script").ShouldBeNull();
        using var good = await world.App.AsAsync("lead-a");
        await ChooseAsync(world, good, "always");
        (await good.OpenAsync($"/partnerships/{world.Id}/plan")).Find("script").ShouldBeNull();
        (await good.OpenAsync("/partnerships")).Find("script").ShouldBeNull();
        var refused = await (await good.OpenAsync("/partnerships/text-first")).Form().Force("Choice", "sometimes").PostAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Pages_behind_links_are_words_alone_and_small()
    {
        await using var world = await JointWorld.WithFarSchoolAsync("ar");
        var project = await world.BeginProjectAsync();
        await world.AddFileAsync("lead-a", "Budget.pdf", JointWorld.Pdf);
        await world.DoAsync("lead-a", "plan", "Begin");
        await world.DoAsync("lead-a", "talks", "", f => f.Set("Day", world.Day(9)).Set("Time", "09:00").Set("How", "Telephone"));
        var ask = (await world.LinksAsync())[0];
        var link = await world.SideLinkAsync();
        using var guest = world.App.Anonymous();
        var style = await SizeOfStyleAsync(guest, await guest.GetAsync(link));
        foreach (var page in new[] { link, $"{link}/plan", $"{link}/files", $"{link}/projects", $"{link}/projects/{project}", ask })
        {
            var answer = await guest.GetAsync(page);
            answer.Status.ShouldBe(HttpStatusCode.OK, page);
            answer.Document.QuerySelectorAll("script, img, svg").ShouldBeEmpty(page);
            (answer.Bytes.Length + style).ShouldBeLessThanOrEqualTo(Most, page);
        }
    }

    [Theory]
    [InlineData("good", "good", "video", true, "Video and common documents work")]
    [InlineData("good", "low", "video", false, "No video.")]
    [InlineData("good", "low", "text", true, "No video.")]
    [InlineData("middle", "", "voice", true, "talks by voice")]
    public async Task The_plan_says_what_will_work_for_both(string ours, string theirs, string needs, bool works, string advice)
    {
        await using var world = await KeepWorld.StartAsync();
        await world.DoAsync("lead-a", "plan", "Begin");
        foreach (var (side, band) in new[] { ("1", ours), ("2", theirs) }.Where(b => b.Item2.Length > 0))
        {
            await world.DoAsync("lead-a", "plan/Internet", "", f => f.Set("Cells[side]", side).Set("Cells[band]", band));
        }

        await world.DoAsync("lead-a", "plan/Tools", "", f => f.Set("Cells[tool]", "The tool").Set("Cells[use]", "main").Set("Cells[needs]", needs)
            .Set("Cells[allowed.1]", "yes").Set("Cells[works.1]", "yes").Set("Cells[account.1]", "yes").Set("Cells[allowed.2]", "yes").Set("Cells[works.2]", "yes").Set("Cells[account.2]", "yes"));
        var text = (await world.OpenAsync("lead-a", "plan")).Text;
        text.ShouldContain(advice);
        text.Contains("For both", StringComparison.Ordinal).ShouldBe(works);
        text.Contains("does not carry video", StringComparison.Ordinal).ShouldBe(!works);
    }

    private static async Task LowAsync(KeepWorld world)
    {
        await world.DoAsync("lead-a", "plan", "Begin");
        await world.DoAsync("lead-a", "plan/Internet", "", f => f.Set("Cells[side]", "1").Set("Cells[band]", "good"));
        await world.DoAsync("lead-a", "plan/Internet", "", f => f.Set("Cells[side]", "2").Set("Cells[band]", "low"));
    }

    private static async Task ChooseAsync(KeepWorld world, TestBrowser browser, string choice) =>
        (await (await browser.OpenAsync($"/partnerships/text-first?partnership={world.Id}")).Form().Set("Choice", choice).PostAsync()).Location.ShouldBe($"/partnerships/{world.Id}");

    private static async Task<int> SizeOfStyleAsync(TestBrowser browser, TestPage page) => (await browser.GetAsync(page.Find("link[rel=stylesheet]")!.GetAttribute("href")!)).Bytes.Length;
}
