using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

[Requires(PartnershipsPermissions.See)]
internal sealed class ShowPartnershipPage(AppDbContext db, PartnershipDoor door, GateBook gate, StoryBook story) : PartnershipPage
{
    public IReadOnlyList<PartnershipChange> History { get; private set; } = [];

    public IReadOnlyList<GateItem> Missing { get; private set; } = [];

    /// <summary>"all": every event.</summary>
    [BindProperty(SupportsGet = true, Name = "story")]
    public string? Told { get; set; }

    /// <summary>Null: seen from outside.</summary>
    public PartnershipStory? Story { get; private set; }

    /// <summary>The review that runs, for those inside.</summary>
    public ReviewId? Running { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await door.SeeAsync(new(Id), Actor, ct) is not { } view)
        {
            return NotThere();
        }

        View = view;
        History = await db.Set<PartnershipChange>().AsNoTracking().Where(c => c.PartnershipId == view.Partnership.Id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).ToListAsync(ct);
        if (!view.IsInside)
        {
            // The register shows stages; who owns what is the parties' business.
            History = [.. History.Where(c => c.What is ChangeOf.Stage or ChangeOf.Formality)];
        }

        Running = view.IsInside ? await db.Set<PartnershipReview>().AsNoTracking().Where(r => r.OpenFor == view.Partnership.Id.Value).Select(r => (ReviewId?)r.Id).FirstOrDefaultAsync(ct) : null;
        Missing = view.IsInside ? await gate.MissingAsync(view, view.Partnership.Formality, Actor.Zone, ct) : [];
        Story = view.IsInside ? await story.TellAsync(view, Today, Told == "all", ct) : null;
        return Page();
    }
}
