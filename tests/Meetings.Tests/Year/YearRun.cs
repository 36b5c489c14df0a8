using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Meetings.Tests;

/// <summary>
/// A year of three series in the network of twelve schools, six hours at a time: people answer or do not, meetings are moved, cancelled,
/// held; the program is killed in the middle of its rounds and of its mails, and is off for days.
/// </summary>
internal sealed class YearRun : IAsyncDisposable
{
    private static readonly DateTimeOffset Begin = new(2026, 12, 28, 0, 17, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2028, 1, 3, 0, 0, 0, TimeSpan.Zero);

    private const int MostKillsInARow = 4;

    private readonly Random _chance;
    private readonly UnsteadyMail _post;
    private readonly Dictionary<YearOracle.Series, Guid> _ids = [];
    private readonly Dictionary<YearOracle.Date, MeetingId> _meetings = [];

    private YearRun(TestApp app, UnsteadyMail post, Random chance) => (App, _post, _chance) = (app, post, chance);

    public TestApp App { get; }

    public YearOracle Oracle { get; } = new();

    public IReadOnlyList<OutboxMail> Mails => App.Mail.Sent;

    public int Kills { get; private set; }

    public int Outages { get; private set; }

    public Guid IdOf(YearOracle.Series series) => _ids[series];

    public MeetingId IdOf(YearOracle.Date date) => _meetings[date];

    private DateTimeOffset Now => App.Clock.GetUtcNow();

    public static async Task<YearRun> StartAsync(int seed)
    {
        UnsteadyMail? post = null;
        var chance = new Random(seed);
        var app = await TwelveSchools.StartAsync(Begin, services =>
            services.AddSingleton<IMailTransport>(post ??= new UnsteadyMail((RecordingMail)services.Last(d => d.ServiceType == typeof(IMailTransport)).ImplementationInstance!, chance)));
        var run = new YearRun(app, post!, chance);
        var last = DateOnly.FromDateTime(End.UtcDateTime).AddDays(30);

        // The second Tuesday in London; every other Wednesday in Sydney; every other Sunday in New York, where the clocks change on two of them.
        await run.PlanAsync("Europe/London", "16:00", "MonthlyNth", 1, new(2027, 1, 12), d => d.DayOfWeek == DayOfWeek.Tuesday && d.Day is > 7 and <= 14 && d >= new DateOnly(2027, 1, 12), last);
        await run.PlanAsync("Australia/Sydney", "09:30", "Weekly", 2, new(2027, 1, 6), d => (d.DayNumber - new DateOnly(2027, 1, 6).DayNumber) % 14 == 0 && d >= new DateOnly(2027, 1, 6), last);
        await run.PlanAsync("America/New_York", "10:00", "Weekly", 2, new(2027, 1, 3), d => (d.DayNumber - new DateOnly(2027, 1, 3).DayNumber) % 14 == 0 && d >= new DateOnly(2027, 1, 3), last);
        return run;
    }

    public async Task LiveAsync()
    {
        while (Now < End)
        {
            // Off for up to four days now and then: what was due meanwhile is late, but comes once.
            if (_chance.Next(120) == 0)
            {
                Outages++;
                App.Clock.Advance(TimeSpan.FromHours(6 * _chance.Next(1, 16)));
                await App.RestartAsync();
            }

            await WorkAsync();
            await PeopleActAsync();
            var next = Begin + (TimeSpan.FromHours(6) * (1 + Math.Floor((Now - Begin) / TimeSpan.FromHours(6))));
            App.Clock.Set(next);
        }

        await WorkAsync();
    }

    private async Task PlanAsync(string zone, string time, string rhythm, int interval, DateOnly first, Func<DateOnly, bool> isDay, DateOnly last)
    {
        using var browser = await App.AsAsync("coord");
        var answer = await (await browser.OpenAsync("/meetings/new")).Form()
            .Set("Input.Title", "Meeting in " + zone).Set("Input.Zone", zone).Set("Input.Rhythm", rhythm).Set("Input.Interval", interval.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Set("Input.FirstDay", MeetingWorld.Day(first)).Set("Input.Time", time).Set("Input.Minutes", "60").Set("Input.Invited", "LeadsAndCounsellors").PostAsync();
        answer.Status.ShouldBe(System.Net.HttpStatusCode.SeeOther, answer.Text);
        var series = Oracle.Plan(zone, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), isDay, first, last, Now);
        _ids[series] = Guid.Parse(answer.Location!.Split('/')[^1]);
        await ReadIdsAsync();
    }

