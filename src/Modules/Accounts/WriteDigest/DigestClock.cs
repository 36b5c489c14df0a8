using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Causeway.Accounts;

/// <summary>Looks once a minute whether a mail of the day is due.</summary>
internal sealed class DigestClock(DigestWriter writer, ILogger<DigestClock> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Look);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await writer.WriteDueAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError("Looking for mails of the day failed with {Error}; trying again", error.GetType().Name);
            }
        }
    }
}
