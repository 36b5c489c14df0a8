using System.Collections.Immutable;
using NodaTime;
using static Causeway.Calendar.Tests.Examples;

namespace Causeway.Calendar.Tests;

/// <summary>Random edits, each sent as the library says; programs that follow the rules end in the right state after every one.</summary>
public sealed class InvitedProgramTests
{
    private static readonly Instant From = Utc("2026-01-01T00:00Z");
    private static readonly Instant To = Utc("2030-01-01T00:00Z");
    private static readonly string[] Mails = ["a@example.org", "b@example.org", "c@example.org"];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void After_every_edit_every_calendar_shows_what_the_organiser_means(int seed, bool wholeSeries)
    {
        using var judge = Judge.IcalJs(out _);
        var chance = new RandomSeries((ulong)seed);
        var programs = Mails.ToDictionary(m => m, _ => new InvitedProgram());
        var sent = new List<(string To, byte[] Octets)>();
        var current = Event(SecondTuesday) with { Attendees = [Guest(0), Guest(1)] };
        Deliver([Invitations.First(current)]);
        for (var i = 0; i < 250; i++)
        {
            var next = Edit(chance, current);
            while (chance.Next(4) == 0)
            {
                next = Edit(chance, next);
            }

            next = current.Revise(next with { Stamp = current.Stamp + Duration.FromMinutes(1) });
            next.Sequence.ShouldBeInRange(current.Sequence, current.Sequence + 1);
            Deliver(Invitations.Between(current, next, wholeSeries));
            current = next;

            // Mail is sometimes delivered twice, long after.
            var old = sent[chance.Next(sent.Count)];
            programs[old.To].Receive(old.Octets);
            foreach (var mail in Mails)
            {
                Check(programs[mail], current, mail, i % 5 == 0 ? judge : null);
            }
        }

        void Deliver(IReadOnlyList<InvitationMessage> messages)
        {
            foreach (var (message, to) in messages.SelectMany(m => m.To.Select(t => (m, t.Address.Mail))))
            {
                programs[to].Receive(message.Content.ToOctets());
                sent.Add((to, message.Content.ToOctets()));
            }
        }
    }

    private static void Check(InvitedProgram program, CalendarEvent truth, string mail, Judge? judge)
    {
        var invited = !truth.IsCancelled && truth.Attendees.Any(a => a.Address.Mail == mail);
        program.IsCancelled.ShouldBe(!invited);
        if (invited)
        {
            var expected = truth.Time.Expand(From, To).Select(o => (o.Start, o.Minutes)).ToList();
            var text = program.Contents();
            var calendar = CalendarReader.Read(System.Text.Encoding.UTF8.GetBytes(text), out _)!;
            calendar.SeriesOf(truth.Uid, out _)!.Expand(From, To).Select(o => (o.Start, o.Minutes)).ShouldBe(expected);
            calendar.Events[0].Title.ShouldBe(truth.Title);
            judge?.Read(text, From, To)[truth.Uid].ShouldBe(expected.Select(e => (e.Start, e.Minutes * 60L)));
        }
    }

    private static CalendarEvent Edit(RandomSeries chance, CalendarEvent e)
    {
        var dates = e.Time.Dates(e.Time.Start.Date).Take(12).ToList();
        var date = dates[chance.Next(dates.Count)];
        return chance.Next(14) switch
        {
            0 => e with { Title = $"Title {chance.Next(1000)}" },
            1 => e with { Place = $"Room {chance.Next(1000)}" },
            2 or 3 => e with { Time = e.Time.Drop(date) },
            4 or 5 or 6 => e with { Time = e.Time.Move(date, new(date.PlusDays(chance.Next(4)).At(new LocalTime(6 + chance.Next(14), 0)), 30 + chance.Next(60))) },
            7 => e with { Time = e.Time.Restore(date) },
            8 => e with { Changes = e.Changes.SetItem(date, new($"Only {chance.Next(100)}", chance.Next(2) == 0 ? "Hall" : null)) },
            9 => e with { Changes = e.Changes.Remove(date) },
            10 => e with { Time = NewTime(chance), Changes = ImmutableSortedDictionary<LocalDate, OccurrenceChange>.Empty },
            11 => e with { Time = e.Time.InZoneKeepingClock(FiveSites[chance.Next(5)]) },
            12 => e with { IsCancelled = chance.Next(3) > 0 && !e.IsCancelled },
            _ => e with { Attendees = [.. Enumerable.Range(0, 3).Where(i => i == 0 || chance.Next(2) == 0).Select(Guest)] },
        };
    }

    private static SeriesTime NewTime(RandomSeries chance)
    {
        var rule = chance.Next(2) == 0 ? SeriesRule.Weekly() : SeriesRule.Monthly(1, new RuleDay(IsoDayOfWeek.Tuesday, 1 + chance.Next(4)));
        var start = rule.FirstOnOrAfter(Date("2027-01-01").PlusDays(chance.Next(100)))!.Value;
        return SeriesTime.Create(start.At(new LocalTime(6 + chance.Next(12), 30)), 60, FiveSites[chance.Next(5)], rule.EndingAfter(5 + chance.Next(15)));
    }

    private static CalendarAttendee Guest(int at) => new(new($"Guest {at}", Mails[at]));
}
