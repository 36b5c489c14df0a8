using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>Where help is: drawn from coordinates that schools wrote, with a table of areas.</summary>
[Requires(DirectoryPermissions.Search)]
internal sealed class ShowMapPage(AppDbContext db, PlaceReader reader, RoleLabelReader packs, DirectoryLimits limits) : CausewayPage
{
    private const int Named = 80, NamedInArea = 8;

    [BindProperty(SupportsGet = true)]
    public ProfessionFamily? Family { get; set; }

    [BindProperty(SupportsGet = true)]
    public EntryId? Entry { get; set; }

    public RoleLabels Labels { get; private set; } = null!;

    public PlaceDrawing? Drawing { get; private set; }

    public IReadOnlyList<Placed> Places { get; private set; } = [];

    /// <summary>Those shown by name: few enough to be looked at, counted as looked at.</summary>
    public IReadOnlyList<Placed> Listed { get; private set; } = [];

    public int NotPlaced { get; private set; }

    public bool TooMany { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Labels = await packs.LoadAsync(Actor, T, ct);
        if (Actor.Network is not { } network)
        {
            return Page();
        }

        var (places, without) = await reader.LoadAsync(network, Family, ct);
        Listed = [.. places.GroupBy(p => SearchWords.Key(p.Area), StringComparer.Ordinal).SelectMany(g => g.OrderByDescending(p => p.Id == Entry).Take(NamedInArea)).Take(Named)];
        if (!await limits.TrySeeAsync([.. Listed.Select(p => p.Id)], Actor, ct))
        {
            TooMany = true;
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }

        (Places, NotPlaced) = (places, without);
        Drawing = PlaceDrawing.Of(places, Entry);
        db.Record(TooMany ? "directory.limit-reached" : "map.seen", network.Value);
        await db.SaveChangesAsync(ct);
        return Page();
    }
}
