using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal enum CheckAnswer
{
    Right,
    Changed,
    NotKnown,
    Gone,
}

/// <summary>How an answer came.</summary>
internal enum CheckWay
{
    /// <summary>The professional, by the link in a mail.</summary>
    Link,
    Phone,
    Visit,
    Register,

    /// <summary>A school from what it knows.</summary>
    Page,
}

/// <summary>Who answers. A professional has no account: <see cref="Person"/> is all zeros and the school is null.</summary>
internal sealed record CheckSpeaker(PersonId Person, string Name, OrganisationId? School, string SchoolName, CheckWay Way)
{
    public static CheckSpeaker Professional(string name) => new(default, name, null, "", CheckWay.Link);
}

/// <summary>
/// Somebody's word on one group of facts of an entry: a line that is never changed, only taken back. Tied to the listing the
/// entry began with, so that it follows the right person when a join is undone. Writing a fact is not this: saving confirms nothing.
/// </summary>
internal sealed class Assurance : IOwnedByNetwork
{
    private Assurance()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ListingId About { get; private set; }

    public FieldGroup Group { get; private set; }

    public CheckAnswer Answer { get; private set; }

    public CheckWay Way { get; private set; }

    public PersonId By { get; private set; }

    public string ByName { get; private set; } = "";

    public OrganisationId? School { get; private set; }

    public string SchoolName { get; private set; } = "";

    /// <summary>Day where the answer was given.</summary>
    public DateOnly On { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>What was said at once is taken back at once.</summary>
    public Guid Said { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public static Assurance Give(NetworkId network, ListingId about, FieldGroup group, CheckAnswer answer, CheckSpeaker by, Guid said, DateOnly on, TimeProvider clock) => new()
    {
        Id = EntityId.New<DirectoryRowId>(clock),
        NetworkId = network,
        About = about,
        Group = group,
        Answer = answer,
        Way = by.Way,
        By = by.Person,
        ByName = by.Name,
        School = by.School,
        SchoolName = by.SchoolName,
        On = on,
        At = clock.GetUtcNow(),
        Said = said,
    };

    public void TakeBack(TimeProvider clock) => UndoneAt ??= clock.GetUtcNow();

    public Assured ToAssured() => new(Group, Answer, On, ByName, SchoolName, Way);

    internal sealed class Configuration : IEntityTypeConfiguration<Assurance>
    {
        public void Configure(EntityTypeBuilder<Assurance> builder)
        {
            builder.HasKey(a => a.Id);
            builder.Property(a => a.ByName).HasMaxLength(ListingDraft.LongestName);
            builder.Property(a => a.SchoolName).HasMaxLength(300);
            builder.HasIndex(a => new { a.NetworkId, a.About });
            builder.HasIndex(a => a.Said);
        }
    }
}

/// <summary>The newest word on one group, kept with the copy that the network works on.</summary>
internal sealed record Assured(FieldGroup Group, CheckAnswer Answer, DateOnly On, string ByName, string SchoolName, CheckWay Way);

/// <summary>
/// A fact that no school's list says: told by the professional, or on the phone by a school that does not list the entry.
/// It stands in the entry as a claim of its own with its origin; schools' listings stay theirs.
/// </summary>
/// <param name="School">All zeros: the professional.</param>
internal sealed record AddedWord(Fact Fact, Guid School, string SourceName, DateOnly On, Guid Said)
{
    public const string FromProfessional = "Said by the professional";
}
