using System.Globalization;

namespace Causeway.Durability;

/// <param name="Postgres">Owner's connection string of an empty database; null: SQLite.</param>
/// <param name="ServerRestart">Command that starts the database server again after it was killed; null: only writers are killed.</param>
/// <param name="ServerPidFile">First line: the process id of the database server.</param>
internal sealed record Options(string? Postgres, string? ServerRestart, string? ServerPidFile, int Writers, ulong Seed)
{
    public static Options Read(string[] args)
    {
        var options = new Options(null, null, null, 6, 20261117);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = args[i + 1];
            options = args[i] switch
            {
                "--postgres" => options with { Postgres = value },
                "--server-restart" => options with { ServerRestart = value },
                "--server-pid-file" => options with { ServerPidFile = value },
                "--writers" => options with { Writers = int.Parse(value, CultureInfo.InvariantCulture) },
                "--seed" => options with { Seed = ulong.Parse(value, CultureInfo.InvariantCulture) },
                _ => throw new ArgumentException($"unknown option {args[i]}"),
            };
        }

        return options;
    }
}
