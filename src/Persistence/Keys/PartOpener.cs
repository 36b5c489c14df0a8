using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>
/// The two locks in front of a part, each found by itself: the decision function says yes to the acting post, and a live grant
/// row of the person who is logged in unwraps. A block stands before both.
/// </summary>
internal sealed class PartOpener(AppDbContext db, OrganisationKeys keys, Access access, DatabaseClock time)
{
    public Task<DateTimeOffset> NowAsync(CancellationToken ct) => time.NowAsync(db, ct);

    /// <summary>Null: no, and nobody learns which of the locks said it. The caller wipes the keys.</summary>
    public async Task<OpenedGrants?> OpenAsync(CasePart part, string permission, CancellationToken ct)
    {
        var actor = db.Scope.Actor;
        if (!MayHold(actor.Role))
        {
            return null;
        }

        var now = await NowAsync(ct);
        var rows = await db.Set<KeyGrant>().AsNoTracking()
            .Where(g => g.CaseId == part.Case && g.Part == part.Part && g.PersonId == actor.Person && g.Until > now)
            .OrderBy(g => g.KeyVersion).ToListAsync(ct);
        var blocked = await IsBlockedAsync(part.Case, actor.Person, ct);
        if (rows.Count == 0 || blocked || !Allows(permission, rows[0].OrganisationId))
        {
            return null;
        }

        var opened = new List<DataKey>();
        try
        {
            foreach (var row in rows)
            {
                opened.Add(KeyRing.OpenGrant(row.ToPartKeyGrant(), actor.Person.Value, await keys.ByIdAsync(row.WrapperId, ct)));
            }
        }
        catch (Exception)
        {
            opened.ForEach(k => k.Dispose());
            throw;
        }

        return new OpenedGrants(rows[0].OrganisationId, rows[0].WrapperKind, opened);
    }

    public bool Allows(string permission, OrganisationId? school) =>
        access.Allows(db.Scope.Actor, permission, new AccessObject(school, null, db.Scope.Actor.Person));

    public Task<bool> IsBlockedAsync(Guid caseId, PersonId person, CancellationToken ct) =>
        db.Set<KeyBlock>().AnyAsync(b => b.CaseId == caseId && b.PersonId == person, ct);

    /// <summary>An operator never reads, and a network coordinator never sees a case: no grant, whatever else is decided.</summary>
    public static bool MayHold(Role? role) => role is not (null or Role.Operator or Role.NetworkCoordinator);
}

/// <param name="WrapperKind">Of the actor's own grants.</param>
/// <param name="Keys">Oldest first; the caller's to wipe.</param>
internal sealed record OpenedGrants(OrganisationId School, string WrapperKind, IReadOnlyList<DataKey> Keys) : IDisposable
{
    public void Dispose()
    {
        foreach (var key in Keys)
        {
            key.Dispose();
        }
    }
}
