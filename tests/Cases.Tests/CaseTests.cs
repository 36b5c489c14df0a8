using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Cases.Tests;

/// <summary>Opening, reading, writing, correcting.</summary>
public sealed class CaseTests
{
    [Fact]
    public async Task A_case_is_opened_with_a_child_a_reason_and_a_next_review_and_shows_them()
    {
        await using var world = await CaseWorld.StartAsync();
        foreach (var (field, value) in (IReadOnlyList<(string, string)>)[("Input.GivenNames", ""), ("Input.FamilyName", ""), ("Input.Concern", ""), ("Input.NextReviewOn", ""), ("Input.NextReviewOn", world.Day(-1)), ("Input.NextReviewOn", world.Day(367)), ("Input.Born", world.Day(1))])
        {
            var again = await world.PostAsync(CaseWorld.Lead, "/cases/open", f => f
                .Set("Input.GivenNames", "Nils").Set("Input.FamilyName", "Holm").Set("Input.Concern", "Without food").Set("Input.NextReviewOn", world.Day(14)).Set(field, value), selector: CaseWorld.CaseForm);
            again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{field} = {value}");
            again.Find($"[name='{field}'][aria-invalid=true]").ShouldNotBeNull(field);
        }

        var url = await world.OpenAsync(CaseWorld.Deputy, f => f.Set("Input.Class", "Year 4").Set("Input.Born", "2016-02-03").Set("Input.ClassTeacher", "Tess").Set("Input.Risk", "High").Set("Input.RiskReason", "Marks on the arm"));
        foreach (var person in (string[])[CaseWorld.Lead, CaseWorld.Deputy])
        {
            var page = await world.GetAsync(person, url);
            page.Text.ShouldContain("Nils Holm");
            page.Text.ShouldContain("Year 4");
            page.Text.ShouldContain("3 February 2016");
            page.Text.ShouldContain("Comes without food");
            page.Text.ShouldContain("Marks on the arm");
            page.Text.ShouldContain("Being assessed");
            (page.Document.Title ?? "").ShouldNotContain("Nils");
        }
    }

