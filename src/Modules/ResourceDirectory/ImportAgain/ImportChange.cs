using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal enum ImportChangeKind
{
    /// <summary>The list said something else than before.</summary>
    Changed,

    /// <summary>A line that a former version had lost and this one has again.</summary>
    BroughtBack,

    /// <summary>This version has no line for it; it stays until a person says otherwise.</summary>
    Missing,

    /// <summary>Missing, and taken away.</summary>
    TakenAway,
}

/// <summary>What the newer version of a list did to one listing, with what stood there before: taking it back restores that.</summary>
internal sealed class ImportChange : IOwnedByOrganisation
{
    private ImportChange()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public ListImportId ImportId { get; private set; }

    public ListingId ListingId { get; private set; }

    public ImportChangeKind Kind { get; private set; }

    public IReadOnlyList<Fact> Before { get; private set; } = [];

    public IReadOnlyList<Fact> After { get; private set; } = [];

    public string? NoteBefore { get; private set; }

    public string? NoteAfter { get; private set; }

    public EntryKind KindBefore { get; private set; }

    public EntryKind KindAfter { get; private set; }

    public string? ListedBefore { get; private set; }

    public Sharing SharingBefore { get; private set; }

    public static ImportChange Of(ImportChangeKind kind, ListImport import, Listing before, TimeProvider clock) => new()
    {
        Id = EntityId.New<DirectoryRowId>(clock),
        OrganisationId = import.OrganisationId,
        ImportId = import.Id,
        ListingId = before.Id,
        Kind = kind,
        Before = before.Facts,
        After = before.Facts,
        NoteBefore = before.Note,
        NoteAfter = before.Note,
        KindBefore = before.Kind,
        KindAfter = before.Kind,
        ListedBefore = before.Listed,
        SharingBefore = before.Sharing,
    };

    public ImportChange Into(Listing after)
    {
        (After, NoteAfter, KindAfter) = (after.Facts, after.Note, after.Kind);
        return this;
    }

    public void TakeAway() => Kind = ImportChangeKind.TakenAway;

    internal sealed class Configuration : IEntityTypeConfiguration<ImportChange>
    {
        public void Configure(EntityTypeBuilder<ImportChange> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Before).HasConversion(JsonColumn.Converter<Fact>(), JsonColumn.Comparer<Fact>());
            builder.Property(c => c.After).HasConversion(JsonColumn.Converter<Fact>(), JsonColumn.Comparer<Fact>());
            builder.HasIndex(c => new { c.ImportId, c.ListingId }).IsUnique();
            builder.HasIndex(c => c.ListingId);
        }
    }
}
