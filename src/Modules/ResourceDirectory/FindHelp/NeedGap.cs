using System.Security.Cryptography;
using System.Text;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal enum AgeBand
{
    Under6,
    From6To11,
    From12To17,
    From18,
}

/// <summary>
/// A need for which nobody in the directory is known: codes and the month, no words, no person. Counted once for a person,
/// a need and a day; who it was cannot be read from the mark.
/// </summary>
internal sealed class NeedGap : IOwnedByNetwork
{
    private NeedGap()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private set; }

    public string? Concern { get; private set; }

    public ProfessionFamily? Family { get; private set; }

    /// <summary>The languages asked for, with bars as in <see cref="Entry.Languages"/>; empty: none.</summary>
    public string Languages { get; private set; } = "";

    /// <summary>Folded name of the area; empty: none asked for.</summary>
    public string Area { get; private set; } = "";

    public AgeBand? Ages { get; private set; }

    /// <summary>True: there were some of whom nobody knows whether they fit.</summary>
    public bool OnlyUnknown { get; private set; }

    public string Mark { get; private set; } = "";

    /// <summary>Null: the question had no code that could be counted.</summary>
    public static NeedGap? Of(HelpNeed need, Actor by, NetworkId network, bool onlyUnknown, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var gap = new NeedGap
        {
            Id = EntityId.New<DirectoryRowId>(clock),
            NetworkId = network,
            Month = new DateOnly(today.Year, today.Month, 1),
            Concern = need.Speaks?.Code,
            Family = need.Family,
            Languages = need.Language.Count == 0 ? "" : "|" + string.Join('|', need.Language.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(8).Where(l => l.Length == 3)) + "|",
            Area = SearchWords.Key(need.Area ?? ""),
            Ages = need.Age switch { null or < 0 => null, < 6 => AgeBand.Under6, < 12 => AgeBand.From6To11, < 18 => AgeBand.From12To17, _ => AgeBand.From18 },
            OnlyUnknown = onlyUnknown,
        };
        if (gap is { Concern: null, Family: null, Languages: "", Area: "" })
        {
            return null;
        }

        var what = $"{by.Person.Value:N}|{today:O}|{network.Value:N}|{gap.Concern}|{gap.Family}|{gap.Languages}|{gap.Area}|{gap.Ages}";
        gap.Mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what))[..16]);
        return gap;
    }

    internal static NeedGap Past(NetworkId network, DateOnly month, string? concern, ProfessionFamily? family, string language, string area, AgeBand? ages, string mark, TimeProvider clock) => new()
    {
        Id = EntityId.New<DirectoryRowId>(clock),
        NetworkId = network,
        Month = new DateOnly(month.Year, month.Month, 1),
        Concern = concern,
        Family = family,
        Languages = language.Length == 0 ? "" : $"|{language}|",
        Area = area,
        Ages = ages,
        Mark = mark,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<NeedGap>
    {
        public void Configure(EntityTypeBuilder<NeedGap> builder)
        {
            builder.HasKey(g => g.Id);
            builder.Property(g => g.Concern).HasMaxLength(60);
            builder.Property(g => g.Languages).HasMaxLength(60);
            builder.Property(g => g.Area).HasMaxLength(SearchWords.LongestKey);
            builder.Property(g => g.Mark).HasMaxLength(40);
            builder.HasIndex(g => new { g.NetworkId, g.Mark });
            builder.HasIndex(g => new { g.NetworkId, g.Month });
        }
    }
}

/// <param name="OnlyUnknown">How many of them found only entries of whom something was not known.</param>
internal sealed record NeedGapCount(string? Concern, ProfessionFamily? Family, string Language, string Area, AgeBand? Ages, int Searches, int OnlyUnknown);

/// <summary>Needs that found nobody, for the page that shows what a network lacks.</summary>
internal sealed class NeedGaps(Persistence.AppDbContext db)
{
    /// <summary>Counts by need, language, area and age since the month; a search for two languages counts under each of them.</summary>
    public async Task<IReadOnlyList<NeedGapCount>> CountAsync(NetworkId network, DateOnly since, CancellationToken ct)
    {
        var month = new DateOnly(since.Year, since.Month, 1);
        var rows = await db.Set<NeedGap>().AsNoTracking().Where(g => g.NetworkId == network && g.Month >= month)
            .GroupBy(g => new { g.Concern, g.Family, g.Languages, g.Area, g.Ages })
            .Select(g => new { g.Key, Searches = g.Select(x => x.Mark).Distinct().Count(), Unknown = g.Where(x => x.OnlyUnknown).Select(x => x.Mark).Distinct().Count() }).ToListAsync(ct);
        return [.. rows.SelectMany(r => Split(r.Key.Languages).Select(l => (r, Language: l)))
            .GroupBy(x => (Concern: NeedTaxonomy.Find(x.r.Key.Concern)?.Code, x.r.Key.Family, x.Language, x.r.Key.Area, x.r.Key.Ages))
            .Select(g => new NeedGapCount(g.Key.Concern, g.Key.Family, g.Key.Language, g.Key.Area, g.Key.Ages, g.Sum(x => x.r.Searches), g.Sum(x => x.r.Unknown)))
            .OrderByDescending(c => c.Searches).ThenBy(c => c.Concern, StringComparer.Ordinal).ThenBy(c => c.Language, StringComparer.Ordinal)];
    }

    private static string[] Split(string languages) => languages.Length == 0 ? [""] : languages.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
