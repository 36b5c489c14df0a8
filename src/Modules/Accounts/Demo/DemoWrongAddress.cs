using System.Net.Mail;
using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Causeway.Accounts;

/// <summary>
/// In the made-up city nothing leaves the machine, so every address would be right. One that ends in <c>.invalid</c> is
/// refused as a real mail server would refuse it, so that visitors see what becomes of a mail that does not arrive.
/// </summary>
public sealed class DemoTransport(IMailTransport inner) : IMailTransport
{
    public Task SendAsync(OutboxMail mail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.To.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase) ? throw new SmtpException(SmtpStatusCode.MailboxUnavailable) : inner.SendAsync(mail, ct);
    }
}

/// <summary>The city's one failed mail: written the day before yesterday to an address with a slip in it, tried thrice. Reads <c>wrongAddress</c> of city.json.</summary>
internal sealed class DemoWrongAddress(IServiceScopeFactory scopes, AppDbContext db, IActorSource actors, TimeProvider clock) : IDemoPart
{
    private const int HoursAgo = 40;

    // After the posts, before anything else in the city writes a mail: sending takes whatever waits.
    public int Order => 26;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("wrongAddress", out var described) || described.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var person = new PersonId(city.Ids["person:" + described.GetProperty("orderedBy").GetString()]);
        db.Scope.Set(Actor.Anonymous with { Person = person });
        db.Scope.Set(await actors.FindAsync(person, null, ct) ?? Actor.Anonymous);
        var own = db.Scope.Actor.Organisation;
        var then = new MovedClock(clock.GetUtcNow().AddHours(-HoursAgo));
        db.Add(OutboxMail.Write(
            described.GetProperty("to").GetString()!, "You are invited", "You are invited to look after a post. The link works once.\n", db.Scope, then).About("An invitation", $"/organisations/{own}", own));
        await db.SaveChangesAsync(ct);
        var sender = new OutboxSender(scopes, new DemoTransport(new Nowhere()), then, NullLogger<OutboxSender>.Instance);
        for (var tries = 0; tries < OutboxMail.MostAttemptsAtAddress; tries++)
        {
            await sender.SendDueAsync(ct);
            then.Advance(TimeSpan.FromMinutes(10));
        }
    }

    private sealed class Nowhere : IMailTransport
    {
        public Task SendAsync(OutboxMail mail, CancellationToken ct) => throw new SmtpException(SmtpStatusCode.ServiceNotAvailable);
    }
}

/// <summary>A clock of the past, for what happened before the city was opened.</summary>
internal sealed class MovedClock(DateTimeOffset at) : TimeProvider
{
    private DateTimeOffset _at = at;

    public override DateTimeOffset GetUtcNow() => _at;

    public void Advance(TimeSpan by) => _at += by;
}
