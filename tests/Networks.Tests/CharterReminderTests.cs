using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Networks.Tests;

/// <summary>Nobody is forgotten and nobody is told twice, whatever becomes of the program meanwhile.</summary>
public sealed class CharterReminderTests
{
    [Fact]
    public async Task Reminders_reach_heads_once_for_each_reason_through_restarts_and_missed_days()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await CharterTests.PublishAsync(app);
        await CharterTests.SignAsync(app, "head-a");
        await app.SendMailAsync();
        var asked = app.Mail.Sent.Where(m => m.Subject.Contains("charter")).Select(m => m.To).ToList();
        asked.ShouldBe(["head-a@people.example", "head-b@people.example"], ignoreOrder: true);
        app.Mail.Sent.ShouldAllBe(m => !m.Body.Contains("We tell each other first."));
        app.Mail.Sent.Clear();
        await DaysAsync(app, 13);
        app.Mail.Sent.ShouldBeEmpty();
        await DaysAsync(app, 2);
        app.Mail.Sent.ShouldHaveSingleItem().To.ShouldBe("head-b@people.example");
        app.Mail.Sent.Clear();

        // Killed after the mail was written: the job starts over and finds it marked.
        await RunAgainAsync(app);
        await DaysAsync(app, 200);
        app.Mail.Sent.ShouldBeEmpty();

        // The program was off for four months: the two reasons of School A that passed meanwhile make one mail.
        app.Clock.Advance(TimeSpan.FromDays(160));
        await app.RunJobsAsync();
        await app.SendMailAsync();
        app.Mail.Sent.ShouldHaveSingleItem().To.ShouldBe("head-a@people.example");
        await CharterTests.SignAsync(app, "head-a");
        app.Mail.Sent.Clear();
        await DaysAsync(app, 330);
        app.Mail.Sent.ShouldBeEmpty();
        await DaysAsync(app, 40);
        app.Mail.Sent.Select(m => m.To).ShouldBe(["head-a@people.example", "head-a@people.example"]);
    }

    [Fact]
    public async Task Two_copies_of_the_program_tell_each_head_once()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        await CharterTests.PublishAsync(app);
        await app.SendMailAsync();
        app.Mail.Sent.Clear();
        app.Clock.Advance(TimeSpan.FromDays(15));
        await app.InScopeAsync("coord", async s =>
        {
            // This copy has looked and written its mails; before it saves, the other copy runs the whole round.
            var (db, book) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<CharterBook>());
            (await s.GetRequiredService<CharterReminders>().TellAsync((await book.CurrentAsync(app.Network("net-1"), default))!, default)).ShouldBe(2);
            await app.RunJobsAsync();
            db.Record("charter.reminded", app.Network("net-1").Value);
            return await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        });
        await app.SendMailAsync();
        app.Mail.Sent.Select(m => m.To).ShouldBe(["head-a@people.example", "head-b@people.example"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_work_list_asks_the_head_to_sign_until_it_is_done()
    {
        await using var app = await TestApp.StartWithWorldAsync();
        (await WorkAsync(app, "head-a")).ShouldBeEmpty();
        await CharterTests.PublishAsync(app);
        (await WorkAsync(app, "head-a")).ShouldHaveSingleItem().Url.ShouldBe("/network/charter/sign");
        (await WorkAsync(app, "lead-a")).ShouldBeEmpty();
        await CharterTests.SignAsync(app, "head-a");
        (await WorkAsync(app, "head-a")).ShouldBeEmpty();
        app.Clock.Advance(TimeSpan.FromDays(20));
        (await WorkAsync(app, "coord")).ShouldHaveSingleItem().Title.ShouldContain("have not signed the charter: 1");
    }

    private static async Task DaysAsync(TestApp app, int days)
    {
        for (var i = 0; i < days; i++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await app.RunJobsAsync();
        }

        await app.SendMailAsync();
    }

    private static async Task RunAgainAsync(TestApp app)
    {
        await using var db = app.Maintenance();
        var network = app.Network("net-1").Value;
        await app.InScopeAsync("coord", async s =>
        {
            var context = s.GetRequiredService<AppDbContext>();
            context.Add(Job.Order(CharterRound.JobKind, network, context.Scope, app.Clock));
            return await context.SaveChangesAsync();
        });
        await app.RunJobsAsync();
        await app.SendMailAsync();
        (await db.Set<Job>().CountAsync(j => j.Kind == CharterRound.JobKind && j.State == JobState.Waiting)).ShouldBe(1);
    }

    private static Task<IReadOnlyList<WorkItem>> WorkAsync(TestApp app, string person) => app.InScopeAsync(person, s =>
        s.GetServices<IWorkList>().OfType<CharterWork>().Single().ForAsync(s.GetRequiredService<ICurrentActor>().Actor, default));
}
