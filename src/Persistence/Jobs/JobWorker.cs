using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Causeway.Persistence;

/// <summary>Wakes the worker at once when this process ordered a job; other copies find it at their next look.</summary>
public sealed class JobBell : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0);

    public void Ring() => _bell.Release();

    public void Dispose() => _bell.Dispose();

    internal async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        if (await _bell.WaitAsync(atMost, ct))
        {
            while (await _bell.WaitAsync(0, ct))
            {
                // One look serves every ring that came meanwhile.
            }
        }
    }
}

/// <summary>Runs due jobs one after another. Several copies of the program share them by claiming rows.</summary>
public sealed class JobWorker(IServiceScopeFactory scopes, JobBell bell, TimeProvider clock, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(400);

    /// <summary>Runs until nothing is due. For commands and tests, which have no time to wait for the next look.</summary>
    /// <returns>How many jobs were run.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var count = 0;
        while (await ClaimAsync(ct) is { } job)
        {
            await RunAsync(job, ct);
            count++;
        }

        return count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The program answers first; what waited through its restart can wait a moment more.
        await bell.WaitAsync(Look, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError("Looking for jobs failed with {Error}; trying again", error.GetType().Name);
            }

            await bell.WaitAsync(Look, stoppingToken);
        }
    }

    private async Task<Guid?> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow();
        return await db.Provider.ClaimJobAsync(db, now, now + Lease, ct);
    }

    private async Task RunAsync(Guid id, CancellationToken ct)
    {
        var jobId = JobId.From(id);
        await using var scope = scopes.CreateAsyncScope();
        var job = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<Job>().AsNoTracking().FirstAsync(j => j.Id == jobId, ct);
        var handler = scope.ServiceProvider.GetServices<IJobHandler>().FirstOrDefault(h => string.Equals(h.Kind, job.Kind, StringComparison.Ordinal));
        if (handler is null || job.Attempts > Job.MostAttempts)
        {
            // Never failed, yet claimed again and again: it takes the program down with it each time.
            log.LogError(new EventId(2, "JobAbandoned"), "Job {Job} of kind {Kind} never came to an end", id, job.Kind);
            await ChangeAsync(jobId, j => j.Fail(handler is null ? "NobodyKnowsIt" : "NeverEnded", handler?.IsRound == true, clock.GetUtcNow()));
            return;
        }

        try
        {
            await EnterAsync(scope.ServiceProvider, job, ct);
            await handler.RunAsync(new JobRun(jobId, job.Subject, Reporter(jobId)), ct);
            await ChangeAsync(jobId, j => j.Finish(clock.GetUtcNow()));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The program stops. The lease runs out and the job starts over from what is saved.
            throw;
        }
        catch (Exception error)
        {
            log.LogError(new EventId(1, "JobFailed"), "Job {Job} of kind {Kind} failed with {Error}", id, job.Kind, Trace(error));
            await ChangeAsync(jobId, j => j.Fail(error.GetType().Name, handler.IsRound, clock.GetUtcNow()));
        }
    }

    // Where it broke, without the message: a message may quote a row of somebody's list.
    private static string Trace(Exception error) => error.GetType().Name + " " + error.StackTrace;

    private static async Task EnterAsync(IServiceProvider services, Job job, CancellationToken ct)
    {
        var scope = services.GetRequiredService<Scope>();
        scope.Set(Actor.Program with { Person = job.OrderedBy });
        var source = services.GetService<IActorSource>();
        var actor = source is null ? null : await source.FindAsync(job.OrderedBy, job.OrderedIn, ct);
        scope.Set(actor ?? Actor.Program);
        scope.Narrow(job.Organisation, job.Network);
        scope.From = "job";
    }

    private Func<long, long, Task> Reporter(JobId id)
    {
        long last = 0;
        return async (done, total) =>
        {
            if (done < total && last != 0 && clock.GetElapsedTime(last) < BetweenReports)
            {
                return;
            }

            last = clock.GetTimestamp();
            await ChangeAsync(id, j => j.Progress(done, total, clock.GetUtcNow() + Lease));
        };
    }

    // In a context of its own: progress must be seen while the handler's own work is not committed yet.
    private async Task ChangeAsync(JobId id, Action<Job> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        change(await db.Set<Job>().FirstAsync(j => j.Id == id, CancellationToken.None));
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
