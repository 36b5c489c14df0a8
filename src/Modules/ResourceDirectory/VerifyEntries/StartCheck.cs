using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed record StartCheck(string? Name, CheckKind Kind, int Days);

/// <param name="Mails">Distinct addresses: one mail each, however many entries share it.</param>
internal sealed record CheckPreview(int Entries, int Leaving, int Disputed, int Mails, int WithoutMail, IReadOnlyList<(string School, int People, int Entries)> Schools);

/// <summary>Starts, previews and ends campaigns, asks about one entry again, and passes an entry to another verifier.</summary>
internal sealed class StartCheckHandler(AppDbContext db, CheckWork work, EntryCare care, AskBook asks, TimeProvider clock)
{
    public static readonly Refusal NobodyThere = new("check.nobody", "There is nobody in the network who could look after entries.");
    public static readonly Refusal AskedAlready = new("check.asked-already", "This entry is being asked about already.");
    public static readonly Refusal NoVerifier = new("check.no-verifier", "Choose somebody who works in one of the schools.", "Verifier");

    public async Task<CheckPreview> PreviewAsync(CheckKind kind, Actor actor, CancellationToken ct)
    {
        var planner = await work.PlannerAsync(ct);
        var today = clock.Today(actor.Zone);
        var plan = new List<(string School, PersonId Person, CheckUrgency Urgency, string? Address)>();
        foreach (var ids in planner.HasAnybody ? await work.PartsAsync(500, ct) : [])
        {
            var entries = await work.ReadAsync(ids, ct);
            plan.AddRange(planner.Plan(entries.Where(e => CheckPlanner.Belongs(e.Entry, kind, today)), today).Select(p => (p.Verifier.SchoolName, p.Verifier.Person, p.Urgency, p.Address)));
        }

        return new CheckPreview(
            plan.Count,
            plan.Count(p => p.Urgency == CheckUrgency.Leaving),
            plan.Count(p => p.Urgency == CheckUrgency.Disputed),
            plan.Select(p => p.Address).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            plan.Count(p => p.Address is null),
            [.. plan.GroupBy(p => p.School, StringComparer.Ordinal).Select(g => (g.Key, g.Select(p => p.Person).Distinct().Count(), g.Count())).OrderBy(s => s.Key, StringComparer.CurrentCulture)]);
    }

    /// <summary>An entry has one verifier at a time, so only one check runs.</summary>
    public Task<CheckCampaign?> RunningAsync(CancellationToken ct) =>
        db.Set<CheckCampaign>().AsNoTracking().FirstOrDefaultAsync(c => c.State == CheckState.Running, ct);

    public async Task<(CheckCampaignId? Id, Refusal? Refusal)> StartAsync(StartCheck command, Actor actor, CancellationToken ct)
    {
        if (await RunningAsync(ct) is not null)
        {
            return (null, CheckCampaign.AlreadyRuns);
        }

        if (!(await work.PlannerAsync(ct)).HasAnybody)
        {
            return (null, NobodyThere);
        }

        var (campaign, refusal) = CheckCampaign.Start(actor.Network!.Value, command.Name, command.Kind, command.Days, actor, clock);
        if (campaign is null)
        {
            return (null, refusal);
        }

        db.Add(campaign);
        db.Add(Job.Order(CheckRound.JobKind, campaign.Id.Value, db.Scope, clock));
        db.Record("check.started", campaign.Id.Value, campaign.NetworkId.Value);
        await db.SaveChangesAsync(ct);
        return (campaign.Id, null);
    }

    public async Task<Refusal?> EndAsync(CheckCampaignId id, Actor actor, CancellationToken ct)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            var campaign = await db.Set<CheckCampaign>().FirstOrDefaultAsync(c => c.Id == id && c.NetworkId == actor.Network, ct);
            if (campaign is not { State: CheckState.Running })
            {
                return CheckCampaign.AlreadyClosed;
            }

            try
            {
                await work.CloseAsync(campaign, actor.Name, ct);
                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                // An answer or a mail on its way changes the same rows; what came meanwhile is counted.
                db.ChangeTracker.Clear();
            }
        }

        return Refusal.ChangedMeanwhile;
    }

    /// <summary>One entry, out of turn: its professional gets a mail, and somebody who lists it looks after the answer.</summary>
    public async Task<Refusal?> AskAgainAsync(EntryId id, Actor actor, CancellationToken ct)
    {
        if (await care.FindAsync(id, ct) is not { } cared || cared.Entry.NetworkId != actor.Network)
        {
            return AnswerCheckHandler.NotThere;
        }

        var ids = cared.Contributions.Select(c => c.Id).ToList();
        if (await db.Set<CheckItem>().AnyAsync(i => ids.Contains(i.About) && i.Outcome == CheckOutcome.Open, ct))
        {
            return AskedAlready;
        }

        var planner = await work.PlannerAsync(ct);
        if (!planner.HasAnybody)
        {
            return NobodyThere;
        }

        var today = clock.Today(actor.Zone);
        var planned = planner.Plan([cared], today)[0];
        var item = CheckItem.Ask(cared.Entry, cared.First.Id, null, planned.Verifier, planned.Urgency, today, clock);
        item.RingFrom(today);
        db.Add(item);
        if (planned.Address is { } address && !await db.Set<CheckAsk>().AnyAsync(a => a.Address == address && a.StoppedAt != null, ct))
        {
            var ask = CheckAsk.Open(cared.Entry.NetworkId, null, address, "en", null, clock);
            db.Add(ask);
            await asks.WriteAsync(ask, 1, ct);
            item.AskBy(ask.Id);
        }

        db.Record("entry.asked-again", id.Value);
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<Refusal?> HandOverAsync(CheckItemId id, PersonId to, IReadOnlyList<PostCard> posts, CancellationToken ct)
    {
        var item = await db.Set<CheckItem>().FirstOrDefaultAsync(i => i.Id == id, ct);
        var post = posts.FirstOrDefault(p => p.Person == to);
        if (item is null || post is null)
        {
            return NoVerifier;
        }

        item.HandTo(new Verifier(post.Person, post.PersonName, post.Organisation, post.OrganisationName));
        db.Record("check.handed-over", id.Value);
        return await db.TrySaveAsync(ct);
    }
}
