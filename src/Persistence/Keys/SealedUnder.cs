using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>
/// Something in the coming commit was sealed by this person under this version of a part's key. The commit holds the part
/// (shared, with other writers) and asks whether the writer's grant at that version still lives; keys are rolled, retired and
/// ended while holding it alone. So nothing is ever kept under a key that is gone (K4).
/// </summary>
/// <param name="Person">Whose grant has to live: the writer's, or for what is handed in, that of one it was handed to.</param>
internal readonly record struct SealedUnder(CasePart Part, int Version, PersonId Person)
{
    public static async Task DemandAsync(AppDbContext db)
    {
        // Parts in one order for everybody, so that two writers of two parts never wait for each other in a circle.
        foreach (var seal in db.Seals.OrderBy(s => s.Part.Number).ToList())
        {
            await db.Provider.HoldAsync(db, seal.Part.Number, shared: true, CancellationToken.None);
            var lives = await db.Set<KeyGrant>().AsNoTracking().AnyAsync(
                g => g.CaseId == seal.Part.Case && g.Part == seal.Part.Part && g.KeyVersion == seal.Version && g.PersonId == seal.Person,
                CancellationToken.None);
            if (!lives)
            {
                db.Seals.Clear();
                throw new DbUpdateConcurrencyException("The key this was sealed under has been replaced or taken away meanwhile.");
            }
        }
    }
}
