using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>The first results of a search as a booklet on paper, each fact with its date. Counts like looking at them.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class PrintSearchPage(AppDbContext db, HelpGrounds grounds, HelpSearch search, DirectoryLimits limits) : CausewayPage
{
    public HelpNeed Need { get; private set; } = new();

    public IReadOnlyList<HelpChip> Chips { get; private set; } = [];

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public int Total { get; private set; }

    public bool TooMany { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Need = HelpQuery.Read(Request.Query);
        if (Actor.Network is not { } network)
        {
            return NotThere();
        }

        if (Need.IsProtection && await DutyAnswer.OfAsync(db, Actor, search.Clock, ct) is null)
        {
            return Redirect(HelpLinks.Duty(Need));
        }

        var ground = await grounds.LoadAsync(network, Actor, T, ct);
        Chips = HelpChips.Of(Need, ground, T);
        var found = await search.FindAsync(Need, ground.Centre(Need), 1, Paging.LargestSize, ct);
        (Total, TooMany) = (found.Total, !await limits.TrySeeAsync([.. found.Page.Select(e => e.Entry.Id)], Actor, ct));
        if (TooMany)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        else
        {
            Entries = [.. found.Page.Select(e => e.Entry)];
        }

        db.Record(TooMany ? "directory.limit-reached" : "directory.printed", TooMany ? Actor.Person.Value : network.Value);
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
