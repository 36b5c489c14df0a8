using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>The end of keys: of a case (K7), and of a school that leaves (K12).</summary>
internal sealed partial class KeyVault
{
    private const string ExportAct = "school-keys.exported";

    private static readonly string[] NewKeys = ["part.founded", "part.handed-in", "part.rolled", "recovery.key-set"];

    public async Task<(Refusal? Refused, ShredCertificate? Certificate)> ShredAsync(
        CasePart part, string permission, PersonId approvedBy, CancellationToken ct)
    {
        OrganisationId school;
        using (var found = await opener.OpenAsync(part, permission, ct))
        {
            if (found is null || !IsOfTheSchool(found))
            {
                return (IKeyVault.NotOpen, null);
            }

            school = found.School;
        }

        if (approvedBy == db.Scope.Actor.Person || approvedBy.Value == Guid.Empty)
        {
            return (IKeyVault.SamePerson, null);
        }

        var disposal = new Disposal(part.Case, school, await opener.NowAsync(ct));
        await HoldAllAsync(part.Case, ct);
        return (null, await DestroyAsync(disposal, approvedBy, ct));
    }

    public async Task<(Refusal? Refused, string? Digest)> ExportSchoolAsync(Stream to, string permission, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (!MayKeepKeys(permission))
        {
            return (IKeyVault.NotAllowed, null);
        }

        var school = db.Scope.Organisation;
        var kept = await db.Set<RecoveryKey>().AsNoTracking().FirstOrDefaultAsync(k => k.OrganisationId == school, ct);
        if (kept is null)
        {
            return (IKeyVault.NoRecoveryKey, null);
        }

        var recipient = RecipientPublicKey.FromPem(kept.PublicPem);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"causeway-school-keys 1 {school} {recipient.Id}\n");
        foreach (var kind in (string[])[KeyKind.Organisation, KeyKind.Register])
        {
            var key = await keys.ForAsync(kind, school.Value, ct);
            text.Append(CultureInfo.InvariantCulture, $"key {kind} {key.Id} {key.Version} {Convert.ToBase64String(PublicSeal.SealKey(key, recipient))}\n");
        }

        var copies = await db.Set<RecoveryCopy>().AsNoTracking().Where(c => c.OrganisationId == school)
            .OrderBy(c => c.CaseId).ThenBy(c => c.Part).ThenBy(c => c.KeyVersion).ToListAsync(ct);
        foreach (var copy in copies)
        {
            text.Append(CultureInfo.InvariantCulture, $"part {copy.CaseId} {copy.Part} {copy.KeyVersion} {Convert.ToBase64String(copy.Sealed)}\n");
        }

        var bytes = Encoding.ASCII.GetBytes(text.ToString());
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await to.WriteAsync(bytes, ct);
        var export = db.Add(SchoolKeyExport.Keep(school, digest, copies.Count, await opener.NowAsync(ct))).Entity;
        db.Record(ExportAct, export.Id);
        return (null, digest);
    }

    public async Task<(Refusal? Refused, ShredCertificate? Certificate)> ShredSchoolAsync(
        string receipt, string permission, PersonId approvedBy, CancellationToken ct)
    {
        if (!MayKeepKeys(permission))
        {
            return (IKeyVault.NotAllowed, null);
        }

        var school = db.Scope.Organisation;
        if (approvedBy == db.Scope.Actor.Person || approvedBy.Value == Guid.Empty)
        {
            return (IKeyVault.SamePerson, null);
        }

        var disposal = new Disposal(null, school, await opener.NowAsync(ct));
        if (!await IsWholeReceiptAsync(school, receipt, ct))
        {
            return (await LetGoAsync(IKeyVault.NoReceipt), null);
        }

        return (null, await DestroyAsync(disposal, approvedBy, ct));
    }

    // A key made after the bundle is not in it: the trail says whether there was one, in an order no clock can turn round.
    private async Task<bool> IsWholeReceiptAsync(OrganisationId school, string receipt, CancellationToken ct)
    {
        await HoldSchoolAsync(shared: false, ct);
        var export = await db.Set<SchoolKeyExport>().AsNoTracking().FirstOrDefaultAsync(e => e.OrganisationId == school && e.Digest == receipt, ct);
        if (export is null)
        {
            return false;
        }

        var trail = db.Set<AuditRow>().AsNoTracking().Where(r => r.ChainId == school.Value);
        var at = await trail.Where(r => r.Act == ExportAct && r.ObjectId == export.Id).Select(r => r.Sequence).SingleAsync(ct);
        return !await trail.AnyAsync(r => r.Sequence > at && NewKeys.Contains(r.Act), ct);
    }

    private async Task HoldAllAsync(Guid caseId, CancellationToken ct)
    {
        var parts = await db.Set<KeyGrant>().AsNoTracking().Where(g => g.CaseId == caseId).Select(g => g.Part)
            .Union(db.Set<RecoveryCopy>().Where(c => c.CaseId == caseId).Select(c => c.Part)).ToListAsync(ct);
        foreach (var part in parts.Select(p => new CasePart(caseId, p)).OrderBy(p => p.Number))
        {
            await HoldAsync(part, ct);
        }
    }

    private async Task<ShredCertificate> DestroyAsync(Disposal disposal, PersonId approvedBy, CancellationToken ct)
    {
        var certificate = await DisposalList.DestroyAsync(db, disposal, db.Scope.Actor.Person, approvedBy, ct);
        await db.SaveChangesAsync(ct);
        // After the commit: a line about keys that are still there would destroy them at the next start.
        disposals.Add(disposal);
        return certificate;
    }
}
