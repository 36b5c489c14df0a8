using Causeway.Persistence;

namespace Causeway.Meetings.Tests;

/// <summary>Looks through every mail and every calendar object a test of this suite wrote: nothing of a child or a case, nothing of agendas, notes and minutes.</summary>
internal static class MailScan
{
    // All that may stand in an event. No description, no comment, nothing attached.
    private static readonly string[] Allowed =
        ["UID", "DTSTAMP", "DTSTART", "DURATION", "RRULE", "EXDATE", "RECURRENCE-ID", "SUMMARY", "LOCATION", "URL", "CONFERENCE", "ORGANIZER", "ATTENDEE", "STATUS", "SEQUENCE"];

    private static readonly string[] Never = ["child", "pupil", "student", "concern", "consult", "safeguard", "birth"];

    public static async Task CheckAsync(MeetingWorld world)
    {
        var mails = await world.AllAsync<OutboxMail>();
        var written = (await world.AllAsync<AgendaItem>()).SelectMany(i => new[] { i.Title, i.Note })
            .Concat((await world.AllAsync<Minutes>()).SelectMany(m => m.Text.Split('\n')))
            .Concat((await world.AllAsync<Outcome>()).Select(o => o.Text))
            .Concat((await world.AllAsync<ActionItem>()).SelectMany(a => new[] { a.What, a.Result, a.LateReason }))
            .Concat((await world.AllAsync<Meeting>()).Select(m => m.Reason))
            .OfType<string>().Select(t => t.Trim()).Where(t => t.Length > 3).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var titles = (await world.AllAsync<MeetingSeries>()).Select(s => s.Title).ToList();
        var wrong = new List<string>();
        foreach (var mail in mails.Where(m => m.Topic is not null))
        {
            // The secrets of links are letters by chance.
            var text = mail.Subject + "\n" + string.Join('\n', mail.Body.Split('\n').Where(l => !l.StartsWith("http", StringComparison.Ordinal)));
            wrong.AddRange(written.Concat(titles).Concat(Never).Where(w => Holds(text, w)).Select(w => $"mail: {w}"));
            wrong.AddRange(InEvents(mail.Calendar?.Text ?? "", written));
        }

        wrong.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    public static IEnumerable<string> InEvents(string calendar, IReadOnlyCollection<string> written)
    {
        var inside = false;
        foreach (var line in calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            inside = line == "BEGIN:VEVENT" || (inside && line != "END:VEVENT");
            var name = line.Split(':', ';')[0];
            if (inside && name != "BEGIN" && !Allowed.Contains(name))
            {
                yield return $"calendar property {name}";
            }

            foreach (var word in written.Concat(Never).Where(w => inside && Holds(line[(name.Length + 1)..], w)))
            {
                yield return $"calendar {name}: {word}";
            }
        }
    }

    private static bool Holds(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
