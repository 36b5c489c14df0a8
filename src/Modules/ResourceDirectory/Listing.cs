using Causeway.Kernel;
using Causeway.Linkage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>
/// One school's line: the person or service as this school knows it. It stays the school's own whatever happens to the
/// joint directory; others see a copy of its facts only while it is shared.
/// </summary>
internal sealed partial class Listing : IOwnedByOrganisation, IVersioned
{
    public const int LongestNote = 4000;

    public static readonly Refusal NoName = new("listing.no-name", "Write the name of the person, or of the institution.", "PersonName");

    public static readonly Refusal AlreadyShared = new("listing.already-shared", "This listing is shared with the network already.");

    public static readonly Refusal AlreadyPublic = new("listing.already-public", "This listing is in the public feed already.");

    public static readonly Refusal NotPublicInside = new("listing.not-public-inside", "People of your own school are never part of the public feed.", "Sharing");

    public static readonly Refusal NotShared = new("listing.not-shared", "This listing is not shared.");

    public static readonly Refusal Gone = new("listing.gone", "This listing was taken away. Bring it back first.");

    public static readonly Refusal NotOutside = new("listing.not-outside", "Families are for help outside the school.");

    public static readonly Refusal NotGone = new("listing.not-gone", "This listing is there already.");

    public static readonly Refusal NoteTooLong = new("listing.note-too-long", "A note holds {0} characters at most.", "Note", LongestNote);

    private Listing()
    {
    }

    public ListingId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>The import it came with; null when written by hand.</summary>
    public ListImportId? ImportId { get; private set; }

    /// <summary>Line of the file it came from.</summary>
    public int? ImportLine { get; private set; }

    /// <summary>What the list said when it was last taken in (<see cref="ListedLine"/>); null when written by hand.</summary>
    public string? Listed { get; private set; }

    /// <summary>Since when its list has it no more and somebody is to ask whether it still holds; null: nothing to ask.</summary>
    public DateTimeOffset? MissingSince { get; private set; }

    public ListingPlace Place { get; private set; }

    public EntryKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public string Profession { get; private set; } = "";

    /// <summary>True: others of the school see it. A person inside the school needs the four facts of <see cref="Publication"/> for it.</summary>
    public bool Published { get; private set; }

    /// <summary>False: outside help that nobody has filed under one of the ten families yet.</summary>
    public bool Filed { get; private set; }

    public Sharing Sharing { get; private set; }

    public DateTimeOffset? SharedAt { get; private set; }

    /// <summary>What is left out of every copy. Null: as the school keeps it with all its listings (<see cref="ListingDefaults"/>).</summary>
    public IReadOnlyList<FactField>? KeptFields { get; private set; }

    /// <summary>A shelter, a safe flat: others are told the area, never the address.</summary>
    public bool AddressIsSecret { get; private set; }

    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    /// <summary>Seen by the own school alone; never part of what is shared.</summary>
    public string? Note { get; private set; }

