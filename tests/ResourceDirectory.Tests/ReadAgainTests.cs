using System.Net;
using System.Text;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>What was uploaded stays with its import: another encoding is chosen without choosing the file again. And uploads that harm.</summary>
public sealed class ReadAgainTests(DirectoryWorld world) : IClassFixture<DirectoryWorld>
{
    private const string Korean = "이름,전화,언어\n박현우,555 0127,한국어\n서서연,555 0135,영어\n";

    [Fact]
    public async Task A_list_read_in_the_wrong_encoding_is_read_again_in_the_right_one()
    {
        var preview = await UploadAsync("lead-a", "korean.csv", TextEncoding.Named("euc-kr")!.GetBytes(Korean), form => form.Set("Encoding", "windows-1252"));
        preview.Text.ShouldNotContain("박현우");
        var before = IdOf(preview);

        var page = await world.OpenAsync("lead-a", preview.Document.QuerySelector("a[href$=read-again]")!.GetAttribute("href")!);
        page.Text.ShouldContain("박현우");
        var again = await page.Form().Set("Encoding", "euc-kr").SubmitAsync();

        again.Text.ShouldContain("박현우");
        IdOf(again).ShouldNotBe(before);
        (await world.AskAsync("lead-a", db => db.Set<ListImport>().CountAsync(i => i.Id == before))).ShouldBe(0);
        (await world.AskAsync("lead-a", db => db.Set<ImportRow>().CountAsync(r => r.ImportId == before))).ShouldBe(0);
        var after = IdOf(again);
        var rows = await world.AskAsync("lead-a", db => db.Set<ImportRow>().Where(r => r.ImportId == after).OrderBy(r => r.Line).ToListAsync());
        rows.Select(row => row.Cells[0]).ShouldBe(["박현우", "서서연"]);
        var upload = await world.AskAsync("lead-a", db => db.Set<ListImport>().Where(i => i.Id == after).Select(i => i.Upload).SingleAsync());
        (await world.AskAsync("lead-a", db => db.Set<UploadedFile>().SingleAsync(u => u.Upload == upload))).Encoding.ShouldBe("euc-kr");
    }

    [Fact]
    public async Task The_bytes_are_kept_sealed_and_go_with_a_list_that_is_thrown_away()
    {
        var preview = await UploadAsync("lead-b", "kept.csv", Encoding.UTF8.GetBytes("Name,Phone\nVisible Words,555 0101\n"));
        var id = IdOf(preview);
        var upload = await world.AskAsync("lead-b", db => db.Set<ListImport>().Where(i => i.Id == id).Select(i => i.Upload).SingleAsync());
        var file = await world.AskAsync("lead-b", db => db.Set<UploadedFile>().SingleAsync(u => u.Upload == upload));
        var chunks = await world.AskAsync("lead-b", db => db.Set<FileChunk>().Where(c => c.FileId == file.FileId).ToListAsync());
        chunks.ShouldNotBeEmpty();
        chunks.ShouldAllBe(chunk => !Encoding.UTF8.GetString(chunk.Bytes).Contains("Visible Words", StringComparison.Ordinal));

        await preview.Form().SubmitAsync("discard");

        (await world.AskAsync("lead-b", db => db.Set<UploadedFile>().CountAsync(u => u.Upload == upload))).ShouldBe(0);
        (await world.AskAsync("lead-b", db => db.Set<StoredFile>().CountAsync(f => f.Id == file.FileId))).ShouldBe(0);
        (await world.AskAsync("lead-b", db => db.Set<FileChunk>().CountAsync(c => c.FileId == file.FileId))).ShouldBe(0);
    }

