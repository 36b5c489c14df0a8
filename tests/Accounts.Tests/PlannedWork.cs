using Causeway.Kernel;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts.Tests;

/// <summary>A room whose work the test decides.</summary>
internal sealed class PlannedWork : IWorkList
{
    public Func<Actor, IEnumerable<WorkItem>> Items { get; set; } = _ => [];

    /// <summary>Asked first; may throw, as when the program is killed here.</summary>
    public Action Before { get; set; } = () => { };

    public Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        Before();
        return Task.FromResult<IReadOnlyList<WorkItem>>([.. Items(actor)]);
    }

    public static async Task<(TestApp App, PlannedWork Work)> StartAsync(bool demo = false)
    {
        var work = new PlannedWork();
        var app = await TestApp.StartWithWorldAsync(demo, s => s.AddSingleton<IWorkList>(work));
        return (app, work);
    }

    public static WorkKind Kind(TestApp app, string code) => app.Services.GetServices<IModule>().SelectMany(m => m.Work).Single(k => k.Code == code);

    public static WorkItem Item(WorkKind kind, string url, Urgency urgency = Urgency.Soon, string title = "Something", int count = 1) =>
        new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), urgency, "1 November", title, "Because", url, "Open") { Kind = kind, Count = count };

    /// <summary>At the person's next mail time.</summary>
    public static async Task<int> WriteAtAsync(TestApp app, DateTimeOffset moment)
    {
        app.Clock.Set(moment);
        return await app.Services.GetRequiredService<DigestWriter>().WriteDueAsync(CancellationToken.None);
    }

    /// <summary>Enrols everybody, then goes to half past seven of the small world's next Wednesday morning.</summary>
    public static async Task<IReadOnlyList<Persistence.OutboxMail>> MorningAsync(TestApp app, int days = 1)
    {
        await app.Services.GetRequiredService<DigestWriter>().WriteDueAsync(CancellationToken.None);
        var before = await MailsAsync(app);
        var seen = before.Select(m => m.Id).ToHashSet();
        await WriteAtAsync(app, new DateTimeOffset(app.Clock.GetUtcNow().Date, TimeSpan.Zero).AddDays(days).AddHours(7.5));
        return [.. (await MailsAsync(app)).Where(m => !seen.Contains(m.Id))];
    }

    public static async Task<List<Persistence.OutboxMail>> MailsAsync(TestApp app)
    {
        await using var db = app.Maintenance();
        return await db.Set<Persistence.OutboxMail>().AsNoTracking().OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync();
    }

    public static string StopLink(Persistence.OutboxMail mail, string what) =>
        mail.Body.Split('\n').Select(l => l.Trim()).Where(l => l.Contains("/mail/stop/", StringComparison.Ordinal)).Select(l => new Uri(l).AbsolutePath).Single(p => p.EndsWith("/" + what, StringComparison.Ordinal));
}
