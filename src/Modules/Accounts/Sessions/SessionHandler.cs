using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>
/// Asks the database at every request whether the session still lives, so that ending one acts at the next request. The
/// framework's cookie handler is not used: it keeps the session's id when somebody signs in over a running session.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemeOptions,
    ILoggerFactory log,
    UrlEncoder encoder,
    IOptions<AccountsOptions> options,
    IServiceScopeFactory scopes)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemeOptions, log, encoder)
{
    public const string SchemeName = "causeway";
    public const string SessionClaim = "session";
    public const string MethodClaim = "method";
    public const string ProvedClaim = "proved";
    public const string PostClaim = "post";
    public const string SignInPath = "/sign-in";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!SecretHash.TryOf(SessionCookie.Read(Context, options.Value), out var hash))
        {
            return AuthenticateResult.NoResult();
        }

        var db = Context.RequestServices.GetRequiredService<AppDbContext>();
        var found = await (from session in db.Set<LoginSession>().AsNoTracking()
                           join person in db.Set<Person>() on session.Person equals person.Id
                           where session.SecretHash == hash && person.State == PersonState.Active
                           select session).FirstOrDefaultAsync(Context.RequestAborted);
        var now = TimeProvider.GetUtcNow();
        if (found is null || !found.IsLive(now))
        {
            return AuthenticateResult.NoResult();
        }

        if (now - found.LastSeenAt >= LoginSession.SeenStep)
        {
            await NoteSeenAsync(found.Id, now);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(found), SchemeName));
    }

    /// <summary>Asks for signing in, and comes back afterwards. What is not a page visit is told in its own way.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var isRead = HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method);
        var back = isRead ? Request.PathBase + Request.Path + Request.QueryString : "/";
        var target = back == "/" ? (options.Value.Demo ? "/demo" : SignInPath) : SignInPath + QueryString.Create("returnUrl", back);
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            // A part of a page asked: the whole page must go to the sign-in page, not the part.
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers["HX-Redirect"] = SignInPath;
        }
        else
        {
            Response.StatusCode = isRead ? StatusCodes.Status302Found : StatusCodes.Status303SeeOther;
            Response.Headers.Location = target;
        }

        return Task.CompletedTask;
    }

    private static ClaimsPrincipal PrincipalOf(LoginSession session)
    {
        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, session.Person.ToString()));
        identity.AddClaim(new Claim(SessionClaim, session.Id.ToString()));
        identity.AddClaim(new Claim(MethodClaim, session.Method));
        identity.AddClaim(new Claim(ProvedClaim, session.ProvedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)));
        if (session.ActingPost is { } post)
        {
            identity.AddClaim(new Claim(PostClaim, post.ToString()));
        }

        return new ClaimsPrincipal(identity);
    }

    // In a context of its own: the request's has nothing to save yet, and a disk that is full must not end reading.
    private async Task NoteSeenAsync(LoginSessionId id, DateTimeOffset now)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var session = await db.Set<LoginSession>().FirstAsync(s => s.Id == id, CancellationToken.None);
            session.Seen(now);
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception error) when (error is DbUpdateException or CommitUnknownException or System.Data.Common.DbException)
        {
            Logger.LogWarning("Last seen of a session was not written: {Error}", error.GetType().Name);
        }
    }
}
