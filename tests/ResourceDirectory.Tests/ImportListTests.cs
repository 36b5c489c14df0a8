using System.Net;
using System.Text;
using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

public sealed class ImportListTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private const string Heads = "Name,Profession,Phone,Email,Languages,Ages,Help offered,Notes\n";

    [Fact]
    public async Task A_list_is_looked_at_before_anything_of_it_is_taken()
    {
        var preview = await world.UploadAsync("lead-a", Heads + "Vera Preview,Psychologist,555 0101,vera@one.example,English,6 to 18,anxiety,kind\n", "looked-at.csv");

        preview.Url.AbsolutePath.ShouldStartWith("/directory/import/");
        preview.Text.ShouldContain("Vera Preview");
        preview.Text.ShouldContain("looked-at.csv");
        (await world.AskAsync("lead-a", db => db.Set<Listing>().CountAsync(l => l.Name == "Vera Preview"))).ShouldBe(0);
    }

    [Fact]
    public async Task Rows_in_are_rows_taken_plus_warned_plus_held()
    {
        var csv = new StringBuilder(Heads);
        for (var i = 0; i < 30; i++)
        {
            csv.Append(i % 5 == 0 ? ",,,,,,only a remark,\n" : $"Person Number{i},Therapist,{(i % 3 == 0 ? "55" : $"555 01{i:00}")},p{i}@many.example,English,6-12,anxiety,\n");
        }

        var result = await world.TakeInAsync("lead-a", csv.ToString());

        var import = await world.AskAsync("lead-a", db => db.Set<ListImport>().OrderByDescending(i => i.Id).FirstAsync(i => i.Rows == 30));
        import.State.ShouldBe(ImportState.Done);
        (import.Taken + import.Warned + import.Held).ShouldBe(30);
        import.Held.ShouldBe(6);
        import.Warned.ShouldBeGreaterThan(0);
        var rows = await world.AskAsync("lead-a", db => db.Set<ImportRow>().Where(r => r.ImportId == import.Id).ToListAsync());
        rows.Count.ShouldBe(30);
        var made = await world.AskAsync("lead-a", db => db.Set<Listing>().Where(l => l.ImportId == import.Id).ToDictionaryAsync(l => l.ImportLine!.Value, l => l.Id));
        rows.ShouldAllBe(r => r.OutcomeIn(import) != null && made.ContainsKey(r.Line) == (r.OutcomeIn(import) != RowOutcome.Held));
        rows.ShouldAllBe(r => r.ListingId == null || r.ListingId == made[r.Line]);
        (rows.Count(r => r.OutcomeIn(import) == RowOutcome.Taken), rows.Count(r => r.Outcome == RowOutcome.TakenWithWarning)).ShouldBe((import.Taken, import.Warned));
        rows.ShouldContain(r => r.Outcome == null, "a row taken as it stood is written once");
        result.Text.ShouldContain("of 30 rows");
    }

    [Theory]
    [InlineData("taken", "Number31")]
    [InlineData("warned", "Number33")]
    public async Task Each_row_that_was_taken_leads_to_its_listing(string shown, string name)
    {
        var result = await world.TakeInAsync("lead-a", Heads + $"Person Number31,Therapist,555 0131,p31@{shown}.example,English,6-12,anxiety,\nPerson Number33,Therapist,55,p33@{shown}.example,English,6-12,anxiety,\n");

        var page = await world.OpenAsync("lead-a", $"{result.Url.AbsolutePath}?show={shown}");

        var listing = await (await world.BrowserAsync("lead-a")).OpenAsync(page.Document.QuerySelectorAll("a.btn[href^='/directory/listings/']").ShouldHaveSingleItem().GetAttribute("href")!);
        listing.Text.ShouldContain(name);
    }

    [Fact]
    public async Task A_held_row_is_put_right_on_its_page_and_the_row_as_it_came_stays()
    {
        var result = await world.TakeInAsync("counsellor-a", Heads + ",Speech therapist,555 0102,speech@held.example,,,stammering,\n");
        var row = await world.AskAsync("counsellor-a", db => db.Set<ImportRow>().Where(r => r.ImportId == new ListImportId(Guid.Parse(result.Url.Segments[3].TrimEnd('/')))).SingleAsync());
        var page = await world.OpenAsync("counsellor-a", $"/directory/import/{row.ImportId}/rows/{row.Id}");

        var answer = await page.Form().Set("Cells[0]", "Sandor Speech").SubmitAsync("take");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        var after = await world.AskAsync("counsellor-a", db => db.Set<ImportRow>().FirstAsync(r => r.Id == row.Id));
        after.Decision.ShouldBe(RowDecision.PutRight);
        after.Cells[0].ShouldBe("");
        (await world.ListingAsync("counsellor-a", "Sandor Speech")).ImportLine.ShouldBe(row.Line);
        var import = await world.AskAsync("counsellor-a", db => db.Set<ListImport>().FirstAsync(i => i.Id == row.ImportId));
        import.Seen.ShouldBe(import.Rows);
    }

    [Fact]
    public async Task A_correction_of_a_column_is_remembered_for_the_next_list_of_that_school_alone()
    {
        var preview = await world.UploadAsync("lead-a", "Name,Qwx\nRemo Memory,Kung fu\n");
        await preview.Form().Set("Columns[1]", "Cultures").SubmitAsync("set");

        var next = await world.UploadAsync("lead-a", "Name,Qwx\nRema Memory,Judo\n");
        var elsewhere = await world.UploadAsync("lead-b", "Name,Qwx\nRemu Memory,Judo\n");

        next.Find("select[name='Columns[1]'] option[selected]")!.GetAttribute("value").ShouldBe("Cultures");
        next.Text.ShouldContain("As you chose before");
        string.Equals(elsewhere.Find("select[name='Columns[1]'] option[selected]")?.GetAttribute("value"), "Cultures", StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public async Task A_list_without_a_name_is_refused_at_the_columns_and_keeps_what_was_chosen()
    {
        var preview = await world.UploadAsync("lead-a", "Fee,Ages\n80,6-12\n");

        var answer = await preview.Form().Set("MonthFirst", "true").PostAsync("start");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("No column holds a name");
        answer.Find("input[name=MonthFirst][checked]").ShouldNotBeNull();

        var running = await answer.Form().Set("WithoutNames", "true").SubmitAsync("start");
        await world.App.RunJobsAsync();
        (await world.OpenAsync("lead-a", running.Url.PathAndQuery)).Text.ShouldContain("of 1 row");
    }

    [Theory]
    [InlineData("list.exe", "MZ")]
    [InlineData("list.xlsx", "this is no workbook")]
    [InlineData("empty.csv", "")]
    public async Task A_file_that_is_no_list_is_refused_in_words_at_the_field(string name, string content)
    {
        var answer = await world.UploadAsync("lead-a", content, name);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Find("#Lists-error").ShouldNotBeNull();
        answer.Text.ShouldContain(name);
    }

    [Fact]
    public async Task Taking_a_whole_list_back_takes_its_listings_and_nothing_else()
    {
        await world.TakeInAsync("lead-b", Heads + "Karl Keep,Doctor,555 0103,karl@keep.example,English,,fever,\n", share: true);
        await world.TakeInAsync("lead-b", Heads + "Gerda Goes,Doctor,555 0104,gerda@goes.example,English,,fever,\n", share: true);
        var gerda = await world.ListingAsync("lead-b", "Gerda Goes");
        (await world.EntriesAsync("lead-a")).ShouldContain(e => e.Name == "Gerda Goes");

        var result = await world.OpenAsync("lead-b", $"/directory/import/{gerda.ImportId}/result");
        var answer = await result.Form("form[action*=TakeBack]").SubmitAsync();

        answer.Text.ShouldContain("This list was taken back");
        (await world.ListingAsync("lead-b", "Gerda Goes")).RemovedAt.ShouldNotBeNull();
        (await world.ListingAsync("lead-b", "Karl Keep")).RemovedAt.ShouldBeNull();
        var entries = await world.EntriesAsync("lead-a");
        entries.ShouldContain(e => e.Name == "Karl Keep");
        entries.ShouldNotContain(e => e.Name == "Gerda Goes");
    }

    [Fact]
    public async Task The_report_runs_no_formula_on_the_readers_computer()
    {
        await world.TakeInAsync("lead-a", Heads + "\"=HYPERLINK(\"\"http://x.example\"\")\",@SUM(1),555 0105,f@formula.example,English,,+cmd,-2\n");
        var import = await world.AskAsync("lead-a", db => db.Set<ImportRow>().OrderByDescending(r => r.Id).FirstAsync(r => r.Line == 2 && r.Remarks != null));
        var all = await world.AskAsync("lead-a", db => db.Set<ListImport>().OrderByDescending(i => i.CreatedAt).Select(i => i.Id).ToListAsync());
        import.ShouldNotBeNull();

        foreach (var id in all)
        {
            var browser = await world.BrowserAsync("lead-a");
            var report = await browser.GetAsync($"/directory/import/{id}/report");
            if (report.Status == HttpStatusCode.OK)
            {
                report.Headers["Content-Disposition"].ShouldStartWith("attachment");
                foreach (var cell in Cells(report.Html))
                {
                    "=+-@".Contains(cell.TrimStart('"', ' ').FirstOrDefault('x')).ShouldBeFalse(cell);
                }
            }
        }
    }

    [Fact]
    public async Task An_import_killed_half_way_goes_on_where_it_was()
    {
        var csv = new StringBuilder(Heads);
        for (var i = 0; i < 2200; i++)
        {
            csv.Append($"Batch Person{i},Therapist,,b{i}@batch.example,English,,anxiety,\n");
        }

        var preview = await world.UploadAsync("lead-b", csv.ToString());
        await preview.Form().SubmitAsync("start");
        var id = new ListImportId(Guid.Parse(preview.Url.Segments[^1]));
        var told = 0L;
        await Should.ThrowAsync<OperationCanceledException>(() => world.App.InScopeAsync("lead-b", async services =>
        {
            await services.GetRequiredService<RunImport>().RunAsync(id, (done, _) => (told = done) > 0 ? throw new OperationCanceledException() : Task.CompletedTask, CancellationToken.None);
            return 0;
        }));
        told.ShouldBeInRange(1, 2199);
        (await world.AskAsync("lead-b", db => db.Set<Listing>().CountAsync(l => l.ImportId == id))).ShouldBe((int)told);

        await world.App.RunJobsAsync();

        var import = await world.AskAsync("lead-b", db => db.Set<ListImport>().FirstAsync(i => i.Id == id));
        (import.State, import.Seen).ShouldBe((ImportState.Done, 2200));
        (await world.AskAsync("lead-b", db => db.Set<Listing>().CountAsync(l => l.ImportId == id))).ShouldBe(2200);
    }

    [Fact]
    public async Task The_command_line_takes_a_list_in_by_the_same_rules()
    {
        var report = await world.App.InScopeAsync("lead-a", async services =>
        {
            using var list = new MemoryStream(DirectoryWorld.Utf8(Heads + "Cora Command,Doctor,555 0106,cora@command.example,English,,fever,private words\n,,,,,,nobody,\n"));
            var actor = services.GetRequiredService<ICurrentActor>().Actor;
            return await services.GetRequiredService<IListImporter>().ImportAsync(list, "command.csv", actor, new ListImportOptions(ShareWithNetwork: true), null, CancellationToken.None);
        });

        var sheet = report.Sheets.ShouldHaveSingleItem();
        (sheet.Rows, sheet.Taken + sheet.Warned, sheet.Held).ShouldBe((2, 1, 1));
        sheet.HeldRows.ShouldHaveSingleItem().Line.ShouldBe(3);
        (await world.EntriesAsync("lead-b")).ShouldContain(e => e.Name == "Cora Command");
    }

    private static IEnumerable<string> Cells(string csv) => csv.TrimStart('\uFEFF').Split('\n').SelectMany(l => l.TrimEnd('\r').Split(','));
}
