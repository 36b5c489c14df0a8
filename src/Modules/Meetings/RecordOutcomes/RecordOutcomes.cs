using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>Notes, decisions and actions while a meeting is held.</summary>
internal sealed class RecordOutcomesHandler(AppDbContext db, MeetingDoor door, INetworkDirectory networks, TimeProvider clock)
{
    public async Task<Refusal?> NoteAsync(MeetingId id, AgendaItemId? item, string? text, Actor actor, CancellationToken ct)
    {
        var (meeting, about, refusal) = await FindAsync(id, item, actor, ct);
        if (meeting is null)
        {
            return refusal;
        }

        return await SaveAsync(Outcome.Note(meeting, about, text, actor.Name, clock), "outcome.noted", id, ct);
    }

    public async Task<Refusal?> DecideAsync(MeetingId id, AgendaItemId? item, string? text, DecisionWords words, Actor actor, CancellationToken ct)
    {
        var (meeting, about, refusal) = await FindAsync(id, item, actor, ct);
        if (meeting is null)
        {
            return refusal;
        }

        var number = 1 + (await db.Set<Outcome>().MaxAsync(o => o.Number, ct) ?? 0);
        try
        {
            return await SaveAsync(Outcome.Decide(meeting, about, text, words, number, actor.Name, clock), "outcome.decided", id, ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody else took the number in this very moment.
            return Refusal.ChangedMeanwhile;
        }
    }

    public async Task<Refusal?> AgreeAsync(MeetingId id, AgendaItemId? item, string? what, PostId? holder, DateOnly? dueOn, Actor actor, CancellationToken ct)
    {
        var (meeting, about, refusal) = await FindAsync(id, item, actor, ct);
        if (meeting is null)
        {
            return refusal;
        }

        var post = (await networks.PostsInAsync(meeting.NetworkId, ct)).FirstOrDefault(p => p.Id == holder);
        var (action, unfit) = ActionItem.Agree(meeting, about, what, post, dueOn, clock);
        if (action is null)
        {
            return unfit;
        }

        db.Add(action);
        db.Record("action.agreed", action.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    private async Task<Refusal?> SaveAsync((Outcome? Outcome, Refusal? Refusal) made, string act, MeetingId id, CancellationToken ct)
    {
        if (made.Outcome is null)
        {
            return made.Refusal;
        }

        db.Add(made.Outcome);
        db.Record(act, id.Value);
        return await db.TrySaveAsync(ct);
    }

    private async Task<(Meeting? Meeting, AgendaItemId? Item, Refusal? Refusal)> FindAsync(MeetingId id, AgendaItemId? item, Actor actor, CancellationToken ct)
    {
        var meeting = await door.FindAsync(id, actor, MeetingsPermissions.Append, ct);
        var about = item is null ? null : await db.Set<AgendaItem>().Where(i => i.Id == item && i.MeetingId == id).Select(i => (AgendaItemId?)i.Id).FirstOrDefaultAsync(ct);
        return meeting switch
        {
            null => (null, null, MeetingDoor.Gone),
            { State: MeetingState.Closed } => (null, null, Meeting.Over),
            { State: MeetingState.InProgress } => (meeting, about, null),
            _ => (null, null, Meeting.NotStarted),
        };
    }
}
