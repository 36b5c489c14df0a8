using System.Buffers.Text;
using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>Asks browsers for passkeys and reads their answers, with the framework's handler doing the cryptography.</summary>
internal sealed class PasskeyCeremony(AppDbContext db, IPasskeyHandler<Person> handler, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private const int UserVerified = 0x04;

    public static readonly Refusal NotAccepted = new(
        "passkey.not-accepted", "The passkey was not accepted. Try again, or use another way.");

    public static readonly Refusal TooMany = new("passkey.too-many", "You have {0} passkeys, the most there can be. Remove one first.", null, Passkey.Most);

    /// <summary>JSON for <c>navigator.credentials.create</c>.</summary>
    public async Task<string> AskToCreateAsync(HttpContext http, Person person)
    {
        ScopeTo(person.Id);
        var entity = new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.Email, DisplayName = person.Name };
        var asked = await handler.MakeCreationOptionsAsync(entity, http);
        await RememberAsync(http, person.Id, asked.AttestationState!);
        return asked.CreationOptionsJson;
    }

    /// <summary>JSON for <c>navigator.credentials.get</c>; without a name, the device shows whose passkeys it has.</summary>
    public async Task<string> AskToSignAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        await RememberAsync(http, null, asked.AssertionState!);
        return asked.RequestOptionsJson;
    }

    /// <summary>Adds the passkey to the context; the caller saves.</summary>
    public async Task<Refusal?> AddAsync(HttpContext http, Person person, string? credential, string? label, CancellationToken ct)
    {
        var challenge = await TakeChallengeAsync(http, ct);
        if (challenge is null || challenge.Person != person.Id || string.IsNullOrEmpty(credential))
        {
            return NotAccepted;
        }

        ScopeTo(person.Id);
        if (await db.Set<Passkey>().CountAsync(p => p.PersonId == person.Id, ct) >= Passkey.Most)
        {
            return TooMany;
        }

        var result = await Quietly(() => handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = challenge.State }));
        if (result is not { Succeeded: true } || !result.Passkey.IsUserVerified)
        {
            return NotAccepted;
        }

        var passkey = Passkey.Register(person.Id, result.Passkey, string.IsNullOrWhiteSpace(label) ? DeviceWords.Of(http.Request) : label, clock);
        db.Add(passkey);
        db.Record("passkey.added", passkey.Id.Value, Guid.Empty);
        return null;
    }

    /// <summary>Who signed, and the passkey already marked as used; null when the answer is not good. The caller saves.</summary>
    public async Task<Person?> RecogniseAsync(HttpContext http, string? credential, CancellationToken ct)
    {
        var challenge = await TakeChallengeAsync(http, ct);
        if (challenge is null || challenge.Person is not null || ReadAnswer(credential) is not { Verified: true } answer)
        {
            return null;
        }

        // Passkeys are the person's rows: the answer says whose it claims to be, the signature then proves it.
        var before = db.Scope.Actor;
        ScopeTo(answer.Person);
        var result = await Quietly(() => handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential!, AssertionState = challenge.State }));
        if (result is not { Succeeded: true, User.State: PersonState.Active })
        {
            db.Scope.Set(before);
            return null;
        }

        var passkey = await db.Set<Passkey>().FirstAsync(p => p.CredentialId == result.Passkey.CredentialId, ct);
        passkey.Used(result.Passkey, clock.GetUtcNow());
        return result.User;
    }

    private void ScopeTo(PersonId person)
    {
        if (db.Scope.Person != person)
        {
            db.Scope.Set(Actor.Anonymous with { Person = person });
        }
    }

    private async Task RememberAsync(HttpContext http, PersonId? person, string state)
    {
        var secret = RandomSecret.New();
        var now = clock.GetUtcNow();
        foreach (var stale in await db.Set<PasskeyChallenge>().Where(c => c.ExpiresAt < now).OrderBy(c => c.ExpiresAt).Take(20).ToListAsync())
        {
            db.Remove(stale);
        }

        db.Add(PasskeyChallenge.Ask(SecretHash.Of(secret), person, state, clock));
        await db.SaveChangesAsync();
        http.Response.Cookies.Append(CookieName, secret, Flags());
    }

    private async Task<PasskeyChallenge?> TakeChallengeAsync(HttpContext http, CancellationToken ct)
    {
        if (!SecretHash.TryOf(http.Request.Cookies[CookieName], out var hash))
        {
            return null;
        }

        http.Response.Cookies.Delete(CookieName, Flags());
        var challenge = await db.Set<PasskeyChallenge>().FirstOrDefaultAsync(c => c.CookieHash == hash, ct);
        if (challenge is null)
        {
            return null;
        }

        // Gone before it is looked at: of two answers to one question only the first can be good.
        db.Remove(challenge);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Entry(challenge).State = EntityState.Detached;
            return null;
        }

        return clock.GetUtcNow() < challenge.ExpiresAt ? challenge : null;
    }

    private string CookieName => options.Value.IsHttps ? "__Host-causeway-passkey" : "causeway-passkey";

    private CookieOptions Flags() => new()
    {
        HttpOnly = true, Secure = options.Value.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true, MaxAge = PasskeyChallenge.Life,
    };

    // A stranger may send anything; what the handler cannot read is an answer that is not accepted, never an error page.
    private static async Task<T?> Quietly<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (error is JsonException or PasskeyException or FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Answer(PersonId Person, bool Verified);

    private static Answer? ReadAnswer(string? credential)
    {
        try
        {
            using var json = JsonDocument.Parse(credential ?? "");
            var response = json.RootElement.GetProperty("response");
            var handle = System.Text.Encoding.UTF8.GetString(Base64Url.DecodeFromChars(response.GetProperty("userHandle").GetString()));
            var authenticator = Base64Url.DecodeFromChars(response.GetProperty("authenticatorData").GetString());
            return Guid.TryParse(handle, out var person) && authenticator.Length > 32
                ? new Answer(new PersonId(person), (authenticator[32] & UserVerified) != 0)
                : null;
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
