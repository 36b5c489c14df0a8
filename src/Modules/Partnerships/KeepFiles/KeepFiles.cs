using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>
/// Adds files, versions and keepers. What belongs to a finished project stays as it is by every way, which the handler asks
/// of the project and holds by touching its row.
/// </summary>
internal sealed class KeepFilesHandler(AppDbContext db, PartnershipDoor door, FileStore store, FileBook book, TimeProvider clock)
{
    public async Task<Refusal?> AddAsync(PartnershipId id, string? title, FilePlace place, IReadOnlyList<ChosenFile> files, Actor actor, CancellationToken ct)
    {
        var (view, refusal) = await OpenAsync(id, place, actor, ct);
        if (view is null)
        {
            return refusal;
        }

        var no = files.Count == 0 ? FileFormat.NoFile
            : files.Count > FileFormat.MostAtOnce ? FileFormat.AtOnce
            : title?.Trim().Length > FileFormat.LongestTitle ? PartnershipFile.NoTitle
            : files.Count + await db.Set<PartnershipFile>().CountAsync(f => f.PartnershipId == id, ct) > PartnershipFile.Most ? PartnershipFile.TooMany : null;
        var looked = no is null ? files.Select(f => FileFormat.Look(f, files.Count == 1 ? title : null)).ToList() : [];
        if ((no ?? looked.Find(l => l.Refusal is not null).Refusal) is { } unfit)
        {
            return unfit;
        }

        foreach (var (brought, _) in looked)
        {
            var file = PartnershipFile.Add(view.Own!, brought!.Title, place, KeeperOf(view, actor), actor.Name, clock);
            db.Add(file);
            db.Add(await KeepAsync(file, brought, actor, ct));
        }

        return await db.TrySaveAsync("partnership-file.added", id.Value, ct);
    }

    /// <summary>Any side may bring a newer version; the earlier ones stay.</summary>
    public async Task<Refusal?> RenewAsync(PartnershipId id, PartnershipRowId file, IReadOnlyList<ChosenFile> files, int version, Actor actor, CancellationToken ct)
    {
        var (view, found, refusal) = await FindAsync(id, file, version, actor, ct);
        if (found is null)
        {
            return refusal;
        }

        var no = refusal ?? (files.Count == 0 ? FileFormat.NoFile : files.Count > 1 ? PartnershipFile.OneAtATime : found.File.Latest >= PartnershipFile.MostVersions ? PartnershipFile.TooManyVersions : null);
        if (no is not null)
        {
            return no;
        }

        var (brought, unfit) = FileFormat.Look(files[0], null);
        if (brought is null)
        {
            return unfit;
        }

        db.Add(await KeepAsync(found.File, brought, actor, ct));
        return await db.TrySaveAsync("partnership-file.renewed", file.Value, ct);
    }

    public async Task<Refusal?> DescribeAsync(PartnershipId id, PartnershipRowId file, string? title, FilePlace place, int version, Actor actor, CancellationToken ct)
    {
        var (view, found, refusal) = await FindAsync(id, file, version, actor, ct);
        if (found is null)
        {
            return refusal;
        }

        // Also the project it would go to must still take something.
        var no = refusal ?? (found.File.Place == place ? null : await HoldAsync(view!, place, ct)) ?? found.File.Describe(title, place);
        return no ?? await db.TrySaveAsync("partnership-file.described", file.Value, ct);
    }

    /// <summary>Each file of the own side gets the keeper chosen for it; those without a choice stay as they are.</summary>
    public async Task<Refusal?> GiveAsync(PartnershipId id, IReadOnlyDictionary<Guid, Guid?> keepers, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { Own: { } own } view)
        {
            return PartnershipDoor.Gone;
        }

        var chosen = keepers.Where(k => k.Value is not null).ToDictionary(k => new PartnershipRowId(k.Key), k => new PartnershipRowId(k.Value!.Value));
        var ids = chosen.Keys.ToList();
        var files = await db.Set<PartnershipFile>().Where(f => f.PartnershipId == id && f.PartyId == own.Id && ids.Contains(f.Id)).ToListAsync(ct);
        var refusal = view.Partnership.IsOver ? Partnership.Over
            : files.Count < chosen.Count ? PartnershipDoor.Gone
            : chosen.Count == 0 || chosen.Values.Any(k => view.OwnersOf(own).All(o => o.Id != k)) ? PartnershipFile.NoKeeper : null;
        if (refusal is not null)
        {
            return refusal;
        }

        foreach (var file in files)
        {
            file.GiveTo(chosen[file.Id]);
            db.Record("partnership-file.given", file.Id.Value);
        }

        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> RemoveAsync(PartnershipId id, PartnershipRowId file, int version, Actor actor, CancellationToken ct)
    {
        var (view, found, refusal) = await FindAsync(id, file, version, actor, ct);
        return found is null ? refusal : refusal ?? (found.File.PartyId != view!.Own!.Id ? PartnershipFile.NotYours : await book.RemoveAsync(found, store, actor, ct));
    }

    private static PartnershipRowId? KeeperOf(PartnershipView view, Actor actor) =>
        (view.OwnersOf(view.Own!).FirstOrDefault(o => o.PersonId == actor.Person) ?? view.OwnersOf(view.Own!).FirstOrDefault())?.Id;

    private async Task<FileVersion> KeepAsync(PartnershipFile file, BroughtFile brought, Actor actor, CancellationToken ct)
    {
        using var content = new MemoryStream(brought.Content, writable: false);
        var stored = await store.AddAsync(content, file.Title + brought.Format.Ending, brought.Format.ContentType, ct);
        return file.Next(brought, stored, db.Scope.Organisation, actor.Name, clock);
    }

    private async Task<(PartnershipView? View, Refusal? Refusal)> OpenAsync(PartnershipId id, FilePlace place, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view)
        {
            return (null, PartnershipDoor.Gone);
        }

        var refusal = view.Partnership.IsOver ? Partnership.Over : await HoldAsync(view, place, ct);
        return refusal is null ? (view, null) : (null, refusal);
    }

    private async Task<(PartnershipView? View, KeptFile? File, Refusal? Refusal)> FindAsync(PartnershipId id, PartnershipRowId file, int version, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view || await book.FindAsync(view, file, ct) is not { } found)
        {
            return (null, null, PartnershipDoor.Gone);
        }

        var refusal = view.Partnership.IsOver ? Partnership.Over : await HoldAsync(view, found.File.Place, ct);
        return (view, found, refusal ?? (found.File.Version != version ? Refusal.ChangedMeanwhile : null));
    }

    /// <summary>A project that takes something is touched, so that finishing it in the same moment is noticed.</summary>
    private async Task<Refusal?> HoldAsync(PartnershipView view, FilePlace place, CancellationToken ct)
    {
        if (place.Shelf != FileShelf.Project)
        {
            return null;
        }

        var project = await db.Set<JointProject>().FirstOrDefaultAsync(p => p.Id == place.Project && p.PartnershipId == view.Partnership.Id, ct);
        return project is null ? PartnershipFile.NoPlace : project.Changed();
    }
}
