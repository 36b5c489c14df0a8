using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// A campaign's daily round: entries that are not asked yet, reminders, calls to make, verifiers who left, the end. Every step
/// asks the database what is missing and commits in parts, so that it may be killed anywhere and start over.
/// </summary>
internal sealed class CheckRound(AppDbContext db, CheckWork work, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "directory.check";
    private const int Batch = 200;

    public string Kind => JobKind;

    public bool IsRound => true;

    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var id = new CheckCampaignId(run.Subject);
        if (await FindAsync(id, ct) is not { } campaign)
        {
            return;
        }

        await OrderNextAsync(campaign, ct);
        if (campaign.Today(clock) > campaign.DueOn)
        {
            // The program may have been off for days: nobody is asked, reminded or sent to the telephone for a check that is over.
            await WhileAnswersComeAsync(() => EndAsync(id, ct));
            return;
        }

        await AskAllAsync(id, run, ct);
        await WhileAnswersComeAsync(() => RemindAsync(id, ct));
        await WhileAnswersComeAsync(() => HandOverAsync(id, ct));
    }

    // Somebody may answer in this very moment: what is missing is looked for again, so nobody is reminded of what is answered.
    private Task WhileAnswersComeAsync(Func<Task> step) => db.LookAgainAsync(50, step);

    private async Task EndAsync(CheckCampaignId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } campaign)
        {
            await work.CloseAsync(campaign, null, ct);
        }
    }

    private async Task<CheckCampaign?> FindAsync(CheckCampaignId id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await db.Set<CheckCampaign>().FirstOrDefaultAsync(c => c.Id == id && c.State == CheckState.Running, ct);
    }

    // First of all: whatever goes wrong today, tomorrow it is tried again.
    private async Task OrderNextAsync(CheckCampaign campaign, CancellationToken ct)
    {
        var subject = campaign.Id.Value;
        if (!await db.Set<Job>().AnyAsync(j => j.Kind == JobKind && j.Subject == subject && j.State == JobState.Waiting, ct))
        {
            db.Add(Job.Order(JobKind, subject, db.Scope, clock, CheckDays.Morning(campaign.Today(clock).AddDays(1), campaign.Zone)));
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task AskAllAsync(CheckCampaignId id, JobRun run, CancellationToken ct)
    {
        var planner = await work.PlannerAsync(ct);
        var done = 0;
        foreach (var ids in planner.HasAnybody ? await work.PartsAsync(Batch, ct) : [])
        {
            if (await FindAsync(id, ct) is not { } campaign)
            {
                return;
            }

            var entries = await work.ReadAsync(ids, ct);
            var abouts = entries.SelectMany(e => e.Contributions).Select(c => c.Id).ToList();
            var asked = (await db.Set<CheckItem>().AsNoTracking().Where(i => i.CampaignId == id && abouts.Contains(i.About)).Select(i => i.About).ToListAsync(ct)).ToHashSet();
            var today = campaign.Today(clock);
            var fresh = entries.Where(e => CheckPlanner.Belongs(e.Entry, campaign.Kind, today) && !e.Contributions.Any(c => asked.Contains(c.Id))).ToList();
            await work.AskAsync(campaign, planner.Plan(fresh, today), ct);
            done += ids.Length;
            await run.ReportAsync(done, done + 1);
        }
    }

    private async Task RemindAsync(CheckCampaignId id, CancellationToken ct)
    {
        for (var more = true; more;)
        {
            if (await FindAsync(id, ct) is not { } campaign)
            {
                return;
            }

            var now = clock.GetUtcNow();
            var (first, second) = (now.AddDays(-CheckCampaign.FirstReminder), now.AddDays(-CheckCampaign.SecondReminder));
            var due = await db.Set<CheckAsk>().Where(a => a.CampaignId == id && a.AnsweredAt == null && a.StoppedAt == null && a.ExpiresAt > now
                    && ((a.Mails < 2 && a.AskedAt <= first) || (a.Mails < 3 && a.AskedAt <= second))
                    && db.Set<CheckItem>().Any(i => i.AskId == a.Id && i.Outcome == CheckOutcome.Open)
                    && !db.Set<OutboxMail>().Any(m => m.Id == a.LastMail && m.SentAt == null))
                .OrderBy(a => a.Id).Take(Batch).ToListAsync(ct);
            foreach (var ask in due)
            {
                await work.RemindAsync(ask, ask.AskedAt <= second ? 3 : 2, ct);
            }

            if (due.Count > 0)
            {
                db.Record("check.reminded", id.Value, campaign.NetworkId.Value);
                await db.SaveChangesAsync(ct);
            }

            more = due.Count == Batch;
        }
    }

    /// <summary>Entries whose verifier left get another; entries whose mail cannot be delivered are to be rung today.</summary>
    private async Task HandOverAsync(CheckCampaignId id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } campaign)
        {
            return;
        }

        var today = campaign.Today(clock);
        var open = await db.Set<CheckItem>().Where(i => i.CampaignId == id && i.Outcome == CheckOutcome.Open).ToListAsync(ct);
        var dead = (await (from a in db.Set<CheckAsk>() join m in db.Set<OutboxMail>() on a.LastMail equals m.Id where a.CampaignId == id && m.Failed select a.Id).ToListAsync(ct)).ToHashSet();
        open.Where(i => i.AskId is { } ask && dead.Contains(ask)).ToList().ForEach(i => i.RingFrom(today));
        var planner = await work.PlannerAsync(ct);
        if (planner.HasAnybody)
        {
            open.Where(i => !planner.IsThere(i.VerifierId, i.School)).ToList().ForEach(i => i.HandTo(planner.Choose([i.School])));
        }

        if (db.ChangeTracker.HasChanges())
        {
            db.Record("check.handed-over", id.Value, campaign.NetworkId.Value);
            await db.SaveChangesAsync(ct);
        }
    }
}
