using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>A listing as it stood at one moment; enough to make it so again.</summary>
internal sealed record ListingState(
    ListingPlace Place, EntryKind Kind, string Name, IReadOnlyList<Fact> Facts, string? Note, bool Published, bool Removed)
{
    public bool IsSameAs(ListingState other) => JsonColumn.Write<ListingState>([this]) == JsonColumn.Write<ListingState>([other]);
}

internal enum ListingAct
{
    Added,
    Edited,
    Filed,
    Removed,
    BroughtBack,

    /// <summary>Made again what it was at another time.</summary>
    Restored,
    Shared,
    Lent,
    Unshared,

    /// <summary>What is left out of every copy was decided anew.</summary>
    KeptBack,
    MadePublic,
    ConsentRecorded,
    ConsentWithdrawn,
}

/// <summary>
/// One change of one listing: who, when, what it was before and after. Undo and redo work on these, so they hold after a
/// reload and on another machine. Rows of one act on many listings carry the same batch.
/// </summary>
internal sealed class ListingChange : IOwnedByOrganisation
{
    /// <summary>Acts that undo takes back. Who sees a listing is a decision of its own, taken back as such.</summary>
    public static readonly IReadOnlyList<ListingAct> Undoable =
        [ListingAct.Added, ListingAct.Edited, ListingAct.Filed, ListingAct.Removed, ListingAct.BroughtBack, ListingAct.Restored];

    private ListingChange()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public ListingId ListingId { get; private set; }

    public Guid Batch { get; private set; }

    public ListingAct Act { get; private set; }

    /// <summary>Before and after; empty for acts of sharing.</summary>
    public IReadOnlyList<ListingState> States { get; private set; } = [];

    /// <summary>Names of schools lent to.</summary>
    public string? Detail { get; private set; }

    public DateTimeOffset At { get; private set; }

    public PersonId By { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset? UndoneAt { get; private set; }

    public static ListingChange Of(Listing listing, ListingAct act, ListingState before, Guid batch, Actor by, TimeProvider clock) => new()
    {
        Id = EntityId.New<DirectoryRowId>(clock),
        OrganisationId = listing.OrganisationId,
        ListingId = listing.Id,
        Batch = batch,
        Act = act,
        States = [before, listing.State()],
        At = clock.GetUtcNow(),
        By = by.Person,
        ByName = by.Name,
    };

    /// <summary>A new listing: before it, it was not there.</summary>
    public static ListingChange Added(Listing listing, Guid batch, Actor by, TimeProvider clock) =>
        Of(listing, ListingAct.Added, listing.State() with { Removed = true }, batch, by, clock);

    public static ListingChange OfSharing(Listing listing, ListingAct act, string? detail, Guid batch, Actor by, TimeProvider clock)
    {
        var change = Of(listing, act, listing.State(), batch, by, clock);
        (change.States, change.Detail) = ([], detail);
        return change;
    }

    public void Undo(TimeProvider clock) => UndoneAt = clock.GetUtcNow();

    public void Redo() => UndoneAt = null;

    internal sealed class Configuration : IEntityTypeConfiguration<ListingChange>
    {
        public void Configure(EntityTypeBuilder<ListingChange> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.ByName).HasMaxLength(300);
            builder.Property(c => c.States).HasConversion(JsonColumn.Converter<ListingState>(), JsonColumn.Comparer<ListingState>());
            builder.HasIndex(c => new { c.ListingId, c.At });
            builder.HasIndex(c => new { c.OrganisationId, c.By, c.At });
            builder.HasIndex(c => c.Batch);
        }
    }
}
