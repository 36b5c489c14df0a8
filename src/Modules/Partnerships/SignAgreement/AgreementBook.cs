using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

internal sealed record AgreementView(AgreementVersion Version, IReadOnlyList<Signer> Signers, bool IsCurrent)
{
    public bool IsSigned => Signers.All(s => s.SignedAt is not null);

    /// <summary>Whose turn it is; null: nobody's.</summary>
    public Signer? Turn => IsCurrent ? Signers.FirstOrDefault(s => s.SignedAt is null) : null;
}

/// <summary>Versions of an agreement with their signatures. Reads through the door's view only.</summary>
internal sealed class AgreementBook(AppDbContext db)
{
    /// <param name="number">Null: the version in force.</param>
    public async Task<AgreementView?> FindAsync(PartnershipId id, int? number, CancellationToken ct)
    {
        var current = await db.Set<Agreement>().AsNoTracking().Where(a => a.PartnershipId == id).Select(a => a.Current).FirstOrDefaultAsync(ct);
        var wanted = number ?? current;
        if (await db.Set<AgreementVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.PartnershipId == id && v.Number == wanted, ct) is not { } version)
        {
            return null;
        }

        return new(version, await db.Set<Signer>().AsNoTracking().Where(s => s.VersionId == version.Id).OrderBy(s => s.Order).ToListAsync(ct), wanted == current);
    }

    public Task<List<AgreementVersion>> VersionsAsync(PartnershipId id, CancellationToken ct) =>
        db.Set<AgreementVersion>().AsNoTracking().Where(v => v.PartnershipId == id).OrderByDescending(v => v.Number).ToListAsync(ct);
}
