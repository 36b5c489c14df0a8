using System.Globalization;
using System.Text;
using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Causeway.Meetings;

/// <summary>Minutes: drafted from what was recorded, written, sent round, approved by somebody else, corrected only in the open.</summary>
internal sealed class WriteMinutesHandler(AppDbContext db, MeetingDoor door, InvitationMails mails, INetworkDirectory networks, IStringLocalizer texts)
{
    public async Task<Refusal?> WriteAsync(MeetingId id, string? text, int version, Actor actor, CancellationToken ct)
    {
        var (meeting, minutes, refusal) = await FindAsync(id, actor, MeetingsPermissions.Append, ct);
        if (meeting is null)
        {
            return refusal;
        }

        return (minutes!.Version != version ? Refusal.ChangedMeanwhile : minutes.Write(text, actor.Person, actor.Name)) ?? await db.TrySaveAsync("minutes.written", id.Value, ct);
    }

    public async Task<Refusal?> CirculateAsync(MeetingId id, Actor actor, CancellationToken ct)
    {
        var (meeting, minutes, refusal) = await FindAsync(id, actor, MeetingsPermissions.Append, ct);
        if (meeting is null)
        {
            return refusal;
        }

        if (minutes!.Circulate(meeting, mails.Clock.GetUtcNow()) is { } no)
        {
            return no;
        }

        var people = await db.Set<Invitation>().Where(i => i.SeriesId == meeting.SeriesId && i.RevokedAt == null && i.PersonId != null && (i.OnlyMeeting == null || i.OnlyMeeting == meeting.Id)).OrderBy(i => i.Id).Select(i => i.PersonId!.Value).ToListAsync(ct);
        mails.Circulated(people.Where(p => p != actor.Person), meeting);
        return await db.TrySaveAsync("minutes.circulated", id.Value, ct);
    }

    public async Task<Refusal?> ApproveAsync(MeetingId id, Actor actor, CancellationToken ct)
    {
        var (meeting, minutes, refusal) = await FindAsync(id, actor, MeetingsPermissions.Append, ct);
        if (meeting is null)
        {
            return refusal;
        }

        var name = (await networks.FindNetworkAsync(meeting.NetworkId, ct))?.Name ?? "";
        return minutes!.Approve(actor.Person, actor.Name, name, mails.Clock.GetUtcNow()) ?? await db.TrySaveAsync("minutes.approved", id.Value, ct);
    }

    /// <summary>Added below approved minutes; their text stays.</summary>
    public async Task<Refusal?> CorrectAsync(MeetingId id, string? correction, string? reason, Actor actor, CancellationToken ct)
    {
        var (meeting, minutes, refusal) = await FindAsync(id, actor, MeetingsPermissions.Append, ct);
        if (meeting is null)
        {
            return refusal;
        }

        if (minutes!.State != MinutesState.Approved)
        {
            return Minutes.NotCirculated;
        }

        if (correction is null || correction.Trim().Length is 0 or > Outcome.LongestText)
        {
            return Outcome.NoText with { Field = "Correction" };
        }

        var (row, no) = Correction.Log(meeting, Minutes.About, "", correction.Trim(), reason, actor.Name, mails.Clock);
        if (row is null)
        {
            return no;
        }

        db.Add(row);
        return await db.TrySaveAsync("minutes.corrected", id.Value, ct);
    }

    /// <summary>A first draft from attendance and outcomes, to be written on by a person.</summary>
    public async Task<string> DraftAsync(Meeting meeting, CancellationToken ct)
    {
        var there = await db.Set<Attendance>().AsNoTracking().Where(a => a.MeetingId == meeting.Id).OrderBy(a => a.Organisation).ThenBy(a => a.Name).ToListAsync(ct);
        var items = await db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Position).ToListAsync(ct);
        var outcomes = (await db.Set<Outcome>().AsNoTracking().Where(o => o.MeetingId == meeting.Id).OrderBy(o => o.At).ToListAsync(ct)).ToLookup(o => o.AgendaItemId);
        var actions = (await db.Set<ActionItem>().AsNoTracking().Where(a => a.MeetingId == meeting.Id).OrderBy(a => a.DueOn).ToListAsync(ct)).ToLookup(a => a.AgendaItemId);
        var text = new StringBuilder();
        text.Append(texts["Present:"].Value).Append(' ').AppendJoin("; ", there.Where(a => a.WasThere).Select(a => a.Organisation.Length > 0 ? $"{a.Name} ({a.Organisation})" : a.Name)).Append('\n');
        text.Append(texts["Apologies:"].Value).Append(' ').AppendJoin("; ", there.Where(a => a.Presence == Presence.Apologies).Select(a => a.Name)).Append('\n');
        var number = 0;
        foreach (var item in items.Select(i => ((AgendaItemId?)i.Id, i.Title)).Append((null, texts["Besides"].Value)))
        {
            if (item.Item1 is null && !outcomes[null].Any() && !actions[null].Any())
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"\n{++number}. {item.Item2}\n");
            Append(text, outcomes[item.Item1], actions[item.Item1]);
        }

        return text.ToString().Trim();
    }

    private void Append(StringBuilder text, IEnumerable<Outcome> outcomes, IEnumerable<ActionItem> actions)
    {
        foreach (var outcome in outcomes)
        {
            text.Append(outcome.Kind == OutcomeKind.Note ? outcome.Text : MeetingWords.Decision(outcome, texts)).Append('\n');
        }

        foreach (var action in actions)
        {
            text.Append(texts["Action: {0}. {1}, {2}, by {3}", action.What, action.HolderName, action.OrganisationName, action.DueOn.ToString(texts["d MMMM yyyy"], CultureInfo.CurrentCulture)].Value).Append('\n');
        }
    }

    private async Task<(Meeting? Meeting, Minutes? Minutes, Refusal? Refusal)> FindAsync(MeetingId id, Actor actor, string permission, CancellationToken ct)
    {
        if (await door.FindAsync(id, actor, permission, ct) is not { } meeting)
        {
            return (null, null, MeetingDoor.Gone);
        }

        var minutes = await db.Set<Minutes>().FirstOrDefaultAsync(m => m.MeetingId == id, ct);
        return minutes is null ? (null, null, Minutes.NotClosed) : (meeting, minutes, null);
    }
}
