using Causeway.Calendar;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings;

/// <summary>
/// Orders the mails that bring everybody's calendar to what is true. Adds and changes rows only; they go with the caller's
/// commit, beside the note of what was told, so two copies of the program cannot both tell it.
/// </summary>
internal sealed class CalendarPost(AppDbContext db, MeetingCalendar calendar, InvitationMails mails, TimeProvider clock)
{
    /// <summary>An edit waits so long for the next one; both then go as one mail.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    public TimeProvider Clock => clock;

    /// <summary>For an edit: everybody is told a little later, with what was edited by then.</summary>
    public void OrderLater(MeetingSeries series) => db.Add(Job.Order(TellCalendars.JobKind, series.Id.Value, db.Scope, clock, clock.GetUtcNow() + Wait));

    /// <summary>For a cancellation.</summary>
    public void OrderNow(MeetingSeries series) => db.Add(Job.Order(TellCalendars.JobKind, series.Id.Value, db.Scope, clock));

    /// <summary>Everybody who is, or was, invited to the series.</summary>
    public async Task TellAsync(MeetingSeries series, bool onlyCancelled, CancellationToken ct) =>
        await TellAsync(series, await db.Set<Invitation>().Where(i => i.SeriesId == series.Id).OrderBy(i => i.Id).ToListAsync(ct), onlyCancelled, ct);

    public async Task TellAsync(MeetingSeries series, IReadOnlyList<Invitation> invitations, bool onlyCancelled, CancellationToken ct)
    {
        if (invitations.Count == 0)
        {
            return;
        }

        var truth = await calendar.ToInviteAsync(series, ct);
        var book = await BookAsync(series, invitations, ct);
        foreach (var invitation in invitations)
        {
            var told = book.Told.GetValueOrDefault(invitation.Id);
            var mine = truth with { Attendees = [new(new(invitation.Name, invitation.Address), MeetingCalendar.Of(invitation.Standing), invitation.Part == Part.Representative)] };
            LocalDate? only = invitation.OnlyMeeting is { } one && truth.Time.Rule is not null && book.Slots.TryGetValue(one, out var slot) ? slot.ToLocalDate() : null;
            mine = only is null ? mine : mine with { Link = calendar.PageOf(invitation.OnlyMeeting!.Value) };
            var kept = told ?? CalendarTold.Begin(invitation, clock);
            var steps = new CalendarSteps(kept, series, mine, only, clock.GetUtcNow());
            var lost = invitation.OnlyMeeting is not null && only is null && truth.Time.Rule is not null;
            Decide(steps, invitation, told, off: lost || !invitation.Stands || steps.IsOff, onlyCancelled);
            Withdraw(steps, invitation, book);
            if (told is null && steps.Messages.Count > 0)
            {
                db.Add(kept);
            }

            foreach (var message in steps.Messages)
            {
                mails.Tell(invitation, series, message);
            }
        }
    }

    private static void Decide(CalendarSteps steps, Invitation invitation, CalendarTold? told, bool off, bool onlyCancelled)
    {
        if (told is null or { IsCancelled: true })
        {
            if (!off && (told is null || !onlyCancelled))
            {
                steps.Ask();
            }
        }
        else if (off)
        {
            steps.Cancel(takenOff: !invitation.Stands);
        }
        else
        {
            steps.Update(onlyCancelled, invitation.WholeSeries);
        }
    }

    // An invitation or update that still waits is overtaken; the later message must then do without it. A cancellation that waits
    // goes all the same: it strikes out what nothing later may name.
    private static void Withdraw(CalendarSteps steps, Invitation invitation, Book book)
    {
        var topic = InvitationMails.TopicOf(invitation);
        var waiting = book.Waiting[topic].ToList();
        if (steps.Messages.Count == 0 || waiting.Count == 0)
        {
            return;
        }

        waiting.ForEach(m => m.Withdraw());

        var reached = book.Reached.Contains(topic);
        var cancels = steps.Messages[^1].Tidings is Tidings.AllCancelled or Tidings.TakenOff || (invitation.OnlyMeeting is not null && steps.Messages[^1].Tidings == Tidings.DateCancelled);
        if (!cancels)
        {
            steps.Whole(first: !reached);
        }
        else if (!reached)
        {
            steps.Silence();
        }
    }

    private async Task<Book> BookAsync(MeetingSeries series, IReadOnlyList<Invitation> invitations, CancellationToken ct)
    {
        var ids = invitations.Select(i => i.Id).ToList();
        var topics = invitations.Select(InvitationMails.TopicOf).ToList();
        var slots = invitations.Any(i => i.OnlyMeeting is not null)
            ? await db.Set<Meeting>().Where(m => m.SeriesId == series.Id).ToDictionaryAsync(m => m.Id, m => m.Slot, ct) : [];
        return new(
            await db.Set<CalendarTold>().Where(t => ids.Contains(t.InvitationId)).ToDictionaryAsync(t => t.InvitationId, ct),
            slots,
            (await db.Set<OutboxMail>().Where(m => m.CalendarMethod == "REQUEST" && topics.Contains(m.Topic!) && m.SentAt == null && !m.Failed).ToListAsync(ct))
                .ToLookup(m => m.Topic!, StringComparer.Ordinal),
            (await db.Set<OutboxMail>().Where(m => m.CalendarMethod != null && topics.Contains(m.Topic!) && (m.SentAt != null || m.Attempts > 0)).Select(m => m.Topic!).Distinct().ToListAsync(ct))
                .ToHashSet(StringComparer.Ordinal));
    }

    /// <param name="Reached">Topics of which something was sent, or tried: that may have arrived, whatever the mail server said.</param>
    private sealed record Book(
        Dictionary<InvitationId, CalendarTold> Told, Dictionary<MeetingId, DateOnly> Slots, ILookup<string, OutboxMail> Waiting, HashSet<string> Reached);
}
