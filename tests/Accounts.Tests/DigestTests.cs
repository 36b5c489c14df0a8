using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts.Tests;

public sealed class DigestTests
{
    [Fact]
    public async Task R41_the_mail_counts_and_says_where_and_never_what()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        var question = PlannedWork.Kind(app, "question");
        work.Items = a => a.Name.StartsWith("Lea", StringComparison.Ordinal) || a.Person == app.Person("lead-a")
            ?
            [
                PlannedWork.Item(question, "/network/questions/1", Urgency.Later, "Swordfish child of class 3b"),
                PlannedWork.Item(question, "/network/questions/2", Urgency.Late, "Swordfish again"),
                PlannedWork.Item(PlannedWork.Kind(app, "action"), "/meetings/actions/7", Urgency.Late, "Ring Swordfish's mother"),
            ]
            : [];
        var mail = (await PlannedWork.MorningAsync(app)).ShouldHaveSingleItem();
        mail.To.ShouldBe("lead-a@people.example");
        mail.Subject.ShouldBe("3 things wait for you");
        mail.Body.ShouldContain("- 2 questions wait for your answer (overdue: 1)\nhttp://localhost/network/questions\n");
        mail.Body.ShouldContain("- 1 action you took on (overdue)\nhttp://localhost/meetings/actions/7");
        (mail.Subject + mail.Body).ShouldNotContain("Swordfish");
        mail.StopLink.ShouldBe("http://localhost" + PlannedWork.StopLink(mail, "all"));
    }

    [Fact]
    public async Task What_is_new_stands_first_and_news_are_told_once()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        var (question, left) = (PlannedWork.Kind(app, "question"), PlannedWork.Kind(app, "member-left"));
        var items = new List<WorkItem> { PlannedWork.Item(question, "/network/questions/1", Urgency.Late), PlannedWork.Item(left, "/network", Urgency.Later) };
        work.Items = a => a.Person == app.Person("lead-a") ? items : [];
        var first = (await PlannedWork.MorningAsync(app)).Single().Body;
        first.ShouldContain("1 organisation left your network");
        first.ShouldNotContain("New since");
        items.Add(PlannedWork.Item(PlannedWork.Kind(app, "meeting"), "/meetings/1"));
        var second = (await PlannedWork.MorningAsync(app)).Single().Body;
        second.ShouldStartWith("New since your last mail:\n- 1 meeting asks whether you come\n");
        second.ShouldContain("Still waiting:\n- 1 question waits for your answer (overdue)\n");
        second.ShouldNotContain("left your network");

        // Nothing but news that were told: nothing to write.
        items.RemoveAll(i => i.Kind != left);
        (await PlannedWork.MorningAsync(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_waits_no_mail_and_what_was_put_off_does_not_wait()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        (await PlannedWork.MorningAsync(app)).ShouldBeEmpty();
        work.Items = a => a.Person == app.Person("lead-a") ? [PlannedWork.Item(PlannedWork.Kind(app, "question"), "/network/questions/1")] : [];
        using var lead = await app.AsAsync("lead-a");
        await (await lead.OpenAsync("/")).Form("main form[action*='handler=Later']").SubmitAsync("In a week");
        (await PlannedWork.MorningAsync(app)).ShouldBeEmpty();
        (await PlannedWork.MorningAsync(app, 7)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Mails_of_the_day_and_news_that_nobody_reads_any_more_are_forgotten()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        work.Items = a => a.Person == app.Person("lead-a") ? [PlannedWork.Item(PlannedWork.Kind(app, "question"), "/network/questions/1")] : [];
        (await PlannedWork.MorningAsync(app)).ShouldHaveSingleItem();
        await using (var db = app.Maintenance())
        {
            db.Add(NewsItem.Of(app.Person("lead-a"), PlannedWork.Kind(app, "member-left"), "/network", app.Clock));
            await db.SaveChangesAsync();
        }

        (await PlannedWork.MorningAsync(app, 56)).ShouldHaveSingleItem();
        await using (var db = app.Maintenance())
        {
            (await db.Set<NewsItem>().CountAsync()).ShouldBe(1);
            (await db.Set<Digest>().CountAsync()).ShouldBe(2);
        }

        (await PlannedWork.MorningAsync(app, 350)).ShouldHaveSingleItem();
        await using (var db = app.Maintenance())
        {
            (await db.Set<NewsItem>().CountAsync()).ShouldBe(0);
            (await db.Set<Digest>().CountAsync()).ShouldBe(2);
        }
    }

    [Fact]
    public async Task Whoever_holds_two_posts_gets_one_mail_that_names_both()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        var question = PlannedWork.Kind(app, "question");
        work.Items = a => a.Person == app.Person("two-posts") ? [PlannedWork.Item(question, $"/network/questions/{a.Role}")] : [];
        var mail = (await PlannedWork.MorningAsync(app)).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("2 things wait for you");
        mail.Body.ShouldContain("In your post at School A:");
        mail.Body.ShouldContain("In your post at School B:");
    }

    [Fact]
    public async Task The_usual_days_are_those_of_the_school()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        work.Items = a => a.Person == app.Person("lead-a") ? [PlannedWork.Item(WorkKind.Other, "/")] : [];

        // The clock stands on a Tuesday: Wednesday to Friday, then Monday.
        var days = new List<DayOfWeek>();
        for (var i = 0; i < 7; i++)
        {
            days.AddRange((await PlannedWork.MorningAsync(app)).Select(m => m.CreatedAt.DayOfWeek));
        }

        days.ShouldBe([DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Monday, DayOfWeek.Tuesday]);
        await using (var db = app.Maintenance())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE organisation SET country_code = 'JO'");
        }

        days.Clear();
        for (var i = 0; i < 7; i++)
        {
            days.AddRange((await PlannedWork.MorningAsync(app)).Select(m => m.CreatedAt.DayOfWeek));
        }

        days.ShouldBe([DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday]);
        SchoolWeek.FreeDays("JO").ShouldBe([DayOfWeek.Friday, DayOfWeek.Saturday]);
        SchoolWeek.FreeDays(null).ShouldBe([DayOfWeek.Saturday, DayOfWeek.Sunday]);
    }

    [Fact]
    public async Task A_room_that_breaks_costs_nobody_else_their_mail_and_is_tried_again()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        var broken = true;
        work.Items = a => a.Person == app.Person("head-a") && broken ? throw new InvalidOperationException("Broken.")
            : a.Person == app.Person("lead-a") || a.Person == app.Person("head-a") ? [PlannedWork.Item(WorkKind.Other, "/")] : [];
        (await PlannedWork.MorningAsync(app)).Select(m => m.To).ShouldBe(["lead-a@people.example"]);
        broken = false;
        await PlannedWork.WriteAtAsync(app, app.Clock.GetUtcNow().AddMinutes(11));
        (await PlannedWork.MailsAsync(app)).Select(m => m.To).ShouldBe(["lead-a@people.example", "head-a@people.example"]);
    }

    [Fact]
    public async Task A_journey_west_repeats_no_day()
    {
        var (app, work) = await PlannedWork.StartAsync();
        await using var _ = app;
        work.Items = a => a.Person == app.Person("lead-a") ? [PlannedWork.Item(WorkKind.Other, "/")] : [];
        (await PlannedWork.MorningAsync(app)).Count.ShouldBe(1);
        using var lead = await app.AsAsync("lead-a");
        (await (await lead.OpenAsync("/account/mail")).Form().Set("Zone", "Pacific/Honolulu").PostAsync()).Location.ShouldBe("/account/mail");
        var count = 0;
        for (var hour = 0; hour < 48; hour++)
        {
            count += await PlannedWork.WriteAtAsync(app, app.Clock.GetUtcNow().AddHours(1));
        }

        // In Honolulu it became Wednesday a second time, and had its mail; Thursday's comes, Friday has not begun to be late.
        count.ShouldBe(1);
        await using var db = app.Maintenance();
        (await db.Set<Digest>().Select(d => d.Day).OrderBy(d => d).ToListAsync()).ShouldBe([new(2026, 11, 18), new(2026, 11, 19)]);
    }
}
