using System.Net;
using System.Text.RegularExpressions;
using Causeway.TestKit;

namespace Causeway.Networks.Tests;

/// <summary>Foreign, mixed and invented ids are all answered the same way (R2, R4).</summary>
public sealed partial class TwoSchoolsTests(WorldFixture world) : IClassFixture<WorldFixture>
{
    private const string Nobody = "01890000-0000-7000-8000-000000000000";

    public static TheoryData<string, string> Probes => new()
    {
        { "lead-a", "/organisations/{school-b}/edit" },
        { "lead-a", "/organisations/{school-b}/posts/new" },
        { "lead-a", "/organisations/{school-b}/group" },
        { "lead-a", "/organisations/{school-b}/posts/{post:lead-b-1}" },
        { "lead-a", "/organisations/{school-a}/posts/{post:lead-b-1}" },
        { "lead-a", "/organisations/{school-b}/posts/{post:lead-a-1}" },
        { "lead-b", "/organisations/{school-b}/posts/{post:lead-a-1}" },
        { "lead-a", "/organisations/{school-c}" },
        { "coord", "/organisations/{school-c}" },
        { "coord", "/organisations/{school-a}/posts/{post:lead-a-1}" },
        { "coord", "/network/posts/{post:lead-a-1}" },
        { "coord-c", "/organisations/{school-a}" },
        { "lead-c", "/organisations/{school-a}" },
    };

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task A_foreign_id_is_answered_like_one_that_never_was(string person, string path)
    {
        using var browser = await world.App.AsAsync(person);
        var foreign = await browser.GetAsync(Fill(path, key => world.App.Ids[key].ToString()));
        var invented = await browser.GetAsync(Fill(path, _ => Nobody));
        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
        invented.Status.ShouldBe(HttpStatusCode.NotFound);
        Plain(foreign).ShouldBe(Plain(invented));
    }

    [Fact]
    public async Task Members_see_each_others_card_and_running_posts_and_nothing_to_change()
    {
        using var browser = await world.App.AsAsync("teacher-a");
        var page = await browser.OpenAsync("/organisations/" + world.App.Organisation("school-b"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Liv Lead");
        page.Text.ShouldContain("Safeguarding lead");
        page.Text.ShouldNotContain("1 Middle Street");
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        page.Text.ShouldNotContain("example");
    }

    [Fact]
    public async Task An_ended_post_is_told_to_nobody_outside()
    {
        using var browser = await world.App.AsAsync("lead-b");
        (await browser.OpenAsync("/organisations/" + world.App.Organisation("school-a"))).Text.ShouldNotContain("Emil Ended");
        (await browser.OpenAsync("/network")).Text.ShouldNotContain("Emil Ended");
        using var own = await world.App.AsAsync("lead-a");
        (await own.OpenAsync("/organisations/" + world.App.Organisation("school-a"))).Text.ShouldContain("Emil Ended");
    }

    [Fact]
    public async Task The_network_page_names_no_organisation_of_another_network()
    {
        using var browser = await world.App.AsAsync("head-a");
        var page = await browser.OpenAsync("/network");
        page.Document.QuerySelectorAll("main bdi").Count(b => b.TextContent == "School B").ShouldBeGreaterThan(0);
        page.Document.QuerySelectorAll("main bdi").Count(b => b.TextContent == "School C").ShouldBe(0);
        page.Text.ShouldNotContain("Lou Lead");
    }

    // The page says its own number for support; everything else must be equal to the byte.
    private static string Plain(TestPage page) => SupportNumber().Replace(page.Text, "#");

    private static string Fill(string path, Func<string, string> id) => Place().Replace(
        path, m => m.Groups["key"].Value is var key && key.StartsWith("post:", StringComparison.Ordinal) ? id(key) : id("organisation:" + key));

    [GeneratedRegex(@"number: \S+", RegexOptions.NonBacktracking)]
    private static partial Regex SupportNumber();

    [GeneratedRegex(@"\{(?<key>[^}]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
