using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Causeway.Calendar.Tests;

/// <summary>An independent program that reads our calendar objects: <c>judge/judge.mjs</c> or <c>judge/judge.py</c>.</summary>
internal sealed class Judge : IDisposable
{
    private readonly Process _process;

    private Judge(string program, string script)
    {
        var start = new ProcessStartInfo(program, [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Folder,
        };
        // Neither UTC nor an anchor of ours: a time without a zone would be seen at once.
        start.Environment["TZ"] = "Asia/Tokyo";
        _process = Process.Start(start)!;
    }

    public static string Folder { get; } = Path.Combine(Root(), "tests", "Calendar.Tests", "judge");

    /// <summary>npm's ical.js, or the reason why it is not here.</summary>
    public static Judge? IcalJs(out string why)
    {
        why = !Runs("node", "--version") ? "Node.js is not here: what ical.js would say was not asked."
            : !Directory.Exists(Path.Combine(Folder, "node_modules", "ical.js")) ? "ical.js is not here (npm ci in tests/Calendar.Tests/judge): it was not asked."
            : "";
        return why.Length == 0 ? new Judge("node", "judge.mjs") : null;
    }

    /// <summary>Debian's python3-icalendar, or the reason why it is not here.</summary>
    public static Judge? Python(out string why)
    {
        why = Runs("/usr/bin/python3", "-c", "import icalendar, dateutil, pytz") ? ""
            : "python3-icalendar and python3-dateutil are not here (apt-get install both): they were not asked.";
        return why.Length == 0 ? new Judge("/usr/bin/python3", "judge.py") : null;
    }

    /// <summary>Begin and length in seconds of every occurrence, by UID.</summary>
    public Dictionary<string, List<(Instant Start, long Seconds)>> Read(string ics, Instant from, Instant to, bool tables = false) =>
        Ask(ics, from, to, tables, brief: false).GetProperty("events").EnumerateObject().ToDictionary(
            e => e.Name, e => e.Value.EnumerateArray().Select(p => (Instant.FromUnixTimeSeconds(p[0].GetInt64()), p[1].GetInt64())).ToList());

    public JsonElement Ask(string ics, Instant from, Instant to, bool tables = false, bool brief = false)
    {
        Send("1", ics, from, to, tables, brief);
        return Receive();
    }

    public void Send(string id, string ics, Instant from, Instant to, bool tables = false, bool brief = false)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(
            new { id, ics, from = from.ToUnixTimeSeconds(), to = to.ToUnixTimeSeconds(), tables, brief }));
        _process.StandardInput.Flush();
    }

    public JsonElement Receive()
    {
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The judge ended.");
        var answer = JsonDocument.Parse(line).RootElement;
        return answer.TryGetProperty("error", out var error) ? throw new InvalidOperationException(error.GetString()) : answer;
    }

    /// <summary>The same digest as the judge's, over what we say.</summary>
    public static string Digest(IEnumerable<Occurrence> occurrences)
    {
        var hash = 17;
        var count = 0;
        foreach (var occurrence in occurrences)
        {
            hash = unchecked((hash * 1000003) ^ (int)occurrence.Start.ToUnixTimeSeconds());
            count++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{count}:{hash}");
    }

    public void Dispose()
    {
        _process.StandardInput.Dispose();
        _process.WaitForExit(TimeSpan.FromSeconds(10));
        _process.Dispose();
    }

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Causeway.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("This does not run inside a checkout.");
    }
}
