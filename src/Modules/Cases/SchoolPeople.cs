using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Causeway.Cases;

/// <summary>People of the own school in posts that run today.</summary>
internal sealed class SchoolPeople(INetworkDirectory directory, AppDbContext db)
{
    private IReadOnlyList<PostCard>? _posts;

    public async Task<IReadOnlyList<PostCard>> AllAsync(CancellationToken ct) =>
        _posts ??= db.Scope.Actor.Organisation is { } school ? await directory.PostsAsync(school, ct) : [];

    /// <summary>Those of these roles, without whoever acts.</summary>
    public async Task<IReadOnlyList<PostCard>> OthersAsync(CancellationToken ct, params Role[] roles) =>
        [.. (await AllAsync(ct)).Where(p => roles.Contains(p.Role) && p.Person != db.Scope.Actor.Person).DistinctBy(p => p.Person)];

    public static IReadOnlyList<SelectListItem> Choices(IEnumerable<PostCard> posts) =>
        [.. posts.Select(p => new SelectListItem($"{p.PersonName}, {p.Title}", p.Person.ToString()))];
}