    [Fact]
    public async Task A_list_being_taken_in_is_not_read_again_and_no_other_school_may()
    {
        var preview = await UploadAsync("lead-a", "started.csv", Encoding.UTF8.GetBytes("Name,Phone\nStella Stärted,555 0102\n"));
        var (id, page) = (IdOf(preview), await world.OpenAsync("lead-a", preview.Url.AbsolutePath + "/read-again"));
        (await world.OpenAsync("lead-b", preview.Url.AbsolutePath + "/read-again")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ReadAsync("lead-b", id, "utf-8")).ShouldBe(StartImportHandler.NotThere);
        (await ReadAsync("teacher-a", id, "utf-8")).ShouldBe(StartImportHandler.NotThere);
        (await ReadAsync("lead-a", id, "utf-7")).ShouldBe(ReadAgainHandler.NoEncoding);
        (await page.Form().Without("Encoding").SubmitAsync()).Find("#Encoding-error").ShouldNotBeNull();

        await preview.Form().SubmitAsync("start");
        await world.App.RunJobsAsync();

        (await ReadAsync("lead-a", id, "utf-8")).ShouldBe(ListImport.Started);
        (await world.ListingAsync("lead-a", "Stella Stärted")).ImportId.ShouldBe(id);
    }

    [Fact]
    public async Task A_file_of_plain_letters_says_that_it_reads_the_same_in_every_way()
    {
        var preview = await UploadAsync("lead-a", "plain.csv", Encoding.UTF8.GetBytes("Name,Phone\nPlain Letters,555 0104\n"));

        var page = await world.OpenAsync("lead-a", preview.Url.AbsolutePath + "/read-again");

        page.Text.ShouldContain("It reads the same in every way");
        page.Find("main input[type=radio]").ShouldBeNull();
    }

