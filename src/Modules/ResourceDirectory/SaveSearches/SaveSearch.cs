using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

internal sealed record SaveSearch(string? Query, string? Name);

/// <summary>Saves, renames, opens and deletes a person's own searches.</summary>
internal sealed class SaveSearchHandler(AppDbContext db, TimeProvider clock)
{
    public static readonly Refusal Full = new("saved-search.full", "You keep {0} searches already. Delete one first.", "Name", SavedSearch.Most);

    public async Task<Refusal?> HandleAsync(SaveSearch command, Actor actor, CancellationToken ct)
    {
        if (actor.Network is not { } network)
        {
            return ShareListingsHandler.NotThere;
        }

        var (search, refusal) = SavedSearch.Save(HelpQuery.Read(command.Query ?? ""), command.Name, actor.Person, network, clock);
        if (search is null)
        {
            return refusal;
        }

        if (await db.Set<SavedSearch>().CountAsync(s => s.PersonId == actor.Person && s.InNetwork == network, ct) >= SavedSearch.Most)
        {
            return Full;
        }

        db.Add(search);
        return await db.TrySaveAsync("search.saved", search.Id.Value, ct);
    }

    public async Task<Refusal?> RenameAsync(SavedSearchId id, string? name, int version, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } search)
        {
            return ShareListingsHandler.NotThere;
        }

        if (search.Version != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        return search.Rename(name) ?? await db.TrySaveAsync("search.renamed", search.Id.Value, ct);
    }

    public async Task<Refusal?> DeleteAsync(SavedSearchId id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } search)
        {
            return ShareListingsHandler.NotThere;
        }

        db.Remove(search);
        return await db.TrySaveAsync("search.deleted", search.Id.Value, ct);
    }

    /// <summary>Where it leads; from now on only later entries are new. Null: not yours.</summary>
    public async Task<string?> OpenAsync(SavedSearchId id, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { } search)
        {
            return null;
        }

        search.Open(clock);
        return await db.TrySaveAsync("search.opened", search.Id.Value, ct) is null ? "/find-help" + search.Query : null;
    }

    private Task<SavedSearch?> FindAsync(SavedSearchId id, Actor actor, CancellationToken ct) =>
        db.Set<SavedSearch>().FirstOrDefaultAsync(s => s.Id == id && s.PersonId == actor.Person && s.InNetwork == actor.Network, ct);
}
