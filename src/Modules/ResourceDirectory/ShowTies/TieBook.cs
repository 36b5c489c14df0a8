using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>One tie as the network may see it on one day.</summary>
/// <param name="Holder">Null: somebody who is in that post no more.</param>
/// <param name="Entry">Null: the professional is in the directory no more.</param>
internal sealed record TieView(
    DirectoryRowId Id, PostId Post, string PostTitle, string? Holder, OrganisationId School, string SchoolName, EntryId? Entry, string Professional,
    DateOnly Since, DateOnly? LastContact, TieStrength Strength, DateOnly? EndedOn)
{
    /// <summary>Over, or its holder has left and nobody has written it down yet.</summary>
    public bool IsPast => EndedOn is not null || Holder is null;
}

/// <summary>Reads ties straight from what schools recorded, as they were on any day.</summary>
internal sealed class TieBook(AppDbContext db, INetworkDirectory networks)
{
    /// <summary>Ties that ran on that day.</summary>
    public async Task<IReadOnlyList<TieView>> OnDayAsync(NetworkId network, DateOnly day, CancellationToken ct)
    {
        var rows = await db.Set<TieNotice>().AsNoTracking()
            .Where(t => t.NetworkId == network && t.Since <= day && (t.EndedOn == null || t.EndedOn > day)).ToListAsync(ct);
        return await ViewAsync(rows, network, day, ct);
    }

    /// <summary>Ties to one entry, those that run first.</summary>
    public async Task<IReadOnlyList<TieView>> OfAsync(EntryId entry, IReadOnlyCollection<ListingId> listings, NetworkId network, DateOnly day, CancellationToken ct)
    {
        var rows = await EntryDoor.RowsAsync<TieNotice>(db, entry, listings, ct);
        var views = await ViewAsync(rows, network, day, ct);
        return [.. views.OrderBy(t => t.IsPast).ThenByDescending(t => t.Strength).ThenBy(t => t.SchoolName, StringComparer.CurrentCulture)];
    }

    public static TieStrength At(IReadOnlyList<TieStep> steps, DateOnly day) => (steps.LastOrDefault(s => s.From <= day) ?? steps[0]).Strength;

    private async Task<IReadOnlyList<TieView>> ViewAsync(List<TieNotice> rows, NetworkId network, DateOnly day, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var posts = (await networks.PostsInAsync(network, ct)).GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.First());
        var abouts = rows.Select(r => r.About).Distinct().ToList();
        var now = await db.Set<Contribution>().AsNoTracking().Where(c => abouts.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.EntryId, ct);
        var entries = now.Values.Concat(rows.Select(r => r.EntryId)).Distinct().ToList();
        var names = await db.Set<Entry>().AsNoTracking().Where(e => entries.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        return rows.ConvertAll(r =>
        {
            var entry = now.TryGetValue(r.About, out var found) ? found : r.EntryId;
            var there = names.TryGetValue(entry, out var name);
            return new TieView(r.Id, r.Post, r.PostTitle, posts.GetValueOrDefault(r.Post)?.PersonName, r.Source, r.SourceName,
                there ? entry : null, name ?? r.Professional, r.Since, r.LastContact, At(r.Strengths, day), r.EndedOn);
        });
    }
}
