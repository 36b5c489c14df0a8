using Causeway.Kernel;
using Microsoft.AspNetCore.Http;

namespace Causeway.Accounts;

/// <summary>Login sessions. Rows in the database: ending one acts at the next request, on every copy of the program.</summary>
public interface ISessions
{
    /// <summary>Starts a session under a new id and sets the cookie.</summary>
    /// <param name="method">How the person proved who they are: <c>passkey</c>, <c>password+code</c>, <c>recovery</c>, <c>demo</c>.</param>
    Task SignInAsync(HttpContext http, PersonId person, string method, CancellationToken ct);

    /// <summary>Chooses the post that acts from the next request on. The caller has checked that it is theirs.</summary>
    Task ActInAsync(HttpContext http, PostId post, CancellationToken ct);

    /// <summary>Ends every session of the person, at once: commits, together with whatever else waits in the context.</summary>
    Task EndAllAsync(PersonId person, CancellationToken ct);

    /// <summary>
    /// Did the person prove who they are within the last five minutes? Ask before an act that a stolen, open screen must
    /// not do; when not, send them to <c>/account/confirm?returnUrl=…</c>.
    /// </summary>
    bool IsFresh(HttpContext http);
}
