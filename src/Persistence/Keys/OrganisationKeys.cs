using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence;

/// <summary>Each organisation's own key, made when first needed. Opened for one unit of work and wiped with it.</summary>
public sealed class OrganisationKeys(AppDbContext db, IServiceScopeFactory scopes, RootKeys roots, TimeProvider clock) : IDisposable
{
    private const string Kind = "organisation";

    private readonly Dictionary<OrganisationId, DataKey> _open = [];

    /// <summary>The key for sealing something new. A key made here is kept at once, whatever becomes of the caller's act.</summary>
    public async Task<DataKey> ForAsync(OrganisationId organisation, CancellationToken ct)
    {
        if (_open.TryGetValue(organisation, out var open))
        {
            return open;
        }

        var row = await NewestAsync(db, organisation, ct) ?? await MakeAsync(organisation, ct);
        var key = KeyRing.UnwrapKey(row.ToWrappedKey(), roots);
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

    // In a commit of its own: of two first files of one school, only one may make the key, and both need it.
    private async Task<KeyRow> MakeAsync(OrganisationId organisation, CancellationToken ct)
    {
        using var key = DataKey.New(Guid.CreateVersion7(clock.GetUtcNow()), Kind, organisation.Value);
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var row = KeyRow.Keep(KeyRing.WrapKey(key, roots));
        own.Add(row);
        try
        {
            await own.SaveChangesAsync(ct);
            return row;
        }
        catch (DbUpdateException error) when (own.Provider.IsUniqueViolation(error))
        {
            return await NewestAsync(db, organisation, ct) ?? throw new InvalidOperationException("The organisation's key was made by another and is not there.", error);
        }
    }

    private static Task<KeyRow?> NewestAsync(AppDbContext db, OrganisationId organisation, CancellationToken ct) =>
        db.Set<KeyRow>().AsNoTracking().Where(k => k.Kind == Kind && k.Owner == organisation.Value)
            .OrderByDescending(k => k.KeyVersion).FirstOrDefaultAsync(ct);
}
