using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal enum VisitKind
{
    Introduction,
    WeVisited,
    TheyVisited,
    Call,
}

/// <summary>A visit or an introduction between a school and a professional: learning what they do before it is needed. The school's own.</summary>
internal sealed class Visit : IOwnedByOrganisation, IAboutEntry
{
    public const int LongestPeople = 300;
    public const int LongestNote = 500;

    public static readonly Refusal NoPeople = new("visit.no-people", "Write who of your school was there.", "People");

    public static readonly Refusal PeopleTooLong = new("visit.people-too-long", "Write {0} characters at most.", "People", LongestPeople);

    public static readonly Refusal NoteTooLong = new("visit.note-too-long", "A note holds {0} characters at most.", "Note", LongestNote);

    public static readonly Refusal NotYet = new("visit.not-yet", "This day has not come yet.", "On");

    public static readonly Refusal NoDay = new("visit.no-day", "Write the day.", "On");

    private Visit()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public EntryId EntryId { get; private set; }

    public ListingId About { get; private set; }

    public VisitKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>Who of the own school.</summary>
    public string People { get; private set; } = "";

    public string Note { get; private set; } = "";

    public string WrittenByName { get; private set; } = "";

    public static Refusal? Wrong(string people, string note, DateOnly? on, DateOnly today) => on switch
    {
        null => NoDay,
        _ when on > today => NotYet,
        _ when people.Length == 0 => NoPeople,
        _ when people.Length > LongestPeople => PeopleTooLong,
        _ => note.Length > LongestNote ? NoteTooLong : null,
    };

    public static Visit Of(EntryAnchor entry, VisitKind kind, DateOnly on, string people, string note, Actor by, TimeProvider clock) => new()
    {
        Id = EntityId.New<DirectoryRowId>(clock),
        OrganisationId = by.Organisation!.Value,
        EntryId = entry.Entry,
        About = entry.About,
        Kind = kind,
        On = on,
        People = people,
        Note = note,
        WrittenByName = by.Name,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<Visit>
    {
        public void Configure(EntityTypeBuilder<Visit> builder)
        {
            builder.HasKey(v => v.Id);
            builder.Property(v => v.People).HasMaxLength(LongestPeople);
            builder.Property(v => v.Note).HasMaxLength(LongestNote);
            builder.Property(v => v.WrittenByName).HasMaxLength(200);
            builder.HasIndex(v => v.About);
            builder.HasIndex(v => v.EntryId);
            builder.HasIndex(v => v.OrganisationId);
        }
    }
}
