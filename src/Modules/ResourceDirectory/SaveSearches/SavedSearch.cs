using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>A search a person keeps under a name. Holds the filters and words of the address, and when it was last opened.</summary>
internal sealed class SavedSearch : IOwnedByPerson, IVersioned
{
    public const int LongestName = 80;
    public const int Most = 30;

    public static readonly Refusal NoName = new("saved-search.no-name", "Give it a name, such as “Korean speakers, anxiety”. No child’s name.", "Name");
    public static readonly Refusal NameTooLong = new("saved-search.name-too-long", "A name has {0} letters at most.", "Name", LongestName);
    public static readonly Refusal NothingAsked = new("saved-search.nothing-asked", "Set a word or a filter first; there is nothing to save yet.", "Name");

    private SavedSearch()
    {
    }

    public SavedSearchId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    /// <summary>Whose directory it looks into. Not an ownership: the row is the person's.</summary>
    public NetworkId InNetwork { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The address part as <see cref="HelpQuery.Write"/> makes it.</summary>
    public string Query { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public int Version { get; private set; }

    public static (SavedSearch? Search, Refusal? Refusal) Save(HelpNeed need, string? name, PersonId person, NetworkId network, TimeProvider clock)
    {
        var query = HelpQuery.Write(need with { Order = null });
        if (query.Length == 0 || query.Length > HelpQuery.Longest)
        {
            return (null, NothingAsked);
        }

        var search = new SavedSearch { Id = EntityId.New<SavedSearchId>(clock), PersonId = person, InNetwork = network, Query = query, OpenedAt = clock.GetUtcNow() };
        return search.Rename(name) is { } refusal ? (null, refusal) : (search, null);
    }

    public Refusal? Rename(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return NoName;
        }

        if (name.Trim().Length > LongestName)
        {
            return NameTooLong;
        }

        Name = name.Trim();
        return null;
    }

    public void Open(TimeProvider clock) => OpenedAt = clock.GetUtcNow();

    internal sealed class Configuration : IEntityTypeConfiguration<SavedSearch>
    {
        public void Configure(EntityTypeBuilder<SavedSearch> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Name).HasMaxLength(LongestName);
            builder.Property(s => s.Query).HasMaxLength(HelpQuery.Longest);
            builder.HasIndex(s => new { s.PersonId, s.InNetwork });
        }
    }
}

internal readonly record struct SavedSearchId(Guid Value) : IEntityId<SavedSearchId>
{
    public static SavedSearchId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
