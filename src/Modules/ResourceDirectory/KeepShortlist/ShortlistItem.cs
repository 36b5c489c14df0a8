using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>An entry that a person wants to come back to. Only theirs, and without a word: no note, so no child in it.</summary>
internal sealed class ShortlistItem : IOwnedByPerson
{
    public const int Most = 50;

    private ShortlistItem()
    {
    }

    internal ShortlistItem(PersonId person, NetworkId network, EntryId entry, TimeProvider clock) =>
        (Id, PersonId, InNetwork, EntryId, AddedAt) = (Kernel.EntityId.New<DirectoryRowId>(clock), person, network, entry, clock.GetUtcNow());

    public DirectoryRowId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    /// <summary>Whose directory it is in. Not an ownership: the row is the person's.</summary>
    public NetworkId InNetwork { get; private set; }

    public EntryId EntryId { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ShortlistItem>
    {
        public void Configure(EntityTypeBuilder<ShortlistItem> builder)
        {
            builder.HasKey(i => i.Id);
            builder.HasIndex(i => new { i.PersonId, i.InNetwork, i.EntryId });
        }
    }
}
