using System.Security.Cryptography;
using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Causeway.Accounts;

/// <summary>What a person has to sign in with.</summary>
internal sealed record FactorSummary(IReadOnlyList<Passkey> Passkeys, bool HasPassword, int RecoveryCodesLeft)
{
    /// <summary>Ways to sign in; the last one stays.</summary>
    public int Ways => Passkeys.Count + (HasPassword ? 1 : 0);
}

/// <summary>Passwords, authenticator secrets and recovery codes of the person the scope names. Callers save.</summary>
internal sealed class Factors(AppDbContext db, IPasswordHasher<Person> hasher, RootKeys roots, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public static readonly Refusal LastWay = new(
        "factor.last", "This is your only way to sign in. Add another one first.");

    public async Task<FactorSummary> OfAsync(PersonId person, CancellationToken ct) => new(
        await db.Set<Passkey>().Where(p => p.PersonId == person).OrderBy(p => p.CreatedAt).ToListAsync(ct),
        await db.Set<PasswordFactor>().AnyAsync(f => f.PersonId == person, ct),
        await db.Set<RecoveryCode>().CountAsync(c => c.PersonId == person && c.UsedAt == null, ct));

    /// <summary>Sets password and authenticator together, after the app has shown a code that fits its secret.</summary>
    public async Task<Refusal?> SetPasswordAsync(Person person, string? password, byte[] secret, string? code, CancellationToken ct)
    {
        string[] context = [person.Name, person.Email, options.Value.Site, options.Value.PublicUrl.Host];
        if (PasswordRules.Check(password, context) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        if (Totp.Match(secret, code, now, after: 0) is not { } step)
        {
            return new Refusal("authenticator.wrong-code", "This code does not fit. Look at the app again: the code changes every half minute.", "Code");
        }

        var hash = hasher.HashPassword(person, Plain(password!));
        var sealedSecret = RootSeal.Seal(secret, roots, SealUse(person.Id));
        var factor = await db.Set<PasswordFactor>().FirstOrDefaultAsync(f => f.PersonId == person.Id, ct);
        if (factor is null)
        {
            db.Add(PasswordFactor.Set(person.Id, hash, sealedSecret, step, clock));
        }
        else
        {
            factor.Replace(hash, sealedSecret, step, now);
        }

        db.Record("password.set", person.Id.Value, Guid.Empty);
        return null;
    }

    /// <summary>
    /// Password and code of a person, or of nobody: the work is the same, so time tells nothing. True spends the code.
    /// </summary>
    public bool Check(Person? person, PasswordFactor? factor, string? password, string? code)
    {
        var verdict = hasher.VerifyHashedPassword(person ?? Nobody, factor?.PasswordHash ?? NobodysHash.Of(hasher, Nobody), Plain(password ?? ""));
        var secret = factor is null ? NobodysSecret : RootSeal.Open(factor.AuthenticatorSecret, roots, SealUse(factor.PersonId));
        var step = Totp.Match(secret, code, clock.GetUtcNow(), factor?.LastStep ?? 0);
        CryptographicOperations.ZeroMemory(factor is null ? [] : secret);
        if (factor is null || verdict == PasswordVerificationResult.Failed || step is null)
        {
            return false;
        }

        factor.Spend(step.Value);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            factor.Rehash(hasher.HashPassword(person!, Plain(password!)));
        }

        return true;
    }

    /// <summary>Ten new codes in place of the old ones. Shown once, kept only as slow hashes. The caller saves.</summary>
    public async Task<IReadOnlyList<string>> PrintCodesAsync(Person person, CancellationToken ct)
    {
        var codes = Enumerable.Range(1, RecoveryCode.Set).Select(RecoveryCode.NewText).ToList();
        var hashes = codes.AsParallel().AsOrdered().Select(c => hasher.HashPassword(person, RecoveryCode.Read(c).Letters)).ToList();
        var old = await db.Set<RecoveryCode>().Where(c => c.PersonId == person.Id).ToDictionaryAsync(c => c.Number, ct);
        foreach (var (hash, number) in hashes.Select((h, i) => (h, i + 1)))
        {
            if (old.TryGetValue(number, out var row))
            {
                row.Reprint(hash, clock.GetUtcNow());
            }
            else
            {
                db.Add(RecoveryCode.Print(person.Id, number, hash, clock));
            }
        }

        db.Record("recovery-codes.printed", person.Id.Value, Guid.Empty);
        return codes;
    }

    /// <summary>The unused code this text stands for. For nobody, or a number that is not there, the work is the same.</summary>
    public async Task<RecoveryCode?> FindCodeAsync(Person? person, string? typed, CancellationToken ct)
    {
        var (number, letters) = RecoveryCode.Read(typed);
        var owner = person?.Id ?? Nobody.Id;
        var code = await db.Set<RecoveryCode>().FirstOrDefaultAsync(c => c.PersonId == owner && c.Number == number && c.UsedAt == null, ct);
        var verdict = hasher.VerifyHashedPassword(person ?? Nobody, code?.Hash ?? NobodysHash.Of(hasher, Nobody), letters);
        return verdict == PasswordVerificationResult.Failed ? null : code;
    }

    // The same letters typed on another keyboard may come composed differently.
    private static string Plain(string password) => password.Normalize(System.Text.NormalizationForm.FormKC);

    private static string SealUse(PersonId person) => $"authenticator-{person.Value:N}";

    private static readonly Person Nobody = Person.Invite("Nobody", "nobody@invalid.example", "en", TimeProvider.System);
    private static readonly byte[] NobodysSecret = Totp.NewSecret();
}

/// <summary>A hash that no password fits, made with today's cost: checking it takes as long as checking a real one.</summary>
internal static class NobodysHash
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, string> Made = [];

    public static string Of(IPasswordHasher<Person> hasher, Person nobody) =>
        Made.GetValue(hasher, _ => hasher.HashPassword(nobody, RandomSecret.New()));
}
