using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

/// <summary>What the invited person says of themselves on the way in.</summary>
internal sealed record NewcomerCommand(string? Name, string? Language, string? Zone);

/// <summary>The invitation is used in the commit that stores the first factor and starts the session: all or nothing.</summary>
internal sealed class AcceptInvitation(AppDbContext db, Factors factors, PasskeyCeremony ceremony, Sessions sessions, TimeProvider clock)
{
    public async Task<(Invitation Invitation, Person Person)?> FindAsync(string token, CancellationToken ct)
    {
        if (!SecretHash.TryOf(token, out var hash))
        {
            return null;
        }

        var invitation = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.SecretHash == hash, ct);
        var person = invitation is null ? null : await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == invitation.Person, ct);
        return invitation?.IsOpen(clock.GetUtcNow()) == true && person?.State == PersonState.Invited ? (invitation, person) : null;
    }

    public async Task<string?> AskAsync(string token, HttpContext http, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not var (_, person))
        {
            return null;
        }

        var before = db.Scope.Actor;
        var json = await ceremony.AskToCreateAsync(http, person);
        db.Scope.Set(before);
        return json;
    }

    public Task<Refusal?> ByPasskeyAsync(string token, NewcomerCommand newcomer, string? credential, HttpContext http, CancellationToken ct) =>
        AcceptAsync(token, newcomer, PasskeySignIn.Method, http, person => ceremony.AddAsync(http, person, credential, null, ct), ct);

    public Task<Refusal?> ByPasswordAsync(
        string token, NewcomerCommand newcomer, (string? Password, byte[]? Secret, string? Code) typed, HttpContext http, CancellationToken ct) =>
        AcceptAsync(
            token,
            newcomer,
            PasswordSignIn.Method,
            http,
            async person => typed.Secret is null ? ChangeFactors.SetUpAgain : await factors.SetPasswordAsync(person, typed.Password, typed.Secret, typed.Code, ct),
            ct);

    private async Task<Refusal?> AcceptAsync(
        string token, NewcomerCommand newcomer, string method, HttpContext http, Func<Person, Task<Refusal?>> addFactor, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not var (invitation, person))
        {
            return Invitation.Closed;
        }

        var before = db.Scope.Actor;
        if (person.Describe(newcomer.Name, newcomer.Language, KnownZone(newcomer.Zone) ?? person.Zone) is { } wrong)
        {
            return wrong;
        }

        db.Scope.Set(Actor.Anonymous with { Person = person.Id });
        var refusal = await addFactor(person) ?? invitation.Use(clock.GetUtcNow());
        if (refusal is not null)
        {
            db.Scope.Set(before);
            return refusal;
        }

        person.Activate();
        db.Record("invitation.used", invitation.Id.Value, Guid.Empty);
        try
        {
            await sessions.SignInAsync(http, person.Id, method, ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same link at the same moment in another window was first.
            db.Scope.Set(before);
            return Invitation.Closed;
        }
    }

    // A hint of the browser, not something the person typed: an unknown one is no reason to stop.
    private static string? KnownZone(string? zone) =>
        !string.IsNullOrEmpty(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) && known.HasIanaId ? zone : null;
}
