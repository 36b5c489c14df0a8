using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Host;

internal static class Health
{
    /// <summary><c>/health/live</c>: the program answers. <c>/health/ready</c>: it can read its database; <c>/health/mail</c>: mail goes out. Words only, no versions.</summary>
    /// <remarks>Plain request delegates: binding parameters costs a tenth of a second of every start.</remarks>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", AliveAsync).WithMetadata(new OpenToAttribute(Audience.Everyone));
        endpoints.MapGet("/health/ready", ReadyAsync).WithMetadata(new OpenToAttribute(Audience.Everyone));
        endpoints.MapGet("/health/mail", MailAsync).WithMetadata(new OpenToAttribute(Audience.Everyone));
        endpoints.MapPost("/csp-report", NotedAsync).WithMetadata(new OpenToAttribute(Audience.Everyone));
    }

    private static Task AliveAsync(HttpContext http) => Results.Text("alive").ExecuteAsync(http);

    private static async Task ReadyAsync(HttpContext http)
    {
        var db = http.RequestServices.GetRequiredService<AppDbContext>();
        var found = await db.Set<Installation>().AsNoTracking().AnyAsync(http.RequestAborted);
        await (found ? Results.Text("ready") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)).ExecuteAsync(http);
    }

    /// <summary>Apart from <c>ready</c>: a site whose mail server is down is still to be used.</summary>
    private static async Task MailAsync(HttpContext http)
    {
        var (db, clock) = (http.RequestServices.GetRequiredService<AppDbContext>(), http.RequestServices.GetRequiredService<TimeProvider>());
        var stuck = await MailTrouble.IsStuckAsync(db, clock.GetUtcNow(), http.RequestAborted);
        await Results.Text(stuck ? "mail has not gone out for an hour" : "mail goes out", statusCode: stuck ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK).ExecuteAsync(http);
    }

    private static Task NotedAsync(HttpContext http) => Results.NoContent().ExecuteAsync(http);
}
