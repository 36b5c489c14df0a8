using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>New versions of a part's key, and the end of old ones (K4, K13).</summary>
internal sealed partial class KeyVault
{
    public async Task<Refusal?> RollAsync(CasePart part, string permission, CancellationToken ct)
    {
        using var found = await opener.OpenAsync(part, permission, ct);
        if (found is null || !IsOfTheSchool(found))
        {
            return IKeyVault.NotOpen;
        }

        await HoldAsync(part, ct);
        var now = await opener.NowAsync(ct);
        var rows = await GrantsOf(part).ToListAsync(ct);
        var newest = rows.Max(r => r.KeyVersion);
        if (found.Keys[^1].Version != newest)
        {
            return await LetGoAsync(IKeyVault.Incomplete);
        }

        var blocked = await db.Set<KeyBlock>().AsNoTracking().Where(b => b.CaseId == part.Case).Select(b => b.PersonId).ToListAsync(ct);
        using var key = DataKey.NewPart(part.Case, part.Part, newest + 1);
        foreach (var row in rows.Where(r => r.KeyVersion == newest && r.Until > now && !blocked.Contains(r.PersonId)))
        {
            // One key that does not open stops all of it: nobody who is in may be left behind.
            var wrapper = await keys.ByIdAsync(row.WrapperId, ct);
            var grant = KeyRing.Grant(key, part.Part, row.PersonId.Value, wrapper);
            db.Add(KeyGrant.Keep(grant, row.OrganisationId, row.WrapperKind, row.GrantedBy, now, row.Until));
        }

        await CopyForRecoveryAsync(part, key, found.School, found.WrapperKind, now, ct);
        db.Record("part.rolled", part.Case, found.School.Value, part.Part);
        return null;
    }

    public async Task<Refusal?> RetireAsync(
        CasePart part, string permission, int version, Func<CancellationToken, Task<bool>> isUsed, CancellationToken ct)
    {
        OrganisationId school;
        using (var found = await opener.OpenAsync(part, permission, ct))
        {
            if (found is null || !IsOfTheSchool(found))
            {
                return IKeyVault.NotOpen;
            }

            school = found.School;
        }

        await HoldAsync(part, ct);
        var rows = await GrantsOf(part).ToListAsync(ct);
        // The newest is always in use, and whoever was left with the old version only would lose the part.
        var newest = rows.Max(r => r.KeyVersion);
        var reached = rows.Where(r => r.KeyVersion == newest).Select(r => r.PersonId).ToHashSet();
        var now = await opener.NowAsync(ct);
        if (version >= newest || rows.Exists(r => r.Until > now && !reached.Contains(r.PersonId)) || await isUsed(ct))
        {
            return await LetGoAsync(IKeyVault.StillUsed);
        }

        db.RemoveRange(rows.Where(r => r.KeyVersion == version));
        db.RemoveRange(await CopiesOf(part).Where(c => c.KeyVersion == version).ToListAsync(ct));
        db.Record("part.version-retired", part.Case, school.Value, part.Part);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
