using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Causeway.Persistence;

/// <summary>Sends what waits in the outbox. Killed between sending and marking, it sends again under the same Message-ID.</summary>
public sealed class OutboxSender(IServiceScopeFactory scopes, IMailTransport transport, TimeProvider clock, ILogger<OutboxSender> log)
    : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private bool _toldOfTrouble;

    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var sent = 0;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow();
        var waiting = await db.Set<OutboxMail>().Where(m => m.SentAt == null && !m.Failed && m.DueAt <= now)
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(Batch).ToListAsync(ct);
        foreach (var mail in waiting)
        {
            if (!await ClaimAsync(db, mail))
            {
                continue;
            }

            try
            {
                await transport.SendAsync(mail, ct);
                mail.Sent(clock.GetUtcNow());
                sent++;
            }
            catch (Exception error) when (error is SmtpException or IOException or InvalidOperationException or FormatException)
            {
                mail.NotSent(error is SmtpException smtp ? $"{smtp.StatusCode}" : error.GetType().Name, clock.GetUtcNow());
                log.LogWarning("Mail {Mail} was not taken: {Error}", mail.Id, mail.LastError);
            }

            await MarkAsync(db, mail);
        }

        return sent;
    }

    // Once an outage, for whoever reads the log; the health page says it as long as it lasts.
    internal async Task TellOfTroubleAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var stuck = await MailTrouble.IsStuckAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), clock.GetUtcNow(), ct);
        if (stuck && !_toldOfTrouble)
        {
            log.LogError(new EventId(3, "MailStuck"), "No mail has gone out for an hour: look at the mail server and at CAUSEWAY_SMTP");
        }
        else if (!stuck && _toldOfTrouble)
        {
            log.LogWarning(new EventId(4, "MailFlows"), "Mail goes out again");
        }

        _toldOfTrouble = stuck;
    }

    private static async Task MarkAsync(AppDbContext db, OutboxMail mail)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Withdrawn while it was on its way: it stays withdrawn.
            db.Entry(mail).State = EntityState.Detached;
        }
    }

    private async Task<bool> ClaimAsync(AppDbContext db, OutboxMail mail)
    {
        try
        {
            mail.Claim(clock.GetUtcNow() + TimeSpan.FromMinutes(5));
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Entry(mail).State = EntityState.Detached;
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Look);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SendDueAsync(stoppingToken) == Batch)
                {
                    // More may wait.
                }

                await TellOfTroubleAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError("Sending mail failed with {Error}; trying again", error.GetType().Name);
            }
        }
    }
}
