using System.IO.Compression;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>The made-up services directory of the samples, in all its forms: every record ends on a row.</summary>
public sealed class HsdsSamplesTests
{
    private static readonly ListReadingOptions Options = new(new DateOnly(2026, 11, 21));

    [Fact]
    public void A_page_of_services_comes_in_whole_whatever_its_header_says()
    {
        var rows = Read("harbour-services.json", File.ReadAllBytes(Path.Combine(Folder(), "harbour-services.json")));

        rows.Select(row => row.Values.Organisations.Count == 0 ? null : row.Values.Organisations[0]).ShouldBe(["Pier Street Listening Room", "Homework Boat", "Night Line", "Night Line", null, null]);
        rows.Select(row => row.Outcome).ShouldBe([RowOutcome.TakenWithWarning, RowOutcome.TakenWithWarning, RowOutcome.Taken, RowOutcome.Taken, RowOutcome.Held, RowOutcome.Held]);
        rows[0].Values.LicenceUntil!.Day.ShouldBe(new DateOnly(2029, 9, 30));
        rows[0].Warnings.Select(warning => warning.Code).ShouldContain("position.not-usable");
        rows[1].Values.Text(ListColumn.Postcode).ShouldBe("10002");
        rows[2].Values.Text(ListColumn.Hours)!.ShouldContain("FR, SA 22:00–03:00");
        rows[3].Raw.Cells.ShouldContain(cell => cell.Contains("unexpected.colour: blue", StringComparison.Ordinal));
    }

    [Fact]
    public void A_crawl_of_one_record_a_line_keeps_every_line()
    {
        var rows = Read("harbour-crawl.jsonl", File.ReadAllBytes(Path.Combine(Folder(), "harbour-crawl.jsonl")));

        rows.Count.ShouldBe(5);
        rows.Take(3).Select(row => row.Values.Organisations[^1]).ShouldBe(["Quay Kitchen", "Lantern Pantry", "Empty Shelf Society"]);
        rows.Take(2).Select(row => row.Values.Text(ListColumn.RecordId)).ShouldBe(["a1#svc_1", "b2#svc_1"]);
        rows[0].Values.Phones.ShouldHaveSingleItem();
        rows[0].Values.Text(ListColumn.Address).ShouldBe("9 Quay, Harbour City");
        rows[0].Values.Text(ListColumn.Hours).ShouldBe("Tuesday 5pm–6pm");
        rows.Skip(3).ShouldAllBe(row => row.Outcome == RowOutcome.Held);
    }

    [Fact]
    public void The_tables_of_a_package_are_joined_and_what_fits_nowhere_waits_with_its_reason()
    {
        var rows = Read("harbour.zip", Packed());

        var room = rows[0];
        room.Values.Organisations.ShouldBe(["Pier Street Listening Room", "Harbour Youth Trust"]);
        room.Values.Phones.Select(phone => phone.Original).ShouldBe(["555 0150 ext. 12", "555 0152"], ignoreOrder: true);
        room.Values.Text(ListColumn.ContactPerson).ShouldBe("Orla Madeup (Warden)");
        room.Values.Languages.ShouldHaveSingleItem().Code.ShouldBe("kor");
        room.Values.Text(ListColumn.Category).ShouldBe("Grief and loss");
        (room.Values.Latitude, room.Values.Longitude).ShouldBe((10.5, 20.25));
        rows.Where(row => row.Held is null).Select(row => row.Values.Organisations[0]).ShouldBe(["Pier Street Listening Room", "Homework Boat", "Society without Services", "Locked House"]);
        rows.Where(row => row.Held is not null).Select(row => row.Values.Text(ListColumn.RecordId)!).Order(StringComparer.Ordinal).ShouldBe(["a2", "c2", "p3", "p4", "s2", "t1", "x2"]);
        rows.Where(row => row.Held?.Code == "row.by-reader").Select(row => row.Held!.Text.Message).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(new[] { HsdsRemarks.NoOrganization, HsdsRemarks.NoService, HsdsRemarks.NoLocation, HsdsRemarks.Nobody }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reading_it_again_gives_the_same_rows_to_the_letter()
    {
        static string[] Lines(List<UnderstoodRow> rows) => [.. rows.Select(row => $"{row.Line} {string.Join('|', row.Raw.Cells)}")];
        var packed = Packed();

        Lines(Read("a.zip", packed)).ShouldBe(Lines(Read("b.zip", packed)));
    }

    private static List<UnderstoodRow> Read(string name, byte[] bytes)
    {
        var sheet = ListReader.Open(bytes, name).File!.Sheets.ShouldHaveSingleItem();
        var rows = new ListUnderstanding(ColumnGuess.Guess(sheet), Options).Understand(sheet.Rows()).ToList();
        rows.Count.ShouldBe(sheet.RowCount);
        return rows;
    }

    private static byte[] Packed()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var path in Directory.EnumerateFiles(Path.Combine(Folder(), "tables")).Order(StringComparer.Ordinal))
            {
                using var part = zip.CreateEntry("tables/" + Path.GetFileName(path)).Open();
                part.Write(File.ReadAllBytes(path));
            }
        }

        return stream.ToArray();
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Causeway.slnx")))
            {
                return Path.Combine(folder.FullName, "samples", "hsds");
            }
        }

        throw new DirectoryNotFoundException("samples/hsds");
    }
}
