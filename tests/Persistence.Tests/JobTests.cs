using System.Collections.Concurrent;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Causeway.Persistence.Tests;

public sealed class JobTests
{
    [Fact]
    public async Task Eight_workers_run_each_job_once()
    {
        var log = new WorkLog();
        await using var app = await StartAsync(log);
        await OrderAsync(app, 60);
        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Worker(app).RunDueAsync(CancellationToken.None))));
        counts.Sum().ShouldBe(60);
        log.Runs.Count.ShouldBe(60);
        log.Runs.Distinct().Count().ShouldBe(60);
        (await StatesAsync(app)).ShouldAllBe(s => s == JobState.Done);
    }

    [Fact]
    public async Task A_job_whose_worker_died_starts_over_when_its_lease_has_run_out()
    {
        var log = new WorkLog();
        await using var app = await StartAsync(log);
        await OrderAsync(app, 1);
        using var power = new CancellationTokenSource();
        log.OnRun = async _ =>
        {
            await power.CancelAsync();
            power.Token.ThrowIfCancellationRequested();
        };
        await Should.ThrowAsync<OperationCanceledException>(() => Worker(app).RunDueAsync(power.Token));
        log.OnRun = null;
        (await app.RunJobsAsync()).ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        (await app.RunJobsAsync()).ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromMinutes(1.1));
        (await app.RunJobsAsync()).ShouldBe(1);
        log.Runs.Count.ShouldBe(2);
        (await StatesAsync(app)).ShouldBe([JobState.Done]);
    }

    [Fact]
    public async Task A_failing_job_waits_longer_each_time_and_is_given_up_after_five_tries()
    {
        var log = new WorkLog { OnRun = _ => throw new TimeoutException("Mara, class 4b") };
        await using var app = await StartAsync(log);
        await OrderAsync(app, 1);
        int[] waits = [10, 40, 90, 160];
        (await app.RunJobsAsync()).ShouldBe(1);
        foreach (var wait in waits)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(wait - 1));
            (await app.RunJobsAsync()).ShouldBe(0);
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            (await app.RunJobsAsync()).ShouldBe(1);
        }

        app.Clock.Advance(TimeSpan.FromDays(1));
        (await app.RunJobsAsync()).ShouldBe(0);
        await using var owner = app.Maintenance();
        var job = await owner.Set<Job>().SingleAsync();
        (job.State, job.Attempts, job.LastError).ShouldBe((JobState.Failed, 5, nameof(TimeoutException)));
    }

    [Fact]
    public async Task A_job_that_takes_the_program_down_each_time_is_given_up_too()
    {
        var log = new WorkLog();
        await using var app = await StartAsync(log);
        await OrderAsync(app, 1);
        for (var crash = 0; crash < Job.MostAttempts; crash++)
        {
            using var power = new CancellationTokenSource();
            log.OnRun = async _ =>
            {
                await power.CancelAsync();
                power.Token.ThrowIfCancellationRequested();
            };
            await Should.ThrowAsync<OperationCanceledException>(() => Worker(app).RunDueAsync(power.Token));
            app.Clock.Advance(TimeSpan.FromMinutes(4));
        }

        await app.RunJobsAsync();
        (await StatesAsync(app)).ShouldBe([JobState.Failed]);
        log.Runs.Count.ShouldBe(Job.MostAttempts);
    }

    [Fact]
    public async Task A_round_is_never_given_up_since_the_next_one_hangs_on_it()
    {
        var log = new WorkLog { IsRound = true, OnRun = _ => throw new TimeoutException() };
        await using var app = await StartAsync(log);
        await OrderAsync(app, 1);
        for (var hour = 0; hour < 3; hour++)
        {
            for (var attempt = 0; attempt < Job.MostAttempts; attempt++)
            {
                (await app.RunJobsAsync()).ShouldBe(1);
                app.Clock.Advance(TimeSpan.FromMinutes(5));
            }

            (await app.RunJobsAsync()).ShouldBe(0);
            app.Clock.Advance(TimeSpan.FromMinutes(56));
        }

        log.OnRun = null;
        (await app.RunJobsAsync()).ShouldBe(1);
        (await StatesAsync(app)).ShouldBe([JobState.Done]);
    }

    [Fact]
    public async Task A_job_runs_as_the_school_that_ordered_it()
    {
        var log = new WorkLog();
        await using var app = await StartAsync(log);
        await app.KeepFileAsync(Acts.SchoolA);
        await app.KeepFileAsync(Acts.SchoolB);
        await OrderAsync(app, 1);
        log.OnRun = async services => log.FilesSeen = await services.GetRequiredService<AppDbContext>().Set<StoredFile>().Select(f => f.OrganisationId.ToString()).ToListAsync();
        await app.RunJobsAsync();
        log.FilesSeen.ShouldBe([Acts.SchoolA.ToString()]);
    }

    [Fact]
    public async Task Progress_is_seen_before_the_work_is_committed_and_renews_the_lease()
    {
        var log = new WorkLog();
        await using var app = await StartAsync(log);
        await OrderAsync(app, 1);
        log.OnReport = async run =>
        {
            app.Clock.Advance(TimeSpan.FromMinutes(2));
            await run.ReportAsync(7, 10);
            app.Clock.Advance(TimeSpan.FromMinutes(2));
            await using var owner = app.Maintenance();
            var job = await owner.Set<Job>().SingleAsync();
            (job.Done, job.Total).ShouldBe((7, 10));
            job.LeasedUntil.ShouldNotBeNull().ShouldBeGreaterThan(app.Clock.GetUtcNow());
        };
        await app.RunJobsAsync();
        (await StatesAsync(app)).ShouldBe([JobState.Done]);
    }

    private static Task<TestApp> StartAsync(WorkLog log) => TestApp.StartAsync(change: services =>
    {
        services.AddSingleton(log);
        services.AddScoped<IJobHandler, LoggedWork>();
    });

    private static JobWorker Worker(TestApp app) =>
        new(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<JobBell>(), app.Clock, NullLogger<JobWorker>.Instance);

    private static async Task OrderAsync(TestApp app, int count)
    {
        await using var scope = app.Enter(Acts.SchoolA, out var db);
        for (var i = 0; i < count; i++)
        {
            db.Add(Job.Order(LoggedWork.Name, Guid.CreateVersion7(), db.Scope, app.Clock));
        }

        await db.SaveChangesAsync();
    }

    private static async Task<List<JobState>> StatesAsync(TestApp app)
    {
        await using var owner = app.Maintenance();
        return await owner.Set<Job>().Select(j => j.State).ToListAsync();
    }

    private sealed class WorkLog
    {
        public ConcurrentBag<Guid> Runs { get; } = [];

        public bool IsRound { get; init; }

        public Func<IServiceProvider, Task>? OnRun { get; set; }

        public Func<JobRun, Task>? OnReport { get; set; }

        public List<string> FilesSeen { get; set; } = [];
    }

    private sealed class LoggedWork(WorkLog log, IServiceProvider services) : IJobHandler
    {
        public const string Name = "test-work";

        public string Kind => Name;

        public bool IsRound => log.IsRound;

        public async Task RunAsync(JobRun run, CancellationToken ct)
        {
            log.Runs.Add(run.Subject);
            await (log.OnRun?.Invoke(services) ?? Task.CompletedTask);
            await (log.OnReport?.Invoke(run) ?? Task.CompletedTask);
        }
    }
}