    /// <summary>Folded words of everything but the note, with a blank at each end.</summary>
    public string SearchText { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public PersonId ChangedBy { get; private set; }

    public string ChangedByName { get; private set; } = "";

    public DateTimeOffset? RemovedAt { get; private set; }

    public int Version { get; private set; }

    public static Listing Take(ListingDraft draft, ListImport? import, int? line, OrganisationId owner, Actor by, TimeProvider clock, string? record = null)
    {
        var listing = new Listing
        {
            Id = EntityId.New<ListingId>(clock),
            OrganisationId = owner,
            ImportId = import?.Id,
            ImportLine = line,
            Listed = import is null ? null : ListedLine.Of(draft, record).Write(),
            CreatedAt = clock.GetUtcNow(),
            Note = draft.Note,
        };
        listing.Fill(draft, by, clock);
        listing.Published = Publication.Missing(listing) is null;
        return listing;
    }

    public Refusal? Change(ListingDraft draft, Actor by, TimeProvider clock)
    {
        if (RemovedAt is not null)
        {
            return Gone;
        }

        if (Published && Publication.Missing(draft) is { } missing)
        {
            return missing;
        }

        if (Filed && Sharing != Sharing.OwnSchool && !IsFiled(draft))
        {
            return Publication.NotFiled;
        }

        Fill(draft, by, clock);
        return null;
    }

    /// <summary>Takes over what a newer version of its list says, or what stood here before that.</summary>
    public Refusal? Follow(ListingDraft draft, string? listed, Actor by, TimeProvider clock)
    {
        if (Change(draft, by, clock) is { } refusal)
        {
            return refusal;
        }

        (Note, Listed, MissingSince) = (draft.Note, listed, null);
        return null;
    }

    /// <summary>Its list has it no more: it stays, and waits for somebody to ask.</summary>
    public void AskWhetherItHolds(TimeProvider clock) => MissingSince ??= clock.GetUtcNow();

    public void NothingToAsk() => MissingSince = null;

    public Refusal? WriteNote(string? note, Actor by, TimeProvider clock)
    {
        var text = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (text?.Length > LongestNote)
        {
            return NoteTooLong;
        }

        Note = text;
        Touch(by, clock);
        return null;
    }

    public Refusal? Publish(Actor by, TimeProvider clock)
    {
        if (Publication.Missing(this) is { } missing)
        {
            return missing;
        }

        Published = true;
        Touch(by, clock);
        return null;
    }

    /// <summary>Files outside help under these families; a person's word beats the guess.</summary>
    public Refusal? File(IReadOnlyCollection<ProfessionFamily> families, Actor by, TimeProvider clock)
    {
        if (RemovedAt is not null || Place == ListingPlace.Inside)
        {
            return RemovedAt is not null ? Gone : NotOutside;
        }

        return Change(new ListingDraft(Place, Kind, Name, [.. Facts.Where(f => f.Field != FactField.Family).Concat(families.Distinct().Select(ListingFields.Filed)).OrderBy(f => f.Field)], Note), by, clock);
    }

    /// <summary>Takes it away; it can be brought back. What was shared is taken back by the caller in the same commit.</summary>
    public Refusal? Remove(Actor by, TimeProvider clock)
    {
        if (RemovedAt is not null)
        {
            return Gone;
        }

        RemovedAt = clock.GetUtcNow();
        (Sharing, SharedAt) = (Sharing.OwnSchool, null);
        Touch(by, clock);
        return null;
    }

    /// <summary>Brings it back to the own school; sharing is decided anew.</summary>
    public Refusal? BringBack(Actor by, TimeProvider clock)
    {
        if (RemovedAt is null)
        {
            return NotGone;
        }

        RemovedAt = null;
        Touch(by, clock);
        return null;
    }

    public ListingState State() => new(Place, Kind, Name, Facts, Note, Published, RemovedAt is not null);

    /// <summary>Makes it again what it was at another time, for undoing. Who sees it stays as it is now, unless it is taken away.</summary>
    public Refusal? Restore(ListingState state, Actor by, TimeProvider clock)
    {
        Fill(new ListingDraft(state.Place, state.Kind, state.Name, state.Facts, state.Note), by, clock);
        (Note, Published, RemovedAt) = (state.Note, state.Published, state.Removed ? RemovedAt ?? clock.GetUtcNow() : null);
        if (state.Removed)
        {
            (Sharing, SharedAt) = (Sharing.OwnSchool, null);
        }

        return Sharing == Sharing.OwnSchool ? null : Publication.MissingToShare(this);
    }

    private void Fill(ListingDraft draft, Actor by, TimeProvider clock)
    {
        (Place, Kind, Name, Facts) = (draft.Place, draft.Kind, draft.Name, draft.Facts);
        Organisation = draft.Facts.First(FactField.Organisation) ?? "";
        Profession = draft.Facts.First(FactField.Profession) ?? draft.Facts.First(FactField.SchoolRole) ?? draft.Facts.First(FactField.Position) ?? "";
        Filed = IsFiled(draft);
        AddressIsSecret |= draft.Facts.Of(FactField.Address).Any(LentFacts.SaysSecret);
        NameKey = SearchWords.Key(draft.Name);
        SearchText = SearchWords.Of(draft.Facts);
        Touch(by, clock);
    }

    private static bool IsFiled(ListingDraft draft) => draft.Place == ListingPlace.Inside || draft.Facts.Has(FactField.Family);

    private void Touch(Actor by, TimeProvider clock) => (ChangedAt, ChangedBy, ChangedByName) = (clock.GetUtcNow(), by.Person, by.Name);

    internal sealed class Configuration : IEntityTypeConfiguration<Listing>
    {
        public void Configure(EntityTypeBuilder<Listing> builder)
        {
            builder.HasKey(l => l.Id);
            builder.Property(l => l.Name).HasMaxLength(ListingDraft.LongestName);
            builder.Property(l => l.NameKey).HasMaxLength(SearchWords.LongestKey);
            builder.Property(l => l.Facts).HasConversion(JsonColumn.Converter<Fact>(), JsonColumn.Comparer<Fact>());
            builder.Property(l => l.KeptFields).HasConversion(JsonColumn.Converter<FactField>()!, JsonColumn.Comparer<FactField>()!);
            builder.HasIndex(l => new { l.OrganisationId, l.Place, l.NameKey });
            builder.HasIndex(l => l.ImportId);

            // A search of the directory also says how many unshared listings of the own school it would fit.
            builder.HasIndex(l => new { l.OrganisationId, l.Sharing });
        }
    }
}
