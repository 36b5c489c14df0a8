using Causeway.Calendar;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings;

internal enum Tidings
{
    Invited,
    InvitedToOne,
    DateChanged,
    SeriesChanged,
    DateCancelled,
    AllCancelled,
    TakenOff,
}

/// <summary>One message to one calendar, with what its reader is told beside it.</summary>
/// <param name="About">The date it is about, or for a series the next one; null when none is to come.</param>
/// <param name="Was">Where that date was before.</param>
internal sealed record CalendarMessage(CalendarObject Content, Tidings Tidings, CalendarEvent Before, CalendarEvent After, Occurrence? About = null, Occurrence? Was = null);

/// <summary>
/// What brings one person's calendar from what it was told to what is true (RFC 5546). Cancellations can go first, alone; the
/// rest then follows from where they left it.
/// </summary>
/// <param name="only">The one date the person is asked to; null: the whole series.</param>
internal sealed class CalendarSteps(CalendarTold told, MeetingSeries series, CalendarEvent truth, LocalDate? only, DateTimeOffset now)
{
    private readonly List<CalendarMessage> _messages = [];

    public IReadOnlyList<CalendarMessage> Messages => _messages;

    private Instant Now => Instant.FromDateTimeOffset(now);

    /// <summary>What the person is asked to does not take place, or the person is not asked any more.</summary>
    public bool IsOff => truth.IsCancelled || (only is { } date ? truth.Time.Find(date) is null : truth.Time.Rule is null && truth.Time.Dropped.Count > 0);

    /// <summary>The whole of it, to a calendar that has nothing or may have missed something.</summary>
    public void Ask()
    {
        var next = truth with { Sequence = told.NextSequence(series), Stamp = told.NextStamp(now) };
        var about = only is { } date ? next.Time.Find(date) : next.Time.Next(Now);
        var content = only is { } one && next.Time.Rule is not null ? CalendarWriter.Request(next, one) : CalendarWriter.Request(next);
        _messages.Add(new(content, only is null ? Tidings.Invited : Tidings.InvitedToOne, truth, next, about));
        told.Keep(next, only);
    }

    public void Cancel(bool takenOff)
    {
        // In the words and times the calendar knows, so that it finds what to strike out.
        var (before, one) = told.Read(truth);
        var next = before with { Sequence = told.NextSequence(series), Stamp = told.NextStamp(now) };
        var content = one is { } date && next.Time.Rule is not null ? CalendarWriter.Cancel(next, date) : CalendarWriter.Cancel(next);
        var about = one is { } day ? before.Time.Find(day) : before.Time.Next(Now);
        _messages.Add(new(content, takenOff ? Tidings.TakenOff : one is not null ? Tidings.DateCancelled : Tidings.AllCancelled, before, next, about));
        told.Cancel(next.Sequence);
    }

    /// <param name="onlyCancelled">Send dates that were cancelled, and leave everything else for later.</param>
    /// <param name="wholeSeries">This person's program drops the other dates when one comes alone.</param>
    public void Update(bool onlyCancelled, bool wholeSeries)
    {
        var (before, one) = told.Read(truth);
        if (one is not null)
        {
            if (!onlyCancelled)
            {
                UpdateOne(before, one.Value);
            }

            return;
        }

        var sameRule = before.Time.Start == truth.Time.Start && before.Time.ZoneId == truth.Time.ZoneId && Equals(before.Time.Rule, truth.Time.Rule);
        var cancelled = sameRule && !wholeSeries ? truth.Time.Dropped.Where(d => before.Time.Find(d) is not null).ToList() : [];
        foreach (var date in cancelled)
        {
            before = Step(before, before with { Time = before.Time.Drop(date) }, wholeSeries: false);
        }

        if (!onlyCancelled || !sameRule || (wholeSeries && truth.Time.Dropped.Any(d => before.Time.Find(d) is not null)))
        {
            Step(before, truth, wholeSeries);
        }
    }

    private void UpdateOne(CalendarEvent before, LocalDate one)
    {
        var (was, due) = (before.Time, truth.Time);
        if (one != only || was.ZoneId != due.ZoneId || was.Start.TimeOfDay != due.Start.TimeOfDay)
        {
            // A date goes by the rule's own day and time. By another one now, or asked to all: what the calendar has is struck out first.
            if (only is not null)
            {
                Cancel(takenOff: false);
            }

            Ask();
        }
        else if (was.Find(one) != due.Find(one) || before.Title != truth.Title || before.Place != truth.Place || before.Conference != truth.Conference)
        {
            var next = Raised(before, before.Revise(truth)) with { Stamp = told.NextStamp(now) };
            _messages.Add(new(CalendarWriter.Request(next, one), Tidings.DateChanged, before, next, next.Time.Find(one), was.Find(one)));
            told.Keep(next, one);
        }
    }

    /// <summary>In place of all of them, where earlier mails were withdrawn before they went: one message that needs no other.</summary>
    public void Whole(bool first)
    {
        var next = _messages[^1].After with { Stamp = told.NextStamp(now) };
        var message = only is { } one && next.Time.Rule is not null
            ? new CalendarMessage(CalendarWriter.Request(next, one), first ? Tidings.InvitedToOne : Tidings.DateChanged, _messages[0].Before, next, next.Time.Find(one), first ? null : _messages[0].Before.Time.Find(one))
            : new CalendarMessage(CalendarWriter.Request(next), first ? Tidings.Invited : Tidings.SeriesChanged, _messages[0].Before, next, next.Time.Next(Now));
        // A single date that goes by another day now is still struck out where it arrived.
        _messages.RemoveAll(m => first || only is null || m.Content.Method != CalendarMethod.Cancel);
        _messages.Add(message);
        told.Keep(next, only);
    }

    /// <summary>Where nothing ever went, there is nothing to strike out.</summary>
    public void Silence() => _messages.Clear();

    private CalendarEvent Step(CalendarEvent before, CalendarEvent after, bool wholeSeries)
    {
        var next = Raised(before, before.Revise(after)) with { Stamp = told.StampAfter(now).ToInstant() };
        var messages = Invitations.Between(before, next, wholeSeries);
        if (messages.Count == 0)
        {
            return before;
        }

        told.NextStamp(now);
        _messages.AddRange(messages.Select(m => Worded(m, before, next)));
        told.Keep(next, null);
        return next;
    }

    // Never behind the series' own count, so that an answer by mail says which version it is to.
    private CalendarEvent Raised(CalendarEvent before, CalendarEvent next) =>
        next with { Sequence = next.Sequence > before.Sequence ? Math.Max(next.Sequence, series.Sequence) : next.Sequence };

    private CalendarMessage Worded(InvitationMessage message, CalendarEvent before, CalendarEvent next)
    {
        if (message.About is not { } date)
        {
            return next.Time.Rule is not null ? new(message.Content, Tidings.SeriesChanged, before, next, next.Time.Next(Now))
                : new(message.Content, Tidings.DateChanged, before, next, next.Time.Find(next.Time.Start.Date), before.Time.Find(before.Time.Start.Date));
        }

        var (at, was) = (next.Time.Find(date), before.Time.Find(date));
        if (message.Content.Method == CalendarMethod.Cancel)
        {
            return new(message.Content, Tidings.DateCancelled, before, next, was);
        }

        // An answer given for another time is none.
        var unanswered = next with { Attendees = [.. next.Attendees.Select(a => a with { Answer = CalendarAnswer.NeedsAction })] };
        var content = at?.Start == was?.Start ? message.Content : CalendarWriter.Request(unanswered, date);
        return new(content, Tidings.DateChanged, before, next, at, was);
    }
}
