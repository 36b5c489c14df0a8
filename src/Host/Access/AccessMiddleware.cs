using System.Security.Claims;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;

namespace Causeway.Host;

/// <summary>
/// The one gate. Finds out who acts, tells the scope, and asks the decision function whether the endpoint's permission is
/// held. "No" is answered exactly like "not there".
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, Kernel.Access access, HostSettings settings)
{
    // Without further parameters: the framework would compile a method for handing them over, at every start.
    public async Task InvokeAsync(HttpContext http)
    {
        var scope = http.RequestServices.GetRequiredService<Scope>();
        scope.From = http.Connection.RemoteIpAddress?.ToString() ?? "";
        await FindActorAsync(http, scope);
        var endpoint = http.GetEndpoint();
        if (endpoint is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // An error page is run a second time for the request that failed; that request was judged already.
        var isErrorPage = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!isErrorPage && endpoint.Metadata.GetMetadata<ReadByOtherSitesAttribute>() is null && IsForgedFromElsewhere(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (IsOpen(endpoint, scope.Actor))
        {
            await next(http);
        }
        else if (!scope.Actor.IsSignedIn && endpoint.Metadata.GetMetadata<RequiresAttribute>() is not null)
        {
            await http.ChallengeAsync();
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private bool IsOpen(Endpoint endpoint, Actor actor) => endpoint.Metadata.GetMetadata<OpenToAttribute>() is { } open
        ? open.Audience != Audience.DemoOnly || settings.Demo
        // Ours all declare one (EndpointGuard); without any it is routing's own answer to a method that nothing here knows.
        : endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Permission is { } permission && access.Allows(actor, permission);

    private static async Task FindActorAsync(HttpContext http, Scope scope)
    {
        if (http.User.Identity?.IsAuthenticated != true || !PersonIdOf(http.User, out var person))
        {
            return;
        }

        // Posts are rows of the person: the scope must know whose before they can be read.
        scope.Set(Actor.Anonymous with { Person = person });
        PostId? acting = Guid.TryParse(http.User.FindFirstValue("post"), out var post) ? new PostId(post) : null;
        var actors = http.RequestServices.GetRequiredService<IActorSource>();
        scope.Set(await actors.FindAsync(person, acting, http.RequestAborted) ?? Actor.Anonymous);
    }

    private static bool PersonIdOf(ClaimsPrincipal user, out PersonId person)
    {
        var known = Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id);
        person = new PersonId(id);
        return known;
    }

    // Browsers say where a request came from; a write that another site started is refused before anything is read.
    private static bool IsForgedFromElsewhere(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
}

/// <summary>Refuses to start when an endpoint says neither which permission it needs nor whom it is open to.</summary>
internal static class EndpointGuard
{
    public static void Check(IEnumerable<Endpoint> endpoints, Kernel.Access access)
    {
        var faults = new List<string>();
        foreach (var endpoint in endpoints)
        {
            var needs = endpoint.Metadata.GetMetadata<RequiresAttribute>();
            if (needs is null && endpoint.Metadata.GetMetadata<OpenToAttribute>() is null)
            {
                faults.Add($"{endpoint.DisplayName} declares no permission");
            }
            else if (needs is not null && !access.Knows(needs.Permission))
            {
                faults.Add($"{endpoint.DisplayName} needs '{needs.Permission}', which no module declares");
            }
        }

        if (faults.Count > 0)
        {
            throw new InvalidOperationException("Causeway does not start with an open door:\n" + string.Join('\n', faults));
        }
    }
}
