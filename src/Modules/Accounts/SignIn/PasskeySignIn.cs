using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Http;

namespace Causeway.Accounts;

/// <summary>Signing in with a passkey: nothing to type, nothing to guess, so failures of others never slow it down.</summary>
internal sealed class PasskeySignIn(AppDbContext db, PasskeyCeremony ceremony, Sessions sessions, Throttle throttle)
{
    public const string Method = "passkey";

    /// <summary>A school's staff may all come in by one address in the same minute.</summary>
    private const int MostPerMinute = 120;

    public async Task<string?> AskAsync(HttpContext http, CancellationToken ct) =>
        await throttle.TryAddressAsync(Sessions.AddressOf(http), ct, MostPerMinute) ? await ceremony.AskToSignAsync(http) : null;

    public async Task<Refusal?> HandleAsync(string? credential, HttpContext http, CancellationToken ct)
    {
        if (await ceremony.RecogniseAsync(http, credential, ct) is not { } person)
        {
            db.Record("sign-in.failed", Guid.Empty, Guid.Empty, Method);
            await db.SaveChangesAsync(ct);
            return PasskeyCeremony.NotAccepted;
        }

        await sessions.SignInAsync(http, person.Id, Method, ct);
        return null;
    }

    public async Task<Refusal?> ProveAgainAsync(string? credential, HttpContext http, CancellationToken ct)
    {
        var actor = db.Scope.Actor;
        var person = await ceremony.RecogniseAsync(http, credential, ct);
        if (person is null || person.Id != actor.Person)
        {
            db.Scope.Set(actor);
            db.ChangeTracker.Clear();
            db.Record("sign-in.failed", actor.Person.Value, Guid.Empty, Method);
            await db.SaveChangesAsync(ct);
            return PasskeyCeremony.NotAccepted;
        }

        await sessions.ProveAgainAsync(http, Method, ct);
        return null;
    }
}
