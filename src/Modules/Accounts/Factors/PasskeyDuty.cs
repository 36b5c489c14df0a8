using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Accounts;

/// <summary>Who must have a passkey (R10). The operator's must be bound to one device.</summary>
internal static class PasskeyDuty
{
    public static bool Binds(Role? role) => role is Role.SafeguardingLead or Role.SeniorLeader or Role.DataProtectionOfficer
        or Role.NetworkCoordinator or Role.Operator;

    public static bool Fulfils(Role role, Passkey passkey) => role != Role.Operator || !passkey.IsBackupEligible;

    public static bool IsMet(Role? role, IEnumerable<Passkey> passkeys) =>
        role is not { } bound || !Binds(bound) || passkeys.Any(p => Fulfils(bound, p));
}

/// <summary>
/// The wall: whoever's post asks for a passkey and who has none sees, whatever page they open, the one where it is added.
/// Stands behind the access middleware, which knows the post.
/// </summary>
internal sealed class PasskeyWall(RequestDelegate next)
{
    public const string Door = "/account/passkeys";

    public async Task InvokeAsync(HttpContext http)
    {
        var actor = http.RequestServices.GetRequiredService<ICurrentActor>().Actor;

        // The database is only opened for those it binds: the first answer after a start is for somebody not signed in.
        if (!PasskeyDuty.Binds(actor.Role) || IsOutside(http)
            || await IsMetAsync(actor, http.RequestServices.GetRequiredService<AppDbContext>(), http.RequestAborted))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = Door;
    }

    private static bool IsOutside(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)
        || http.GetEndpoint()?.Metadata.GetMetadata<OpenToAttribute>() is not null
        || http.User.HasClaim(SessionHandler.MethodClaim, DemoDoor.Method);

    private static async Task<bool> IsMetAsync(Actor actor, AppDbContext db, CancellationToken ct) =>
        PasskeyDuty.IsMet(actor.Role, await db.Set<Passkey>().AsNoTracking().Where(p => p.PersonId == actor.Person).ToListAsync(ct));
}

public static class PasskeyWallRegistration
{
    /// <summary>Directly after the access middleware.</summary>
    public static IApplicationBuilder UsePasskeyWall(this IApplicationBuilder app) => app.UseMiddleware<PasskeyWall>();
}
