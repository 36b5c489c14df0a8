using Causeway.Accounts;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>An organisation: all of it for its own people; card and running posts for the members of a shared network.</summary>
[Requires(NetworksPermissions.SeeOrganisation)]
internal sealed class ShowOrganisationModel(AppDbContext db, People people, TimeProvider clock) : NetworkPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public IReadOnlyList<PostRow> Running { get; private set; } = [];

    public IReadOnlyList<PostRow> Waiting { get; private set; } = [];

    public IReadOnlyList<PostRow> Past { get; private set; } = [];

    public IReadOnlyList<TieRow> Ties { get; private set; } = [];

    public bool IsOwn => Organisation.Id == Actor.Organisation;

    public bool MayEdit => May(NetworksPermissions.EditOrganisation, new(Organisation: Organisation.Id));

    public bool MayFill => May(NetworksPermissions.FillPost, new(Organisation: Organisation.Id));

    /// <summary>The day at the organisation, whose posts these are.</summary>
    public new DateOnly Today => clock.Today(Organisation.Zone);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = new OrganisationId(Id);
        if (await db.VisibleOrganisations().FirstOrDefaultAsync(o => o.Id == id, ct) is not { } found)
        {
            return NotThere();
        }

        Organisation = found;
        await (IsOwn ? FindOwnPostsAsync(ct) : FindNoticesAsync(ct));
        await FindTiesAsync(ct);
        return Page();
    }

    private async Task FindOwnPostsAsync(CancellationToken ct)
    {
        var posts = await db.Set<Post>().IgnoreAutoIncludes().AsNoTracking().Where(p => p.OrganisationId == Organisation.Id)
            .OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync(ct);
        var cards = await people.CardsAsync(posts.Select(p => p.PersonId), ct);
        var now = clock.GetUtcNow();
        var titles = posts.ToDictionary(p => p.Id, p => p);
        PostRow Row(Post p) => new(
            p.Id, NameOf(cards, p.PersonId), p.Title, p.Role, p.From, p.Until, p.NotBefore > now ? p.NotBefore : null,
            p.DeputyFor is { } of && titles.TryGetValue(of, out var principal) ? NameOf(cards, principal.PersonId) : null,
            cards.TryGetValue(p.PersonId, out var card) && card.HasSignedIn);

        Waiting = [.. posts.Where(p => p.Standing == PostStanding.Proposed && p.EndedAt is null).Select(Row)];
        var agreed = posts.Where(p => p.Standing == PostStanding.Confirmed).ToLookup(p => p.EndedAt is null && (p.Until is null || p.Until >= Today));
        Running = [.. agreed[true].Select(Row).OrderBy(p => p.Role).ThenBy(p => p.From)];
        Past = [.. agreed[false].Select(Row).OrderByDescending(p => p.Until)];
    }

    private async Task FindNoticesAsync(CancellationToken ct)
    {
        var notices = await db.Set<PostNotice>().AsNoTracking()
            .Where(n => n.OrganisationId == Organisation.Id && n.NetworkId == db.Scope.Network && n.Confirmed).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var running = notices.Where(n => n.Runs(now, Today)).ToList();
        var cards = await people.CardsAsync(running.Select(n => n.PersonId), ct);
        Running = [.. running.Select(n => new PostRow(n.PostId, NameOf(cards, n.PersonId), n.Title, n.Role, n.From, n.Until, null, null, true))
            .OrderBy(p => p.Role).ThenBy(p => p.From)];
    }

    // Ties are registry; only those whose other end this reader may see are named.
    private async Task FindTiesAsync(CancellationToken ct)
    {
        var ties = await db.Set<GroupTie>().AsNoTracking().Where(t => t.Child == Organisation.Id || t.Parent == Organisation.Id).ToListAsync(ct);
        var ends = ties.Select(t => t.Child == Organisation.Id ? t.Parent : t.Child).Distinct().ToList();
        var seen = await db.VisibleOrganisations().Where(o => ends.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        Ties = [.. ties.Where(t => seen.ContainsKey(t.Child == Organisation.Id ? t.Parent : t.Child)).OrderBy(t => t.From)
            .Select(t => new TieRow(t, t.Child == Organisation.Id, seen[t.Child == Organisation.Id ? t.Parent : t.Child]))];
    }

    private static string NameOf(IReadOnlyDictionary<PersonId, PersonCard> cards, PersonId person) =>
        cards.TryGetValue(person, out var card) ? card.Name : "?";
}

/// <param name="StartsAt">Confirmed, but rights begin later.</param>
/// <param name="HasSignedIn">False: invited, not come yet.</param>
internal sealed record PostRow(
    PostId Id, string Person, string Title, Role Role, DateOnly From, DateOnly? Until, DateTimeOffset? StartsAt, string? DeputyFor, bool HasSignedIn);

internal sealed record TieRow(GroupTie Tie, bool IsParent, string OtherName);