    /// <summary>The program does what is due; killed at any moment, it is started again until it gets through.</summary>
    private async Task WorkAsync()
    {
        var deadly = Oracle.All.Any(s => s.NextRound <= Now) && _chance.Next(3) == 0;
        var inARow = 0;
        for (var killed = true; killed;)
        {
            killed = false;
            try
            {
                // A round that was killed five times rests for an hour; how often it gets so far hangs on the machine, not on the year.
                using var kill = new CancellationTokenSource();
                if (deadly && inARow < MostKillsInARow && _chance.Next(3) > 0)
                {
                    kill.CancelAfter(TimeSpan.FromMilliseconds(_chance.Next(1, 25)));
                }

                _post.IsDeadly = deadly && inARow < MostKillsInARow && _chance.Next(2) == 0;
                await App.Services.GetRequiredService<JobWorker>().RunDueAsync(kill.Token);
                while (await App.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None) > 0)
                {
                    // Twenty at a time.
                }
            }
            catch (Exception error) when (error is OperationCanceledException or KilledException)
            {
                killed = true;
                Kills++;
                inARow++;

                // What it held is free again after some minutes.
                App.Clock.Advance(TimeSpan.FromMinutes(6));
                if (Kills % 4 == 0)
                {
                    await App.RestartAsync();
                }
            }
        }

