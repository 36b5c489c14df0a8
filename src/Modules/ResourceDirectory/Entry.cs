using System.Text.Json.Serialization;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>One fact of an entry and who said it.</summary>
/// <param name="Shown">False: another school says otherwise and its word is shown; this one is kept beside it.</param>
/// <param name="Also">How many other schools say the same.</param>
/// <param name="At">Which of several places it is about, from 0; facts that belong to no place are at 0, too.</param>
/// <param name="Told">An answer to a question, by the professional or a school that asked; in no school's list.</param>
internal sealed record Claim(
    Fact Fact,
    Guid Source,
    string SourceName,
    Guid Listing,
    DateOnly SaidOn,
    bool Shown,
    int Also = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int At = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Told = false);

/// <summary>
/// What everybody in the network sees of one professional or service. Made wholly of contributions: it can be rebuilt from
/// them at any time, and holds nothing of its own but its id.
/// </summary>
internal sealed class Entry : IOwnedByNetwork, IVersioned
{
    /// <summary>Raised when entries are to be made anew from what schools lent. A migration then orders a joining run for each network.</summary>
    public const int PresentForm = 1;

    private Entry()
    {
    }

    public EntryId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public EntryKind Kind { get; private set; }

    public ListingPlace Place { get; private set; }

    public string Name { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    public string Profession { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public string Area { get; private set; } = "";

    /// <summary>Sets kept as text with bars around each code (<c>|deu|eng|</c>), so that both databases can ask for one of them. Empty: unknown.</summary>
    public string Families { get; private set; } = "";

    public string Languages { get; private set; } = "";

    public string Areas { get; private set; } = "";

    public string Deliveries { get; private set; } = "";

    public string Schools { get; private set; } = "";

    public int? AgesFrom { get; private set; }

    public int? AgesTo { get; private set; }

    public bool AgesKnown { get; private set; }

    /// <summary>Place on the map; null: not known.</summary>
    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public int Contributions { get; private set; }

    public DateOnly SaidOn { get; private set; }

    /// <summary>Last day anybody confirmed anything of it; null: never.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    /// <summary>First day on which part of it has run out.</summary>
    public DateOnly? RunsOutFrom { get; private set; }

    /// <summary>First day on which all of it counts as stale: it sinks and is labelled, never hidden.</summary>
    public DateOnly? StaleFrom { get; private set; }

    /// <summary>Two campaigns in a row ended without a word: out of the default view, counted, findable.</summary>
    public bool Dormant { get; private set; }

    public DateOnly? LeavesOn { get; private set; }

    /// <summary>Left, withdrew or is gone; stays with its day and its successor.</summary>
    public bool Departed { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    /// <summary>Schools say different things of what one has one of.</summary>
    public bool Disputed { get; private set; }

    public IReadOnlyList<Claim> Claims { get; private set; } = [];

    /// <summary>See <see cref="SearchTokens"/>: read by the search index of the database, not by queries.</summary>
    public string SearchText { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Which program's rules made it; an older one is made anew by the next joining run.</summary>
    public int Form { get; private set; }

    /// <param name="earlier">The id it had before it was joined into another, when that join is undone.</param>
    public static Entry Open(NetworkId network, TimeProvider clock, EntryId? earlier = null) => new()
    {
        Id = earlier ?? EntityId.New<EntryId>(clock),
        NetworkId = network,
        CreatedAt = clock.GetUtcNow(),
    };

    /// <summary>Shows what these contributions say. They are not changed.</summary>
    public void ShowWhat(IReadOnlyCollection<Contribution> say, TimeProvider clock)
    {
        var claims = ClaimRules.Weigh(say);
        var shown = claims.Where(c => c.Shown).Select(c => c.Fact).ToList();
        (Claims, Contributions, SaidOn, Form) = (claims, say.Count, say.Max(c => c.SaidOn), PresentForm);
        Kind = say.Any(c => c.Kind == EntryKind.Person) ? EntryKind.Person : EntryKind.Service;
        Place = say.All(c => c.Place == ListingPlace.Inside) ? ListingPlace.Inside : ListingPlace.Outside;
        Name = shown.First(FactField.Name) ?? say.First().Name;
        NameKey = SearchWords.Key(Name);
        Profession = shown.First(FactField.Profession) ?? shown.First(FactField.SchoolRole) ?? shown.First(FactField.Position) ?? "";
        Organisation = Kind == EntryKind.Service ? "" : shown.First(FactField.Organisation) ?? "";
        Area = shown.First(FactField.Area) ?? shown.First(FactField.City) ?? "";
        FillFilters(claims, shown, say);
        FillFreshness(claims, shown, say);
        SearchText = SearchTokens.Of(claims, say, Kind, SaidOn, Dormant || Departed);
        ChangedAt = clock.GetUtcNow();
    }

    private void FillFilters(IReadOnlyList<Claim> claims, List<Fact> shown, IReadOnlyCollection<Contribution> say)
    {
        Families = Barred(shown.Of(FactField.Family).Select(f => f.Code));
        Languages = Barred(shown.Of(FactField.Languages).Select(f => f.Code));
        Deliveries = Barred(shown.Of(FactField.Delivery).Select(f => f.Code));
        Areas = Barred(claims.Select(c => c.Fact).Where(f => f.Field is FactField.Area or FactField.City).Select(f => SearchWords.Key(f.Text)));
        Schools = Barred(say.Select(c => c.Source.Value.ToString("D")));
        var place = MapPlace.Of(shown);
        (Latitude, Longitude) = (place?.Latitude, place?.Longitude);
        var ages = shown.FirstOrDefault(f => f.Field == FactField.Ages && (f.From ?? f.To) is not null);
        (AgesFrom, AgesTo, AgesKnown) = ((int?)ages?.From, (int?)ages?.To, ages is not null);
    }

    private void FillFreshness(IReadOnlyList<Claim> claims, List<Fact> shown, IReadOnlyCollection<Contribution> say)
    {
        ConfirmedOn = Freshness.ConfirmedOn(say);

        // An answer to a check is the last word; searches order and sink by it.
        SaidOn = ConfirmedOn > SaidOn ? ConfirmedOn.Value : SaidOn;
        StaleFrom = Freshness.StaleFrom(say, ConfirmedOn);
        RunsOutFrom = Freshness.Ages(say, claims).Select(a => (DateOnly?)a.FreshUntil.AddDays(1)).Min();
        Dormant = say.All(c => c.SilentChecks >= Freshness.SilentUntilDormant);
        LeavesOn = shown.Of(FactField.LeavesOn).Select(Freshness.DayOf).OfType<DateOnly?>().Min();
        LeftOn = say.Select(c => c.LeftOn).Max();
        Departed = LeftOn is not null;
        Disputed = claims.Any(c => !c.Shown && c.Fact.Field != FactField.Name && FieldGroups.Of(c.Fact.Field) is not null);
    }

    private static string Barred(IEnumerable<string?> codes)
    {
        var known = codes.Where(c => !string.IsNullOrEmpty(c)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return known.Count == 0 ? "" : "|" + string.Join('|', known) + "|";
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Entry>
    {
        public void Configure(EntityTypeBuilder<Entry> builder)
        {
            builder.HasKey(e => e.Id);
            builder.Property(e => e.Name).HasMaxLength(ListingDraft.LongestName);
            builder.Property(e => e.NameKey).HasMaxLength(SearchWords.LongestKey);
            builder.Property(e => e.Claims).HasConversion(JsonColumn.Converter<Claim>(), JsonColumn.Comparer<Claim>());
            builder.HasIndex(e => new { e.NetworkId, e.NameKey });
        }
    }
}

/// <summary>An entry that was joined into another: its old address still leads there.</summary>
internal sealed class EntryMoved : IOwnedByNetwork
{
    private EntryMoved()
    {
    }

    internal EntryMoved(EntryId old, ListingId began, EntryId now, NetworkId network) =>
        (Id, Began, Now, NetworkId) = (old, began, now, network);

    public EntryId Id { get; private set; }

    /// <summary>The listing the old entry began with: undoing the join gives it its old id back.</summary>
    public ListingId Began { get; private set; }

    public EntryId Now { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public void PointTo(EntryId now) => Now = now;

    internal sealed class Configuration : IEntityTypeConfiguration<EntryMoved>
    {
        public void Configure(EntityTypeBuilder<EntryMoved> builder)
        {
            builder.HasKey(m => m.Id);
            builder.HasIndex(m => m.Now);
        }
    }
}
