using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence;

/// <summary>What a data key belongs to; each is wrapped by the root key and made when first needed.</summary>
internal static class KeyKind
{
    public const string Organisation = "organisation";
    public const string Person = "person";
    public const string Register = "register";

    public static string Of(Keeper keeper) => keeper == Keeper.Register ? Register : Organisation;
}

/// <summary>
/// Each organisation's own key, the key of its register and the key of each outsider. Opened for one unit of work and wiped
/// with it, or after five minutes.
/// </summary>
public sealed class OrganisationKeys(AppDbContext db, IServiceScopeFactory scopes, RootKeys roots, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<Guid, (DataKey Key, DateTimeOffset At)> _open = [];
    private readonly Dictionary<(string Kind, Guid Owner), Guid> _newest = [];

    /// <summary>The key for sealing something new. A key made here is kept at once, whatever becomes of the caller's act.</summary>
    public Task<DataKey> ForAsync(OrganisationId organisation, CancellationToken ct) => ForAsync(KeyKind.Organisation, organisation.Value, ct);

    internal async Task<DataKey> ForAsync(string kind, Guid owner, CancellationToken ct)
    {
        if (_newest.TryGetValue((kind, owner), out var known) && Open(known) is { } open)
        {
            return open;
        }

        var row = await NewestAsync(kind, owner, ct) ?? await MakeAsync(kind, owner, ct);
        _newest[(kind, owner)] = row.Id;
        return Keep(row);
    }

    /// <summary>The very key a grant was wrapped by.</summary>
    /// <exception cref="SealBrokenException">It was destroyed.</exception>
    internal async Task<DataKey> ByIdAsync(Guid id, CancellationToken ct) =>
        Open(id) ?? Keep(await db.Set<KeyRow>().AsNoTracking().FirstOrDefaultAsync(k => k.Id == id, ct) ?? throw new SealBrokenException());

    public void Dispose()
    {
        foreach (var (key, _) in _open.Values)
        {
            key.Dispose();
        }
    }

    private DataKey? Open(Guid id)
    {
        if (!_open.TryGetValue(id, out var open))
        {
            return null;
        }

        if (clock.GetUtcNow() - open.At <= OpenPart.Limit)
        {
            return open.Key;
        }

        open.Key.Dispose();
        _open.Remove(id);
        return null;
    }

    private DataKey Keep(KeyRow row)
    {
        if (Open(row.Id) is { } open)
        {
            return open;
        }

        var key = KeyRing.UnwrapKey(row.ToWrappedKey(), roots);
        _open[row.Id] = (key, clock.GetUtcNow());
        return key;
    }

    // In a commit of its own: of two first files of one school, only one may make the key, and both need it.
    private async Task<KeyRow> MakeAsync(string kind, Guid owner, CancellationToken ct)
    {
        using var key = DataKey.New(Guid.CreateVersion7(clock.GetUtcNow()), kind, owner);
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        own.Scope.Narrow(new OrganisationId(owner));
        if (await own.Set<KeyShredding>().AnyAsync(s => s.OrganisationId == new OrganisationId(owner) && s.CaseId == null, ct))
        {
            throw new InvalidOperationException("The keys of this school were destroyed when it left; it gets no new one.");
        }

        var row = KeyRow.Keep(KeyRing.WrapKey(key, roots));
        if (db.Database.CurrentTransaction is not null && db.Provider.Name == "SQLite")
        {
            // The caller is the one writer there is: nobody else can make this key, and a second writer would wait for the first.
            db.Add(row);
            return row;
        }

        own.Add(row);
        try
        {
            await own.SaveChangesAsync(ct);
            return row;
        }
        catch (DbUpdateException error) when (own.Provider.IsUniqueViolation(error))
        {
            return await NewestAsync(kind, owner, ct) ?? throw new InvalidOperationException("The key was made by another and is not there.", error);
        }
    }

    private Task<KeyRow?> NewestAsync(string kind, Guid owner, CancellationToken ct) =>
        db.Set<KeyRow>().AsNoTracking().Where(k => k.Kind == kind && k.Owner == owner)
            .OrderByDescending(k => k.KeyVersion).FirstOrDefaultAsync(ct);
}
