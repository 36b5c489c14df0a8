using System.Globalization;
using Causeway.Calendar.Bench;

// figures                                      ten years of 1,000 series; slot finder; feed of 500 meetings
// agree [--rules 10000] [--zones 40] [--judges 2] [--seed 1]   against npm's ical.js, instant by instant (npm ci in tests/Calendar.Tests/judge first)
// fuzz [--minutes 60] [--seed 1]               hostile calendar files
int Number(string name, int otherwise) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length
    ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

switch (args.FirstOrDefault())
{
    case "figures":
        return Figures.Run();
    case "agree":
        return Agreement.Run(Number("--rules", 10_000), Number("--zones", 40), Number("--judges", 2), Number("--seed", 1));
    case "fuzz":
        return Fuzz.Run(TimeSpan.FromMinutes(Number("--minutes", 60)), (ulong)Number("--seed", 1));
    default:
        Console.Error.WriteLine("usage: figures | agree [--rules N] [--zones N] [--judges N] [--seed N] | fuzz [--minutes N] [--seed N]");
        return 2;
}
