using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Host;

internal static class Health
{
    /// <summary><c>/health/live</c>: the program answers. <c>/health/ready</c>: it can read its database. Words only, no versions.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("alive")).WithMetadata(new OpenToAttribute(Audience.Everyone));
        endpoints.MapGet("/health/ready", async (AppDbContext db, CancellationToken ct) =>
        {
            var found = await db.Set<Installation>().AsNoTracking().AnyAsync(ct);
            return found ? Results.Text("ready") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }).WithMetadata(new OpenToAttribute(Audience.Everyone));
        endpoints.MapPost("/csp-report", () => Results.NoContent()).WithMetadata(new OpenToAttribute(Audience.Everyone));
    }
}
