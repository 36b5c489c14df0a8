using System.IO.Compression;
using System.Net;
using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Meetings.Tests;

public sealed class PaperTests
{
    private static readonly byte[] Pdf = "%PDF-1.4\n% a page\n%%EOF\n"u8.ToArray();

    [Fact]
    public async Task Several_papers_are_brought_and_read_by_another_school_as_they_were()
    {
        await using var world = await MeetingWorld.StartAsync();
        (await BringAsync(world, "lead-a", f => f.Attach("Files", "Plan of the year.pdf", Pdf).Attach("Files", "Numbers.csv", "a;b\n1;2\n"u8.ToArray()))).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var other = await world.App.AsAsync("lead-b");
        var page = await other.OpenAsync($"/meetings/{world.Next}");
        var link = page.Document.QuerySelectorAll("main a[download]").First(a => a.TextContent.Contains("Plan of the year"));
        var file = await other.GetAsync(link.GetAttribute("href")!);
        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Bytes.ShouldBe(Pdf);
        file.Headers["Content-Type"].ShouldBe("application/pdf");
        file.Headers["Content-Disposition"].ShouldStartWith("attachment");
        file.Headers["Content-Disposition"].ShouldContain("Plan of the year.pdf");
        file.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        var kept = (await world.AllAsync<MeetingPaper>()).Single(p => p.Ending == ".pdf");
        kept.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pdf)));
        (kept.Owner, kept.UploadedBy).ShouldBe((world.App.Organisation("school-a"), "Lea Lead"));
        (await world.AllAsync<FileChunk>()).ShouldAllBe(c => !Encoding.Latin1.GetString(c.Bytes).Contains("%PDF"));
    }

    [Fact]
    public async Task A_paper_opens_for_those_who_see_the_meeting_and_is_not_there_for_anybody_else()
    {
        await using var world = await MeetingWorld.StartAsync();
        await BringAsync(world, "lead-a", f => f.Attach("Files", "a.pdf", Pdf));
        var paper = $"/meetings/{world.Next}/papers/{(await world.AllAsync<MeetingPaper>())[0].Id}";
        var answers = new List<(string, HttpStatusCode)>();
        foreach (var person in new[] { "coord", "lead-a", "counsellor-a", "head-a", "dpo-a", "lead-b", "teacher-a", "partner-a", "operator", "ended", "lead-c", "coord-c" })
        {
            using var browser = await world.App.AsAsync(person);
            answers.Add((person, (await browser.GetAsync(paper)).Status));
        }

        answers.Where(a => a.Item2 == HttpStatusCode.OK).Select(a => a.Item1).ShouldBe(["coord", "lead-a", "counsellor-a", "head-a", "dpo-a", "lead-b"]);
        answers.Where(a => a.Item2 is not (HttpStatusCode.OK or HttpStatusCode.NotFound)).ShouldBeEmpty();
        using var nobody = world.App.Anonymous();
        (await nobody.GetAsync(paper)).Bytes.ShouldNotBe(Pdf);
        // Under another meeting's address it is not there either.
        var another = (await world.MeetingsAsync(world.Series))[1].Id;
        using var lead = await world.App.AsAsync("lead-a");
        (await lead.GetAsync(paper.Replace(world.Next.ToString(), another.ToString(), StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void What_a_file_is_its_bytes_say_and_programs_are_refused()
    {
        FileFormat.Look(new("a.pdf", Pdf), null).File!.Format.ContentType.ShouldBe("application/pdf");
        FileFormat.Look(new("C:\\own\\Minutes.DOCX", Zip("[Content_Types].xml", "word/document.xml")), null).File!.Title.ShouldBe("Minutes");
        FileFormat.Look(new("a.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml")), null).Refusal.ShouldBeNull();
        FileFormat.Look(new("a.pptx", Zip("[Content_Types].xml", "ppt/presentation.xml")), null).Refusal.ShouldBeNull();
        FileFormat.Look(new("a.odt", Odf("application/vnd.oasis.opendocument.text")), null).Refusal.ShouldBeNull();
        FileFormat.Look(new("a.ods", Odf("application/vnd.oasis.opendocument.spreadsheet")), null).Refusal.ShouldBeNull();
        FileFormat.Look(new("a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 1]), null).File!.Format.Ending.ShouldBe(".jpg");
        FileFormat.Look(new("a.txt", "Grüße"u8.ToArray()), "  Greetings\n ").File!.Title.ShouldBe("Greetings");
        var wrong = new (string Name, byte[]? Bytes, Refusal Why)[]
        {
            ("a.docx", Zip("[Content_Types].xml", "xl/workbook.xml"), FileFormat.OtherName),
            ("a.docx", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), FileFormat.Programs),
            ("a.odt", Zip("whatever"), FileFormat.OtherName),
            ("a.docx", "PK not a zip"u8.ToArray(), FileFormat.OtherName),
            ("a.pdf", "<html>"u8.ToArray(), FileFormat.OtherName),
            ("a.png", Pdf, FileFormat.OtherName),
            ("a.txt", [0x4D, 0x5A, 0, 0], FileFormat.OtherName),
            ("a.html", "<html>"u8.ToArray(), FileFormat.OtherKind),
            ("a.svg", "<svg/>"u8.ToArray(), FileFormat.OtherKind),
            ("a.exe", Pdf, FileFormat.OtherKind),
            ("a.docm", Zip("[Content_Types].xml", "word/document.xml"), FileFormat.OtherKind),
            ("a.pdf", [], FileFormat.Empty),
            ("a.pdf", null, FileFormat.TooLarge),
        };
        wrong.Where(w => FileFormat.Look(new(w.Name, w.Bytes), null).Refusal?.Code != w.Why.Code).Select(w => w.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_refused_file_keeps_all_of_them_out_and_is_named_at_the_field()
    {
        await using var world = await MeetingWorld.StartAsync();
        var page = await BringAsync(world, "lead-a", f => f.Attach("Files", "good.pdf", Pdf).Attach("Files", "page.html", "<p>"u8.ToArray()));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("page.html: this kind of file is not taken");
        (await world.AllAsync<MeetingPaper>()).ShouldBeEmpty();
        (await world.AllAsync<StoredFile>()).ShouldBeEmpty();
        (await BringAsync(world, "lead-a", _ => { })).Text.ShouldContain("Choose a file first.");
        var large = await BringAsync(world, "lead-a", f => f.Attach("Files", "big.pdf", [.. Pdf, .. new byte[FileFormat.MostBytes]]));
        large.Text.ShouldContain("big.pdf: a file may have 10 MB at most.");
    }

    [Fact]
    public async Task More_than_one_commit_holds_is_answered_in_words_at_the_field()
    {
        await using var world = await MeetingWorld.StartAsync();
        byte[] nine = [.. Pdf, .. new byte[9 << 20]];
        var answer = await BringAsync(world, "lead-a", f => f.Attach("Files", "1.pdf", nine).Attach("Files", "2.pdf", nine).Attach("Files", "3.pdf", nine));
        answer.Location.ShouldBe($"/meetings/{world.Next}/papers?large=true");
        using var lead = await world.App.AsAsync("lead-a");
        (await lead.GetAsync(answer.Location!)).Text.ShouldContain("Choose 10 files at most, of 24 MB together.");
        (await world.AllAsync<MeetingPaper>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_meeting_takes_no_papers_and_a_foreign_item_is_refused()
    {
        await using var world = await MeetingWorld.StartAsync();
        var other = (await world.MeetingsAsync(world.Series))[1].Id;
        (await BringAsync(world, "lead-a", f => f.Attach("Files", "a.pdf", Pdf).Force("Item", Guid.NewGuid().ToString()))).Text.ShouldContain("This item is not on the agenda any more.");
        (await world.PressAsync("lead-a", $"/meetings/{other}/papers", "", f => f.Attach("Files", "early.pdf", Pdf))).Status.ShouldBe(HttpStatusCode.SeeOther, "a meeting that is laid out takes papers already");
        using var coord = await world.App.AsAsync("coord");
        var form = (await coord.OpenAsync($"/meetings/{other}/papers")).Form("main form:has(input[name=Files])").Attach("Files", "late.pdf", Pdf);
        (await (await coord.OpenAsync($"/meetings/{other}/move")).Form().Set("Reason", "Snow").PostAsync("Cancel this meeting")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.MeetingsAsync(world.Series))[1].State.ShouldBe(MeetingState.Cancelled);
        var late = await form.PostAsync();
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, late.Location);
        late.Text.ShouldContain("This meeting was cancelled.");
        (await world.AllAsync<MeetingPaper>()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_address_lies_beside_the_files_and_only_https()
    {
        await using var world = await MeetingWorld.StartAsync();
        var page = $"/meetings/{world.Next}/papers";
        (await world.PressAsync("lead-a", page, "Link", f => f.Set("LinkTitle", "The law").Set("Link", "http://law.example/act"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.PressAsync("lead-a", page, "Link", f => f.Set("LinkTitle", "The law").Set("Link", "javascript:alert(1)"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.PressAsync("lead-a", page, "Link", f => f.Set("LinkTitle", "The law").Set("Link", "https://law.example/act"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var other = await world.App.AsAsync("lead-b");
        (await other.OpenAsync($"/meetings/{world.Next}")).Find("main a[href='https://law.example/act']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_brought_a_paper_or_a_coordinator_removes_it_bytes_and_all_until_the_minutes_are_approved()
    {
        await using var world = await MeetingWorld.StartAsync();
        await BringAsync(world, "lead-a", f => f.Attach("Files", "one.pdf", Pdf).Attach("Files", "two.pdf", Pdf).Attach("Files", "three.pdf", Pdf));
        var ids = (await world.AllAsync<MeetingPaper>()).OrderBy(p => p.Title, StringComparer.Ordinal).Select(p => p.Id.ToString()).ToList();
        var page = $"/meetings/{world.Next}/papers";
        using (var other = await world.App.AsAsync("lead-b"))
        {
            (await other.OpenAsync(page)).Document.QuerySelectorAll("main form[action*=Remove]").Length.ShouldBe(0);
        }

        (await world.App.InScopeAsync("lead-b", s => s.GetRequiredService<KeepPapersHandler>().RemoveAsync(new(world.Next), MeetingRowId.From(Guid.Parse(ids[0])), null, s.GetRequiredService<Scope>().Actor, default))).ShouldBe(KeepPapersHandler.NotYours);
        (await world.PressAsync("counsellor-a", page, "Remove", f => f.Force("paper", ids[0]))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.PressAsync("coord", page, "Remove", f => f.Force("paper", ids[1]))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<MeetingPaper>()).Count.ShouldBe(1);
        (await world.AllAsync<StoredFile>()).Count.ShouldBe(1);
        (await world.AllAsync<FileChunk>()).Count.ShouldBe(1);
        await ApproveAsync(world);
        using var lead = await world.App.AsAsync("lead-a");
        (await lead.OpenAsync(page)).Text.ShouldContain("The minutes are approved. Papers stay as they are.");
        (await world.App.InScopeAsync("lead-a", s => s.GetRequiredService<KeepPapersHandler>().RemoveAsync(new(world.Next), MeetingRowId.From(Guid.Parse(ids[2])), null, s.GetRequiredService<Scope>().Actor, default))).ShouldBe(MeetingPaper.Fixed);
        (await lead.OpenAsync($"/meetings/{world.Next}/print")).Text.ShouldContain("two");
    }

    [Fact]
    public async Task A_carried_item_brings_its_earlier_papers_along()
    {
        await using var world = await MeetingWorld.StartAsync();
        var item = (await world.AllAsync<AgendaItem>()).First(i => i.MeetingId == new MeetingId(world.Next) && i.Title == "Decisions").Id.ToString();
        await BringAsync(world, "lead-a", f => f.Set("Item", item).Attach("Files", "Draft.pdf", Pdf));
        await world.HoldAsync(world.Next);
        var next = (await world.MeetingsAsync(world.Series))[1].Id;
        (await world.PressAsync("coord", $"/meetings/{next}/agenda", "Carry", f => f.Force("Item", item).Force("way", "Moved"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        using var other = await world.App.AsAsync("lead-b");
        var page = await other.OpenAsync($"/meetings/{next}");
        page.Text.ShouldContain("from an earlier meeting");
        (await other.GetAsync(page.Find("main a[download]")!.GetAttribute("href")!)).Bytes.ShouldBe(Pdf);
        (await other.OpenAsync($"/meetings/{next}/agenda")).Text.ShouldContain("Draft");
        (await other.OpenAsync($"/meetings/{next}/agenda/print")).Text.ShouldContain("Paper: Draft");
    }

    [Fact]
    public async Task A_signed_sheet_lies_beside_typed_signatures_and_after_the_close_comes_only_with_a_reason()
    {
        await using var world = await MeetingWorld.StartAsync();
        var page = $"/meetings/{world.Next}/attendance";
        await world.PressAsync("coord", $"/meetings/{world.Next}", "Start");
        (await world.PressAsync("lead-a", page, "Sheet", f => f.Attach("Sheets", "list.txt", "x"u8.ToArray()))).Text.ShouldContain("a signed sheet is a PDF or a picture");
        (await world.PressAsync("lead-a", page, "Sheet", f => f.Attach("Sheets", "list.pdf", Pdf))).Status.ShouldBe(HttpStatusCode.SeeOther);
        await world.PressAsync("coord", $"/meetings/{world.Next}", "Close");
        var late = await world.PressAsync("lead-a", page, "Sheet", f => f.Attach("Sheets", "late.pdf", Pdf));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Find("[name=SheetReason][aria-invalid=true]").ShouldNotBeNull();
        (await world.AllAsync<StoredFile>()).Count.ShouldBe(1);
        (await world.PressAsync("lead-a", page, "Sheet", f => f.Attach("Sheets", "late.pdf", Pdf).Set("SheetReason", "It lay in the other room"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<Correction>()).Select(c => (c.About, c.After, c.Reason)).ShouldBe([("Signed sheet", "late", "It lay in the other room")]);
        using var lead = await world.App.AsAsync("lead-b");
        (await lead.GetAsync((await lead.OpenAsync(page)).Find("main a[download]")!.GetAttribute("href")!)).Bytes.ShouldBe(Pdf);
        var first = (await world.AllAsync<MeetingPaper>()).Single(p => p.Title == "list").Id.ToString();
        (await world.PressAsync("lead-a", page, "RemoveSheet", f => f.Force("Sheet", first))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.PressAsync("lead-a", page, "RemoveSheet", f => f.Force("Sheet", first).Set("RemovalReason", "Of another meeting"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await world.AllAsync<Correction>()).Count.ShouldBe(2);
    }

    private static async Task<TestPage> BringAsync(MeetingWorld world, string person, Action<TestForm> fill) =>
        await world.PressAsync(person, $"/meetings/{world.Next}/papers", "", fill);

    private static async Task ApproveAsync(MeetingWorld world)
    {
        await world.HoldAsync(world.Next);
        var page = $"/meetings/{world.Next}/minutes";
        await world.PressAsync("lead-a", page, "", f => f.Set("Text", "We met."));
        await world.PressAsync("lead-a", page, "Circulate");
        (await world.PressAsync("coord", page, "Approve")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                zip.CreateEntry(name);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Odf(string kind)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var text = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open();
            text.Write(Encoding.ASCII.GetBytes(kind));
        }

        return bytes.ToArray();
    }
}
