using System.Diagnostics;

namespace Causeway.Linkage.Bench;

/// <summary>Prints each step with the time it began.</summary>
internal sealed class Steps(Stopwatch watch, bool verbose) : IProgress<LinkageProgress>
{
    public void Report(LinkageProgress value)
    {
        if (verbose)
        {
            Console.WriteLine(FormattableString.Invariant($"{watch.Elapsed.TotalSeconds,6:0.0} s  {value.Step}"));
        }
    }
}
