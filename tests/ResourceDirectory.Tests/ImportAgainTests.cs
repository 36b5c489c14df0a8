using System.Net;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

public sealed class ImportAgainTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private const string Heads = "Name,Profession,Organisation,Phone,Email,Languages,Help offered,Notes\n";

    [Fact]
    public async Task Importing_the_same_list_again_changes_nothing()
    {
        var csv = Heads + "Same One,Therapist,House S,555 0201,one@same.example,English,anxiety,kind\nSame Two,Doctor,,555 0202,two@same.example,German,fever,\nSame Two,Doctor,,555 0202,two@same.example,German,fever,\n,,,,,,,nobody\n";
        await world.TakeInAsync("lead-a", csv, share: true, fileName: "same.csv");
        var before = await ListingsAsync("lead-a", "Same ");
        var acts = await ActsAsync("lead-a", "listing.");

        var again = await world.TakeInAsync("lead-a", csv, share: true, fileName: "same.csv");

        var after = await ListingsAsync("lead-a", "Same ");
        after.Select(l => (l.Id, l.Version, l.ChangedAt)).ShouldBe(before.Select(l => (l.Id, l.Version, l.ChangedAt)));
        (await ActsAsync("lead-a", "listing.")).ShouldBe(acts);
        var import = await ImportAsync("lead-a", again);
        (import.Taken, import.Warned, import.Held, import.Unchanged, import.Changed, import.Gone).ShouldBe((0, 0, 1, 3, 0, 0));
        again.Text.ShouldContain("3 rows say what stood here already");
        (await world.EntriesAsync("lead-b")).Count(e => e.Name == "Same One").ShouldBe(1);
    }

    [Fact]
    public async Task What_a_newer_list_would_do_is_shown_before_anything_happens()
    {
        await world.TakeInAsync("lead-a", Heads + Line("Pia Stays") + Line("Pau Changes") + Line("Pip Goes"), fileName: "staff contacts 2025.csv");

        var preview = await world.UploadAsync("lead-a", Heads + Line("Pia Stays") + Line("Pau Changes", "Surgeon") + Line("Pol Comes"), "staff contacts 2026.csv");

        preview.Text.ShouldContain("Compared with what you have");
        preview.Text.ShouldContain("Newer version of staff contacts 2025.csv");
        preview.Html.ShouldContain("<mark>Surgeon</mark>");
        foreach (var (show, name) in new[] { ("changed", "Pau Changes"), ("new", "Pol Comes"), ("gone", "Pip Goes") })
        {
            var tab = await world.OpenAsync("lead-a", $"{preview.Url.AbsolutePath}?show={show}");
            tab.Find("[aria-current]").ShouldNotBeNull();
            tab.Find("table")!.TextContent.ShouldContain(name);
        }

        (await ListingsAsync("lead-a", "Pau Changes")).ShouldHaveSingleItem().Profession.ShouldBe("Therapist");
        (await ListingsAsync("lead-a", "Pol Comes")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_line_changes_its_listing_and_its_entry_and_what_people_decided_stays()
    {
        await world.TakeInAsync("lead-a", Heads + Line("Ada Follows", note: "from the list"), share: true, fileName: "follow.csv");
        var before = await world.ListingAsync("lead-a", "Ada Follows");
        await EditAsync("lead-a", before, "Note", "our own words");

        await world.TakeInAsync("lead-a", Heads + Line("Ada Follows", "Psychiatrist", "another note"), fileName: "follow.csv");

        var after = await world.ListingAsync("lead-a", "Ada Follows");
        (after.Id, after.Profession, after.Note, after.Sharing).ShouldBe((before.Id, "Psychiatrist", "our own words", Sharing.Network));
        after.Version.ShouldBeGreaterThan(before.Version);
        (await world.EntryAsync("lead-b", "Ada Follows")).Profession.ShouldBe("Psychiatrist");
        (await ActsAsync("lead-a", "listing.changed-by-list")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_was_changed_by_hand_stays_until_a_person_says_that_the_list_is_right()
    {
        await world.TakeInAsync("lead-a", Heads + Line("Hanna Hand"), fileName: "hand.csv");
        await EditAsync("lead-a", await world.ListingAsync("lead-a", "Hanna Hand"), "Typed[Profession]", "Written by hand");
        var newer = Heads + Line("Hanna Hand", "Said by the list");

        var preview = await world.UploadAsync("lead-a", newer, "hand.csv");
        var byHand = await world.OpenAsync("lead-a", preview.Url.AbsolutePath + "?show=by-hand");
        byHand.Find("table")!.TextContent.ShouldContain("Written by hand");
        byHand.Find("table")!.TextContent.ShouldContain("Said by the list");
        await preview.Form().SubmitAsync("start");
        await world.App.RunJobsAsync();
        (await world.ListingAsync("lead-a", "Hanna Hand")).Profession.ShouldBe("Written by hand");

        var right = await world.UploadAsync("lead-a", newer, "hand.csv");
        await right.Form().Set("ListWins", "true").SubmitAsync("start");
        await world.App.RunJobsAsync();
        (await world.ListingAsync("lead-a", "Hanna Hand")).Profession.ShouldBe("Said by the list");
    }

    [Fact]
    public async Task A_row_that_could_be_two_earlier_lines_is_taken_as_new_and_writes_over_neither()
    {
        await world.TakeInAsync("lead-a", Heads + "Twin Name,Doctor,House T,555 0301,,English,fever,\nTwin Name,Nurse,House T,555 0302,,English,care,\n", fileName: "twins.csv");

        var result = await world.TakeInAsync("lead-a", Heads + "Twin Name,Coach,House T,555 0303,,English,sport,\n", fileName: "twins.csv");

        (await ListingsAsync("lead-a", "Twin Name")).Select(l => l.Profession).Order(StringComparer.Ordinal).ShouldBe(["Coach", "Doctor", "Nurse"]);
        (await world.OpenAsync("lead-a", result.Url.AbsolutePath + "?show=warned")).Text.ShouldContain("could be several lines of the earlier list");
    }

    [Fact]
    public async Task Gone_lines_stay_until_they_are_ticked_and_a_ticked_one_comes_back_with_its_line()
    {
        var full = Heads + Line("Greta Keeps") + Line("Gustav Goes");
        await world.TakeInAsync("lead-b", full, share: true, fileName: "gone.csv");
        var shorter = await world.TakeInAsync("lead-b", Heads + Line("Greta Keeps"), fileName: "gone.csv");
        var gustav = await world.ListingAsync("lead-b", "Gustav Goes");
        gustav.RemovedAt.ShouldBeNull();

        var page = await world.OpenAsync("lead-b", shorter.Url.AbsolutePath + "?show=gone");
        (await page.Form("form[action*=Gone]").PostAsync("Ask")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var asked = await page.Form("form[action*=Gone]").Set("Chosen", gustav.Id.ToString()).SubmitAsync("Ask");
        asked.Text.ShouldContain("To be asked");
        (await world.OpenAsync("lead-b", "/")).Text.ShouldContain("Ask whether 1 listing still holds");
        await asked.Form("form[action*=Gone]").Set("Chosen", gustav.Id.ToString()).SubmitAsync("TakeAway");
        (await world.ListingAsync("lead-b", "Gustav Goes")).RemovedAt.ShouldNotBeNull();
        (await world.EntriesAsync("lead-a")).ShouldNotContain(e => e.Name == "Gustav Goes");

        var back = await world.TakeInAsync("lead-b", full, fileName: "gone.csv");
        (await world.ListingAsync("lead-b", "Gustav Goes")).RemovedAt.ShouldBeNull();
        (await ImportAsync("lead-b", back)).Changed.ShouldBe(1);
    }

    [Fact]
    public async Task A_line_a_person_took_away_does_not_come_back_with_the_list()
    {
        var csv = Heads + Line("Rita Removed");
        await world.TakeInAsync("lead-a", csv, fileName: "removed.csv");
        var rita = await world.ListingAsync("lead-a", "Rita Removed");
        await (await world.OpenAsync("lead-a", $"/directory/listings/{rita.Id}")).Form("form[action*=Remove]").SubmitAsync();

        var again = await world.TakeInAsync("lead-a", csv, fileName: "removed.csv");

        (await ListingsAsync("lead-a", "Rita Removed")).ShouldHaveSingleItem().RemovedAt.ShouldNotBeNull();
        (await ImportAsync("lead-a", again)).Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task Taking_the_newer_list_back_gives_every_listing_what_it_said_before()
    {
        await world.TakeInAsync("lead-a", Heads + Line("Uma Undo", note: "first note") + Line("Udo Away"), share: true, fileName: "undo.csv");
        var before = await ListingsAsync("lead-a", "U");
        var preview = await world.UploadAsync("lead-a", Heads + Line("Uma Undo", "Other work", "second note") + Line("Una New"), "undo.csv");
        var running = await preview.Form().Set("GoneLines", "TakeAway").SubmitAsync("start");
        await world.App.RunJobsAsync();
        (await world.ListingAsync("lead-a", "Uma Undo")).Profession.ShouldBe("Other work");
        (await world.ListingAsync("lead-a", "Udo Away")).RemovedAt.ShouldNotBeNull();

        var result = await world.OpenAsync("lead-a", running.Url.PathAndQuery);
        await result.Form("form[action*=TakeBack]").SubmitAsync();

        foreach (var was in before)
        {
            var now = await world.ListingAsync("lead-a", was.Name);
            (now.Facts.SequenceEqual(was.Facts), now.Note, now.Kind, now.Listed, now.Sharing, now.RemovedAt).ShouldBe((true, was.Note, was.Kind, was.Listed, was.Sharing, null));
            (await world.EntryAsync("lead-b", was.Name)).Profession.ShouldBe("Therapist");
        }

        (await world.ListingAsync("lead-a", "Una New")).RemovedAt.ShouldNotBeNull();
        var third = await world.TakeInAsync("lead-a", Heads + Line("Uma Undo", note: "first note") + Line("Udo Away"), fileName: "undo.csv");
        (await ImportAsync("lead-a", third)).Unchanged.ShouldBe(2);
    }

    [Fact]
    public async Task A_person_says_that_a_list_is_new_and_it_makes_listings_of_its_own()
    {
        await world.TakeInAsync("lead-a", Heads + Line("Nele New"), fileName: "own.csv");
        var preview = await world.UploadAsync("lead-a", Heads + Line("Nele New"), "own.csv");

        await preview.Form().Set("Series", preview.Url.Segments[^1]).SubmitAsync("start");
        await world.App.RunJobsAsync();

        (await ListingsAsync("lead-a", "Nele New")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_list_of_another_school_is_no_earlier_version()
    {
        await world.TakeInAsync("lead-a", Heads + Line("Sole Secret"), fileName: "foreign.csv");
        var foreign = (await ListingsAsync("lead-a", "Sole Secret"))[0];

        var preview = await world.UploadAsync("lead-b", Heads + Line("Sole Secret", "Elsewhere"), "foreign.csv");
        preview.Text.ShouldNotContain("Newer version of foreign.csv");
        var series = await world.AskAsync("lead-a", db => db.Set<ListImport>().Where(i => i.Id == foreign.ImportId).Select(i => i.Series).FirstAsync());
        var form = preview.Form();
        if (form.Has("Series"))
        {
            form.Set("Series", preview.Url.Segments[^1]);
        }

        var answer = await form.Force("Series", series.ToString()).PostAsync("start");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ListingsAsync("lead-a", "Sole Secret")).ShouldHaveSingleItem().Profession.ShouldBe("Therapist");
    }

    [Fact]
    public async Task A_newer_list_killed_half_way_goes_on_and_comes_to_the_same()
    {
        string Rows(string profession, int from, int to) => Heads + string.Concat(Enumerable.Range(from, to - from).Select(i => $"Kill Person{i},{(i % 2 == 0 ? profession : "Coach")},,,k{i}@kill.example,English,anxiety,\n"));
        await world.TakeInAsync("lead-b", Rows("Coach", 0, 2300), share: true, fileName: "killed.csv");
        var preview = await world.UploadAsync("lead-b", Rows("Doctor", 100, 2400), "killed.csv");
        await preview.Form().SubmitAsync("start");
        var id = new ListImportId(Guid.Parse(preview.Url.Segments[^1]));
        await Should.ThrowAsync<OperationCanceledException>(() => world.App.InScopeAsync("lead-b", async services =>
        {
            await services.GetRequiredService<RunImport>().RunAsync(id, (done, _) => done >= RunImport.Batch ? throw new OperationCanceledException() : Task.CompletedTask, CancellationToken.None);
            return 0;
        }));

        await world.App.RunJobsAsync();

        var import = await world.AskAsync("lead-b", db => db.Set<ListImport>().FirstAsync(i => i.Id == id));
        (import.State, import.Seen, import.Changed, import.Unchanged, import.Gone, import.Taken + import.Warned - import.Changed).ShouldBe((ImportState.Done, 2300, 1100, 1100, 100, 100));
        (await world.AskAsync("lead-b", db => db.Set<Listing>().CountAsync(l => l.Name.StartsWith("Kill Person")))).ShouldBe(2400);
        (await world.AskAsync("lead-b", db => db.Set<Listing>().CountAsync(l => l.Name.StartsWith("Kill Person") && l.Profession == "Doctor"))).ShouldBe(1150);
    }

    [Fact]
    public async Task The_command_line_finds_the_earlier_version_by_itself()
    {
        async Task<SheetReport> RunAsync(string csv, bool fresh) => (await world.App.InScopeAsync("lead-a", async services =>
        {
            using var list = new MemoryStream(DirectoryWorld.Utf8(csv));
            var actor = services.GetRequiredService<ICurrentActor>().Actor;
            return await services.GetRequiredService<IListImporter>().ImportAsync(list, "commanded.csv", actor, new ListImportOptions { New = fresh }, null, CancellationToken.None);
        })).Sheets.ShouldHaveSingleItem();

        var first = await RunAsync(Heads + Line("Cleo Command") + Line("Carl Command"), fresh: false);
        var second = await RunAsync(Heads + Line("Cleo Command") + Line("Cora Command"), fresh: false);
        var third = await RunAsync(Heads + Line("Cleo Command"), fresh: true);

        (first.NewVersion, first.Taken).ShouldBe((false, 2));
        (second.NewVersion, second.Taken, second.Unchanged, second.Gone).ShouldBe((true, 1, 1, 1));
        (third.NewVersion, third.Taken).ShouldBe((false, 1));
    }

    [Fact]
    public async Task A_running_import_says_how_far_it_is_and_ends_the_looking_when_it_is_done()
    {
        var preview = await world.UploadAsync("lead-a", Heads + Line("Paul Progress"), "progress.csv");
        var running = await preview.Form().SubmitAsync("start");
        running.Find("#import-progress")!.GetAttribute("hx-trigger").ShouldBe("every 2s");
        running.Text.ShouldContain("0 of 1 rows (0 %)");
        running.Text.ShouldContain("You may leave this page");

        await world.App.RunJobsAsync();

        (await world.OpenAsync("lead-a", running.Url.AbsolutePath)).Find("#import-progress").ShouldBeNull();
    }

    private static string Line(string name, string profession = "Therapist", string note = "") =>
        $"{name},{profession},{name} House,,{name.Replace(' ', '.').ToLowerInvariant()}@again.example,English,anxiety,{note}\n";

    private async Task EditAsync(string person, Listing listing, string field, string value)
    {
        var page = await world.OpenAsync(person, $"/directory/listings/edit/{listing.Id}");
        (await page.Form().Set(field, value).SubmitAsync("save")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task<List<Listing>> ListingsAsync(string person, string start) =>
        world.AskAsync(person, db => db.Set<Listing>().AsNoTracking().Where(l => l.Name.StartsWith(start)).OrderBy(l => l.Id).ToListAsync());

    private Task<ListImport> ImportAsync(string person, TestPage result)
    {
        var id = new ListImportId(Guid.Parse(result.Url.Segments[3].TrimEnd('/')));
        return world.AskAsync(person, db => db.Set<ListImport>().AsNoTracking().FirstAsync(i => i.Id == id));
    }

    private async Task<int> ActsAsync(string person, string start)
    {
        await using var db = world.App.Maintenance();
        return await db.Set<AuditRow>().CountAsync(r => r.Act.StartsWith(start));
    }
}
