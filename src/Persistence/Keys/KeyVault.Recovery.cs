using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>What a school can do when everybody who was in is gone: two of three custodians (K6).</summary>
internal sealed partial class KeyVault
{
    public async Task<RecoveryKeyCard?> FindRecoveryKeyAsync(string permission, CancellationToken ct)
    {
        var school = db.Scope.Organisation;
        return MayKeepKeys(permission) && await db.Set<RecoveryKey>().AsNoTracking().FirstOrDefaultAsync(k => k.OrganisationId == school, ct) is { } key
            ? new(RecipientPublicKey.FromPem(key.PublicPem).Id, key.MadeAt, key.MadeBy)
            : null;
    }

    public async Task<(Refusal? Refused, int Copies)> SetRecoveryKeyAsync(RecipientPublicKey key, string permission, PersonId approvedBy, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!MayKeepKeys(permission))
        {
            return (IKeyVault.NotAllowed, 0);
        }

        if (approvedBy == db.Scope.Actor.Person || approvedBy.Value == Guid.Empty)
        {
            return (IKeyVault.SamePerson, 0);
        }

        var (school, actor, now) = (db.Scope.Organisation, db.Scope.Actor, await opener.NowAsync(ct));
        await HoldSchoolAsync(shared: false, ct);
        if (await db.Set<RecoveryKey>().FirstOrDefaultAsync(k => k.OrganisationId == school, ct) is { } there)
        {
            there.Replace(key, actor.Person, now);
        }
        else
        {
            db.Add(RecoveryKey.Keep(school, key, actor.Person, now));
        }

        var copies = await CopyAllAsync(school, key, now, ct);
        db.Record("recovery.key-set", school.Value, reason: $"approved: {approvedBy}");
        return (null, copies);
    }

    private async Task<int> CopyAllAsync(OrganisationId school, RecipientPublicKey key, DateTimeOffset now, CancellationToken ct)
    {
        // The program can unwrap any grant of the school: whoever sets the key sees nothing of what is copied here.
        var grants = await db.Set<KeyGrant>().AsNoTracking().Where(g => g.OrganisationId == school).OrderBy(g => g.Id).ToListAsync(ct);
        var versions = grants.GroupBy(g => (g.CaseId, g.Part, g.KeyVersion)).Select(g => g.First()).ToList();
        var copies = await db.Set<RecoveryCopy>().Where(c => c.OrganisationId == school).ToListAsync(ct);
        foreach (var grant in versions)
        {
            db.RemoveRange(copies.Where(c => c.CaseId == grant.CaseId && c.Part == grant.Part && c.KeyVersion == grant.KeyVersion));
            using var part = KeyRing.OpenGrant(grant.ToPartKeyGrant(), grant.PersonId.Value, await keys.ByIdAsync(grant.WrapperId, ct));
            var sealedKey = PublicSeal.SealPartKey(part, grant.Part, key);
            db.Add(RecoveryCopy.Keep(new CasePart(grant.CaseId, grant.Part), grant.KeyVersion, school, WrapperKindOf(grant), sealedKey, key, now));
        }

        return versions.Count;
    }

    public async Task<(Refusal? Refused, int Parts)> RecoverAsync(
        RecipientPrivateKey key, string permission, Holder to, DateTimeOffset until, PersonId approvedBy, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!MayKeepKeys(permission))
        {
            return (IKeyVault.NotAllowed, 0);
        }

        var (school, actor, now) = (db.Scope.Organisation, db.Scope.Actor, await opener.NowAsync(ct));
        if (approvedBy == actor.Person || approvedBy.Value == Guid.Empty)
        {
            return (IKeyVault.SamePerson, 0);
        }

        if (!PartOpener.MayHold(to.Role) || to.School != school)
        {
            return (IKeyVault.NoHolder, 0);
        }

        var blocked = await db.Set<KeyBlock>().AsNoTracking().Where(b => b.PersonId == to.Person).Select(b => b.CaseId).ToListAsync(ct);
        var copies = await db.Set<RecoveryCopy>().AsNoTracking()
            .Where(c => c.OrganisationId == school && c.Recipient == key.Public.Id && !blocked.Contains(c.CaseId)).ToListAsync(ct);
        if (copies.Count == 0)
        {
            return (IKeyVault.NoRecoveryKey, 0);
        }

        foreach (var part in copies.GroupBy(c => new CasePart(c.CaseId, c.Part)).OrderBy(p => p.Key.Number))
        {
            await RecoverPartAsync(part.Key, part, key, (to, until, now), ct);
        }

        db.Record("recovery.used", school.Value, reason: $"approved: {approvedBy}");
        return (null, copies.Select(c => (c.CaseId, c.Part)).Distinct().Count());
    }

    private async Task RecoverPartAsync(
        CasePart part, IEnumerable<RecoveryCopy> copies, RecipientPrivateKey key, (Holder Holder, DateTimeOffset Until, DateTimeOffset Now) to, CancellationToken ct)
    {
        var wrappers = new Dictionary<string, DataKey>(StringComparer.Ordinal);
        foreach (var kind in copies.Select(c => c.WrapperKind).Distinct(StringComparer.Ordinal))
        {
            wrappers[kind] = await keys.ForAsync(kind, db.Scope.Organisation.Value, ct);
        }

        await HoldAsync(part, ct);
        db.RemoveRange(await GrantsOf(part).Where(g => g.PersonId == to.Holder.Person).ToListAsync(ct));
        foreach (var copy in copies)
        {
            using var opened = PublicSeal.OpenPartKey(copy.Sealed, copy.CaseId, copy.Part, copy.KeyVersion, key);
            var grant = KeyRing.Grant(opened, copy.Part, to.Holder.Person.Value, wrappers[copy.WrapperKind]);
            db.Add(KeyGrant.Keep(grant, copy.OrganisationId, copy.WrapperKind, db.Scope.Actor.Person, to.Now, to.Until));
        }

        RecordFor("grant.recovered", part, to.Holder.Person);
    }

    private async Task CopyForRecoveryAsync(CasePart part, DataKey key, OrganisationId school, string wrapperKind, DateTimeOffset now, CancellationToken ct)
    {
        var kept = await db.Set<RecoveryKey>().AsNoTracking().FirstOrDefaultAsync(k => k.OrganisationId == school, ct);
        if (kept is not null)
        {
            var to = RecipientPublicKey.FromPem(kept.PublicPem);
            var kind = wrapperKind == KeyKind.Register ? KeyKind.Register : KeyKind.Organisation;
            db.Add(RecoveryCopy.Keep(part, key.Version, school, kind, PublicSeal.SealPartKey(key, part.Part, to), to, now));
        }
    }

    private bool MayKeepKeys(string permission) =>
        PartOpener.MayHold(db.Scope.Actor.Role) && db.Scope.Actor.Organisation is { } school && opener.Allows(permission, school);

    // The school takes over what it recovers: an outsider's key wraps nothing of it.
    private static string WrapperKindOf(KeyGrant grant) => grant.WrapperKind == KeyKind.Register ? KeyKind.Register : KeyKind.Organisation;
}
