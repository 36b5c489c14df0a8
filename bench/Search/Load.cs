using System.Diagnostics;
using System.Net;
using Causeway.ResourceDirectory;

namespace Causeway.Search.Bench;

/// <summary>Milliseconds.</summary>
internal sealed record Figures(int Answers, double P50, double P95, double P99, double Worst)
{
    /// <summary>Processor time for one search, the asking side in the same process included.</summary>
    public double Processor { get; init; }

    public override string ToString() => FormattableString.Invariant($"{Answers} answers, median {P50:0.0} ms, p95 {P95:0.0} ms, p99 {P99:0.0} ms, worst {Worst:0.0} ms{(Processor > 0 ? $", {Processor:0.0} ms of processor each" : "")}");
}

/// <summary>People who search at a steady rate, whatever the server does: late answers do not slow the questions down.</summary>
internal sealed class Load(BenchSite site, IReadOnlyList<string> cookies, MadeUpEntries made)
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false }) { BaseAddress = site.Address };
    private int _next;

    public async Task<Figures> RunAsync(int rate, int seconds)
    {
        BenchSite.Reset();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var asked = new List<Task>();
        var beat = Stopwatch.StartNew();
        for (var i = 0; i < rate * seconds; i++)
        {
            var wait = TimeSpan.FromSeconds((double)i / rate) - beat.Elapsed;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }

            asked.Add(AskAsync("/find-help" + HelpQuery.Write(made.ThreeFilters()), cookies[_next++ % cookies.Count]));
        }

        await Task.WhenAll(asked);
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / asked.Count;
        return Sum([.. BenchSite.Taken]) with { Processor = processor };
    }

    public static Figures Sum(List<double> times)
    {
        times.Sort();
        double At(double share) => times.Count == 0 ? double.NaN : times[Math.Min(times.Count - 1, (int)(times.Count * share))];
        return new(times.Count, At(0.5), At(0.95), At(0.99), times.Count == 0 ? double.NaN : times[^1]);
    }

    private async Task AskAsync(string url, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await _client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{(int)answer.StatusCode} for {url}");
        }
    }
}
