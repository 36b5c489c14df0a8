using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Causeway.Accounts.Tests;

/// <summary>A quarter of a year of thirty people around the world, with the clocks going forward in the north and back in the south.</summary>
public sealed class DigestQuarterTests
{
    private const int People = 30;
    private static readonly DateTimeOffset From = new(2026, 2, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2026, 5, 21, 0, 0, 0, TimeSpan.Zero);

    /// <summary>23, 24 and 25 hour days, half and three quarter hours, a day that begins at one and one that ends twice.</summary>
    private static readonly string[] Zones =
    [
        "Europe/Lisbon", "America/New_York", "Asia/Seoul", "Asia/Kolkata", "Australia/Adelaide", "America/St_Johns", "Asia/Beirut", "Pacific/Chatham", "America/Santiago",
    ];

    private static readonly TimeOnly[] Times = [new(7, 30), new(0, 0), new(2, 30), new(23, 30), new(2, 0), new(12, 0), new(23, 0)];
    private static readonly string[] Languages = ["en", "fr", "ar", "ko"];

    [Fact]
    public async Task Each_person_gets_exactly_one_mail_on_each_local_day_on_which_something_waits()
    {
        var work = new PlannedWork();
        await using var app = await TestApp.StartAsync(change: s => s.AddSingleton<IWorkList>(work));
        app.Clock.Set(From);
        var people = await SettleAsync(app);
        work.Items = actor => Waits(people.FindIndex(p => p.Id == actor.Person), LocalOf(app.Clock.GetUtcNow(), actor.Zone).Day)
            ? [PlannedWork.Item(WorkKind.Other, "/")]
            : [];
        var expected = new HashSet<(PersonId, DateOnly)>();
        var dice = new Random(20260220);
        var (kills, doubles) = (0, 0);
        for (var now = From; now < To; now += TimeSpan.FromMinutes(30 * (dice.Next(20) == 0 ? dice.Next(2, 9) : 1)))
        {
            app.Clock.Set(now);
            Expect(expected, people, now);
            if (dice.Next(12) == 0)
            {
                kills += await KillAsync(app, work, dice.Next(1, 4)) ? 1 : 0;
            }

            var other = new DigestWriter(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock, NullLogger<DigestWriter>.Instance);
            doubles += (await Task.WhenAll(WriterOf(app).WriteDueAsync(default), other.WriteDueAsync(default))).All(n => n > 0) ? 1 : 0;
        }

        await using var db = app.Maintenance();
        var written = (await db.Set<Digest>().AsNoTracking().ToListAsync()).Select(d => (d.PersonId, d.Day)).ToList();
        written.ShouldBe(expected, ignoreOrder: true);
        var mails = await db.Set<OutboxMail>().AsNoTracking().ToListAsync();
        mails.Count.ShouldBe(expected.Count);
        mails.Select(m => m.Id).ShouldBe(await db.Set<Digest>().Select(d => d.Mail).ToListAsync(), ignoreOrder: true);
        foreach (var person in people)
        {
            mails.Where(m => m.To == person.Email).ShouldAllBe(m => m.Subject.StartsWith(SubjectIn(person.Language), StringComparison.Ordinal) == true);
        }

        TestContext.Current.SendDiagnosticMessage($"{expected.Count} mails, killed {kills} times, both copies wrote in one round {doubles} times");
        kills.ShouldBeGreaterThan(20);
        expected.Count.ShouldBeGreaterThan(1000);
    }

    private static DigestWriter WriterOf(TestApp app) => app.Services.GetRequiredService<DigestWriter>();

    private static string SubjectIn(string language) => language switch
    {
        "fr" => "1 chose vous attend",
        "ar" => "شيء واحد ينتظرك",
        "ko" => "기다리는 일 1건",
        _ => "1 thing waits for you",
    };

    private static bool Waits(int person, DateOnly day) => person >= 0 && ((person * 7) + day.DayNumber) % 4 != 0;

    private static (DateOnly Day, TimeOnly Time) LocalOf(DateTimeOffset now, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
    }

    // By the person's clock alone: whenever it shows the time or later, today's mail must be there.
    private static void Expect(HashSet<(PersonId, DateOnly)> expected, List<Person> people, DateTimeOffset now)
    {
        for (var i = 0; i < people.Count; i++)
        {
            var (day, time) = LocalOf(now, people[i].Zone);
            if (time >= Times[i % Times.Length] && IsADay(i, day.DayOfWeek) && Waits(i, day))
            {
                expected.Add((people[i].Id, day));
            }
        }
    }

    private static bool IsADay(int person, DayOfWeek day) => (person % 3) switch
    {
        0 => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        1 => true,
        _ => day is DayOfWeek.Sunday or DayOfWeek.Wednesday,
    };

    private static async Task<bool> KillAsync(TestApp app, PlannedWork work, int after)
    {
        work.Before = () =>
        {
            if (--after == 0)
            {
                throw new OperationCanceledException("Killed while writing.");
            }
        };
        try
        {
            await WriterOf(app).WriteDueAsync(default);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        finally
        {
            work.Before = () => { };
        }
    }

    private static async Task<List<Person>> SettleAsync(TestApp app)
    {
        await using var db = app.Maintenance();
        var people = new List<Person>();
        for (var i = 0; i < People; i++)
        {
            var person = Person.Invite($"Person {i}", $"p{i}@people.example", "en", app.Clock);
            person.Describe(person.Name, Languages[i % Languages.Length], Zones[i % Zones.Length]).ShouldBeNull();
            person.Activate();
            var choice = MailChoice.Usual(person.Id, person.Zone, From);
            choice.Choose(Times[i % Times.Length], (i % 3) switch { 0 => null, 1 => MailChoice.EveryDay, _ => MailChoice.DaysOf([DayOfWeek.Sunday, DayOfWeek.Wednesday]) }, person.Zone, From).ShouldBeNull();

            // As if the program had been off since yesterday: what is due today is looked up at once.
            choice.LookAgainAt(From.AddDays(-1));
            db.AddRange(person, choice);
            people.Add(person);
        }

        await db.SaveChangesAsync();
        return people;
    }
}
