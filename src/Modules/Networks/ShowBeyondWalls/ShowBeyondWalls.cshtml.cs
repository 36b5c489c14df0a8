using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed record BeyondPart(string Heading, IReadOnlyList<BeyondWallsRow> Rows);

/// <summary>One page per organisation over every module; each part is asked in the reader's scope, so each reader sees their own.</summary>
[Requires(NetworksPermissions.SeeOrganisation)]
internal sealed class ShowBeyondWallsModel(AppDbContext db, IEnumerable<IBeyondWalls> parts) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<BeyondPart> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = new OrganisationId(Id);
        if (await db.VisibleOrganisations().FirstOrDefaultAsync(o => o.Id == id, ct) is not { } found)
        {
            return NotThere();
        }

        Name = found.Name;
        var shown = new List<BeyondPart>();
        foreach (var part in parts.OrderBy(p => p.Order))
        {
            if (await part.ForAsync(id, ct) is { Count: > 0 } rows)
            {
                shown.Add(new BeyondPart(part.Heading, rows));
            }
        }

        Parts = shown;
        return Page();
    }
}
