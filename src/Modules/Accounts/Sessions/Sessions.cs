using System.Globalization;
using System.Security.Claims;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>Starts, changes and ends login sessions. Each act commits together with whatever else waits in the context.</summary>
internal sealed class Sessions(AppDbContext db, IOptions<AccountsOptions> options, SecurityMails mails, TimeProvider clock) : ISessions
{
    public async Task SignInAsync(HttpContext http, PersonId person, string method, CancellationToken ct)
    {
        var who = await db.Set<Person>().FirstAsync(p => p.Id == person, ct);
        if (who.State != PersonState.Active)
        {
            throw new InvalidOperationException("Only an active person signs in; the caller has not looked.");
        }

        var now = clock.GetUtcNow();
        if (await PresentAsync(http, ct) is { } present)
        {
            // Whoever knew the old id, for instance from a shared computer, gets nothing from this signing in.
            present.End(now);
        }

        var secret = RandomSecret.New();
        var session = LoginSession.Start(SecretHash.Of(secret), person, method, (AddressOf(http), DeviceWords.Of(http.Request)), clock);
        await mails.TellOfNewDeviceAsync(who, session, ct);
        who.SignedIn(now);
        db.Add(session);
        db.Scope.Set(Actor.Anonymous with { Person = person, Name = who.Name, Language = who.Language, Zone = who.Zone });
        db.Record("session.started", session.Id.Value, Guid.Empty, method);
        await db.SaveChangesAsync(ct);
        SessionCookie.Write(http, options.Value, secret);
    }

    public async Task ActInAsync(HttpContext http, PostId post, CancellationToken ct)
    {
        var session = await PresentAsync(http, ct) ?? throw new InvalidOperationException("Nobody is signed in here.");
        var secret = RandomSecret.New();
        session.ActIn(post, SecretHash.Of(secret));
        db.Record("session.post-chosen", post.Value, Guid.Empty);
        await db.SaveChangesAsync(ct);
        SessionCookie.Write(http, options.Value, secret);
    }

    public async Task EndAllAsync(PersonId person, CancellationToken ct)
    {
        await EndAsync(await LiveAsync(person, ct), ct);
    }

    public bool IsFresh(HttpContext http)
    {
        if (options.Value.Demo && http.User.HasClaim(SessionHandler.MethodClaim, DemoDoor.Method))
        {
            // The made-up people have no factor to prove anything with, and nothing to lose.
            return true;
        }

        var ticks = http.User.FindFirstValue(SessionHandler.ProvedClaim);
        return long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && clock.GetUtcNow() - new DateTimeOffset(at, TimeSpan.Zero) < LoginSession.Fresh;
    }

    /// <summary>The person proved again who they are: fresh for five minutes, under a new id.</summary>
    internal async Task ProveAgainAsync(HttpContext http, string method, CancellationToken ct)
    {
        var session = await PresentAsync(http, ct) ?? throw new InvalidOperationException("Nobody is signed in here.");
        var secret = RandomSecret.New();
        session.ProveAgain(method, SecretHash.Of(secret), clock.GetUtcNow());
        db.Record("session.proved-again", session.Id.Value, Guid.Empty, method);
        await db.SaveChangesAsync(ct);
        SessionCookie.Write(http, options.Value, secret);
    }

    internal async Task SignOutAsync(HttpContext http, CancellationToken ct)
    {
        if (await PresentAsync(http, ct) is { } session)
        {
            await EndAsync([session], ct);
        }

        SessionCookie.Delete(http, options.Value);
    }

    internal static LoginSessionId? IdOf(HttpContext http) =>
        Guid.TryParse(http.User.FindFirstValue(SessionHandler.SessionClaim), out var id) ? new LoginSessionId(id) : null;

    /// <summary>The person's sessions that still live, last seen first.</summary>
    internal async Task<IReadOnlyList<LoginSession>> LiveAsync(PersonId person, CancellationToken ct)
    {
        var open = await db.Set<LoginSession>().Where(s => s.Person == person && s.EndedAt == null).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return [.. open.Where(s => s.IsLive(now)).OrderByDescending(s => s.LastSeenAt)];
    }

    internal async Task EndAsync(IReadOnlyCollection<LoginSession> sessions, CancellationToken ct)
    {
        foreach (var session in sessions)
        {
            session.End(clock.GetUtcNow());
            db.Record("session.ended", session.Id.Value, Guid.Empty);
        }

        await db.SaveChangesAsync(ct);
    }

    internal static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private async Task<LoginSession?> PresentAsync(HttpContext http, CancellationToken ct) =>
        SecretHash.TryOf(SessionCookie.Read(http, options.Value), out var hash)
            ? await db.Set<LoginSession>().FirstOrDefaultAsync(s => s.SecretHash == hash && s.EndedAt == null, ct)
            : null;
}
