using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Every change of one listing: who, when, what differs; and the way back to any of them.</summary>
[Requires(DirectoryPermissions.EditListings)]
internal sealed class ShowHistoryPage(AppDbContext db, UndoChangeHandler undo) : CausewayPage
{
    public Listing Listing { get; private set; } = null!;

    public IReadOnlyList<ListingChange> Changes { get; private set; } = [];

    public Paging Paging { get; private set; }

    public bool SeesNote => May(DirectoryPermissions.SeeNotes, new AccessObject(Listing.OrganisationId));

    public async Task<IActionResult> OnGetAsync(ListingId id, int p, CancellationToken ct) => await LoadAsync(id, p, ct) ? Page() : NotThere();

    public async Task<IActionResult> OnPostAsync(ListingId id, DirectoryRowId change, CancellationToken ct)
    {
        if (!await LoadAsync(id, 1, ct))
        {
            return NotThere();
        }

        var answer = await undo.BringBackAsync(id, change, before: true, Actor, ct);
        return answer.Refusal is { } refusal
            ? refusal == ShareListingsHandler.NotThere ? NotThere() : Refuse(refusal)
            : Done($"/directory/listings/{id}/history", "The listing is again what it was before that change.");
    }

    public static string Label(ListingAct act) => act switch
    {
        ListingAct.Added => "Added",
        ListingAct.Edited => "Changed",
        ListingAct.Filed => "Filed under families",
        ListingAct.Removed => "Taken away",
        ListingAct.BroughtBack => "Brought back",
        ListingAct.Restored => "Made again what it was",
        ListingAct.Shared => "Shared with the network",
        ListingAct.Lent => "Lent to schools by name",
        ListingAct.Unshared => "Kept to our school",
        ListingAct.MadePublic => "Put into the public feed",
        ListingAct.ConsentRecorded => "Consent to the public feed recorded",
        ListingAct.ConsentWithdrawn => "Consent to the public feed withdrawn",
        _ => "What never leaves our school was chosen",
    };

    /// <summary>Field by field what a change took away and what it brought.</summary>
    public IEnumerable<(string Label, string Before, string After)> Differences(ListingChange change)
    {
        if (change.States is not [var before, var after])
        {
            yield break;
        }

        string Say(ListingState state, FactField field) => string.Join("; ", state.Facts.Of(field).Select(f => FactWords.Say(f, T)));
        foreach (var field in Enum.GetValues<FactField>())
        {
            var (was, now) = (Say(before, field), Say(after, field));
            if (was != now)
            {
                yield return (FactWords.Label(field), was, now);
            }
        }

        if (SeesNote && before.Note != after.Note)
        {
            yield return ("Note", before.Note ?? "", after.Note ?? "");
        }
    }

    private async Task<bool> LoadAsync(ListingId id, int page, CancellationToken ct)
    {
        var listing = await db.Set<Listing>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, ct);
        if (listing is null || !May(DirectoryPermissions.EditListings, new AccessObject(listing.OrganisationId)))
        {
            return false;
        }

        Listing = listing;
        var changes = db.Set<ListingChange>().AsNoTracking().Where(c => c.ListingId == id);
        Paging = new Paging(page, await changes.CountAsync(ct), 20);
        Changes = await changes.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        return true;
    }
}
