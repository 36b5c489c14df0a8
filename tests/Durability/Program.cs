using System.Globalization;
using Causeway.Durability;

// kill-9 DATABASE-FOLDER ROUNDS [--postgres CONNECTION] [--server-pid-file FILE --server-restart COMMAND] [--writers N] [--seed N]
// write DATABASE-FOLDER WRITERS        (started by kill-9; settings by environment, keys to settle on standard input)
// commits DATABASE-FOLDER COUNT        (for strace: so many commits, one after another)
switch (args)
{
    case ["write", var folder, var writers]:
        return await Writers.RunAsync(folder, int.Parse(writers, CultureInfo.InvariantCulture));
    case ["commits", var folder, var count]:
        return await Writers.CommitAsync(folder, int.Parse(count, CultureInfo.InvariantCulture));
    case ["kill-9", var folder, var rounds, .. var options]:
        var run = new KillRun(folder, int.Parse(rounds, CultureInfo.InvariantCulture), Options.Read(options));
        return await run.RunAsync();
    default:
        Console.Error.WriteLine("usage: kill-9 FOLDER ROUNDS [--postgres CONNECTION] [--server-pid-file FILE --server-restart COMMAND] [--writers N] [--seed N] | commits FOLDER COUNT");
        return 2;
}
