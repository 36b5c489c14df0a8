using System.Collections.Concurrent;
using System.Net.Mail;
using Causeway.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Causeway.Persistence.Tests;

/// <summary>R63, L9: no mail is lost; a second copy, where one cannot be avoided, carries the same Message-ID.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task A_mail_the_server_refuses_is_tried_again_later_and_then_sent_once()
    {
        await using var app = await TestApp.StartAsync();
        await WriteAsync(app, 1);
        var post = new Post { Failures = 2 };
        (await SendAsync(app, post)).ShouldBe(0);
        (await SendAsync(app, post)).ShouldBe(0);
        post.Tried.ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        (await SendAsync(app, post)).ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        (await SendAsync(app, post)).ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await SendAsync(app, post)).ShouldBe(0);
        post.Sent.Count.ShouldBe(1);
        await using var owner = app.Maintenance();
        var mail = await owner.Set<OutboxMail>().SingleAsync();
        (mail.Attempts, mail.LastError, mail.SentAt is not null).ShouldBe((3, null, true));
    }

    [Fact]
    public async Task A_mail_that_is_never_taken_is_given_up_after_twelve_tries_and_stays_visible()
    {
        await using var app = await TestApp.StartAsync();
        await WriteAsync(app, 1);
        var post = new Post { Failures = int.MaxValue };
        for (var i = 0; i < 20; i++)
        {
            await SendAsync(app, post);
            app.Clock.Advance(TimeSpan.FromHours(6));
        }

        post.Tried.ShouldBe(OutboxMail.MostAttempts);
        await using var owner = app.Maintenance();
        var mail = await owner.Set<OutboxMail>().SingleAsync();
        (mail.Failed, mail.LastError).ShouldBe((true, nameof(SmtpStatusCode.ServiceNotAvailable)));
    }

    [Fact]
    public async Task Killed_between_sending_and_marking_it_sends_again_under_the_same_message_id()
    {
        await using var app = await TestApp.StartAsync();
        await WriteAsync(app, 1);
        var post = new Post { DieAfterSending = true };
        await Should.ThrowAsync<OperationCanceledException>(() => SendAsync(app, post));
        post.DieAfterSending = false;
        (await SendAsync(app, post)).ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        (await SendAsync(app, post)).ShouldBe(1);
        post.Sent.Count.ShouldBe(2);
        post.Sent.Distinct().ShouldHaveSingleItem().ShouldMatch("^<[0-9a-f-]{36}@causeway>$");
    }

    [Fact]
    public async Task Senders_side_by_side_never_send_a_mail_twice()
    {
        await using var app = await TestApp.StartAsync();
        await WriteAsync(app, 80);
        var post = new Post();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var looks = 0; looks < 12; looks++)
            {
                await SendAsync(app, post);
            }
        })));
        post.Sent.Count.ShouldBe(80);
        post.Sent.Distinct().Count().ShouldBe(80);
    }

    [Fact]
    public async Task A_mail_of_an_act_that_failed_is_never_sent()
    {
        await using var app = await TestApp.StartAsync();
        await using (var scope = app.Enter(Acts.SchoolA, out var db))
        {
            db.Add(OutboxMail.Write("lead@school.example", "Something waits", "/", db.Scope, app.Clock));
            db.Add(new FileChunk(FileId.From(Guid.CreateVersion7()), Acts.SchoolA, 0, [1]));
            db.Record("file.kept", Guid.Empty);
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        var post = new Post();
        (await SendAsync(app, post)).ShouldBe(0);
        post.Tried.ShouldBe(0);
    }

    [Fact]
    public async Task An_hour_without_mail_is_logged_once_and_its_end_once()
    {
        await using var app = await TestApp.StartAsync();
        await WriteAsync(app, 1);
        var (post, log) = (new Post { Failures = 8 }, new Lines());
        var sender = new OutboxSender(app.Services.GetRequiredService<IServiceScopeFactory>(), post, app.Clock, log);
        var stuckAfter = TimeSpan.Zero;
        for (var minute = 0; minute < 60 * 20; minute++)
        {
            await sender.SendDueAsync(CancellationToken.None);
            await sender.TellOfTroubleAsync(CancellationToken.None);
            stuckAfter = stuckAfter == TimeSpan.Zero && log.Events.Contains("MailStuck") ? TimeSpan.FromMinutes(minute) : stuckAfter;
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        post.Sent.Count.ShouldBe(1);
        log.Events.ShouldBe(["MailStuck", "MailFlows"]);
        stuckAfter.ShouldBeInRange(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(70));
    }

    [Fact]
    public async Task A_wrong_address_is_given_up_after_three_tries_and_is_no_trouble_of_the_site()
    {
        await using var app = await TestApp.StartAsync();
        await WriteAsync(app, 1);
        var post = new Post { Failures = int.MaxValue, Answer = SmtpStatusCode.MailboxUnavailable };
        for (var i = 0; i < 10; i++)
        {
            await SendAsync(app, post);
            app.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        post.Tried.ShouldBe(OutboxMail.MostAttemptsAtAddress);
        await using var owner = app.Maintenance();
        (await owner.Set<OutboxMail>().SingleAsync()).Failed.ShouldBeTrue();
        (await MailTrouble.IsStuckAsync(owner, app.Clock.GetUtcNow(), default)).ShouldBeFalse();
    }

    private static Task<int> SendAsync(TestApp app, Post post) =>
        new OutboxSender(app.Services.GetRequiredService<IServiceScopeFactory>(), post, app.Clock, NullLogger<OutboxSender>.Instance).SendDueAsync(CancellationToken.None);

    private static async Task WriteAsync(TestApp app, int count)
    {
        await using var scope = app.Enter(Acts.SchoolA, out var db);
        for (var i = 0; i < count; i++)
        {
            db.Add(OutboxMail.Write($"lead{i}@school.example", "Something waits", "/", db.Scope, app.Clock));
        }

        await db.SaveChangesAsync();
    }

    private sealed class Lines : ILogger<OutboxSender>
    {
        public List<string> Events { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name is { } name)
            {
                Events.Add(name);
            }
        }
    }

    private sealed class Post : IMailTransport
    {
        private int _tried;

        public ConcurrentQueue<string> Sent { get; } = [];

        public int Tried => _tried;

        public int Failures { get; set; }

        public SmtpStatusCode Answer { get; set; } = SmtpStatusCode.ServiceNotAvailable;

        public bool DieAfterSending { get; set; }

        public Task SendAsync(OutboxMail mail, CancellationToken ct)
        {
            if (Interlocked.Increment(ref _tried) <= Failures)
            {
                throw new SmtpException(Answer);
            }

            Sent.Enqueue(mail.MessageId);
            return DieAfterSending ? throw new OperationCanceledException() : Task.CompletedTask;
        }
    }
}
