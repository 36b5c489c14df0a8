using System.Globalization;
using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Meetings;

/// <summary>
/// The made-up city's meetings: a year of a monthly series held, with a school that missed some, late actions and minutes
/// of each state; the next one open with one school red. Reads <c>meetings</c> of city.json; without it there is nothing.
/// </summary>
internal sealed class DemoMeetings(AppDbContext db, SeriesWork work, RepresentationBook book, InvitePeopleHandler people, DemoSpeakers speakers) : IDemoPart
{
    public int Order => 40;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("meetings", out var described) || described.ValueKind != JsonValueKind.Array
            || await speakers.CoordinatorAsync(city, ct) is not { Network: not null } coordinator)
        {
            return;
        }

        foreach (var one in described.EnumerateArray())
        {
            await SeriesAsync(city, one, coordinator, ct);
        }
    }

    private async Task SeriesAsync(DemoCity city, JsonElement one, Actor coordinator, CancellationToken ct)
    {
        var first = FirstDay(city.Today.AddDays(one.GetProperty("firstDay").GetInt32()), Enum.Parse<DayOfWeek>(Text(one, "weekday")), one.GetProperty("nth").GetInt32());
        var then = new ClockAt(MeetingTimes.At(first.AddDays(-20), new TimeOnly(9, 0), Text(one, "zone")));
        var template = string.Join('\n', one.GetProperty("agenda").EnumerateArray().Select(a => a.GetString()));
        var (series, refusal) = MeetingSeries.Plan(
            coordinator.Network!.Value, Enum.Parse<MeetingKind>(Text(one, "kind")), Enum.Parse<MeetingAudience>(Text(one, "audience")),
            new SeriesDetails(Text(one, "title"), Text(one, "place"), Text(one, "link"), template, 1),
            new SeriesTiming(Text(one, "zone"), first, TimeOnly.Parse(Text(one, "time"), CultureInfo.InvariantCulture), one.GetProperty("minutes").GetInt32(), Rhythm.MonthlyNth, one.GetProperty("interval").GetInt32(), null, null),
            coordinator.Person, then);
        if (series is null)
        {
            throw new InvalidOperationException(refusal!.Message);
        }

        db.Add(series);
        var meetings = work.LayOut(series);
        var next = meetings.First(m => m.StartsAt > work.Clock.GetUtcNow());
        await people.AskAsync(series, Enum.Parse<FirstInvited>(Text(one, "invited")), ct);
        db.Record("series.planned", series.Id.Value);
        await db.SaveChangesAsync(ct);
        await AnswerAsync(series, next, Keys(city, one, "silent"), ct);
        var held = meetings.Where(m => m.EndsAt < work.Clock.GetUtcNow()).ToList();
        for (var number = 0; number < held.Count; number++)
        {
            // Counted back: the last one held is 0.
            await HoldAsync(city, one, series, held[number], held.Count - 1 - number, coordinator, ct);
        }

        await work.OpenNextAsync(series, [], ct);
        await work.OrderRoundAsync(series, ct);
        Park(one, series, coordinator);
        db.Record("series.round", series.Id.Value);
        await db.SaveChangesAsync(ct);
        await ChangeAsync(one, series, coordinator, ct);
    }

    // A date that was moved, one that was cancelled and a guest for one of them: their mails go as they would.
    private async Task ChangeAsync(JsonElement one, MeetingSeries series, Actor coordinator, CancellationToken ct)
    {
        var now = work.Clock.GetUtcNow();
        var coming = await db.Set<Meeting>().Where(m => m.SeriesId == series.Id && m.StartsAt > now).OrderBy(m => m.StartsAt).ToListAsync(ct);
        foreach (var change in one.TryGetProperty("changes", out var changes) ? changes.EnumerateArray().ToList() : [])
        {
            var meeting = coming[change.GetProperty("ahead").GetInt32()];
            _ = change.TryGetProperty("time", out var time)
                ? meeting.Move(meeting.Day.AddDays(change.GetProperty("days").GetInt32()), TimeOnly.Parse(time.GetString()!, CultureInfo.InvariantCulture), Text(change, "reason"), now)
                : meeting.Cancel(Text(change, "reason"));
            series.Touch();
            meeting.TakeSequence(series);
            db.Record("meeting.moved", meeting.Id.Value);
        }

        // After the invitations themselves have gone.
        db.Add(Job.Order(TellCalendars.JobKind, series.Id.Value, db.Scope, work.Clock, now.AddMinutes(1)));
        await db.SaveChangesAsync(ct);
        if (one.TryGetProperty("guest", out var guest))
        {
            await people.AskGuestAsync(series.Id, new(Text(guest, "name"), Text(guest, "mail"), Text(guest, "body")), coming[guest.GetProperty("ahead").GetInt32()].Id, coordinator, ct);
        }
    }

    private async Task AnswerAsync(MeetingSeries series, Meeting next, HashSet<Guid> silent, CancellationToken ct)
    {
        var invited = await db.Set<Invitation>().Where(i => i.SeriesId == series.Id).OrderBy(i => i.Organisation).ThenBy(i => i.Name).ToListAsync(ct);
        var turn = 0;
        foreach (var invitation in invited.Where(i => i.School is { } s && !silent.Contains(s.Value) && i.Part == Part.Representative))
        {
            if (turn++ == 1)
            {
                // Away this time, with somebody who comes instead.
                var response = Response.Begin(next, invitation, work.Clock);
                response.Say(Reply.Declined, invited.Find(i => i.School == invitation.School && i.Part == Part.Alternate)?.Name ?? "A colleague", work.Clock.GetUtcNow());
                db.Add(response);
            }

            invitation.AnswerAll(Reply.Accepted, invitation.InvitedAt);
        }

        db.Record("meeting.answered", series.Id.Value);
        await db.SaveChangesAsync(ct);
    }

    private async Task HoldAsync(DemoCity city, JsonElement one, MeetingSeries series, Meeting meeting, int number, Actor coordinator, CancellationToken ct)
    {
        await work.OpenAsync(meeting, series, meeting.StartsAt.AddDays(-20), ct);
        db.Record("meeting.opened", meeting.Id.Value);
        await db.SaveChangesAsync(ct);
        meeting.Start(meeting.StartsAt);
        var there = await AttendAsync(meeting, series, Keys(city, one, "missing"), number, ct);
        db.Record("meeting.started", meeting.Id.Value);
        await db.SaveChangesAsync(ct);
        var items = await db.Set<AgendaItem>().Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Position).ToListAsync(ct);
        var last = number == 0;
        items.SkipLast(last ? 2 : 0).ToList().ForEach(i => i.Settle(true));
        await OutcomesAsync(city, one, meeting, items, number, coordinator, ct);
        await book.SettleAsync(meeting, there, ct);
        meeting.Close(meeting.EndsAt);
        var minutes = Minutes.Begin(meeting);
        if (!last)
        {
            var text = string.Join('\n', items.Select((item, n) => $"{n + 1}. {item.Title}"));
            minutes.Write(text, there.FirstOrDefault(a => a.PersonId is not null && a.PersonId != coordinator.Person)?.PersonId ?? default, there.FirstOrDefault(a => a.PersonId != coordinator.Person)?.Name ?? "");
            minutes.Circulate(meeting, meeting.EndsAt.AddDays(3));
            minutes.Approve(coordinator.Person, coordinator.Name, coordinator.NetworkName ?? "", meeting.EndsAt.AddDays(12));
        }

        db.Add(minutes);
        db.Record("meeting.closed", meeting.Id.Value);
        await db.SaveChangesAsync(ct);
    }

    private async Task<List<Attendance>> AttendAsync(Meeting meeting, MeetingSeries series, HashSet<Guid> missing, int number, CancellationToken ct)
    {
        var rows = new List<Attendance>();
        foreach (var invitation in await db.Set<Invitation>().Where(i => i.SeriesId == series.Id).OrderBy(i => i.Organisation).ThenBy(i => i.Name).ToListAsync(ct))
        {
            var row = Attendance.Of(meeting, invitation, work.Clock);
            var away = invitation.School is { } school && missing.Contains(school.Value) && number % 3 == 1;
            row.Mark(away ? Presence.Absent : invitation.Part == Part.Alternate && number % 4 != 0 ? Presence.Apologies : number % 5 == 2 && invitation.Part == Part.Representative ? Presence.Late : Presence.Present);
            if (row.WasThere)
            {
                row.Sign(row.Name, meeting.EndsAt);
            }

            db.Add(row);
            rows.Add(row);
        }

        if (number == 4 && await work.SchoolsAsync(meeting.NetworkId, ct) is { Count: > 2 } schools)
        {
            rows.Where(a => a.School == schools[2].Id).ToList().ForEach(a => a.Mark(Presence.Apologies));
            db.Add(Representation.Keep(meeting, schools[2].Id, schools[2].Name, RepresentationResult.Excused, "Open day at the school", work.Clock));
        }

        return rows;
    }

    private async Task OutcomesAsync(DemoCity city, JsonElement one, Meeting meeting, List<AgendaItem> items, int number, Actor coordinator, CancellationToken ct)
    {
        var decisions = one.GetProperty("decisions").EnumerateArray().ToList();
        if (number < decisions.Count)
        {
            var no = 1 + (await db.Set<Outcome>().MaxAsync(o => o.Number, ct) ?? 0);
            var words = new DecisionWords(number % 2 == 0 ? DecisionRule.Consent : DecisionRule.Majority, number % 2 == 0 ? null : 5, number % 2 == 0 ? null : 1, null, meeting.Day.AddYears(1));
            db.Add(Outcome.Decide(meeting, items.LastOrDefault()?.Id, decisions[number].GetString(), words, no, coordinator.Name, new ClockAt(meeting.EndsAt)).Outcome!);
        }

        foreach (var action in one.GetProperty("actions").EnumerateArray().Where(a => a.GetProperty("meeting").GetInt32() == number))
        {
            var person = new PersonId(city.Ids["person:" + Text(action, "person")]);
            var holder = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.SeriesId == meeting.SeriesId && i.PersonId == person && i.School != null, ct);
            if (holder is null)
            {
                continue;
            }

            var card = new Networks.PostCard(default, person, holder.Name, default, "", holder.School!.Value, holder.Organisation);
            var made = ActionItem.Agree(meeting, items.FirstOrDefault(i => i.Title.Contains("action", StringComparison.OrdinalIgnoreCase))?.Id, Text(action, "what"), card, meeting.Day.AddDays(action.GetProperty("days").GetInt32()), work.Clock).Action!;
            if (action.TryGetProperty("result", out var result))
            {
                made.Settle(ActionState.Done, result.GetString(), null, made.DueOn, meeting.EndsAt.AddDays(9));
            }

            db.Add(made);
        }
    }

    private void Park(JsonElement one, MeetingSeries series, Actor coordinator)
    {
        foreach (var parked in one.GetProperty("backlog").EnumerateArray())
        {
            db.Add(AgendaItem.Add(null, series.Id, series.NetworkId, 0, new AgendaWords(parked.GetString(), null, null, 10), coordinator.Name, work.Clock).Item!);
        }
    }

    private static HashSet<Guid> Keys(DemoCity city, JsonElement one, string name) =>
        [.. one.GetProperty(name).EnumerateArray().Select(k => city.Ids.GetValueOrDefault("organisation:" + k.GetString()))];

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString()!;

    private static DateOnly FirstDay(DateOnly month, DayOfWeek weekday, int nth)
    {
        var first = month.AddDays(1 - month.Day);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    }

    private sealed class ClockAt(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
