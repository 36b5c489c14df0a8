using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>The posts of the person who asks, and the switch between them.</summary>
[Requires(NetworksPermissions.ChoosePost)]
internal sealed class ChoosePostModel(AppDbContext db, ChoosePostHandler handler, ISessions sessions, TimeProvider clock) : NetworkPage
{
    [BindProperty]
    public Guid Post { get; set; }

    [BindProperty]
    public Guid? Network { get; set; }

    public IReadOnlyList<MyPost> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await MineAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        NetworkId? network = Network is { } id ? new NetworkId(id) : null;
        if (await handler.HandleAsync(new(new(Post), network), Actor, ct) is { } refusal)
        {
            Rows = await MineAsync(ct);
            return Answer(refusal);
        }

        await sessions.ActInAsync(HttpContext, new PostId(Post), ct);
        return Done("/", "You act in another post now.");
    }

    private async Task<IReadOnlyList<MyPost>> MineAsync(CancellationToken ct)
    {
        var person = Actor.Person;
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.PersonId == person && p.Standing == PostStanding.Confirmed && p.EndedAt == null)
            .ToListAsync(ct);
        var organisationIds = posts.ConvertAll(p => p.OrganisationId);
        var networkIds = posts.SelectMany(p => p.Notices).Select(n => n.NetworkId).Distinct().ToList();
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(o => organisationIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var networks = await db.Set<Network>().AsNoTracking().Where(n => networkIds.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var now = clock.GetUtcNow();
        return
        [
            .. posts.Where(p => p.Runs(now, LocalDay.Of(now, organisations[p.OrganisationId].Zone)))
                .OrderBy(p => p.From).ThenBy(p => p.Role).ThenBy(p => p.Id.Value).SelectMany(p =>
                p.Notices.OrderBy(n => n.MemberSince).ThenBy(n => n.NetworkId.Value).Select(n => (NetworkId?)n.NetworkId).DefaultIfEmpty()
                    .Select(n => new MyPost(p.Id, p.Title, p.Role, organisations[p.OrganisationId].Name, n, n is { } id ? networks[id] : null, p.Until))),
        ];
    }
}

internal sealed record MyPost(PostId Post, string Title, Role Role, string Organisation, NetworkId? Network, string? NetworkName, DateOnly? Until);
