using System.Data.Common;
using System.Globalization;
using System.Text;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Durability;

/// <summary>
/// The process that is killed. Each writer says "try KEY" before an act and "ack KEY" once its commit was answered, each
/// in one write to the pipe, so that what was said before the kill is never lost.
/// </summary>
internal static class Writers
{
    private static readonly Stream Out = Console.OpenStandardOutput();

    public static async Task<int> RunAsync(string folder, int writers)
    {
        await using var site = await Site.OpenAsync(folder, prepare: false);
        // Keys that were tried and never acknowledged: sent again first, as a person would send the form again.
        var open = new List<string>();
        while (await Console.In.ReadLineAsync() is { Length: > 0 } key)
        {
            open.Add(key);
        }

        foreach (var key in open)
        {
            await SettleAsync(site, key);
        }

        Say("ready");
        var run = Guid.CreateVersion7().ToString("N");
        await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(async () =>
        {
            for (var n = 0; ; n++)
            {
                await SettleAsync(site, string.Create(CultureInfo.InvariantCulture, $"{run}-{w}-{n}"));
            }
        })));
        return 0;
    }

    /// <summary>So many commits in a row; for counting syncs from outside.</summary>
    public static async Task<int> CommitAsync(string folder, int count)
    {
        await using var site = await Site.OpenAsync(folder, prepare: true);
        Say("ready");
        for (var n = 0; n < count; n++)
        {
            await site.ActAsync($"{Guid.CreateVersion7():N}-{n}");
        }

        Say($"done {count}");
        return 0;
    }

    // Until the answer is clear: the same key again after every doubt. That is what the form key is for.
    private static async Task SettleAsync(Site site, string key)
    {
        Say("try " + key);
        while (true)
        {
            try
            {
                var done = await site.ActAsync(key);
                Say((done is null ? "was " : "ack ") + key);
                return;
            }
            catch (Exception doubt) when (doubt is CommitUnknownException or DbUpdateException or DbException or InvalidOperationException or IOException)
            {
                Say($"doubt {key} {doubt.GetType().Name}");
                await Task.Delay(100);
            }
        }
    }

    private static void Say(string line)
    {
        var bytes = Encoding.ASCII.GetBytes(line + "\n");
        lock (Out)
        {
            Out.Write(bytes);
            Out.Flush();
        }
    }
}
