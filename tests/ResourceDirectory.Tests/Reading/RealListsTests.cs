using System.Globalization;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>Reads every list of a folder of real, messy ones. Nothing is dialled, mailed or opened.</summary>
public sealed class RealListsTests(ITestOutputHelper output)
{
    private static readonly ListReadingOptions Options = new(new DateOnly(2026, 11, 21));

    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        foreach (var root in Roots())
        {
            foreach (var file in Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories).Where(IsList).Order(StringComparer.Ordinal))
            {
                files.Add(file);
            }
        }

        if (files.Count == 0)
        {
            files.Add("");
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Every_row_of_a_real_list_ends_as_taken_warned_or_held(string path)
    {
        if (path.Length == 0)
        {
            Assert.Skip("No folder of real lists: set CAUSEWAY_LISTS or put them in ../shared/lists.");
        }

        var bytes = File.ReadAllBytes(path);
        var file = ListReader.Open(bytes, Path.GetFileName(path)).File.ShouldNotBeNull();
        foreach (var sheet in file.Sheets)
        {
            var columns = ColumnGuess.Guess(sheet);
            var rows = new ListUnderstanding(columns, Options).Understand(sheet.Rows()).ToList();
            var counts = rows.CountBy(row => row.Outcome).ToDictionary();
            rows.Count.ShouldBe(sheet.RowCount);
            if (file.Format == ListFormat.Csv)
            {
                (sheet.RowCount + sheet.TitleRows.Count + (sheet.Header is null ? 0 : 1)).ShouldBe(Records(bytes));
            }

            rows.Where(row => row.Outcome == RowOutcome.Held).ShouldAllBe(row => row.Held != null);
            Tell(path, columns, rows, counts);
        }
    }

    /// <summary>Terms nested in markup of their own are no list of people: the way out is said, nothing is guessed.</summary>
    [Fact]
    public void A_real_file_of_markup_is_refused_with_the_way_out()
    {
        foreach (var path in Roots().SelectMany(root => Directory.EnumerateFiles(root, "*.xml", SearchOption.AllDirectories)))
        {
            ListReader.Open(File.ReadAllBytes(path), Path.GetFileName(path)).Refusal.ShouldBe(FileKind.WebPage);
        }

        ListReader.Open("<?xml version=\"1.0\"?><a/>"u8.ToArray(), "a.xml").Refusal.ShouldBe(FileKind.WebPage);
    }

    /// <summary>The tables of one folder, packed together as a person would send them.</summary>
    [Fact]
    public void The_tables_of_a_real_folder_are_joined_and_no_row_of_them_is_lost()
    {
        var folder = Roots().SelectMany(root => Directory.EnumerateFiles(root, "organizations.csv", SearchOption.AllDirectories)).Select(Path.GetDirectoryName).FirstOrDefault();
        if (folder is null)
        {
            Assert.Skip("No folder of real lists: set CAUSEWAY_LISTS or put them in ../shared/lists.");
        }

        var tables = Directory.EnumerateFiles(folder, "*.csv").Select(path => (Path.GetFileName(path), File.ReadAllText(path))).ToArray();
        var sheet = ListReader.Open(HsdsReadingTests.Zip(tables), "folder.zip").File!.Sheets.ShouldHaveSingleItem();
        var rows = new ListUnderstanding(ColumnGuess.Guess(sheet), Options).Understand(sheet.Rows()).ToList();
        var services = ListReader.Open(File.ReadAllBytes(Path.Combine(folder, "services.csv")), "services.csv").File!.Sheets[0].RowCount;

        output.WriteLine($"{folder}: {rows.Count} rows, {string.Join(", ", rows.CountBy(row => row.Outcome))}");
        rows.Count.ShouldBe(sheet.RowCount);
        rows.Count.ShouldBeGreaterThanOrEqualTo(services);

        // Every number of the table of phones stands on some row.
        var all = string.Join('\n', rows.SelectMany(row => row.Raw.Cells));
        var phones = ListReader.Open(File.ReadAllBytes(Path.Combine(folder, "phones.csv")), "phones.csv").File!.Sheets[0];
        var number = phones.Columns.Single(column => column.Heading == "number").Index;
        phones.Rows().Select(row => row.Cell(number)).Where(text => !all.Contains(text, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static bool IsList(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    /// <summary>Counts records by quotation marks alone, so that the reader is not checked against itself.</summary>
    private static int Records(byte[] bytes)
    {
        int records = 0, length = 0;
        var quoted = false;
        foreach (var value in bytes.Append((byte)'\n'))
        {
            quoted ^= value == '"';
            if (!quoted && value is (byte)'\n' or (byte)'\r')
            {
                records += length > 0 ? 1 : 0;
                length = 0;
            }
            else if (value is not (0xEF or 0xBB or 0xBF or (byte)' '))
            {
                length++;
            }
        }

        return records;
    }

    private void Tell(string path, IReadOnlyList<ColumnReading> columns, List<UnderstoodRow> rows, Dictionary<RowOutcome, int> counts)
    {
        output.WriteLine($"{path}: {string.Join(", ", counts.Select(count => $"{count.Key} {count.Value.ToString(CultureInfo.InvariantCulture)}"))}");
        foreach (var column in columns)
        {
            output.WriteLine($"  {column.Sheet.Letter} {column.Heading} -> {column.Column} ({column.Confidence}) {column.Reason}");
        }

        foreach (var warning in rows.SelectMany(row => row.Warnings).CountBy(warning => warning.Code).OrderByDescending(count => count.Value))
        {
            var sample = rows.SelectMany(row => row.Warnings).Where(found => string.Equals(found.Code, warning.Key, StringComparison.Ordinal)).Select(found => found.Text.ToString()).Distinct(StringComparer.Ordinal).Take(6);
            output.WriteLine($"  ! {warning.Key} {warning.Value}: {string.Join(" · ", sample)}");
        }
    }

    internal static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("CAUSEWAY_LISTS") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? [named] : [];
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Causeway.slnx")))
            {
                string[] beside = [Path.Combine(folder.FullName, "..", "shared", "lists"), Path.Combine(folder.FullName, "..", "shared", "linkage")];
                return beside.Where(Directory.Exists);
            }
        }

        return [];
    }
}