    [Fact]
    public async Task An_upload_of_a_hundred_megabytes_is_refused_at_the_form_and_leaves_nothing()
    {
        var before = await CountsAsync();

        var answer = await UploadAsync("lead-a", "huge.csv", new byte[100 * 1024 * 1024]);

        answer.Find("#Lists-error").ShouldNotBeNull(answer.Text);
        answer.Text.ShouldContain("larger than 25 MB");
        (await CountsAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("zip bomb in a package")]
    [InlineData("billion laughs in a sheet")]
    [InlineData("external entity in a sheet")]
    [InlineData("path out of the zip")]
    [InlineData("json too deep")]
    [InlineData("json text too long")]
    [InlineData("one quoted cell of a csv")]
    public async Task A_hostile_upload_is_refused_in_words_at_the_field_and_nothing_of_it_is_kept(string kind)
    {
        var (name, bytes) = HostileFiles.Make(kind);
        var before = await CountsAsync();

        var answer = await UploadAsync("lead-a", name, bytes);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Find("#Lists-error").ShouldNotBeNull(answer.Text).TextContent.ShouldContain(name);
        answer.Text.ShouldNotContain("root:x:0");
        (await CountsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Script_in_every_field_is_shown_as_the_text_it_is()
    {
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        string[] heads = ["Name", "Profession", "Organisation", "Contact person", "Phone", "Email", "Website", "Address", "City", "Languages", "Ages", "Fee", "Waiting time", "Hours", "Help offered", "Notes", "Licence", "English name", Script];
        var csv = string.Join(',', heads) + "\n" + string.Join(',', heads.Select((head, i) => head == "Name" ? "Xena Script " + Script : Script + i)) + "\n," + Script + "\n";
        await world.TakeInAsync("lead-a", csv, fileName: "script.csv", share: true);
        var import = await world.AskAsync("lead-a", db => db.Set<ListImport>().SingleAsync(i => i.FileName == "script.csv"));
        var listing = await world.AskAsync("lead-a", db => db.Set<Listing>().FirstAsync(l => l.ImportId == import.Id));
        var row = await world.AskAsync("lead-a", db => db.Set<ImportRow>().FirstAsync(r => r.ImportId == import.Id));

        foreach (var url in new[] { $"/directory/import/{import.Id}/result", $"/directory/import/{import.Id}/result?show=warned", $"/directory/import/{import.Id}/rows/{row.Id}", $"/directory/listings/{listing.Id}", $"/directory/listings/edit/{listing.Id}", "/directory/listings", "/find-help?q=xena", "/directory/print/outside" })
        {
            var page = await world.OpenAsync("lead-a", url);
            page.Document.QuerySelectorAll("main script, main img[onerror], main [onerror]").ShouldBeEmpty(url);
            page.Html.ShouldNotContain("<script>alert(1)", Case.Sensitive, url);
        }
    }

    [Fact]
    public async Task A_directory_of_services_goes_through_the_page_like_any_list()
    {
        var json = """{"contents":[{"id":"s1","name":"Harbour Listening Room","wait_time":"No wait to 2 weeks","organization":{"id":"o1","name":"Harbour Youth Trust"},"phones":[{"number":"555 0150"}]},{"id":"t1","name":"Grief","taxonomy":"topics"}]}""";
        var preview = await UploadAsync("counsellor-a", "feed.json", Encoding.UTF8.GetBytes(json));
        preview.Text.ShouldContain("Harbour Listening Room");
        await preview.Form().SubmitAsync("start");
        await world.App.RunJobsAsync();

        var listing = await world.ListingAsync("counsellor-a", "Harbour Listening Room");
        listing.Facts.Of(FactField.Organisation).ShouldHaveSingleItem().Text.ShouldBe("Harbour Youth Trust");
        (await world.OpenAsync("counsellor-a", $"/directory/listings/{listing.Id}")).Text.ShouldContain("No wait to 2 weeks");
        var import = await world.AskAsync("counsellor-a", db => db.Set<ListImport>().SingleAsync(i => i.Id == listing.ImportId));
        (import.Rows, import.Taken + import.Warned, import.Held).ShouldBe((2, 1, 1));
    }

    [Fact]
    public async Task A_row_the_reader_made_wait_is_taken_when_a_person_says_so()
    {
        var zip = HsdsReadingTests.Zip(("organizations.csv", "id,name\no1,Trust of Many\n"), ("services.csv", "id,organization_id,name\ns1,gone,Orphan Service\n"));
        var preview = await UploadAsync("counsellor-a", "orphans.zip", zip);
        preview.Text.ShouldContain(HsdsRemarks.NoOrganization);
        await preview.Form().SubmitAsync("start");
        await world.App.RunJobsAsync();
        var id = IdOf(preview);
        var row = await world.AskAsync("counsellor-a", db => db.Set<ImportRow>().SingleAsync(r => r.ImportId == id && r.Outcome == RowOutcome.Held));

        await (await world.OpenAsync("counsellor-a", $"/directory/import/{id}/rows/{row.Id}")).Form().SubmitAsync("take");

        (await world.ListingAsync("counsellor-a", "Orphan Service")).ImportId.ShouldBe(id);
    }

    private static ListImportId IdOf(TestPage page) => new(Guid.Parse(page.Url.Segments[3].TrimEnd('/')));

    private async Task<TestPage> UploadAsync(string person, string name, byte[] bytes, Action<TestForm>? fill = null)
    {
        var form = (await world.OpenAsync(person, "/directory/import")).Form();
        fill?.Invoke(form);
        return await form.Attach("Lists", name, bytes).SubmitAsync();
    }

    private Task<Kernel.Refusal?> ReadAsync(string person, ListImportId id, string encoding) => world.App.InScopeAsync(person, async services =>
        (await services.GetRequiredService<ReadAgainHandler>().HandleAsync(new ReadAgain(id, encoding), services.GetRequiredService<Kernel.ICurrentActor>().Actor, CancellationToken.None)).Refusal);

    private Task<(int Imports, int Rows, int Files, int Chunks)> CountsAsync() => world.AskAsync("lead-a", async db => (
        await db.Set<ListImport>().CountAsync(), await db.Set<ImportRow>().CountAsync(), await db.Set<UploadedFile>().CountAsync(), await db.Set<FileChunk>().CountAsync()));
}
