using System.Net;
using System.Net.Mail;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts.Tests;

/// <summary>A mail that did not arrive is seen by whoever ordered it, and by those on whose account it went; by nobody else.</summary>
public sealed class FailedMailTests
{
    [Fact]
    public async Task A_wrong_address_is_given_up_soon_stands_on_the_home_page_and_is_sent_again()
    {
        var post = new BrokenPost { Answer = SmtpStatusCode.MailboxUnavailable };
        await using var app = await StartAsync(post);
        await OrderAsync(app, "counsellor-a");
        await TryAsync(app, 3);
        post.Tried.ShouldBe(3);
        await TryAsync(app, 3);
        post.Tried.ShouldBe(3);
        using var me = await app.AsAsync("counsellor-a");
        (await me.OpenAsync("/")).Text.ShouldContain("A mail to typo@nowhere.example did not arrive");
        var page = await me.OpenAsync("/mail/failed");
        page.Text.ShouldContain("typo@nowhere.example");
        page.Text.ShouldContain("An invitation");
        page.Text.ShouldContain("there is no such mailbox");
        page.Text.ShouldNotContain("Body that is nobody's business");
        page.Find("main a[href='/network']").ShouldNotBeNull();

        post.Answer = null;
        (await page.Form("main form[action*=Leave]").SubmitAsync("Send again")).Text.ShouldContain("It is tried again now");
        await app.SendMailAsync();
        post.Sent.ShouldBe(["typo@nowhere.example"]);
        (await me.OpenAsync("/")).Text.ShouldNotContain("did not arrive");
        (await me.OpenAsync("/mail/failed")).Text.ShouldContain("No mail is missing");
    }

    [Fact]
    public async Task What_is_left_is_not_tried_any_more_and_reminds_nobody()
    {
        var post = new BrokenPost { Answer = SmtpStatusCode.MailboxUnavailable };
        await using var app = await StartAsync(post);
        await OrderAsync(app, "counsellor-a");
        await TryAsync(app, 3);
        using var me = await app.AsAsync("counsellor-a");
        (await (await me.OpenAsync("/mail/failed")).Form("main form[action*=Leave]").SubmitAsync("Leave it")).Text.ShouldContain("No mail is missing");
        (await me.OpenAsync("/")).Text.ShouldNotContain("did not arrive");
    }

    [Theory]
    [InlineData("counsellor-a", true)]
    [InlineData("lead-a", true)]
    [InlineData("head-a", true)]
    [InlineData("coord", true)]
    [InlineData("teacher-a", false)]
    [InlineData("two-posts", false)]
    [InlineData("dpo-a", false)]
    [InlineData("lead-b", false)]
    [InlineData("head-b", false)]
    [InlineData("coord-c", false)]
    [InlineData("operator", false)]
    [InlineData("guest-a", false)]
    [InlineData("no-post", false)]
    public async Task Who_sees_and_sends_it_again(string person, bool sees)
    {
        var post = new BrokenPost { Answer = SmtpStatusCode.MailboxUnavailable };
        await using var app = await StartAsync(post);
        var id = await OrderAsync(app, "counsellor-a");
        await TryAsync(app, 3);
        using var browser = await app.AsAsync(person);
        (await browser.OpenAsync("/mail/failed")).Text.Contains("typo@nowhere.example", StringComparison.Ordinal).ShouldBe(sees);
        var refusal = await app.InScopeAsync(person, s => s.GetRequiredService<FailedMails>().SendAgainAsync(id, s.GetRequiredService<ICurrentActor>().Actor, default));
        (refusal is null).ShouldBe(sees);
    }

    [Fact]
    public async Task A_mail_whose_writer_said_nothing_is_seen_by_its_orderer_alone()
    {
        var post = new BrokenPost { Answer = SmtpStatusCode.MailboxUnavailable };
        await using var app = await StartAsync(post);
        await OrderAsync(app, "counsellor-a", m => m);
        await TryAsync(app, 3);
        foreach (var (person, sees) in new[] { ("counsellor-a", true), ("lead-a", false), ("coord", false) })
        {
            using var browser = await app.AsAsync(person);
            (await browser.OpenAsync("/mail/failed")).Text.Contains("typo@nowhere.example", StringComparison.Ordinal).ShouldBe(sees, person);
        }
    }

    [Fact]
    public async Task When_nothing_goes_out_for_an_hour_the_health_page_says_so_until_it_does()
    {
        var post = new BrokenPost { Answer = SmtpStatusCode.ServiceNotAvailable };
        await using var app = await StartAsync(post);
        using var anybody = app.Anonymous();
        await OrderAsync(app, "counsellor-a");
        await TryAsync(app, 5);
        (await anybody.GetAsync("/health/mail")).Status.ShouldBe(HttpStatusCode.OK);
        await TryAsync(app, 1);
        var stuck = await anybody.GetAsync("/health/mail");
        (stuck.Status, stuck.Html).ShouldBe((HttpStatusCode.ServiceUnavailable, "mail has not gone out for an hour"));
        (await anybody.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        post.Answer = null;
        app.Clock.Advance(TimeSpan.FromHours(7));
        await app.SendMailAsync();
        (await anybody.GetAsync("/health/mail")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<TestApp> StartAsync(BrokenPost post) => TestApp.StartWithWorldAsync(change: s => s.AddSingleton<IMailTransport>(post));

    private static Task<MailId> OrderAsync(TestApp app, string person, Func<OutboxMail, OutboxMail>? about = null) => app.InScopeAsync(person, async s =>
    {
        var (db, actor) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<ICurrentActor>().Actor);
        var mail = OutboxMail.Write("typo@nowhere.example", "You are invited", "Body that is nobody's business", db.Scope, app.Clock);
        db.Add(about is null ? mail.About("An invitation", "/network", actor.Organisation, actor.Network) : about(mail));
        await db.SaveChangesAsync();
        return mail.Id;
    });

    private static async Task TryAsync(TestApp app, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await app.SendMailAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(Math.Min(1 << (i + 1), 360)));
        }
    }

    private sealed class BrokenPost : IMailTransport
    {
        public SmtpStatusCode? Answer { get; set; }

        public int Tried { get; private set; }

        public List<string> Sent { get; } = [];

        public Task SendAsync(OutboxMail mail, CancellationToken ct)
        {
            Tried++;
            if (Answer is { } answer)
            {
                throw new SmtpException(answer);
            }

            Sent.Add(mail.To);
            return Task.CompletedTask;
        }
    }
}