    [Fact]
    public async Task A_deputy_must_be_another_safeguarding_lead_of_the_school()
    {
        await using var world = await CaseWorld.StartAsync();
        foreach (var person in (string[])[CaseWorld.Lead, CaseWorld.Counsellor, "lead-b"])
        {
            var page = await world.PostAsync(CaseWorld.Lead, "/cases/open", f => f
                .Set("Input.GivenNames", "Nils").Set("Input.FamilyName", "Holm").Set("Input.Concern", "x").Set("Input.NextReviewOn", world.Day(14))
                .Force("Input.Deputy", world.App.Person(person).ToString()), selector: CaseWorld.CaseForm);
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, person);
        }
    }

    [Fact]
    public async Task The_list_holds_ones_own_cases_only_and_names_only_when_asked()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        (await world.GetAsync(CaseWorld.Lead, "/cases")).Text.ShouldNotContain("Holm");
        (await world.ActsAsync(url)).ShouldNotContain("part.opened");
        (await world.GetAsync(CaseWorld.Lead, "/cases?names=true")).Text.ShouldContain("Nils Holm");
        (await world.ActsAsync(url)).Count(a => a == "part.opened").ShouldBe(1);
        foreach (var person in (string[])[CaseWorld.Deputy, CaseWorld.Counsellor, CaseWorld.Head, "lead-b"])
        {
            var page = await world.GetAsync(person, "/cases?names=true");
            page.Find($"a[href='{url}']").ShouldBeNull(person);
            page.Text.ShouldContain("No case here");
        }

        await world.LetInAsync(url, CaseWorld.Counsellor, "core");
        (await world.GetAsync(CaseWorld.Counsellor, "/cases?names=true")).Text.ShouldNotContain("Holm");
        var without = await world.GetAsync(CaseWorld.Counsellor, url);
        without.Text.ShouldContain("Comes without food");
        without.Text.ShouldNotContain("Holm");
    }

    [Fact]
    public async Task What_was_seen_what_the_child_said_and_what_one_makes_of_it_stay_apart()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        await world.WriteAsync(CaseWorld.Lead, url, "Slept at the desk", fill: f => f
            .Set("Input.ChildsWords", "Nothing left at home").Set("Input.Meaning", "May be without supper").Set("Input.SeenAt", "10:05").Set("Input.Place", "Room 4").Set("Input.Observer", "Tess Teacher"));
        await using var db = world.App.Maintenance();
        (await db.Set<CaseEntry>().Where(e => e.Part == "core").OrderBy(e => e.Kind).Select(e => e.Kind).ToListAsync()).ShouldBe([EntryKind.Interpretation, EntryKind.Observation, EntryKind.Opening], ignoreOrder: true);
        var page = await world.GetAsync(CaseWorld.Lead, url);
        page.Find("blockquote")!.TextContent.ShouldBe("Nothing left at home");
        page.Text.ShouldContain("10:05");
        page.Text.ShouldContain("Tess Teacher");
        (await world.GetAsync(CaseWorld.Lead, url + "?kind=Interpretation")).Text.ShouldNotContain("Slept at the desk");
        (await world.GetAsync(CaseWorld.Lead, $"{url}?until={world.Day(-2)}")).Text.ShouldContain("3 entries are hidden by the choice");
        (await world.GetAsync(CaseWorld.Lead, url + "/print")).Text.ShouldContain("Slept at the desk");
        (await world.ActsAsync(url)).ShouldContain("case.printed");
    }

    [Fact]
    public async Task An_entry_lacking_what_its_kind_needs_is_refused_with_everything_typed_still_there()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        foreach (var (kind, field, value) in (IReadOnlyList<(string, string, string)>)
        [
            ("Observation", "Input.Text", ""), ("Observation", "Input.SeenOn", ""), ("Observation", "Input.SeenOn", world.Day(1)), ("Observation", "Input.Observer", ""),
            ("Observation", "Input.Position", ""), ("Interpretation", "Input.Reason", ""), ("Decision", "Input.Reason", ""), ("Perspective", "Input.Position", ""), ("Risk", "Input.Text", ""),
        ])
        {
            var page = await world.PostAsync(CaseWorld.Lead, $"{url}/write?kind={kind}&part=core", f =>
            {
                f.Set("Input.Text", "Typed words");
                foreach (var (name, good) in (IReadOnlyList<(string, string)>)[("Input.SeenOn", world.Day(-1)), ("Input.Source", "Told"), ("Input.Position", "Nurse"), ("Input.Observer", "Ada"), ("Input.Reason", "Because"), ("Input.Risk", "Low")])
                {
                    if (f.Has(name))
                    {
                        f.Set(name, good);
                    }
                }

                f.Set(field, value);
            }, selector: CaseWorld.CaseForm);
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{kind} {field}");
            page.Find($"[name='{field}'][aria-invalid=true]").ShouldNotBeNull($"{kind} {field}");
            if (field != "Input.Text")
            {
                page.Find("textarea[name='Input.Text']")!.TextContent.Trim().ShouldBe("Typed words");
            }
        }
    }

    [Fact]
    public async Task A_correction_stands_beside_the_first_text_and_needs_a_reason_after_a_day_or_by_another()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync(CaseWorld.Deputy);
        var correct = $"{url}/entries/{await world.EntryAsync(url)}/correct";
        await world.DoAsync(CaseWorld.Lead, correct, f => f.Set("Input.Text", "Comes without breakfast"), selector: CaseWorld.CaseForm);
        (await world.PostAsync(CaseWorld.Deputy, correct, f => f.Set("Input.Text", "Comes hungry"), selector: CaseWorld.CaseForm)).Find("[name='Input.Why'][aria-invalid=true]").ShouldNotBeNull();
        world.Wait(TimeSpan.FromHours(25));
        (await world.PostAsync(CaseWorld.Lead, correct, f => f.Set("Input.Text", "Comes hungry"), selector: CaseWorld.CaseForm)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await world.DoAsync(CaseWorld.Lead, correct, f => f.Set("Input.Text", "Comes hungry").Set("Input.Why", "Asked again"), selector: CaseWorld.CaseForm);
        var page = await world.GetAsync(CaseWorld.Lead, url);
        foreach (var text in (string[])["Comes without food", "Comes without breakfast", "Asked again", "Corrected 2 times"])
        {
            page.Text.ShouldContain(text);
        }
    }

    [Fact]
    public async Task R57_Two_who_correct_at_once_both_keep_their_words()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync(CaseWorld.Deputy);
        var correct = $"{url}/entries/{await world.EntryAsync(url)}/correct";
        var mine = (await world.GetAsync(CaseWorld.Lead, correct)).Form(CaseWorld.CaseForm).Set("Input.Text", "Words of the lead");
        var theirs = (await world.GetAsync(CaseWorld.Deputy, correct)).Form(CaseWorld.CaseForm).Set("Input.Text", "Words of the deputy").Set("Input.Why", "I was there");
        (await mine.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var clash = await theirs.PostAsync();
        clash.Status.ShouldBe(HttpStatusCode.Conflict);
        clash.Text.ShouldContain("Words of the lead");
        clash.Find("textarea[name='Input.Text']")!.TextContent.Trim().ShouldBe("Words of the deputy");
        (await clash.Form(CaseWorld.CaseForm).PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = await world.GetAsync(CaseWorld.Lead, url);
        page.Text.ShouldContain("Words of the lead");
        page.Text.ShouldContain("Words of the deputy");
    }

    [Fact]
    public async Task A_professionals_own_view_is_nobody_elses_to_change()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync(CaseWorld.Deputy);
        await world.WriteAsync(CaseWorld.Deputy, url, "I see it otherwise", "Perspective", f => f.Set("Input.Position", "Deputy").Set("Input.Outcome", "With telling the parents"));
        await using var db = world.App.Maintenance();
        var entry = (await db.Set<CaseEntry>().SingleAsync(e => e.Kind == EntryKind.Perspective)).Id;
        (await world.GetAsync(CaseWorld.Lead, $"{url}/entries/{entry}/correct")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.GetAsync(CaseWorld.Deputy, $"{url}/entries/{entry}/correct")).Status.ShouldBe(HttpStatusCode.OK);
        var page = await world.GetAsync(CaseWorld.Lead, url);
        page.Text.ShouldContain("With telling the parents");
        page.Find($"a[href*='{entry}']").ShouldBeNull();
    }

    [Fact]
    public async Task Facts_about_the_child_change_and_the_old_ones_stay_and_two_who_change_both_see_it()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync(CaseWorld.Deputy);
        var mine = (await world.GetAsync(CaseWorld.Lead, url + "/child")).Form().Set("Input.Class", "Year 5");
        var theirs = (await world.GetAsync(CaseWorld.Deputy, url + "/child")).Form().Set("Input.Class", "Year 6");
        (await mine.PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var clash = await theirs.PostAsync();
        clash.Status.ShouldBe(HttpStatusCode.Conflict);
        clash.Text.ShouldContain("Year 5");
        (await clash.Form().PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.GetAsync(CaseWorld.Lead, url)).Text.ShouldContain("Year 6");
        (await world.GetAsync(CaseWorld.Lead, url + "/child")).Text.ShouldContain("Year 5");
        (await world.GetAsync(CaseWorld.Lead, "/cases?names=true")).Text.ShouldContain("Year 6");
    }

    [Fact]
    public async Task R26_A_reading_that_cannot_be_written_down_shows_nothing_and_answers_503()
    {
        await using var world = await CaseWorld.StartAsync();
        var url = await world.OpenAsync();
        await world.SqlAsync(TestKit.TestDatabase.Postgres is null
            ? "CREATE TRIGGER no_trail BEFORE INSERT ON audit_row BEGIN SELECT RAISE(ABORT, 'full'); END"
            : "CREATE FUNCTION no_trail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full'; END $$; CREATE TRIGGER no_trail BEFORE INSERT ON audit_row FOR EACH ROW EXECUTE FUNCTION no_trail()");
        foreach (var path in (string[])["", "/print", "/child", "?part=legal"])
        {
            var page = await world.GetAsync(CaseWorld.Lead, url + path);
            page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, path);
            page.Html.ShouldNotContain("Holm");
            page.Html.ShouldNotContain("without food");
        }
    }
}
