using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>The person's own shortlist: to compare, to open, to take off.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class ShortlistPage(AppDbContext db, KeepShortlistHandler handler, DirectoryLimits limits) : CausewayPage
{
    /// <summary>The search to go back to: the part of its address after the path.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public IReadOnlyList<EntryId> Gone { get; private set; } = [];

    public bool TooMany { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Entries, Gone) = await handler.ListAsync(Actor, ct);
        if (!await limits.TrySeeAsync([.. Entries.Select(e => e.Id)], Actor, ct))
        {
            (TooMany, Entries) = (true, []);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }

        db.Record(TooMany ? "directory.limit-reached" : "shortlist.seen", Actor.Person.Value);
        await db.SaveChangesAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostAddAsync(EntryId entry, CancellationToken ct) => KeepAsync(new(entry, Keep: true), "It is on your shortlist. Only you see it.", ct);

    public Task<IActionResult> OnPostTakeOffAsync(EntryId entry, CancellationToken ct) => KeepAsync(new(entry, Keep: false), "It is off your shortlist.", ct);

    private async Task<IActionResult> KeepAsync(KeepShortlist command, string done, CancellationToken ct)
    {
        var refusal = await handler.HandleAsync(command, Actor, ct);
        if (refusal is null)
        {
            return Done(Back is ['?', ..] ? "/find-help" + Back : Back == "entry" ? $"/directory/entries/{command.Entry}" : "/find-help/shortlist", done);
        }

        if (refusal == ShareListingsHandler.NotThere)
        {
            return NotThere();
        }

        (Entries, Gone) = await handler.ListAsync(Actor, ct);
        return Refuse(refusal);
    }
}
