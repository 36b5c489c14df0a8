using System.CommandLine;
using Causeway.Vault;

namespace Causeway.Host;

/// <summary>What a command's end means to a script.</summary>
internal static class Exit
{
    public const int Fine = 0;

    /// <summary>The command worked and found something: held rows, damage.</summary>
    public const int Found = 1;

    /// <summary>The command line or the given file is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Database, key or disk are not as they must be; nothing was done.</summary>
    public const int Environment = 3;
}

/// <summary>serve · demo · setup · import · join · backup · restore · verify.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Causeway: one workspace for a network of schools and its partners. Settings: PORT, CAUSEWAY_DATA, CAUSEWAY_DATABASE (docs/operate/settings.md).");
        root.Subcommands.Add(ServeCommand.Serve());
        root.Subcommands.Add(ServeCommand.Demo());
        root.Subcommands.Add(SetupCommand.Make());
        root.Subcommands.Add(ImportCommand.Make());
        root.Subcommands.Add(JoinCommand.Make());
        root.Subcommands.Add(BackupCommand.Make());
        root.Subcommands.Add(BackupCommand.MakeKey());
        root.Subcommands.Add(RestoreCommand.Make());
        root.Subcommands.Add(VerifyCommand.Make());
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        try
        {
            // A wrong command line ends with 1 by the library's habit; here that means "found something".
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? Exit.Usage : code;
        }
        catch (RootKeyRefusedException refused)
        {
            return Fail($"The root key was refused ({refused.Problem}): {refused.Message}", Exit.Environment);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Data.Common.DbException or InvalidOperationException)
        {
            return Fail(error.Message, Exit.Environment);
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped.", Exit.Environment);
        }
    }

    public static int Fail(string message, int code)
    {
        Console.Error.WriteLine("causeway: " + message);
        return code;
    }
}
