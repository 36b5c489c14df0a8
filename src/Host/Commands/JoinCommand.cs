using System.CommandLine;
using Causeway.Linkage;

namespace Causeway.Host;

/// <summary>Runs the joining engine over one file, without database and web: for benches, and for whoever wants to try it.</summary>
internal static class JoinCommand
{
    public static Command Make()
    {
        var records = new Option<FileInfo>("--records") { Description = "CSV, UTF-8; first column record_id, then any columns.", Required = true };
        var clusters = new Option<FileInfo>("--out") { Description = "CSV to write: record_id,cluster_id, every record once.", Required = true };
        var pairs = new Option<FileInfo?>("--pairs") { Description = "CSV to write: id_l,id_r,score, the probability of each pair that was looked at." };
        var command = new Command("join", "Find which rows of a file are the same person or service. No labels, one setting for all files.") { records, clusters, pairs };
        command.SetAction((parsed, ct) =>
        {
            var from = parsed.GetRequiredValue(records);
            if (!from.Exists)
            {
                return Task.FromResult(CommandLine.Fail($"{from.FullName} is not there.", Exit.Usage));
            }

            var step = "";
            var report = new Progress<LinkageProgress>(p =>
            {
                if (p.Step != step)
                {
                    step = p.Step;
                    Console.Error.WriteLine(step);
                }
            });
            var counts = JoinFiles.Run(from.FullName, parsed.GetRequiredValue(clusters).FullName, parsed.GetValue(pairs)?.FullName, progress: report, cancellation: ct);
            foreach (var note in counts.Notes)
            {
                Console.Error.WriteLine("note: " + note);
            }

            Console.Out.WriteLine($"{counts.Records} records, {counts.Clusters} clusters, {counts.ComparedPairs} pairs looked at");
            return Task.FromResult(Exit.Fine);
        });
        return command;
    }
}
