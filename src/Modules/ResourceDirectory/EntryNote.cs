using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>
/// A school's private note on an entry it does not list itself. Tied to the listing the entry began with, so that it
/// follows the right person when a join is undone.
/// </summary>
internal sealed class EntryNote : IOwnedByOrganisation, IVersioned
{
    private EntryNote()
    {
    }

    internal EntryNote(OrganisationId owner, ListingId about, TimeProvider clock) =>
        (Id, OrganisationId, About) = (EntityId.New<DirectoryRowId>(clock), owner, about);

    public DirectoryRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public ListingId About { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public string ChangedByName { get; private set; } = "";

    public int Version { get; private set; }

    public Refusal? Write(string? text, Actor by, TimeProvider clock)
    {
        if (text?.Trim().Length > Listing.LongestNote)
        {
            return Listing.NoteTooLong;
        }

        (Text, ChangedAt, ChangedByName) = (text?.Trim() ?? "", clock.GetUtcNow(), by.Name);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<EntryNote>
    {
        public void Configure(EntityTypeBuilder<EntryNote> builder)
        {
            builder.HasKey(n => n.Id);
            builder.Property(n => n.Text).HasMaxLength(Listing.LongestNote);
            builder.HasIndex(n => new { n.OrganisationId, n.About }).IsUnique();
        }
    }
}

/// <summary>
/// What one person has looked at in the last hour, or taken out in the last day. The directory is for finding help, not
/// for copying it away (R20, R21).
/// </summary>
internal sealed class DirectoryUse : IOwnedByPerson
{
    public const int EntriesAnHour = 300;
    public const int ExportsADay = 3;

    private DirectoryUse()
    {
    }

    internal DirectoryUse(PersonId person, Guid seen, TimeProvider clock) =>
        (Id, PersonId, Seen, At) = (EntityId.New<DirectoryRowId>(clock), person, seen, clock.GetUtcNow());

    public DirectoryRowId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    /// <summary>The entry; all zeros for an export.</summary>
    public Guid Seen { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<DirectoryUse>
    {
        public void Configure(EntityTypeBuilder<DirectoryUse> builder)
        {
            builder.HasKey(u => u.Id);
            builder.HasIndex(u => new { u.PersonId, u.At });
        }
    }
}
