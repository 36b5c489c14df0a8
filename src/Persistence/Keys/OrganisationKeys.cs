using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>Each organisation's own key, made when first needed. Opened for one unit of work and wiped with it.</summary>
public sealed class OrganisationKeys(AppDbContext db, RootKeys roots, TimeProvider clock) : IDisposable
{
    private const string Kind = "organisation";

    private readonly Dictionary<OrganisationId, DataKey> _open = [];

    /// <summary>The key for sealing something new. A key made here is saved with the caller's commit.</summary>
    public async Task<DataKey> ForAsync(OrganisationId organisation, CancellationToken ct)
    {
        if (_open.TryGetValue(organisation, out var open))
        {
            return open;
        }

        var row = await db.Set<KeyRow>().AsNoTracking().Where(k => k.Kind == Kind && k.Owner == organisation.Value)
            .OrderByDescending(k => k.KeyVersion).FirstOrDefaultAsync(ct);
        var key = row is null ? Make(organisation) : KeyRing.UnwrapKey(row.ToWrappedKey(), roots);
        _open.Add(organisation, key);
        return key;
    }

    public void Dispose()
    {
        foreach (var key in _open.Values)
        {
            key.Dispose();
        }
    }

    private DataKey Make(OrganisationId organisation)
    {
        var key = DataKey.New(Guid.CreateVersion7(clock.GetUtcNow()), Kind, organisation.Value);
        db.Add(KeyRow.Keep(KeyRing.WrapKey(key, roots)));
        return key;
    }
}
