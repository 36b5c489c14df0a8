using System.Net;
using System.Text.Json;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>The table one types in, its undo, and acts on many listings at once.</summary>
public sealed class TypeListingsTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private const string Heads = "Name,Profession,Organisation,Phone,Email,Languages,Ages,Help offered,Area,Notes\n";

    [Fact]
    public async Task All_lines_are_saved_with_one_button_and_a_new_one_is_added()
    {
        await TakeAsync("Gina Grid", "Gerd Grid");
        var form = await GridAsync("grid");
        form.Set(Cell(form, "Gina Grid", "Phone"), "555 0201").Set("Rows[2].Cells[PersonName]", "Gustav Grid").Set("Rows[2].Cells[Profession]", "Psychologist");

        var saved = await form.SubmitAsync();

        saved.Text.ShouldContain("Lines saved: 2.");
        (await world.ListingAsync("lead-a", "Gina Grid")).Facts.First(FactField.Phone).ShouldBe("555 0201");
        var fresh = await world.ListingAsync("lead-a", "Gustav Grid");
        (fresh.Place, fresh.Filed, fresh.Sharing).ShouldBe((ListingPlace.Outside, true, Sharing.OwnSchool));
        (await world.ListingAsync("lead-a", "Gerd Grid")).Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_cell_that_was_not_touched_keeps_its_fact_to_the_letter()
    {
        await world.TakeInAsync("lead-a", "Name,Profession,Fax,Postcode,Country,Phone,Languages,Fee\n\"Dr. Letter, Lars\",Psychologist,555 0777,12345,Testland,555 0202,Deutsch (Muttersprache),\"80,- €\"\n");
        var before = (await world.AskAsync("lead-a", db => db.Set<Listing>().AsNoTracking().FirstAsync(l => l.SearchText.Contains("letter"))));
        var form = await GridAsync("letter");

        await form.Set("Rows[0].Cells[Area]", "North").SubmitAsync();

        var after = await world.AskAsync("lead-a", db => db.Set<Listing>().AsNoTracking().FirstAsync(l => l.Id == before.Id));
        after.Facts.Where(f => f.Field != FactField.Area).ShouldBe(before.Facts);
        after.Facts.First(FactField.Area).ShouldBe("North");
    }

    [Fact]
    public async Task What_cannot_be_read_stays_as_typed_and_is_marked()
    {
        await TakeAsync("Mona Mark");
        var form = await GridAsync("mona", "columns=PersonName&columns=Email&columns=Ages&columns=Languages");

        await form.Set("Rows[0].Cells[Email]", "ask at the desk").Set("Rows[0].Cells[Ages]", "whoever comes").Set("Rows[0].Cells[Languages]", "Klingon").SubmitAsync();

        var page = await world.OpenAsync("lead-a", "/directory/listings/grid?q=mona&columns=PersonName&columns=Email&columns=Ages&columns=Languages");
        foreach (var (column, words) in new[] { ("Email", "ask at the desk"), ("Ages", "whoever comes"), ("Languages", "Klingon") })
        {
            var cell = page.Find($"input[name='Rows[0].Cells[{column}]']")!;
            cell.GetAttribute("value").ShouldBe(words);
            cell.ParentElement!.ClassName.ShouldBe("cw-sheet-odd", column);
        }
    }

    [Fact]
    public async Task A_wrong_line_stops_no_other_and_is_told_at_its_cell_with_everything_still_there()
    {
        await TakeAsync("Petra Wrong", "Wanda Wrong");
        var form = await GridAsync("wrong");
        var (name, phone) = (Cell(form, "Petra Wrong", "PersonName"), Cell(form, "Petra Wrong", "Phone"));
        form.Set(Cell(form, "Wanda Wrong", "Phone"), "555 0203").Set(name, "").Set(phone, "555 0204");

        var answer = await form.PostAsync();

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Write the name");
        answer.Document.QuerySelectorAll(".cw-sheet-wrong").Length.ShouldBe(1);
        answer.Document.QuerySelectorAll("input[data-column=Phone]").Select(i => i.GetAttribute("value")).ShouldContain("555 0204");
        (await world.ListingAsync("lead-a", "Wanda Wrong")).Facts.First(FactField.Phone).ShouldBe("555 0203");
        (await world.ListingAsync("lead-a", "Petra Wrong")).Facts.First(FactField.Phone).ShouldNotBe("555 0204");
    }

    [Fact]
    public async Task Two_people_may_type_in_one_line_and_clash_only_where_both_typed()
    {
        await TakeAsync("Clara Clash");
        var mine = await GridAsync("clara");
        var mineAgain = await GridAsync("clara");
        var theirs = (await world.OpenAsync("counsellor-a", "/directory/listings/grid?q=clara")).Form("form.cw-sheet-form");
        await theirs.Set("Rows[0].Cells[Profession]", "Psychiatrist").SubmitAsync();

        // Another cell of the same line: both stay.
        (await mine.Set("Rows[0].Cells[Area]", "North").PostAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        var listing = await world.ListingAsync("lead-a", "Clara Clash");
        (listing.Profession, listing.Facts.First(FactField.Area)).ShouldBe(("Psychiatrist", "North"));

        // The same cell: told, what was typed stays, and saving once more decides.
        var late = await mineAgain.Set("Rows[0].Cells[Profession]", "Chaplain").PostAsync();
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("saved “Psychiatrist” here meanwhile");
        late.Find("input[name='Rows[0].Cells[Profession]']")!.GetAttribute("value").ShouldBe("Chaplain");
        await late.Form("form.cw-sheet-form").SubmitAsync();
        (await world.ListingAsync("lead-a", "Clara Clash")).Profession.ShouldBe("Chaplain");
    }

    [Fact]
    public async Task A_line_saved_by_the_script_answers_what_is_kept()
    {
        await TakeAsync("Jason Json");
        var grid = await GridAsync("jason");
        var fields = grid.Fields.Where(f => f.Key is "__RequestVerificationToken" or "_key" or "Place" || f.Key.StartsWith("Rows[0].", StringComparison.Ordinal))
            .Select(f => f.Key == "Rows[0].Cells[Phone]" ? KeyValuePair.Create(f.Key, "555 0205; 555 0206") : f).ToList();
        var browser = await world.BrowserAsync("lead-a");

        using var content = new FormUrlEncodedContent(fields);
        var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/directory/listings/grid?handler=Row") { Content = content });

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        var json = JsonDocument.Parse(answer.Html).RootElement;
        json.GetProperty("saved").GetBoolean().ShouldBeTrue();
        json.GetProperty("cells").GetProperty("Phone").GetString().ShouldBe("555 0205; 555 0206");
        (await world.ListingAsync("lead-a", "Jason Json")).Facts.Of(FactField.Phone).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Undo_and_redo_hold_after_a_new_sign_in_and_stop_before_somebody_elses_change()
    {
        await TakeAsync("Ulla Undo");
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await GridAsync("ulla")).Set("Rows[0].Cells[Profession]", "Chaplain").SubmitAsync();
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await GridAsync("ulla")).Set("Rows[0].Cells[Profession]", "Coach").SubmitAsync();
        world.ForgetBrowsers();

        (await PressAsync("Undo")).Text.ShouldContain("Undone: Ulla Undo.");
        (await world.ListingAsync("lead-a", "Ulla Undo")).Profession.ShouldBe("Chaplain");
        await PressAsync("Undo");
        (await world.ListingAsync("lead-a", "Ulla Undo")).Profession.ShouldBe("Psychologist");
        await PressAsync("Redo");
        (await world.ListingAsync("lead-a", "Ulla Undo")).Profession.ShouldBe("Chaplain");

        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var theirs = (await world.OpenAsync("counsellor-a", "/directory/listings/grid?q=ulla")).Form("form.cw-sheet-form");
        await theirs.Set("Rows[0].Cells[Phone]", "555 0207").SubmitAsync();
        var refused = await (await world.OpenAsync("lead-a", "/directory/listings/grid")).Form("form[action*='handler=Undo']").PostAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("was changed since");
        (await world.ListingAsync("lead-a", "Ulla Undo")).Facts.First(FactField.Phone).ShouldBe("555 0207");
    }

    [Fact]
    public async Task The_history_says_who_changed_what_and_brings_any_state_back()
    {
        await TakeAsync("Hilda History");
        var listing = await world.ListingAsync("lead-a", "Hilda History");
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await world.OpenAsync("counsellor-a", $"/directory/listings/edit/{listing.Id}")).Form().Set("Typed[Profession]", "Chaplain").Set("Note", "heron").SubmitAsync("save");
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await world.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}")).Form().Set("Typed[Profession]", "Coach").SubmitAsync("save");

        var history = await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}/history");
        history.Text.ShouldContain("Psychologist");
        history.Text.ShouldContain("heron");
        var changes = history.Document.QuerySelectorAll("main form[method=post]");
        changes.Length.ShouldBe(2);
        await history.Form("main form[method=post]:has(input[name=change])").SubmitAsync();

        (await world.ListingAsync("lead-a", "Hilda History")).Profession.ShouldBe("Chaplain");
        (await world.OpenAsync("teacher-a", $"/directory/listings/{listing.Id}/history")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.OpenAsync("lead-b", $"/directory/listings/{listing.Id}/history")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_act_on_all_that_were_found_says_how_many_and_is_one_step_for_undo()
    {
        await world.TakeInAsync("lead-b", DirectoryWorld.Crowd(30, "bulkword"));
        var page = await world.OpenAsync("lead-b", "/directory/listings?q=bulkword");
        page.Text.ShouldContain("All 30 that were found");
        var question = await AskedAsync(page.Form("form[action*=Share]").Set("All", "true"));
        question.Text.ShouldContain("30 listings chosen");

        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await question.Form().Set("Act", "File").Set("Families", "CultureAndLeisure").SubmitAsync();
        done.Text.ShouldContain("File under families: 30.");
        (await FiledAsync()).ShouldBe(30);

        var back = await (await world.OpenAsync("lead-b", "/directory/listings/grid")).Form("form[action*='handler=Undo']").SubmitAsync();
        back.Text.ShouldContain("Undone: 30 listings.");
        (await FiledAsync()).ShouldBe(0);

        Task<int> FiledAsync() => world.AskAsync("lead-b", async db =>
            (await db.Set<Listing>().AsNoTracking().Where(l => l.SearchText.Contains("bulkword")).ToListAsync()).Count(l => l.Facts.Of(FactField.Family).Any(f => f.Code == "CultureAndLeisure")));
    }

    [Fact]
    public async Task Nothing_happens_when_the_list_has_changed_since_the_number_was_agreed_to()
    {
        await TakeAsync("Nele Number", "Nils Number");
        var question = await AskedAsync((await world.OpenAsync("lead-a", "/directory/listings?q=number")).Form("form[action*=Share]").Force("All", "true"));
        await TakeAsync("Nora Number");

        var answer = await question.Form().Set("Act", "Remove").PostAsync();

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("These are 3 listings by now.");
        (await world.ListingAsync("lead-a", "Nils Number")).RemovedAt.ShouldBeNull();
        (await answer.Form().Set("Act", "Remove").SubmitAsync()).Text.ShouldContain("Take away: 3.");
        var gone = await AskedAsync((await world.OpenAsync("lead-a", "/directory/listings?q=number&show=removed")).Form("form[action*=Share]").Set("Chosen", (await world.ListingAsync("lead-a", "Nils Number")).Id.ToString()));
        (await gone.Form().Set("Act", "BringBack").SubmitAsync()).Text.ShouldContain("Bring back: 1.");
    }

    [Fact]
    public async Task An_area_is_set_and_schools_are_lent_to_for_many_at_once()
    {
        await TakeAsync("Ada Area", "Axel Area");
        var chosen = await world.AskAsync("lead-a", db => db.Set<Listing>().Where(l => l.Name == "Ada Area" || l.Name == "Axel Area").Select(l => l.Id.ToString()).ToListAsync());
        var area = await AskedAsync((await world.OpenAsync("lead-a", "/directory/listings?q=area")).Form("form[action*=Share]").Set("Chosen", [.. chosen]));
        (await area.Form().Set("Act", "SetArea").PostAsync()).Find("#Area-error").ShouldNotBeNull();
        await area.Form().Set("Act", "SetArea").Set("Area", "Harbour").SubmitAsync();
        (await world.ListingAsync("lead-a", "Axel Area")).Facts.First(FactField.Area).ShouldBe("Harbour");

        var lend = await AskedAsync((await world.OpenAsync("lead-a", "/directory/listings?q=area")).Form("form[action*=Share]").Set("Chosen", [.. chosen]));
        await lend.Form().Set("Act", "Lend").Set("Schools", world.App.Organisation("school-b").ToString()).SubmitAsync();
        (await world.OpenAsync("lead-b", "/directory/lent?q=area")).Text.ShouldContain("Axel Area");
    }

    [Fact]
    public async Task Needs_kinds_and_places_of_work_are_chosen_and_what_was_said_otherwise_stays()
    {
        await world.TakeInAsync("lead-a", Heads + "Carl Coded,Psychologist,City,555 0210,carl@coded.example,English,,anxiety,,\n");
        var listing = await world.ListingAsync("lead-a", "Carl Coded");
        var form = (await world.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}")).Form();
        form.Fields.Where(f => f.Key == "Concern").Select(f => f.Value).ShouldBe(["health.anxiety"]);

        await form.Set("Concern", "health.anxiety", "family.grief").Set("BodyKind", "Statutory").Set("Stage", "EarlyHelp", "Protection").Set("Stability", "Expatriate")
            .Set("Places[0].WorksAt", "School A").Set("Places[0].PaidBy", "City of Testtown").Set("Places[0].Days", "Tuesdays").Set("Places[0].From", "2025-09-01").SubmitAsync("save");

        var facts = (await world.ListingAsync("lead-a", "Carl Coded")).Facts;
        facts.Of(FactField.Concern).Select(f => f.Code).ShouldBe(["health.anxiety", "family.grief"]);
        facts.Of(FactField.Stage).Select(f => f.Code).ShouldBe(["EarlyHelp", "Protection"]);
        (facts.Of(FactField.BodyKind).Single().Code, facts.Of(FactField.Stability).Single().Code).ShouldBe(("Statutory", "Expatriate"));
        var place = facts.Of(FactField.BasedAt).Single();
        (place.Text, place.PaidBy, place.Detail, place.Since).ShouldBe(("School A", "City of Testtown", "Tuesdays", new DateOnly(2025, 9, 1)));
        (await world.OpenAsync("lead-a", "/directory/listings?q=testtown")).Text.ShouldContain("Carl Coded");
        (await world.OpenAsync("lead-a", $"/directory/listings/{listing.Id}")).Text.ShouldContain("School A, paid by City of Testtown; Tuesdays");

        var second = (await world.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}")).Form();
        await second.Set("Places[1].WorksAt", "School B").SubmitAsync("save");
        (await world.ListingAsync("lead-a", "Carl Coded")).Facts.Of(FactField.BasedAt).Select(f => f.Text).ShouldBe(["School A", "School B"]);
        var wrong = await (await world.OpenAsync("lead-a", $"/directory/listings/edit/{listing.Id}")).Form().Set("Places[2].PaidBy", "Somebody").PostAsync("save");
        wrong.Text.ShouldContain("Write where they work.");
    }

    private static string Cell(TestForm form, string name, string column)
    {
        var names = form.Fields.Where(f => f.Key.EndsWith("[PersonName]", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value);
        names.Values.ShouldContain(name);
        var key = names.First(f => f.Value == name).Key;
        return key.Replace("PersonName", column, StringComparison.Ordinal);
    }

    private static async Task<TestPage> AskedAsync(TestForm form) => await form.PostAsync("More for the chosen…");

    private async Task TakeAsync(params string[] names)
    {
        var rows = names.Select(n => $"{n},Psychologist,,555 0200,{n.Replace(' ', '.').ToLowerInvariant()}@type.example,English,,worries,,\n");
        await world.TakeInAsync("lead-a", Heads + string.Concat(rows));
    }

    private async Task<TestForm> GridAsync(string words, string more = "") =>
        (await world.OpenAsync("lead-a", $"/directory/listings/grid?q={words}&{more}")).Form("form.cw-sheet-form");

    private async Task<TestPage> PressAsync(string handler) =>
        await (await world.OpenAsync("lead-a", "/directory/listings/grid")).Form($"form[action*='handler={handler}']").SubmitAsync();
}
