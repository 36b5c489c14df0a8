using System.Net;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Waits, outcomes, communities and visits: what schools tell of an entry beside its facts.</summary>
public sealed class KnowledgeTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private const string Heads = "Name,Profession,Phone,Email,Help offered,Waiting list,Communities\n";

    private async Task<string> EntryAsync(string name, string rest = "")
    {
        await world.TakeInAsync("lead-a", Heads + $"{name},Psychologist,555 0{name.Length}11,{name.Split(' ')[0].ToLowerInvariant()}@know.example,worries,{rest}\n", share: true);
        return $"/directory/entries/{(await world.EntryAsync("lead-a", name)).Id}";
    }

    [Fact]
    public async Task A_wait_that_one_school_tells_is_seen_by_all_with_its_day_and_whose_word_it_is()
    {
        var url = await EntryAsync("Wanda Waits");
        var form = (await world.OpenAsync("lead-b", url + "/waiting")).Form();
        var saved = await form.Set("FromDays", "14").Set("ToDays", "21").Set("SaidBy", "Referral").Set("On", Day(-10)).SubmitAsync();
        saved.Text.ShouldContain("All schools of the network see it now");

        var page = await world.OpenAsync("teacher-a", url);
        var waits = page.Find("#waits")!.TextContent;
        waits.ShouldContain("14 to 21 days");
        waits.ShouldContain("Fresh");
        waits.ShouldContain("measured: a family waited so long");
        waits.ShouldContain("School B");
    }

    [Fact]
    public async Task A_wait_older_than_six_weeks_is_labelled_as_old()
    {
        var url = await EntryAsync("Otto Oldwait");
        await (await world.OpenAsync("lead-a", url + "/waiting")).Form().Set("FromDays", "30").Set("On", Day(-43)).SubmitAsync();
        (await world.OpenAsync("lead-a", url)).Find("#waits")!.TextContent.ShouldContain("Older than six weeks: ask again");

        await (await world.OpenAsync("lead-a", url + "/waiting")).Form().Set("FromDays", "5").Set("On", Day(-41)).SubmitAsync();
        var waits = (await world.OpenAsync("lead-a", url)).Find("#waits")!;
        waits.TextContent.ShouldContain("5 days");
        waits.TextContent.ShouldNotContain("ask again");
        waits.QuerySelectorAll("svg circle").Length.ShouldBe(0);
        waits.QuerySelectorAll("svg rect.cw-square").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("FromDays", "", "Write the number of days; three weeks are 21.")]
    [InlineData("FromDays", "soon", null)]
    [InlineData("FromDays", "9999", "A wait is between 0 and 730 days.")]
    [InlineData("ToDays", "3", "The second number is the longer wait.")]
    [InlineData("On", "2099-01-01", "This day has not come yet.")]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(string field, string value, string? message)
    {
        var url = await EntryAsync("Rita Refused" + field.Length + value.Length);
        var form = (await world.OpenAsync("lead-a", url + "/waiting")).Form().Set("FromDays", "10").Set(field, value).Set("SaidBy", "School");
        var answer = await form.PostAsync();

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var wrong = answer.Find($"[name={field}]")!;
        wrong.GetAttribute("aria-invalid").ShouldBe("true");
        wrong.GetAttribute("value").ShouldBe(value);
        answer.Find("input[name=SaidBy][value=School]")!.HasAttribute("checked").ShouldBeTrue();
        if (message is not null)
        {
            answer.Text.ShouldContain(message);
        }
    }

    [Fact]
    public async Task Only_the_school_that_told_a_wait_takes_it_back()
    {
        var url = await EntryAsync("Tabea Takeback");
        await (await world.OpenAsync("lead-a", url + "/waiting")).Form().Set("FromDays", "77").SubmitAsync();
        (await world.OpenAsync("lead-b", url + "/waiting")).Text.ShouldNotContain("77 days");
        var row = await world.AskAsync("lead-a", db => db.Set<WaitingObservation>().Where(w => w.FromDays == 77).Select(w => w.Id).FirstAsync());
        (await TakeBackAsync("lead-b", url, row)).ShouldBe(ShareListingsHandler.NotThere);
        (await world.OpenAsync("lead-a", url)).Find("#waits")!.TextContent.ShouldContain("77 days");

        await (await world.OpenAsync("lead-a", url + "/waiting")).Form("form[action*=TakeBack]").SubmitAsync();
        (await world.OpenAsync("lead-a", url)).Find("#waits")!.TextContent.ShouldNotContain("77 days");
    }

    private Task<Refusal?> TakeBackAsync(string person, string url, DirectoryRowId row) => world.App.InScopeAsync(person, services =>
        services.GetRequiredService<ObserveWaitHandler>().TakeBackAsync(new EntryId(Guid.Parse(url.Split('/')[^1])), row, services.GetRequiredService<ICurrentActor>().Actor, CancellationToken.None));

    [Fact]
    public async Task Outcomes_are_shown_from_three_on_and_never_whose_they_are()
    {
        var url = await EntryAsync("Erna Experience");
        await TellAsync("lead-a", url, "Accepted");
        await TellAsync("lead-b", url, "WaitingList");
        var two = (await world.OpenAsync("counsellor-b", url)).Find("#experience")!.TextContent;
        two.ShouldContain("shown once three are there");
        two.ShouldNotContain("referral,");
        two.ShouldNotContain("Accepted");

        await TellAsync("lead-b", url, "Accepted");
        var three = (await world.OpenAsync("teacher-a", url)).Find("#experience")!;
        three.TextContent.ShouldContain("Network experience");
        three.TextContent.ShouldContain("3 referrals");
        three.TextContent.ShouldNotContain("School");
        three.QuerySelectorAll(".cw-num").Select(n => n.TextContent).ShouldBe(["2", "1", "0", "0"]);
    }

    [Fact]
    public async Task A_school_sees_and_takes_back_its_own_outcomes_only()
    {
        var url = await EntryAsync("Olga Outcome");
        await TellAsync("lead-a", url, "Declined");
        (await world.OpenAsync("lead-b", url + "/outcome")).Html.ShouldNotContain("handler=TakeBack");
        await (await world.OpenAsync("lead-a", url + "/outcome")).Form("form[action*=TakeBack]").SubmitAsync();
        var about = new EntryId(Guid.Parse(url.Split('/')[^1]));
        (await world.AskAsync("lead-a", db => db.Set<NetworkExperience>().CountAsync(e => e.EntryId == about))).ShouldBe(0);
    }

    [Fact]
    public async Task An_outcome_without_a_choice_is_asked_for()
    {
        var url = await EntryAsync("Nina Nochoice");
        var answer = await (await world.OpenAsync("lead-a", url + "/outcome")).Form().PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Choose how it went.");
    }

    [Fact]
    public async Task A_community_is_self_declared_until_a_named_school_confirms_it()
    {
        var url = await EntryAsync("Komal Community", ",Korean families");
        var before = await world.OpenAsync("teacher-b", url);
        before.Find("#languages")!.TextContent.ShouldContain("Self-declared");
        before.Html.ShouldNotContain("We can confirm it");

        var after = await (await world.OpenAsync("lead-b", url)).Form("form[action$=community]").SubmitAsync();
        after.Find("#languages")!.TextContent.ShouldContain("Confirmed by School B");
        after.Find("#languages")!.TextContent.ShouldNotContain("Self-declared");
        var entry = await world.EntryAsync("lead-a", "Komal Community");
        entry.Claims.Single(c => c.Fact.Field == FactField.Cultures).Fact.Detail.ShouldBe(CultureSaid.Confirmed);

        (await world.OpenAsync("lead-a", "/find-help?culture=korean&confirmed=true")).Find("main")!.TextContent.ShouldContain("Komal Community");

        var taken = await after.Form("form[action$=community]").SubmitAsync();
        taken.Find("#languages")!.TextContent.ShouldContain("Self-declared");
        (await world.EntryAsync("lead-a", "Komal Community")).Claims.Single(c => c.Fact.Field == FactField.Cultures).Fact.Detail.ShouldBeNull();
        (await world.OpenAsync("lead-a", "/find-help?culture=korean&confirmed=true")).Find("main")!.TextContent.ShouldNotContain("Komal Community");
    }

    [Fact]
    public async Task A_community_that_nobody_claims_cannot_be_confirmed()
    {
        var url = await EntryAsync("Clara Claimless", ",Turkish families");
        var answer = await (await world.OpenAsync("lead-b", url)).Form("form[action$=community]").Force("Community", "Martians").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Visits_are_the_own_schools_alone()
    {
        var url = await EntryAsync("Vera Visited");
        await (await world.OpenAsync("lead-a", url + "/visits")).Form().Set("On", Day(-3)).Set("Kind", "WeVisited").Set("People", "Lea and Cleo").Set("Note", "ring the lower bell").SubmitAsync();

        (await world.OpenAsync("counsellor-a", url)).Find("#visits")!.TextContent.ShouldContain("ring the lower bell");
        (await world.OpenAsync("teacher-a", url)).Html.ShouldNotContain("ring the lower bell");
        (await world.OpenAsync("lead-b", url)).Html.ShouldNotContain("ring the lower bell");
        (await world.OpenAsync("lead-b", url + "/visits")).Html.ShouldNotContain("ring the lower bell");
    }

    [Fact]
    public async Task What_schools_told_stays_with_the_right_listing_when_its_join_is_undone()
    {
        await world.TakeInAsync("lead-a", DirectoryWorld.Crowd(30) + "Jonna Joined,Youth coach,Jonna House,555 0177,jonna@joined.example,English,,help,9 Jonna Road\n", share: true);
        await world.TakeInAsync("lead-b", "Name,Profession,Organisation,Phone,Email,Help offered,Address\nJonna Joined,Youth coach,Jonna House,555 0177,jonna@joined.example,help,9 Jonna Road\n", share: true);
        var joined = await world.EntryAsync("lead-a", "Jonna Joined");
        joined.Contributions.ShouldBe(2);
        await (await world.OpenAsync("lead-b", $"/directory/entries/{joined.Id}/waiting")).Form().Set("FromDays", "33").SubmitAsync();

        await (await world.OpenAsync("coord", $"/directory/entries/{joined.Id}")).Form("form[action*=Undo]").SubmitAsync();

        var apart = (await world.EntriesAsync("lead-a")).Where(e => e.Name == "Jonna Joined").ToList();
        apart.Count.ShouldBe(2);
        var ofB = apart.Single(e => e.Claims.All(c => c.SourceName == "School B"));
        (await world.OpenAsync("lead-a", $"/directory/entries/{ofB.Id}")).Find("#waits")!.TextContent.ShouldContain("33 days");
        (await world.OpenAsync("lead-a", $"/directory/entries/{apart.Single(e => e.Id != ofB.Id).Id}")).Find("#waits")!.TextContent.ShouldNotContain("33 days");
    }

    [Fact]
    public async Task A_school_that_leaves_takes_what_it_told_with_it_unless_it_leaves_it_behind()
    {
        var url = await EntryAsync("Lotte Leaving", ",Kurdish families");
        await (await world.OpenAsync("lead-b", url)).Form("form[action$=community]").SubmitAsync();
        await (await world.OpenAsync("lead-b", url + "/waiting")).Form().Set("FromDays", "19").SubmitAsync();
        await TellAsync("lead-b", url, "Closed");
        var about = new EntryId(Guid.Parse(url.Split('/')[^1]));
        var (kept, gone) = (await LeftAsync(leaveBehind: true, about), await LeftAsync(leaveBehind: false, about));

        kept.ShouldBe((1, 1, 1));
        gone.ShouldBe((0, 0, 0));
    }

    private Task<(int Waits, int Communities, int Outcomes)> LeftAsync(bool leaveBehind, EntryId about) => world.App.InScopeAsync("lead-b", async services =>
    {
        var db = services.GetRequiredService<Persistence.AppDbContext>();
        var leaving = services.GetServices<IOnLeavingNetwork>().OfType<LeavingWithKnowledge>().Single();
        await leaving.LeaveAsync(world.App.Organisation("school-b"), world.App.Network("net-1"), leaveBehind, CancellationToken.None);
        await db.SaveChangesAsync();
        return (await db.Set<WaitingObservation>().CountAsync(w => w.EntryId == about), await db.Set<CommunityConfirmation>().CountAsync(w => w.EntryId == about), await db.Set<NetworkExperience>().CountAsync(w => w.EntryId == about));
    });

    private async Task TellAsync(string person, string url, string outcome) =>
        (await (await world.OpenAsync(person, url + "/outcome")).Form().Set("Outcome", outcome).SubmitAsync()).Text.ShouldContain("never with your school’s name");

    private string Day(int away) => DateOnly.FromDateTime(world.App.Clock.GetUtcNow().UtcDateTime).AddDays(away).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
