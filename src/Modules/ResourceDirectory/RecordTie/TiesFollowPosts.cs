using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// Ends the ties of colleagues whose post has ended: looked at once a day while a school has ties that run. They stay as
/// past. Until then pages already show such a tie as a former colleague's.
/// </summary>
internal sealed class TiesFollowPosts(AppDbContext db, INetworkDirectory networks, TimeProvider clock) : IJobHandler
{
    private const string Name = "directory.ties-follow-posts";

    public string Kind => Name;

    public bool IsRound => true;

    public static async Task OrderAsync(AppDbContext db, OrganisationId school, TimeProvider clock, CancellationToken ct)
    {
        if (!await db.Set<Job>().AnyAsync(j => j.Kind == Name && j.Subject == school.Value && j.State == JobState.Waiting, ct))
        {
            db.Add(Job.Order(Name, school.Value, db.Scope, clock, clock.GetUtcNow().AddDays(1)));
        }
    }

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var running = await db.Set<Tie>().Where(t => t.EndedOn == null).ToListAsync(ct);
        if (running.Count == 0)
        {
            return;
        }

        var posts = (await networks.PostsAsync(new OrganisationId(run.Subject), ct)).Select(p => p.Id).ToHashSet();
        var over = running.Where(t => !posts.Contains(t.Post)).ToList();
        var ids = over.ConvertAll(t => t.Id);
        var told = await db.Set<TieNotice>().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        foreach (var tie in over)
        {
            tie.End(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            told.GetValueOrDefault(tie.Id)?.Follow(tie);
        }

        if (over.Count < running.Count)
        {
            db.Add(Job.Order(Name, run.Subject, db.Scope, clock, clock.GetUtcNow().AddDays(1)));
        }

        db.Record("ties.followed-posts", run.Subject);
        await db.SaveChangesAsync(ct);
    }
}
