using FsCheck;
using FsCheck.Fluent;

namespace Causeway.Linkage.Tests;

public sealed class CsvRecordsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_quoted_comma_quote_and_line_break_stay_inside_their_cell()
    {
        RecordTable table = Read("record_id,name,city\nr1,\"Kiss, \"\"Anna\"\"\nNagy\",Győr\r\nr2,,\n");
        table.Ids.ShouldBe(["r1", "r2"]);
        table.Columns[0][0].ShouldBe("Kiss, \"Anna\"\nNagy");
        table.Columns[1][0].ShouldBe("Győr");
        table.Columns[0][1].ShouldBe("");
    }

    [Theory]
    [InlineData("record_id,name\nr1,Anna", "Anna")]
    [InlineData("record_id,name\r\nr1,Anna\r\n\r\n", "Anna")]
    [InlineData("\ufeffrecord_id,name\nr1,\"Anna\"", "Anna")]
    [InlineData("record_id,name\nr1,", "")]
    public void Line_ends_and_a_missing_last_one_do_not_matter(string text, string name)
    {
        RecordTable table = Read(text);
        table.Ids.ShouldHaveSingleItem().ShouldBe("r1");
        table.Columns[0][0].ShouldBe(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("record_id,name\nr1,\"Anna")]
    [InlineData("record_id,name\n,Anna")]
    public void A_broken_file_is_refused(string text) => Should.Throw<InvalidDataException>(() => Read(text));

    [Fact]
    public void What_is_written_is_read_again() => Prop.ForAll<NonNull<string>[]>(cells =>
        {
            string[] values = [.. cells.Select(cell => new string([.. cell.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]).Trim())];
            CsvRecords.Write(_path, "record_id,x", values.Select((value, i) => ($"r{i}", value, default(string))));
            RecordTable table = CsvRecords.Read(_path);
            return values.Select((value, i) => string.Equals(table.Columns[0][i], value, StringComparison.Ordinal)).All(same => same);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_file_is_read_across_the_ends_of_the_buffer()
    {
        string[] names = [.. Enumerable.Range(0, 20_000).Select(i => i % 3 == 0 ? $"\"Name, \"\"{i}\"\"\"" : $"Name {i}")];
        RecordTable table = Read("record_id,name\n" + string.Join('\n', names.Select((name, i) => $"r{i},{name}")));
        table.Count.ShouldBe(20_000);
        table.Columns[0][19_998].ShouldBe("Name, \"19998\"");
        table.Columns[0][19_999].ShouldBe("Name 19999");
    }

    [Fact]
    public void Joining_files_writes_each_record_once()
    {
        string clusters = Path.GetTempFileName();
        string pairs = Path.GetTempFileName();
        File.WriteAllText(_path, "record_id,name,phone\n" + string.Join('\n', MadeUpLists.Persons(40, 3).Select(r => $"{r.Id},\"{r.Fields["name"]}\",{r.Fields["phone"]}")));
        JoinCounts counts = JoinFiles.Run(_path, clusters, pairs);
        string[] lines = File.ReadAllLines(clusters);
        lines[0].ShouldBe("record_id,cluster_id");
        lines.Skip(1).Select(line => line.Split(',')[0]).Distinct(StringComparer.Ordinal).Count().ShouldBe(counts.Records);
        File.ReadAllLines(pairs)[0].ShouldBe("id_l,id_r,score");
        File.ReadAllLines(pairs).Length.ShouldBe(counts.Pairs + 1);
        counts.Pairs.ShouldBeGreaterThan(0);
        File.Delete(clusters);
        File.Delete(pairs);
    }

    private RecordTable Read(string text)
    {
        File.WriteAllText(_path, text);
        return CsvRecords.Read(_path);
    }
}
