using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One entry: every fact with who said it and when, what other schools say otherwise, and how it was joined.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class ShowEntryPage(AppDbContext db, DirectoryLimits limits, DecideJoinHandler joins, WriteEntryNoteHandler notes, EntryReader reader) : CausewayPage
{
    [BindProperty]
    public string? Note { get; set; }

    public Entry Entry { get; private set; } = null!;

    public IReadOnlyList<Contribution> Contributions { get; private set; } = [];

    public IReadOnlyList<JoinDecision> Decisions { get; private set; } = [];

    public int Waiting { get; private set; }

    public Listing? OwnListing { get; private set; }

    public EntryNote? OwnNote { get; private set; }

    /// <summary>Kinds of facts that are older than they can be relied on.</summary>
    public IReadOnlySet<FieldGroup> RunOut { get; private set; } = new HashSet<FieldGroup>();

    public bool TooMany { get; private set; }

    public EntryKnowledge Knowledge { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public bool SeesNote => May(DirectoryPermissions.SeeNotes);

    public bool MayNote => May(DirectoryPermissions.EditListings) && Actor.Organisation is not null;

    public bool MayTell => Actor.Organisation is not null && May(DirectoryPermissions.TellEntries, new AccessObject(Network: Entry.NetworkId));

    public bool MayRecordTies => Actor.Organisation is { } own && May(DirectoryPermissions.RecordTies, new AccessObject(own));

    public bool MayUndo => May(DirectoryPermissions.DecideJoins, new AccessObject(Network: Entry.NetworkId)) && Contributions.Count > 1;

    public async Task<IActionResult> OnGetAsync(EntryId id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            var moved = await db.Set<EntryMoved>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
            return moved is null ? NotThere() : Redirect($"/directory/entries/{moved.Now}");
        }

        Note = OwnListing?.Note ?? OwnNote?.Text;
        if (!await limits.TrySeeAsync([id], Actor, ct))
        {
            TooMany = true;
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }

        await reader.Story.SeeAsync(Contributions, Actor, ct);
        db.Record(TooMany ? "directory.limit-reached" : "entry.seen", id.Value);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostNoteAsync(EntryId id, CancellationToken ct) =>
        AnswerAsync(id, () => notes.HandleAsync(new WriteEntryNote(id, Note), Actor, ct), "Your note is saved. Only your school sees it.", ct);

    /// <param name="listing">Only this one is taken out; absent: all are taken apart.</param>
    public Task<IActionResult> OnPostUndoAsync(EntryId id, ListingId? listing, CancellationToken ct) =>
        AnswerAsync(id, () => joins.UndoAsync(id, listing, Actor, ct), "The join is undone. They will not be joined again unless somebody says so.", ct);

    private async Task<IActionResult> AnswerAsync(EntryId id, Func<Task<Refusal?>> act, string done, CancellationToken ct)
    {
        if (!await db.Set<Entry>().AnyAsync(e => e.Id == id, ct))
        {
            return NotThere();
        }

        if (await act() is not { } refusal)
        {
            return Done($"/directory/entries/{id}", done);
        }

        return refusal == ShareListingsHandler.NotThere || !await LoadAsync(id, ct) ? NotThere() : Refuse(refusal);
    }

    private async Task<bool> LoadAsync(EntryId id, CancellationToken ct)
    {
        var entry = await db.Set<Entry>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct);
        if (entry is null || !May(DirectoryPermissions.Search, new AccessObject(Network: entry.NetworkId)))
        {
            return false;
        }

        Entry = entry;
        Contributions = [.. (await db.Set<Contribution>().AsNoTracking().Where(c => c.EntryId == id).ToListAsync(ct)).OrderBy(c => c.SharedAt).ThenBy(c => c.Id.Value)];
        RunOut = reader.Story.RunOut(entry, Contributions, Actor);
        var ids = Contributions.Select(c => c.Id).ToList();
        Decisions = await db.Set<JoinDecision>().AsNoTracking().Where(d => ids.Contains(d.Left) || ids.Contains(d.Right)).OrderByDescending(d => d.At).Take(20).ToListAsync(ct);
        Waiting = await db.Set<JoinProposal>().CountAsync(p => ids.Contains(p.Left) || ids.Contains(p.Right), ct);
        if (SeesNote)
        {
            OwnListing = await db.Set<Listing>().AsNoTracking().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id).FirstOrDefaultAsync(ct);
            OwnNote = await db.Set<EntryNote>().AsNoTracking().Where(n => ids.Contains(n.About)).FirstOrDefaultAsync(ct);
        }

        Today = reader.Today;
        Knowledge = await reader.LoadAsync(entry, ids, Actor, T, ct);
        ViewData["labels"] = Knowledge.Labels;
        ViewData["run-out"] = RunOut;
        ViewData["places"] = EntryGroups.PlaceNames(entry);
        return true;
    }
}
