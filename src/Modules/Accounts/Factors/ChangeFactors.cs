using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

/// <summary>A person changes how they sign in. Pages ask for a fresh proof before; each change is told by mail.</summary>
internal sealed class ChangeFactors(AppDbContext db, Factors factors, PasskeyCeremony ceremony, SecurityMails mails, Throttle throttle)
{
    public static readonly Refusal DutyBound = new(
        "factor.duty", "Your post needs a passkey. Add another one before you remove this one.");

    public static readonly Refusal SetUpAgain = new(
        "authenticator.again", "That took too long. Scan the new picture with your app and type its code.", "Code");

    public Task<Person> MeAsync(Actor actor, CancellationToken ct) => db.Set<Person>().FirstAsync(p => p.Id == actor.Person, ct);

    public async Task<Refusal?> AddPasskeyAsync(HttpContext http, Actor actor, string? credential, string? label, CancellationToken ct)
    {
        var me = await MeAsync(actor, ct);
        return await ceremony.AddAsync(http, me, credential, label, ct) ?? await SaveAsync(me, ct);
    }

    /// <returns>False: not one of the actor's.</returns>
    public async Task<(bool Found, Refusal? Refusal)> RenamePasskeyAsync(Actor actor, PasskeyId id, string? label, CancellationToken ct)
    {
        var passkey = await db.Set<Passkey>().FirstOrDefaultAsync(p => p.Id == id && p.PersonId == actor.Person, ct);
        if (passkey?.Rename(label) is { } refusal)
        {
            return (true, refusal);
        }

        if (passkey is not null)
        {
            db.Record("passkey.renamed", id.Value, Guid.Empty);
            await db.SaveChangesAsync(ct);
        }

        return (passkey is not null, null);
    }

    /// <inheritdoc cref="RenamePasskeyAsync"/>
    public async Task<(bool Found, Refusal? Refusal)> RemovePasskeyAsync(Actor actor, PasskeyId id, CancellationToken ct)
    {
        var all = await factors.OfAsync(actor.Person, ct);
        var passkey = all.Passkeys.FirstOrDefault(p => p.Id == id);
        if (passkey is null)
        {
            return (false, null);
        }

        var left = all.Passkeys.Where(p => p != passkey);
        if (all.Ways == 1 || !PasskeyDuty.IsMet(actor.Role, left))
        {
            return (true, all.Ways == 1 ? Factors.LastWay : DutyBound);
        }

        db.Remove(passkey);
        db.Record("passkey.removed", id.Value, Guid.Empty);
        return (true, await SaveAsync(await MeAsync(actor, ct), ct));
    }

    public async Task<Refusal?> SetPasswordAsync(Actor actor, string? password, byte[]? secret, string? code, CancellationToken ct)
    {
        if (secret is null)
        {
            return SetUpAgain;
        }

        var me = await MeAsync(actor, ct);
        if (await factors.SetPasswordAsync(me, password, secret, code, ct) is { } refusal)
        {
            return refusal;
        }

        await SaveAsync(me, ct);

        // A factor that was off after a hundred failures is a new one now.
        await throttle.SucceededAsync(me.EmailKey, null);
        return null;
    }

    public async Task<Refusal?> RemovePasswordAsync(Actor actor, CancellationToken ct)
    {
        if ((await factors.OfAsync(actor.Person, ct)).Ways == 1)
        {
            return Factors.LastWay;
        }

        db.RemoveRange(await db.Set<PasswordFactor>().Where(f => f.PersonId == actor.Person).ToListAsync(ct));
        db.Record("password.removed", actor.Person.Value, Guid.Empty);
        return await SaveAsync(await MeAsync(actor, ct), ct);
    }

    public async Task<IReadOnlyList<string>> PrintCodesAsync(Actor actor, CancellationToken ct)
    {
        var me = await MeAsync(actor, ct);
        var codes = await factors.PrintCodesAsync(me, ct);
        await SaveAsync(me, ct);
        return codes;
    }

    private async Task<Refusal?> SaveAsync(Person me, CancellationToken ct)
    {
        mails.TellOfFactorChange(me);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
