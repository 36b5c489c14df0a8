using System.Net;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Who knows whom: recorded by schools, told to the network by post, drawn as of any day.</summary>
public sealed class TieTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private DateOnly Today => DateOnly.FromDateTime(world.App.Clock.GetUtcNow().UtcDateTime);

    private async Task<string> EntryAsync(string name)
    {
        await world.TakeInAsync("lead-a", $"Name,Profession,Phone,Help offered\n{name},Psychologist,555 0{name.Length}22,worries\n", share: true);
        return $"/directory/entries/{(await world.EntryAsync("lead-a", name)).Id}";
    }

    private async Task<TestPage> KnotAsync(string person, string url, string post, DateOnly since, string strength = "WorkedWith", string note = "") =>
        await (await world.OpenAsync(person, url + "/tie")).Form().Set("Post", world.App.Ids["post:" + post].ToString()).Set("Since", Iso(since)).Set("Strength", strength).Set("Note", note).SubmitAsync();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_tie_is_seen_by_the_network_and_its_note_by_the_own_school_alone()
    {
        var url = await EntryAsync("Tilda Tied");
        var saved = await KnotAsync("lead-a", url, "counsellor-a-1", Today.AddDays(-400), note: "quokka on the phone");
        saved.Find("#ties")!.TextContent.ShouldContain("Cleo Counsellor");

        var other = await world.OpenAsync("teacher-b", url);
        other.Find("#ties")!.TextContent.ShouldContain("Cleo Counsellor");
        other.Find("#ties")!.TextContent.ShouldContain("has worked with them");
        other.Html.ShouldNotContain("quokka");
        var map = await world.OpenAsync("lead-b", "/directory/ties");
        map.Html.ShouldNotContain("quokka");
        map.Find(".cw-svg")!.TextContent.ShouldContain("Tilda Tied");
        map.Find("main table")!.TextContent.ShouldContain("Tilda Tied");
        (await world.OpenAsync("lead-c", "/directory/ties")).Html.ShouldNotContain("Tilda Tied");
    }

    [Fact]
    public async Task The_map_of_a_past_day_shows_what_was_so_then()
    {
        var url = await EntryAsync("Paul Past");
        var page = await KnotAsync("lead-a", url, "lead-a-1", Today.AddDays(-300), "KnowsOf");
        var change = page.Find("#ties a[href*='/tie/']")!.GetAttribute("href")!;
        world.App.Clock.Advance(TimeSpan.FromDays(1));
        world.ForgetBrowsers();
        await (await world.OpenAsync("lead-a", change)).Form().Set("Strength", "Close").SubmitAsync();

        Row(await world.OpenAsync("lead-b", "/directory/ties"), "Paul Past").ShouldContain("close, works with them often");
        Row(await world.OpenAsync("lead-b", $"/directory/ties?on={Iso(Today.AddDays(-10))}"), "Paul Past").ShouldContain("knows of them");
        Row(await world.OpenAsync("lead-b", $"/directory/ties?on={Iso(Today.AddDays(-330))}"), "Paul Past").ShouldBe("");
    }

    [Fact]
    public async Task An_ended_tie_stays_as_past_and_is_no_longer_offered()
    {
        var url = await EntryAsync("Ella Ended");
        var page = await KnotAsync("lead-a", url, "head-a-1", Today.AddDays(-200));
        var tie = page.Find("#ties a[href*='/tie/']")!.GetAttribute("href")!;
        var ended = await (await world.OpenAsync("lead-a", tie)).Form("form[action*=End]").SubmitAsync();

        ended.Find("#ties")!.TextContent.ShouldContain("former");
        Row(await world.OpenAsync("lead-b", "/directory/ties"), "Ella Ended").ShouldBe("");
        Row(await world.OpenAsync("lead-b", $"/directory/ties?on={Iso(Today.AddDays(-5))}"), "Ella Ended").ShouldContain("School A");
    }

    [Fact]
    public async Task When_a_colleague_leaves_the_tie_shows_no_name_at_once_and_ends_with_the_next_look()
    {
        var url = await EntryAsync("Ferdi Former");
        await KnotAsync("lead-b", url, "counsellor-b-1", Today.AddDays(-100));
        await EndPostAsync("counsellor-b-1");

        var page = (await world.OpenAsync("teacher-a", url)).Find("#ties")!.TextContent;
        page.ShouldNotContain("Cem Counsellor");
        page.ShouldContain("former");
        world.App.Clock.Advance(TimeSpan.FromDays(1.1));
        world.ForgetBrowsers();
        await world.App.RunJobsAsync();
        var tie = await world.AskAsync("lead-b", db => db.Set<Tie>().FirstAsync(t => t.Professional == "Ferdi Former"));
        (tie.HolderName, tie.EndedOn).ShouldBe(("Cem Counsellor", Today));
        (await world.AskAsync("lead-a", db => db.Set<TieNotice>().FirstAsync(t => t.Professional == "Ferdi Former"))).EndedOn.ShouldBe(Today);
    }

    [Fact]
    public async Task What_orders_its_own_next_day_is_never_given_up()
    {
        var rounds = await world.App.InScopeAsync("lead-a", services => Task.FromResult(
            services.GetServices<IJobHandler>().Where(h => h.GetType().Assembly == typeof(Tie).Assembly && h.IsRound).Select(h => h.Kind).Order(StringComparer.Ordinal).ToList()));

        rounds.ShouldBe(["directory.check", "directory.ties-follow-posts"]);
    }

    /// <summary>A head of the school ends the post on its page.</summary>
    private async Task EndPostAsync(string post)
    {
        var page = await world.OpenAsync("head-b", $"/organisations/{world.App.Ids["organisation:school-b"]}/posts/{world.App.Ids["post:" + post]}");
        var ended = await page.Form("form[action*=End]").SubmitAsync();
        ended.Status.ShouldBe(HttpStatusCode.OK, ended.Text);
    }

    [Fact]
    public async Task The_same_tie_is_not_written_down_twice()
    {
        var url = await EntryAsync("Tom Twice");
        await KnotAsync("lead-a", url, "lead-a-1", Today.AddDays(-20));
        var again = await KnotAsync("counsellor-a", url, "lead-a-1", Today.AddDays(-10), note: "typed with care");
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("This tie is written down already.");
        again.Find("textarea[name=Note]")!.TextContent.ShouldBe("typed with care");
    }

    [Theory]
    [InlineData("Since", "", "Write since when")]
    [InlineData("Since", "2099-01-01", "This day has not come yet.")]
    [InlineData("LastContact", "2019-01-01", "The last contact is not before the first.")]
    [InlineData("Post", "", "Choose who of your school knows them.")]
    public async Task What_cannot_be_is_refused_at_its_field(string field, string value, string message)
    {
        var url = await EntryAsync("Wrong Tie" + field + value.Length);
        var answer = await (await world.OpenAsync("lead-a", url + "/tie")).Form().Set("Since", "2024-01-01").Set(field, value).PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(message);
        answer.Find($"[name={field}]")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task Nobody_ties_for_another_school_or_changes_its_ties()
    {
        var url = await EntryAsync("Foreign Tie");
        var forged = await (await world.OpenAsync("lead-b", url + "/tie")).Form().Force("Post", world.App.Ids["post:lead-a-1"].ToString()).Set("Since", "2024-01-01").PostAsync();
        forged.Text.ShouldContain("Choose who of your school knows them.");

        await KnotAsync("lead-a", url, "lead-a-1", Today.AddDays(-20));
        var tie = await world.AskAsync("lead-a", db => db.Set<Tie>().Where(t => t.Professional == "Foreign Tie").Select(t => t.Id).FirstAsync());
        (await world.OpenAsync("lead-b", $"{url}/tie/{tie}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var refusal = await world.App.InScopeAsync("lead-b", services => services.GetRequiredService<RecordTieHandler>()
            .EndAsync(new EntryId(Guid.Parse(url.Split('/')[^1])), tie, services.GetRequiredService<ICurrentActor>().Actor, CancellationToken.None));
        refusal.ShouldBe(ShareListingsHandler.NotThere);
    }

    [Fact]
    public async Task Two_people_who_change_a_tie_at_once_do_not_overwrite_each_other()
    {
        var url = await EntryAsync("Zoe Zugleich");
        var page = await KnotAsync("lead-a", url, "lead-a-1", Today.AddDays(-20));
        var tie = page.Find("#ties a[href*='/tie/']")!.GetAttribute("href")!;
        var (first, second) = ((await world.OpenAsync("lead-a", tie)).Form(), (await world.OpenAsync("counsellor-a", tie)).Form());
        await first.Set("Note", "the first word").SubmitAsync();
        var late = await second.Set("Note", "the second word").PostAsync();
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Find("textarea[name=Note]")!.TextContent.ShouldBe("the second word");
    }

    [Fact]
    public async Task A_school_that_leaves_takes_its_ties_home_and_the_network_forgets_them()
    {
        var url = await EntryAsync("Hedda Home");
        await KnotAsync("lead-b", url, "head-b-1", Today.AddDays(-50), note: "=2+3 and home");
        var csv = await world.App.InScopeAsync("lead-b", async services =>
        {
            var leaving = services.GetServices<IDataToHandBack>().OfType<LeavingWithKnowledge>().Single();
            using var file = new MemoryStream();
            await leaving.WriteAsync(world.App.Organisation("school-b"), world.App.Network("net-1"), file, CancellationToken.None);
            await leaving.LeaveAsync(world.App.Organisation("school-b"), world.App.Network("net-1"), leaveBehind: true, CancellationToken.None);
            await services.GetRequiredService<Persistence.AppDbContext>().SaveChangesAsync();
            return System.Text.Encoding.UTF8.GetString(file.ToArray());
        });

        csv.ShouldContain("Hedda Home");
        csv.ShouldNotContain(",=2+3");
        (await world.OpenAsync("teacher-a", url)).Find("#ties")!.TextContent.ShouldNotContain("School B");
        (await world.AskAsync("lead-b", db => db.Set<Tie>().CountAsync(t => t.Professional == "Hedda Home"))).ShouldBe(1);
    }

    private static string Row(TestPage page, string professional) =>
        string.Join(' ', page.Document.QuerySelectorAll("main tbody tr").Where(r => r.TextContent.Contains(professional, StringComparison.Ordinal)).Select(r => r.TextContent));
}
