using System.Globalization;
using System.Text;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>The lists of the made-up city, read as six schools would hand them in, against what each column truly holds.</summary>
public sealed class SampleListsTests(ITestOutputHelper output)
{
    private const double EnoughRight = 0.95;

    private static readonly ListReadingOptions Options = new(new DateOnly(2026, 11, 21), CallingCode: "999");

    private static readonly Dictionary<string, ListColumn[]> Meanings = new(StringComparer.Ordinal)
    {
        ["name"] = [ListColumn.PersonOrBody, ListColumn.PersonName],
        ["other-name"] = [ListColumn.OtherName],
        ["family-name"] = [ListColumn.FamilyName],
        ["given-name"] = [ListColumn.GivenName],
        ["profession"] = [ListColumn.Profession],
        ["role"] = [ListColumn.SchoolRole, ListColumn.Position],
        ["organisation"] = [ListColumn.Organisation],
        ["address"] = [ListColumn.Address],
        ["area"] = [ListColumn.Area],
        ["phone"] = [ListColumn.Phone],
        ["mobile"] = [ListColumn.Mobile],
        ["mail"] = [ListColumn.Email],
        ["website"] = [ListColumn.Website],
        ["languages"] = [ListColumn.Languages],
        ["ages"] = [ListColumn.Ages],
        ["concerns"] = [ListColumn.HelpOffered],
        ["fee"] = [ListColumn.Fee],
        ["wait"] = [ListColumn.WaitingTime],
        ["hours"] = [ListColumn.Hours, ListColumn.Days],
        ["delivery"] = [ListColumn.Delivery],
        ["licence"] = [ListColumn.Licence],
        ["licence-until"] = [ListColumn.LicenceUntil],
        ["leaving"] = [ListColumn.LeavesOn],
        ["note"] = [ListColumn.Notes],
        ["checked"] = [ListColumn.ConfirmedOn],
        ["deputy"] = [ListColumn.Deputy],
        ["-"] = [ListColumn.Unknown],
    };

    private sealed record Truth(string File, string Sheet, int Column, string Heading, string Meaning)
    {
        public string Key => $"{Path.GetFileName(File)}|{Sheet}|{Heading}";
    }

    [Fact]
    public void The_columns_of_every_sample_list_are_guessed_as_their_school_means_them()
    {
        var truths = Truths();
        var wrong = new List<string>();
        foreach (var list in truths.GroupBy(truth => (truth.File, truth.Sheet)))
        {
            var columns = ColumnGuess.Guess(Sheet(list.Key.File, list.Key.Sheet));
            var missed = list.Where(truth => !Meanings[truth.Meaning].Contains(columns[truth.Column - 1].Column)).ToList();
            output.WriteLine($"{list.Key.File} {list.Key.Sheet}: {Share(list.Count() - missed.Count, list.Count())} right");
            foreach (var truth in missed)
            {
                var guess = columns[truth.Column - 1];
                output.WriteLine($"  {truth.Heading}: is {truth.Meaning}, guessed {guess.Column} ({guess.Reason})");
            }

            wrong.AddRange(missed.Select(truth => truth.Key));
        }

        output.WriteLine($"all: {Share(truths.Count - wrong.Count, truths.Count)} right");
        truths.Count.ShouldBeGreaterThan(100);
        wrong.ShouldBeEmpty();
        (truths.Count - wrong.Count).ShouldBeGreaterThanOrEqualTo((int)Math.Ceiling(truths.Count * EnoughRight));
    }

    [Fact]
    public void Every_row_of_every_sample_list_ends_as_taken_warned_or_held()
    {
        foreach (var (file, name) in Truths().Select(truth => (truth.File, truth.Sheet)).Distinct())
        {
            var sheet = Sheet(file, name);
            var rows = new ListUnderstanding(ColumnGuess.Guess(sheet), Options).Understand(sheet.Rows()).ToList();
            var counts = Enum.GetValues<RowOutcome>().ToDictionary(outcome => outcome, outcome => rows.Count(row => row.Outcome == outcome));
            output.WriteLine($"{file} {name}: {string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value}")))}");
            foreach (var held in rows.Where(row => row.Held is not null))
            {
                output.WriteLine($"  {held.Line}: {held.Held!.Text}");
            }

            rows.Count.ShouldBe(sheet.RowCount);
            counts.Values.Sum().ShouldBe(sheet.RowCount);
            rows.ShouldAllBe(row => row.Outcome == RowOutcome.Held == (row.Held != null) && row.Outcome == RowOutcome.TakenWithWarning == (row.Held == null && row.Warnings.Count > 0));
        }
    }

    [Fact]
    public void Section_rows_and_the_closing_remark_are_held_and_every_listing_is_not()
    {
        const string File = "lists/lantern-hill.xlsx", Name = "Outside help";
        var sheet = Sheet(File, Name);
        var rows = new ListUnderstanding(ColumnGuess.Guess(sheet), Options).Understand(sheet.Rows()).ToList();
        var listings = System.IO.File.ReadAllLines(Path.Combine(Samples(), "truth.csv"), Encoding.UTF8).Select(line => line.Split(','))
            .Where(cells => cells[0] == File && cells[1] == Name).Select(cells => int.Parse(cells[2], CultureInfo.InvariantCulture)).ToHashSet();
        rows.Where(row => row.Held?.Code == "row.heading").Select(row => row.Raw.Cell(0)).ShouldBe(
        [
            "Psychologists, psychiatrists, therapists", "Speech, learning, occupational", "Doctors and health", "Law, police, authorities",
            "Community, helplines, everything else", "End of list. Please do not sort, the merged cells break.",
        ]);
        rows.Where(row => row.Held is null).Select(row => row.Line).ShouldBe(listings.Order());
        rows.Single(row => row.Line == 10).Raw.Cell(2).ShouldBe(rows.Single(row => row.Line == 8).Raw.Cell(2));
    }

    private static string Share(int right, int all) => string.Create(CultureInfo.InvariantCulture, $"{right} of {all} ({100.0 * right / all:0.0} %)");

    private static ListSheet Sheet(string file, string name)
    {
        var opened = ListReader.Open(File.ReadAllBytes(Path.Combine(Samples(), file)), Path.GetFileName(file)).File.ShouldNotBeNull();
        return name.Length == 0 ? opened.Sheets.Single() : opened.Sheets.Single(sheet => string.Equals(sheet.Name, name, StringComparison.Ordinal));
    }

    // Headings of the lists hold no comma and no quotation mark, so the file needs no reader of its own.
    private static List<Truth> Truths() =>
        [.. File.ReadAllLines(Path.Combine(Samples(), "columns.csv"), Encoding.UTF8).Skip(1).Select(line => line.Split(','))
            .Select(cells => new Truth(cells[0], cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3], cells[4]))];

    private static string Samples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Causeway.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.ShouldNotBeNull().FullName, "samples");
    }
}
