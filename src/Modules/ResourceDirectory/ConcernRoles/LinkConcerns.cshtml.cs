using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Causeway.ResourceDirectory;

/// <summary>Which roles of our school help with which kind of concern.</summary>
[Requires(DirectoryPermissions.EditConcernRoles)]
internal sealed class LinkConcernsPage(AppDbContext db, RoleLabelReader packs, LinkConcernsHandler handler) : CausewayPage
{
    /// <summary>Ticked roles by group of concern.</summary>
    [BindProperty]
    public Dictionary<ConcernGroup, List<InsideRole>> Links { get; set; } = [];

    [BindProperty]
    public int? Version { get; set; }

    public RoleLabels Labels { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Organisation is not { } school)
        {
            return NotThere();
        }

        var help = await WhoHelps.LoadAsync(db, school, ct);
        (Version, Labels) = (help.Version, await packs.LoadAsync(Actor, T, ct));
        Links = help.Links.GroupBy(l => l.Group).ToDictionary(g => g.Key, g => g.Select(l => l.Role).ToList());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Labels = await packs.LoadAsync(Actor, T, ct);
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var links = Links.SelectMany(l => l.Value.Select(role => new ConcernRole(l.Key, role))).Where(l => Enum.IsDefined(l.Group) && Enum.IsDefined(l.Role)).ToList();
        switch (await handler.HandleAsync(new LinkConcerns(links, Version), Actor, ct))
        {
            case null:
                return Done("/directory/who-helps", "Saved.");
            case var refusal when refusal == Refusal.ChangedMeanwhile:
                Version = (await WhoHelps.LoadAsync(db, Actor.Organisation!.Value, ct)).Version;
                ModelState.Remove(nameof(Version));
                return Refuse(refusal);
            default:
                return NotThere();
        }
    }
}
