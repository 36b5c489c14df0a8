using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>What waits of the check: entries to look after, calls to make, people who left, suggestions.</summary>
internal sealed class CheckWorkList(AppDbContext db, Access access, TimeProvider clock, IStringLocalizer t) : IWorkList
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        if (actor.Network is null || !access.Allows(actor, DirectoryPermissions.SuggestEdits))
        {
            return items;
        }

        if (access.Allows(actor, DirectoryPermissions.AnswerChecks))
        {
            await AddChecksAsync(items, actor, ct);
            await AddDeparturesAsync(items, actor, ct);
            await AddSuggestionsAsync(items, actor, ct);
        }

        await AddDecidedAsync(items, actor, ct);
        return items;
    }

    private async Task AddChecksAsync(List<WorkItem> items, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = clock.Today(actor.Zone);
        var mine = db.Set<CheckItem>().Where(i => i.VerifierId == actor.Person && i.Outcome == CheckOutcome.Open);
        var calls = await mine.CountAsync(i => i.PhoneFrom <= today, ct);
        var open = await mine.CountAsync(ct);
        if (calls > 0)
        {
            items.Add(new(now, Urgency.Today, t["The check"], t.Count(calls, "{0} professional to ring", "{0} professionals to ring"),
                t["They have no mail address, or did not answer. The questions are ready."], "/directory/check/mine?show=calls", t["Ring"]) { Kind = DirectoryKinds.Calls, Count = calls });
        }

        if (open > calls)
        {
            items.Add(new(now, Urgency.Soon, t["The check"], t.Count(open - calls, "{0} entry to confirm", "{0} entries to confirm"),
                t["What you know yourself you confirm with one tap. One answer counts for all schools."], "/directory/check/mine", t["Confirm"]) { Kind = DirectoryKinds.Checks, Count = open - calls });
        }
    }

    private async Task AddDeparturesAsync(List<WorkItem> items, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } school)
        {
            return;
        }

        var mark = $"|{school}|";
        var left = await (
            from d in db.Set<Departure>().AsNoTracking()
            join c in db.Set<Contribution>() on d.About equals c.Id
            join own in db.Set<Contribution>() on c.EntryId equals own.EntryId
            where d.UndoneAt == null && !d.SeenBy.Contains(mark) && own.Source == school
            orderby d.At descending
            select new { d.Name, d.At, c.EntryId, d.SuccessorName }).Take(100).ToListAsync(ct);
        items.AddRange(left.DistinctBy(d => d.EntryId).Select(d => new WorkItem(
            d.At,
            Urgency.Soon,
            t["People who left"],
            t["{0} is not there any more", d.Name],
            d.SuccessorName.Length > 0 ? t["Your school lists this entry. Successor: {0}. Families you sent there may need a new place.", d.SuccessorName] : t["Your school lists this entry. Families you sent there may need a new place."],
            $"/directory/entries/{d.EntryId}/check",
            t["Look"]) { Kind = DirectoryKinds.Departure }));
    }

    private async Task AddSuggestionsAsync(List<WorkItem> items, Actor actor, CancellationToken ct)
    {
        var late = clock.GetUtcNow().AddDays(-Suggestion.DaysForOwner);
        var open = db.Set<Suggestion>().Where(s => s.State == SuggestionState.Open);
        var own = await open.Where(s => s.Owner == actor.Organisation).Select(s => s.At).ToListAsync(ct);
        if (own.Count > 0)
        {
            items.Add(new(own.Min(), own.Min() <= late ? Urgency.Late : Urgency.Soon, t["Suggestions"], t.Count(own.Count, "{0} suggestion for your listings", "{0} suggestions for your listings"),
                t["After two weeks the coordinator may decide."], "/directory/suggestions", t["Decide"]) { Kind = DirectoryKinds.Suggestion, Count = own.Count });
        }

        if (actor.Role == Role.NetworkCoordinator)
        {
            var left = await open.Where(s => s.At <= late && s.Owner != actor.Organisation).Select(s => s.At).ToListAsync(ct);
            if (left.Count > 0)
            {
                items.Add(new(left.Min(), Urgency.Late, t["Suggestions"], t.Count(left.Count, "{0} suggestion was left for two weeks", "{0} suggestions were left for two weeks"),
                    t["Their schools did not decide. You may."], "/directory/suggestions", t["Decide"]) { Kind = DirectoryKinds.Suggestion, Count = left.Count, Mark = "left" });
            }
        }
    }

    private async Task AddDecidedAsync(List<WorkItem> items, Actor actor, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-7);
        var decided = await db.Set<Suggestion>().AsNoTracking().Where(s => s.By == actor.Person && s.State != SuggestionState.Open && s.DecidedAt >= since)
            .OrderByDescending(s => s.DecidedAt).Take(3).ToListAsync(ct);
        items.AddRange(decided.Select(s => new WorkItem(
            s.DecidedAt!.Value,
            Urgency.Later,
            t["Suggestions"],
            s.State == SuggestionState.Accepted ? t["Your suggestion for {0} was accepted", s.Name] : t["Your suggestion for {0} was declined", s.Name],
            s.Reason ?? t["Thank you for keeping the list true."],
            "/directory/suggestions?show=mine",
            t["Look"]) { Kind = DirectoryKinds.Decided, Mark = s.Id.ToString() }));
    }
}
