using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

internal sealed record PasswordSignInCommand(string? Email, string? Password, string? Code);

/// <summary>
/// Password and authenticator code in one step. Whatever is wrong, known person or not, the answer and the work behind it
/// are the same.
/// </summary>
internal sealed class PasswordSignIn(AppDbContext db, Factors factors, Throttle throttle, Sessions sessions, SecurityMails mails)
{
    public const string Method = "password+code";

    public static readonly Refusal NoMatch = new(
        "sign-in.no-match", "Mail address, password and code do not fit together. Codes change every half minute and work once.");

    public static readonly Refusal TooOften = new(
        "sign-in.too-often", "There were many tries. Wait a little before the next one, or use your passkey.");

    public async Task<Refusal?> HandleAsync(PasswordSignInCommand command, HttpContext http, CancellationToken ct)
    {
        var account = EmailAddress.KeyOf(command.Email) ?? (command.Email ?? "").Trim().ToLowerInvariant();
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.EmailKey == account && p.State == PersonState.Active, ct);
        var knownFrom = await KnownAddressAsync(person, Sessions.AddressOf(http), ct);
        var counted = await CountAsync(account, knownFrom, http, ct);
        if (!counted.Allowed)
        {
            return TooOften;
        }

        var before = db.Scope.Actor;
        var factor = await ReadFactorAsync(person, ct);
        if (!factors.Check(person, factor, command.Password, command.Code))
        {
            db.Scope.Set(before);
            await NoteFailureAsync(person, counted.Burst, ct);
            return NoMatch;
        }

        try
        {
            await sessions.SignInAsync(http, person!.Id, Method, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same code at the same moment somewhere else: it was spent there.
            db.Scope.Set(before);
            return NoMatch;
        }

        await throttle.SucceededAsync(account, knownFrom);
        return null;
    }

    /// <summary>Proves again who acts. The same limits hold: an open screen is no better place to guess.</summary>
    public async Task<Refusal?> ProveAgainAsync(PasswordSignInCommand command, HttpContext http, PersonId who, CancellationToken ct)
    {
        var person = await db.Set<Person>().FirstAsync(p => p.Id == who, ct);
        var counted = await CountAsync(person.EmailKey, null, http, ct);
        if (!counted.Allowed)
        {
            return TooOften;
        }

        if (!factors.Check(person, await db.Set<PasswordFactor>().FirstOrDefaultAsync(f => f.PersonId == who, ct), command.Password, command.Code))
        {
            await NoteFailureAsync(person, counted.Burst, ct);
            return NoMatch;
        }

        await sessions.ProveAgainAsync(http, Method, ct);
        await throttle.SucceededAsync(person.EmailKey, null);
        return null;
    }

    private async Task<Try> CountAsync(string account, string? knownFrom, HttpContext http, CancellationToken ct) =>
        await throttle.TryAddressAsync(Sessions.AddressOf(http), ct) ? await throttle.TryAccountAsync(account, knownFrom, ct) : default;

    // For nobody the same questions are asked of the database, with an id that is nobody's.
    private async Task<string?> KnownAddressAsync(Person? person, string address, CancellationToken ct)
    {
        var who = person?.Id ?? Nobody;
        return await db.Set<LoginSession>().AnyAsync(s => s.Person == who && s.Address == address, ct) ? address : null;
    }

    private async Task<PasswordFactor?> ReadFactorAsync(Person? person, CancellationToken ct)
    {
        var who = person?.Id ?? Nobody;
        db.Scope.Set(Actor.Anonymous with { Person = who });
        return await db.Set<PasswordFactor>().FirstOrDefaultAsync(f => f.PersonId == who, ct);
    }

    private async Task NoteFailureAsync(Person? person, bool burst, CancellationToken ct)
    {
        db.Record("sign-in.failed", person?.Id.Value ?? Guid.Empty, Guid.Empty);
        if (burst && person is not null)
        {
            mails.TellOfFailures(person);
        }

        await db.SaveChangesAsync(ct);
    }

    private static readonly PersonId Nobody = new(new Guid("00000000-0000-7000-8000-0000000000ff"));
}