        _post.IsDeadly = false;
        Oracle.Work(Now);
        await ReadIdsAsync();
    }

    private async Task PeopleActAsync()
    {
        foreach (var date in Oracle.Dates.Where(d => d is { IsHeld: false } && d.Start > Now && d.Start < Now.AddDays(10)).ToList())
        {
            await AnswerAsync(date);
            await ChangeAsync(date);
        }

        foreach (var date in Oracle.Dates.Where(d => d is { IsHeld: false, IsCancelled: false } && d.Start <= Now).ToList())
        {
            await HoldAsync(date);
        }

        // Some answer for all meetings at once.
        if (_chance.Next(20) == 0)
        {
            var (series, person) = (Pick(Oracle.All), Pick(People()));
            var ahead = Oracle.Dates.First(d => d.Series == series && d.Start > Now && !d.IsHeld);
            var reply = Pick([Reply.Accepted, Reply.Accepted, Reply.Tentative, Reply.Declined]);
            if (await DoAsync(person, s => s.GetRequiredService<AnswerHandler>().SignedInAsync(_meetings[ahead], true, reply, null, ActorOf(s), default)))
            {
                series.Standing[person] = (reply, Now);
            }
        }
    }

    private async Task AnswerAsync(YearOracle.Date date)
    {
        // Each school has its habits: the first answer soon, the last never.
        foreach (var school in TwelveSchools.Keys)
        {
            var zeal = 1 + (int.Parse(school[1..], System.Globalization.CultureInfo.InvariantCulture) * 7);
            if (school == "s12" || date.IsCancelled || _chance.Next(zeal) > 3)
            {
                continue;
            }

            var person = Pick(TwelveSchools.PeopleOf(school));
            var reply = Pick([Reply.Accepted, Reply.Accepted, Reply.Accepted, Reply.Tentative, Reply.Declined]);
            var alternate = reply == Reply.Declined && _chance.Next(2) == 0 ? "Somebody Else" : null;
            if (await DoAsync(person, s => s.GetRequiredService<AnswerHandler>().SignedInAsync(_meetings[date], false, reply, alternate, ActorOf(s), default)))
            {
                date.Answers[person] = (reply, alternate, Now);
            }
        }
    }

    private async Task ChangeAsync(YearOracle.Date date)
    {
        var dice = _chance.Next(400);
        var id = _meetings[date];
        if (date.IsCancelled)
        {
            if (dice < 100 && await DoAsync("coord", s => s.GetRequiredService<MoveMeetingHandler>().RestoreAsync(id, ActorOf(s), default)))
            {
                date.IsCancelled = false;
            }
        }
        else if (dice < 3)
        {
            var to = date.Day.AddDays(_chance.Next(1, 4));
            if (await DoAsync("coord", s => s.GetRequiredService<MoveMeetingHandler>().MoveAsync(id, to, date.Series.Time, "The room is taken", ActorOf(s), default)))
            {
                (date.Day, date.MovedAt) = (to, Now);
            }
        }
        else if (dice < 5)
        {
            date.IsCancelled = await DoAsync("coord", s => s.GetRequiredService<MoveMeetingHandler>().CancelAsync(id, "Too few can come", ActorOf(s), default));
        }
        else if (dice < 8)
        {
            var school = Pick(TwelveSchools.Keys);
            if (await DoAsync("coord", s => s.GetRequiredService<HoldMeetingHandler>().ExcuseAsync(id, App.Organisation(school), "Examinations", ActorOf(s), default)))
            {
                date.Excused.Add(school);
            }
        }
    }

    private async Task HoldAsync(YearOracle.Date date)
    {
        var id = _meetings[date];
        (await DoAsync("coord", s => s.GetRequiredService<HoldMeetingHandler>().OpenAsync(id, ActorOf(s), default))).ShouldBeTrue();
        (await DoAsync("coord", s => s.GetRequiredService<HoldMeetingHandler>().StartAsync(id, ActorOf(s), default))).ShouldBeTrue();
        await using (var db = App.Maintenance())
        {
            // Who said yes stands there as present; the list is put right in the room.
            var rows = await db.Set<Attendance>().AsNoTracking().Where(a => a.MeetingId == id && a.School != null).ToListAsync();
            var marks = rows.Where(_ => _chance.Next(8) == 0).ToDictionary(r => r.Id, _ => Pick([Presence.Present, Presence.Late, Presence.Absent]));
            (await DoAsync("coord", s => s.GetRequiredService<MarkAttendanceHandler>().MarkAsync(id, marks, null, ActorOf(s), default))).ShouldBeTrue();
            foreach (var row in rows)
            {
                var (school, person) = Key(row.PersonId!.Value);
                var there = marks.TryGetValue(row.Id, out var mark) ? mark is Presence.Present or Presence.Late : date.Of(person).Reply == Reply.Accepted;
                if (there)
                {
                    date.There.Add(school);
                }
            }
        }

        if (_chance.Next(4) == 0)
        {
            var school = Pick(TwelveSchools.Keys);
            (await DoAsync("coord", s => s.GetRequiredService<MarkAttendanceHandler>().AddAsync(id, "An Alternate", App.Organisation(school), null, null, ActorOf(s), default))).ShouldBeTrue();
            date.There.Add(school);
        }

        (await DoAsync("coord", s => s.GetRequiredService<HoldMeetingHandler>().CloseAsync(id, ActorOf(s), default))).ShouldBeTrue();
        date.IsHeld = true;
    }

    private Task<bool> DoAsync(string person, Func<IServiceProvider, Task<Refusal?>> act) => App.InScopeAsync(person, async services => await act(services) is null);

    private static Actor ActorOf(IServiceProvider services) => services.GetRequiredService<ICurrentActor>().Actor;

    private (string School, string Person) Key(PersonId id)
    {
        var key = App.Ids.First(i => i.Value == id.Value && i.Key.StartsWith("person:", StringComparison.Ordinal)).Key["person:".Length..];
        return (key[..3], key);
    }

    private async Task ReadIdsAsync()
    {
        if (_meetings.Count == Oracle.Dates.Count)
        {
            return;
        }

        await using var db = App.Maintenance();
        foreach (var (series, id) in _ids)
        {
            var known = await db.Set<Meeting>().AsNoTracking().Where(m => m.SeriesId == new MeetingSeriesId(id)).Select(m => new { m.Id, m.Slot }).ToDictionaryAsync(m => m.Slot, m => m.Id);
            foreach (var date in Oracle.Dates.Where(d => d.Series == series && known.ContainsKey(d.Slot)))
            {
                _meetings[date] = known[date.Slot];
            }
        }
    }

    private static string[] People() => [.. TwelveSchools.Keys.SelectMany(TwelveSchools.PeopleOf)];

    private T Pick<T>(IReadOnlyList<T> of) => of[_chance.Next(of.Count)];

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
