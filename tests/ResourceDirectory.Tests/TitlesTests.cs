using System.Net;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Titles of countries change words and never data; who in a school helps with what.</summary>
public sealed class TitlesTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private const string Inside = "Name,Role,Phone,Email,Help offered\n";

    [Theory]
    [InlineData("ae")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("gb")]
    [InlineData("kr")]
    [InlineData("us")]
    public void A_pack_names_every_neutral_code_and_files_each_title_inside_or_outside(string code)
    {
        var pack = CountryPacks.Find(code).ShouldNotBeNull();
        Enum.GetValues<InsideRole>().Where(r => !pack.Inside.ContainsKey(r)).ShouldBeEmpty();
        Enum.GetValues<ProfessionFamily>().Where(f => !pack.Outside.ContainsKey(f)).ShouldBeEmpty();
        pack.Titles.ShouldAllBe(t => (t.Inside == null) != (t.Outside == null));
        pack.Titles.Select(t => t.Inside).OfType<InsideRole>().Distinct().Count().ShouldBe(6);
        pack.Titles.Select(t => t.Outside).OfType<ProfessionFamily>().Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public void A_missing_label_falls_back_to_the_neutral_one()
    {
        var bare = new CountryPack("xx", "Nowhere", "en", new Dictionary<InsideRole, string>(), new Dictionary<ProfessionFamily, string> { [ProfessionFamily.HealthCare] = "Healing" }, []);
        var labels = new RoleLabels(bare, new Plain());
        labels.Family(ProfessionFamily.HealthCare).ShouldBe("Healing");
        labels.Family(ProfessionFamily.YouthJustice).ShouldBe("Youth justice");
        labels.Role(InsideRole.SchoolHealth).ShouldBe("School health");
        new RoleLabels(null, new Plain()).Family(ProfessionFamily.HealthCare).ShouldBe("Health care");
    }

    [Theory]
    [InlineData("School nurse", nameof(InsideRole.SchoolHealth))]
    [InlineData("Beratungslehrkraft", nameof(InsideRole.Counselling))]
    [InlineData("Infirmière scolaire", nameof(InsideRole.SchoolHealth))]
    [InlineData("보건교사", nameof(InsideRole.SchoolHealth))]
    [InlineData("CPE", nameof(InsideRole.LeadershipAndProtection))]
    [InlineData("Assistant head, KS3", nameof(InsideRole.LeadershipAndProtection))]
    [InlineData("SENCO", nameof(InsideRole.LearningSupport))]
    [InlineData("أخصائي اجتماعي", nameof(InsideRole.SocialWork))]
    public void A_title_of_any_country_says_the_role_whatever_pack_is_chosen(string title, string role) => CountryPacks.RoleOf(title).ToString().ShouldBe(role);

    [Fact]
    public void Somebody_with_two_roles_has_both() =>
        CountryPacks.RolesOf("Counsellor, deputy safeguarding lead").ShouldBe([InsideRole.Counselling, InsideRole.LeadershipAndProtection]);

    [Fact]
    public void Who_protects_data_protects_no_children() => CountryPacks.RolesOf("Data protection officer").ShouldBeEmpty();

    [Fact]
    public void A_title_of_no_country_says_none() => CountryPacks.RoleOf("Wizard").ShouldBeNull();

    [Fact]
    public async Task Switching_the_country_changes_words_and_nothing_that_is_stored()
    {
        await world.TakeInAsync("lead-b", "Name,Profession,Phone,Help offered\nHeide Heilt,Child psychologist,555 0401,anxiety\n", share: true);
        var entry = await world.EntryAsync("lead-b", "Heide Heilt");
        var before = await StoredAsync();

        await (await world.OpenAsync("lead-b", "/directory/titles")).Form("#own-pack").Set("Code", "de").SubmitAsync();
        (await world.OpenAsync("teacher-b", $"/directory/entries/{entry.Id}")).Text.ShouldContain("Gesundheitswesen");
        (await world.OpenAsync("teacher-b", "/directory/coverage")).Text.ShouldContain("Gesundheitswesen");
        (await world.OpenAsync("teacher-a", $"/directory/entries/{entry.Id}")).Text.ShouldContain("Health care");
        (await StoredAsync()).ShouldBe(before);

        await (await world.OpenAsync("lead-b", "/directory/titles")).Form("#own-pack").Set("Code", "").SubmitAsync();
        (await world.OpenAsync("teacher-b", $"/directory/entries/{entry.Id}")).Text.ShouldContain("Health care");
    }

    private Task<string> StoredAsync() => world.AskAsync("lead-b", async db =>
        JsonColumn.Write((await db.Set<Entry>().AsNoTracking().OrderBy(e => e.Id).ToListAsync()).SelectMany(e => e.Claims).ToList())
        + string.Join(',', await db.Set<Listing>().OrderBy(l => l.Id).Select(l => l.Version).ToListAsync()));

    [Fact]
    public async Task The_networks_choice_counts_where_a_school_has_made_none()
    {
        (await world.OpenAsync("lead-c", "/directory/titles")).Html.ShouldNotContain("network-pack");
        await (await world.OpenAsync("coord-c", "/directory/titles")).Form("#network-pack").Set("NetworkCode", "kr").SubmitAsync();
        (await world.OpenAsync("lead-c", "/directory/titles")).Text.ShouldContain("보건·의료");
        await (await world.OpenAsync("lead-c", "/directory/titles")).Form("#own-pack").Set("Code", "").SubmitAsync();
        (await world.OpenAsync("lead-c", "/directory/titles")).Text.ShouldNotContain("보건·의료");
        await (await world.OpenAsync("lead-c", "/directory/titles")).Form("#own-pack").Set("Code", "network").SubmitAsync();
        (await world.OpenAsync("lead-c", "/directory/titles")).Text.ShouldContain("보건·의료");
        (await world.OpenAsync("lead-a", "/directory/titles")).Text.ShouldNotContain("보건·의료");
    }

    [Fact]
    public async Task A_country_that_is_none_is_refused_and_readers_choose_none()
    {
        var answer = await (await world.OpenAsync("lead-a", "/directory/titles")).Form("#own-pack").Force("Code", "zz").PostAsync();
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Choose one of the countries.");
        (await world.OpenAsync("teacher-a", "/directory/titles")).Html.ShouldNotContain("own-pack");
    }

    [Fact]
    public async Task A_concern_without_a_role_or_without_a_person_in_it_is_shown_as_not_covered()
    {
        await world.TakeInAsync("lead-a", Inside + "Nadja Nurse,School nurse,555 0501,nadja@a.example,first aid\nSami Senco,SENCO,555 0502,sami@a.example,reading\n", inside: true);
        var page = await world.OpenAsync("teacher-a", "/directory/who-helps");
        Line(page, "Health").ShouldContain("Nadja Nurse");
        Line(page, "Learning").ShouldContain("Sami Senco");
        Line(page, "Leisure").ShouldContain("Not covered");
        page.Html.ShouldNotContain("who-helps/edit");
        (await world.OpenAsync("teacher-b", "/directory/who-helps")).Html.ShouldNotContain("Nadja Nurse");

        var form = (await world.OpenAsync("lead-a", "/directory/who-helps/edit")).Form();
        var saved = await form.Set("Links[Leisure]", "SchoolHealth").Set("Links[Learning]").SubmitAsync();
        Line(saved, "Leisure").ShouldContain("Nadja Nurse");
        Line(saved, "Learning").ShouldContain("No role is linked");
        Line(saved, "Learning").ShouldContain("Not covered");
        (await world.OpenAsync("lead-b", "/directory/who-helps/edit")).Form().Fields.ShouldContain(f => f.Key == "Links[Learning]" && f.Value == "LearningSupport");
    }

    [Fact]
    public async Task Two_people_who_link_at_once_do_not_overwrite_each_other()
    {
        var (first, second) = ((await world.OpenAsync("head-b", "/directory/who-helps/edit")).Form(), (await world.OpenAsync("lead-b", "/directory/who-helps/edit")).Form());
        (await first.Set("Links[Health]", "Counselling").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var late = await second.Set("Links[Health]", "SocialWork").PostAsync();
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Find("input[name='Links[Health]'][value=SocialWork]")!.HasAttribute("checked").ShouldBeTrue();
    }

    private static string Line(TestPage page, string group) =>
        page.Document.QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("th")!.FirstChild!.TextContent.Trim() == group).TextContent;

    private sealed class Plain : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, name);

        public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(System.Globalization.CultureInfo.InvariantCulture, name, arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
