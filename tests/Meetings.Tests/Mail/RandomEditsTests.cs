using Causeway.Calendar.Tests;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace Causeway.Meetings.Tests;

/// <summary>Three hundred series, each edited at random, with the mail server away now and then: programs that follow the rules end right.</summary>
public sealed class RandomEditsTests
{
    private const int Sequences = 50;
    private const string LeadB = "lead-b@people.example";
    private const string Guest = "officer@police.example";
    private static readonly string[] Zones = ["Europe/Lisbon", "America/New_York", "Asia/Seoul", "Australia/Sydney"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_is_edited_calendars_end_in_what_is_true(int seed)
    {
        await using var world = await MeetingWorld.StartAsync();
        await world.DeliverAsync();
        using var judge = Judge.IcalJs(out _);
        var chance = new RandomSeries((ulong)seed);
        for (var number = 0; number < Sequences; number++)
        {
            await new Sequence(world, chance, judge).RunAsync($"seed {seed}, sequence {number}");
        }
    }

    private sealed class Sequence(MeetingWorld world, RandomSeries chance, Judge? judge)
    {
        private readonly Mailboxes _boxes = new(new(world.App.Mail.Sent, world.App.Mail.Sent.Count), chance);
        private readonly List<string> _story = [];
        private MeetingSeriesId _id;

        public async Task RunAsync(string name)
        {
            await PlanAsync();
            for (var edit = 0; edit < 4 + chance.Next(4); edit++)
            {
                await EditAsync(chance.Next(13));
                switch (chance.Next(5))
                {
                    case 0:
                        // The mail server is away: ordered, not sent, perhaps overtaken.
                        world.App.Clock.Advance(CalendarPost.Wait + TimeSpan.FromMinutes(1));
                        await world.App.RunJobsAsync();
                        _story.Add("(no mail server)");
                        break;
                    case 1:
                        world.App.Clock.Advance(TimeSpan.FromHours(chance.Next(200)));
                        break;
                    case 2 or 3:
                        await world.SettleAsync();
                        await CompareAsync(name);
                        break;
                    default:
                        break;
                }
            }

            await world.SettleAsync();
            await CompareAsync(name);
            await DoAsync<ChangeSeriesHandler>((h, a) => h.EndAsync(_id, "We begin anew", a, default));
            await world.SettleAsync();
            await CompareAsync(name);
        }

        private async Task CompareAsync(string name)
        {
            var now = world.App.Clock.GetUtcNow();
            var meetings = (await world.MeetingsAsync(_id.Value)).Where(m => m.Stands && m.StartsAt > now).ToList();
            var to = meetings.Count == 0 ? Mailboxes.Far : meetings[^1].StartsAt.ToInstant() + Duration.FromMinutes(1);
            foreach (var person in (await world.AllAsync<Invitation>()).Where(i => i.SeriesId == _id))
            {
                var mine = meetings.Where(m => person.Stands && person.IsFor(m)).Select(m => m.StartsAt.ToInstant()).ToList();
                var story = $"{name}, {person.Address}: {string.Join(", ", _story)}";
                _boxes.Of(person.Address).Starts(now.ToInstant(), to).ShouldBe(mine, story);
                _boxes.Muddled(person.Address).Starts(now.ToInstant(), to).ShouldBe(mine, story + ", muddled");
                if (mine.Count > 0 && chance.Next(4) == 0)
                {
                    judge?.Read(_boxes.Of(person.Address).Contents(), now.ToInstant(), to).Single().Value.Select(d => d.Start).ShouldBe(mine, story + ", judged");
                }
            }
        }

        private async Task PlanAsync()
        {
            var weekly = chance.Next(2) == 0;
            var first = world.Today.AddDays(2 + chance.Next(20));
            first = first.Day > 28 ? first.AddDays(5) : first;
            var timing = new SeriesTiming(Zones[chance.Next(4)], first, new TimeOnly(8 + chance.Next(10), 0), 60, weekly ? Rhythm.Weekly : Rhythm.MonthlyNth, 1 + chance.Next(3), null, chance.Next(3) == 0 ? null : 4 + chance.Next(8));
            await DoAsync<PlanSeriesHandler>(async (h, a) =>
            {
                var (id, refusal) = await h.HandleAsync(new(MeetingKind.Network, MeetingAudience.Staff, new("Circle of schools", "Hall", null, null, 0), timing, FirstInvited.Leads), a, default);
                _id = id;
                return refusal;
            });
            _story.Add($"{timing.Rhythm} {timing.Interval} {timing.Zone} {timing.FirstDay} {timing.Time}");
        }

        private async Task EditAsync(int kind)
        {
            var now = world.App.Clock.GetUtcNow();
            var coming = (await world.MeetingsAsync(_id.Value)).Where(m => m.StartsAt > now).OrderBy(m => m.Slot).Take(6).ToList();
            if (coming.Count == 0)
            {
                return;
            }

            var one = coming[chance.Next(coming.Count)];
            var invited = (await world.AllAsync<Invitation>()).Where(i => i.SeriesId == _id).ToList();
            _story.Add(kind switch
            {
                <= 2 => await DoAsync<MoveMeetingHandler>((h, a) => h.MoveAsync(one.Id, one.Slot.AddDays(chance.Next(5) - 1), new TimeOnly(7 + chance.Next(12), 30), "Somebody is away", a, default)) + $" move {one.Slot}",
                3 or 4 => await DoAsync<MoveMeetingHandler>((h, a) => h.CancelAsync(one.Id, "Snow", a, default)) + $" cancel {one.Slot}",
                5 => coming.Find(m => !m.Stands) is { } gone ? await DoAsync<MoveMeetingHandler>((h, a) => h.RestoreAsync(gone.Id, a, default)) + $" restore {gone.Slot}" : "",
                6 => await WordsAsync(),
                7 or 8 => await TimesAsync(),
                9 => await DoAsync<InvitePeopleHandler>((h, a) => h.AskGuestAsync(_id, new("Officer", Guest, null), chance.Next(3) == 0 ? null : one.Id, a, default)) + " guest",
                10 when invited.Find(i => i.Stands && i.Address is Guest or LeadB) is { } off => await DoAsync<InvitePeopleHandler>((h, a) => h.TakeBackAsync(_id, off.Id, a, default)) + " off " + off.Address,
                11 => await DoAsync<InvitePeopleHandler>((h, a) => h.HandleAsync(_id, [new(world.App.Ids["post:lead-b-1"])], Part.Representative, null, a, default)) + " lead-b",
                12 => await WishAsync(invited.Find(i => i.Address == LeadB)),
                _ => "",
            });
        }

        private async Task<string> WordsAsync()
        {
            var version = (await world.AllAsync<MeetingSeries>()).Single(s => s.Id == _id).Version;
            var details = new SeriesDetails($"Circle of schools {chance.Next(3)}", $"Hall {chance.Next(3)}", null, null, 0);
            return await DoAsync<ChangeSeriesHandler>((h, a) => h.HandleAsync(_id, details, version, a, default)) + " words";
        }

        private async Task<string> TimesAsync()
        {
            var series = (await world.AllAsync<MeetingSeries>()).Single(s => s.Id == _id);
            var kind = chance.Next(5);
            return await DoAsync<ChangeTimesHandler>(async (h, a) =>
            {
                var now = await h.NowAsync(series, default);
                var timing = kind switch
                {
                    0 => now with { Time = new TimeOnly(8 + chance.Next(10), 15) },
                    1 or 2 => now with { Zone = Zones[chance.Next(4)] },
                    3 => now with { Interval = 1 + chance.Next(3) },
                    _ => now with { FirstDay = now.FirstDay!.Value.AddDays(chance.Next(9)), Rhythm = chance.Next(2) == 0 ? Rhythm.Weekly : Rhythm.MonthlyNth },
                };
                return await h.HandleAsync(new(_id, timing, kind == 1 ? Keep.Clock : Keep.Moment, series.Version), a, default);
            }) + $" times {kind}";
        }

        private async Task<string> WishAsync(Invitation? person)
        {
            if (person is not { Stands: true })
            {
                return "";
            }

            return await world.App.InScopeAsync("coord", async s =>
            {
                var db = s.GetRequiredService<AppDbContext>();
                var own = await db.FindAsync<Invitation>(person.Id);
                own!.GetWholeSeries(!own.WholeSeries);
                db.Record("meeting.calendar-chosen", person.Id.Value);
                return await db.TrySaveAsync(default);
            }) + $" whole {!person.WholeSeries}";
        }

        /// <summary>What a page does after it read its form; a refusal is an edit that did not happen.</summary>
        private Task<string> DoAsync<T>(Func<T, Actor, Task<Refusal?>> act)
            where T : notnull =>
            world.App.InScopeAsync("coord", async s => (await act(s.GetRequiredService<T>(), s.GetRequiredService<Scope>().Actor))?.Code ?? "");
    }
}
