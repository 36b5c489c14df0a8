using System.Diagnostics;
using System.Globalization;
using Causeway.Linkage;
using Causeway.Linkage.Bench;

// join --records X.csv --out Y.csv [--pairs P.csv]
// names --data pairs.csv [--out scores.csv] [--score score.py]
// all --data FOLDER [--score score.py] [--only SET]     every set below a folder that has records.csv and truth.csv
string Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : "";

switch (args.FirstOrDefault())
{
    case "join":
        Join(Option("--records"), Option("--out"), Option("--pairs"), verbose: true);
        return 0;
    case "explain":
        Explain(Option("--records"), Option("--left"), Option("--right"));
        return 0;
    case "names":
        Names(Option("--data"), Option("--out"), Option("--score"));
        return 0;
    case "all":
        return All(Option("--data"), Option("--score"), Option("--only"));
    default:
        Console.Error.WriteLine("usage: join --records X.csv --out Y.csv [--pairs P.csv] | explain --records X.csv --left ID --right ID |");
        Console.Error.WriteLine("       all --data FOLDER --score score.py [--only SET]");
        return 2;
}

static TimeSpan Join(string records, string clusters, string pairs, bool verbose)
{
    var watch = Stopwatch.StartNew();
    var steps = new Steps(watch, verbose);
    JoinCounts counts = JoinFiles.Run(records, clusters, pairs.Length == 0 ? null : pairs, progress: steps);
    foreach (string note in counts.Notes)
    {
        Console.WriteLine("note: " + note);
    }

    if (verbose)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"{counts.Records} records, {counts.Clusters} clusters, {counts.ComparedPairs} pairs compared, {watch.Elapsed.TotalSeconds:0.0} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
    }

    return watch.Elapsed;
}

// Scores the labelled pairs of names: columns schema, name1, name2 by header; row 1 is the first data row.
static void Names(string data, string outPath, string score)
{
    // The first column is no id here, so every row gets its number in front.
    string numbered = Path.GetTempFileName();
    File.WriteAllLines(numbered, File.ReadLines(data).Select((line, i) => (i == 0 ? "row" : FormattableString.Invariant($"{i}")) + "," + line));
    RecordTable table = CsvRecords.Read(numbered);
    TextColumn Column(string name) => table.Columns.Single(column => string.Equals(column.Name, name, StringComparison.Ordinal));
    TextColumn schema = Column("schema");
    TextColumn left = Column("name1");
    TextColumn right = Column("name2");
    outPath = outPath.Length > 0 ? outPath : Path.GetTempFileName();
    CsvRecords.Write(outPath, "row,score", Enumerable.Range(0, table.Count).Select(row =>
    {
        NameSchema kind = schema[row] is "Person" ? NameSchema.Person : NameSchema.Organisation;
        return (table.Ids[row], NameMatch.Score(left[row], right[row], kind).ToString("0.####", CultureInfo.InvariantCulture), default(string));
    }));
    if (score.Length > 0)
    {
        Run("python3", [score, "--labelled", outPath, data, "--threshold", "0.5"], "precision", "recall", "f1", "auc", "best_f1", "best_threshold");
    }
}

static void Explain(string records, string left, string right)
{
    LinkageResult result = LinkageEngine.Link(CsvRecords.Read(records));
    foreach ((string column, FieldKind kind) in result.ColumnKinds)
    {
        Console.WriteLine($"{column} = {kind}");
    }

    foreach (LearnedWeight weight in result.Weights)
    {
        Console.WriteLine(FormattableString.Invariant($"{weight.Signal,-13}{weight.Level}  m {weight.M:0.0000}  u {weight.U:0.00000}"));
    }

    PairExplanation explanation = result.Explain(left, right);
    Console.WriteLine(FormattableString.Invariant($"{explanation.Probability:0.0000} {explanation.Certainty} ({explanation.Bits:0.0} bits), clusters: {result.ClusterOf(left)} {result.ClusterOf(right)}"));
    foreach (PairReason reason in explanation.Reasons)
    {
        Console.WriteLine(FormattableString.Invariant($"{reason.Bits,7:+0.0;-0.0}  {reason}"));
    }
}

static int All(string data, string score, string only)
{
    string work = Directory.CreateTempSubdirectory("linkage-bench-").FullName;
    foreach (string folder in Directory.GetDirectories(data).Order(StringComparer.Ordinal))
    {
        string set = Path.GetFileName(folder);
        if (!File.Exists(Path.Combine(folder, "truth.csv")) || (only.Length > 0 && !string.Equals(only, set, StringComparison.Ordinal)))
        {
            continue;
        }

        string clusters = Path.Combine(work, set + ".csv");
        string pairs = Path.Combine(work, set + ".pairs.csv");
        TimeSpan time = Join(Path.Combine(folder, "records.csv"), clusters, pairs, verbose: false);
        Console.WriteLine(FormattableString.Invariant($"== {set}: {time.TotalSeconds:0.0} s"));
        if (score.Length > 0)
        {
            Run("python3", [score, clusters, Path.Combine(folder, "truth.csv")], "precision", "recall", "f1", "b3_f1", "largest_pred");
            Run("python3", [score, "--pairs", pairs, Path.Combine(folder, "truth.csv")], "best_f1", "best_threshold");
        }
    }

    Console.WriteLine("written to " + work);
    return 0;
}

// The scorer prints one figure a line; one line for each set is easier to compare.
static void Run(string program, string[] arguments, params string[] wanted)
{
    using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
    IEnumerable<string> figures = process.StandardOutput.ReadToEnd().Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length == 2 && wanted.Contains(words[0]))
        .Select(words => words[0] + " " + words[1]);
    Console.WriteLine("   " + string.Join("  ", figures));
    process.WaitForExit();
}
