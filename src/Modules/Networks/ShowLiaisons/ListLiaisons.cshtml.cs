using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Holder">Null: nobody was named, or whoever was holds no post there any more.</param>
internal sealed record LiaisonRow(AuthorityLiaison Liaison, string School, string? Holder, int InOffice);

[Requires(NetworksPermissions.SeeLiaisons)]
internal sealed class ListLiaisonsModel(AppDbContext db, INetworkDirectory networks) : NetworkPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    public IReadOnlyList<LiaisonRow> Rows { get; private set; } = [];

    public bool MayOpen => May(NetworksPermissions.KeepLiaisons, new(Network: Actor.Network));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return NotThere();
        }

        var found = await db.Set<AuthorityLiaison>().AsNoTracking().Where(l => l.NetworkId == network).ToListAsync(ct);
        var words = TypedText.Key(FormText.Tidy(Q)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var officers = await db.Set<LiaisonOfficer>().AsNoTracking().Where(o => o.NetworkId == network).ToListAsync(ct);
        var inOffice = officers.Where(o => o.IsInOffice(Today)).ToLookup(o => o.LiaisonId);
        var schools = (await networks.MembersAsync(network, ct)).ToDictionary(o => o.Id, o => o.Name);
        var posts = await networks.PostsInAsync(network, ct);
        Rows =
        [
            .. found.Select(l => (Liaison: l, Key: string.Join(' ', [l.SearchKey, TypedText.Key(T[LiaisonWords.Of(l.Kind)].Value), .. inOffice[l.Id].Select(o => TypedText.Key(o.Name))])))
                .Where(l => words.All(w => l.Key.Contains(w, StringComparison.Ordinal)))
                .OrderBy(l => l.Liaison.Kind).ThenBy(l => l.Liaison.Name, StringComparer.CurrentCulture)
                .Select(l => new LiaisonRow(
                    l.Liaison, schools.GetValueOrDefault(l.Liaison.School, T["A member that left"].Value), HolderOf(l.Liaison, posts)?.PersonName, inOffice[l.Liaison.Id].Count())),
        ];
        return Page();
    }

    internal static PostCard? HolderOf(AuthorityLiaison liaison, IReadOnlyList<PostCard> posts) =>
        posts.FirstOrDefault(p => p.Person == liaison.Holder && p.Organisation == liaison.School);
}
