using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Partnerships;

internal enum KeeperState
{
    Keeps,

    /// <summary>A hand-over of the keeper runs.</summary>
    Leaves,

    /// <summary>Is no owner any more, or has no post at the school any more.</summary>
    HasLeft,

    Nobody,
}

internal sealed record KeptFile(PartnershipFile File, IReadOnlyList<FileVersion> Versions, PartyOwner? Keeper, KeeperState State)
{
    public FileVersion Newest => Versions[0];

    public bool NeedsKeeper => State is not KeeperState.Keeps;
}

/// <summary>Reads the files of a partnership that a door has let through, and opens them whoever's key they lie under.</summary>
internal sealed class FileBook(AppDbContext db, INetworkDirectory networks, IServiceScopeFactory scopes)
{
    public async Task<IReadOnlyList<KeptFile>> OfAsync(PartnershipView view, CancellationToken ct)
    {
        var files = await db.Set<PartnershipFile>().Where(f => f.PartnershipId == view.Partnership.Id).OrderBy(f => f.Title).ThenBy(f => f.Id).ToListAsync(ct);
        if (files.Count == 0)
        {
            return [];
        }

        var ids = files.ConvertAll(f => f.Id);
        var versions = (await db.Set<FileVersion>().AsNoTracking().Where(v => ids.Contains(v.OfId)).OrderByDescending(v => v.Number).ToListAsync(ct)).ToLookup(v => v.OfId);
        var leaving = (await db.Set<HandOver>().AsNoTracking().Where(h => h.PartnershipId == view.Partnership.Id && h.RunsFor != null).Select(h => h.OwnerId).ToListAsync(ct)).ToHashSet();
        var gone = await GoneAsync(view, files, ct);
        return [.. files.Select(f =>
        {
            var keeper = view.Owners.FirstOrDefault(o => o.Id == f.KeeperId);
            var state = keeper is null ? KeeperState.Nobody : gone.Contains(keeper.Id) ? KeeperState.HasLeft : leaving.Contains(keeper.Id) ? KeeperState.Leaves : KeeperState.Keeps;
            return new KeptFile(f, [.. versions[f.Id]], keeper, state);
        })];
    }

    public async Task<KeptFile?> FindAsync(PartnershipView view, PartnershipRowId file, CancellationToken ct) => (await OfAsync(view, ct)).FirstOrDefault(f => f.File.Id == file);

    /// <summary>Null: not there, or of another partnership.</summary>
    public async Task<(PartnershipFile File, FileVersion Version, byte[] Content)?> OpenAsync(PartnershipView view, PartnershipRowId file, int number, CancellationToken ct)
    {
        var found = await db.Set<PartnershipFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file && f.PartnershipId == view.Partnership.Id, ct);
        var version = found is null ? null : await db.Set<FileVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.OfId == file && v.Number == number, ct);
        return version is null ? null : (found!, version, await scopes.ReadFileAsync(version.KeyOf, version.NetworkId, version.FileId, version.Bytes, ct));
    }

    /// <summary>
    /// Takes a file and all its versions away: rows and own bytes in one commit, then the bytes that lie under another
    /// organisation's key. Broken off between the two, unreadable pieces are left over and no file that cannot be opened.
    /// </summary>
    public async Task<Refusal?> RemoveAsync(KeptFile file, FileStore own, Actor actor, CancellationToken ct)
    {
        foreach (var version in file.Versions.Where(v => v.KeyOf == db.Scope.Organisation))
        {
            await own.RemoveAsync(version.FileId, ct);
        }

        db.Remove(file.File);
        if (await db.TrySaveAsync("partnership-file.removed", file.File.Id.Value, ct) is { } refusal)
        {
            return refusal;
        }

        foreach (var group in file.Versions.Where(v => v.KeyOf != db.Scope.Organisation).GroupBy(v => v.KeyOf))
        {
            await RemoveBytesAsync(file.File, group, actor, ct);
        }

        return null;
    }

    private async Task RemoveBytesAsync(PartnershipFile file, IGrouping<OrganisationId, FileVersion> versions, Actor actor, CancellationToken ct)
    {
        await using var owners = scopes.CreateAsyncScope();
        var scope = owners.ServiceProvider.GetRequiredService<Scope>();
        scope.Set(actor);
        scope.From = db.Scope.From;
        scope.Narrow(versions.Key, file.NetworkId);
        foreach (var version in versions)
        {
            await owners.ServiceProvider.GetRequiredService<FileStore>().RemoveAsync(version.FileId, ct);
        }

        var theirs = owners.ServiceProvider.GetRequiredService<AppDbContext>();
        theirs.Record("partnership-file.bytes-removed", file.Id.Value, actor.Organisation?.Value);
        await theirs.SaveChangesAsync(ct);
    }

    private async Task<HashSet<PartnershipRowId>> GoneAsync(PartnershipView view, List<PartnershipFile> files, CancellationToken ct)
    {
        var keepers = view.Owners.Where(o => files.Exists(f => f.KeeperId == o.Id)).ToList();
        var gone = keepers.Where(o => o.Until is not null).Select(o => o.Id).ToHashSet();
        foreach (var side in view.Parties.Where(p => p.Member is not null && keepers.Exists(k => k.PartyId == p.Id && k.Until is null)))
        {
            var here = (await networks.PostsAsync(side.Member!.Value, ct)).Select(p => p.Person).ToHashSet();
            gone.UnionWith(keepers.Where(k => k.PartyId == side.Id && k.PersonId is { } person && !here.Contains(person)).Select(k => k.Id));
        }

        return gone;
    }
}
