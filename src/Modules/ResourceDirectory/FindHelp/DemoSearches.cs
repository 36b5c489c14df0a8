using System.Globalization;
using System.Text.Json;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>
/// What the people of the made-up city have kept of their searches, and needs of the last months for which nobody was found,
/// so that saved searches, shortlists and the gap view have something in them.
/// </summary>
internal sealed class DemoSearches(AppDbContext db, IActorSource actors, TimeProvider clock) : IDemoPart
{
    private const int KeptEntries = 3;

    private static readonly (string Name, string Query)[] Searches =
    [
        ("Korean speakers, anxiety", "?concern=health.anxiety&language=kor"),
        ("Free of charge for a teenager", "?age=14&fee=0"),
        ("Speech and language, German or English", "?concern=health.speech&language=deu&language=eng"),
    ];

    private static readonly (string Concern, string Language, string Area, AgeBand Ages, int Times)[] Unmet =
    [
        ("health.eating", "kor", "", AgeBand.From12To17, 5),
        ("health.autism", "ara", "", AgeBand.Under6, 4),
        ("learning.reading", "jpn", "", AgeBand.From6To11, 3),
        ("health.mood", "ukr", "old port", AgeBand.From12To17, 3),
        ("family.separation", "zho", "", AgeBand.From6To11, 2),
        ("support.interpreting", "som", "", AgeBand.From6To11, 2),
        ("behaviour.refusal", "fra", "", AgeBand.From12To17, 1),
    ];

    public int Order => 45;

    public async Task BuildAsync(DemoCity city, CancellationToken ct)
    {
        if (!city.Description.TryGetProperty("lists", out var lists) || lists.GetArrayLength() == 0)
        {
            return;
        }

        NetworkId? network = null;
        foreach (var key in Counsellors(city.Description))
        {
            var actor = await db.ActAsAsync(actors, city, key, ct);
            if (actor?.Network is { } mine)
            {
                await KeepAsync(actor, mine, ct);
                network = mine;
            }
        }

        if (network is { } its)
        {
            AddGaps(its);
            db.Record("demo.searches", its.Value);
            await db.SaveChangesAsync(ct);
        }
    }

    private static IEnumerable<string> Counsellors(JsonElement city) => city.GetProperty("people").EnumerateArray()
        .Where(p => p.TryGetProperty("posts", out var posts) && posts.EnumerateArray().Any(post => post.GetProperty("role").GetString() is nameof(Role.Counsellor) or nameof(Role.SafeguardingLead)))
        .Select(p => p.GetProperty("key").GetString()!);

    private async Task KeepAsync(Actor actor, NetworkId network, CancellationToken ct)
    {
        foreach (var (name, query) in Searches)
        {
            if (SavedSearch.Save(HelpQuery.Read(query), name, actor.Person, network, new Earlier(clock, TimeSpan.FromDays(240))) is { Search: { } search })
            {
                db.Add(search);
            }
        }

        var entries = await db.Set<Entry>().Where(e => e.NetworkId == network && e.Languages != "").OrderByDescending(e => e.Contributions).ThenBy(e => e.Id).Take(KeptEntries).Select(e => e.Id).ToListAsync(ct);
        db.AddRange(entries.Select(e => new ShortlistItem(actor.Person, network, e, clock)));
        db.Record("demo.searches", actor.Person.Value);
        await db.SaveChangesAsync(ct);
    }

    private void AddGaps(NetworkId network)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var (concern, language, area, ages, times) in Unmet)
        {
            for (var n = 0; n < times; n++)
            {
                var mark = string.Create(CultureInfo.InvariantCulture, $"demo-{concern}-{n}");
                db.Add(NeedGap.Past(network, today.AddMonths(-n % 4), concern, null, language, area, ages, mark[..Math.Min(mark.Length, 40)], clock));
            }
        }
    }

    private sealed class Earlier(TimeProvider now, TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.GetUtcNow() - by;
    }
}
