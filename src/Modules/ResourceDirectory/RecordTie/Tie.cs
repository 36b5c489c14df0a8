using Causeway.Kernel;
using Causeway.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

internal enum TieStrength
{
    KnowsOf,
    WorkedWith,
    Close,
}

/// <summary>How strong a tie was from one day on.</summary>
internal sealed record TieStep(DateOnly From, TieStrength Strength);

/// <summary>
/// Somebody of a school knows a professional. Kept by the school; the network is told the post, never a word of the note.
/// There is no field for a child, a family or a case, and there never will be.
/// </summary>
internal sealed class Tie : IOwnedByOrganisation, IVersioned, IAboutEntry
{
    public const int LongestNote = 500;

    public static readonly Refusal NoPost = new("tie.no-post", "Choose who of your school knows them.", "Post");

    public static readonly Refusal NoSince = new("tie.no-since", "Write since when; the first of January of the year will do.", "Since");

    public static readonly Refusal NotYet = new("tie.not-yet", "This day has not come yet.", "Since");

    public static readonly Refusal ContactBefore = new("tie.contact-before", "The last contact is not before the first.", "LastContact");

    public static readonly Refusal ContactNotYet = new("tie.contact-not-yet", "This day has not come yet.", "LastContact");

    public static readonly Refusal NoteTooLong = new("tie.note-too-long", "A note holds {0} characters at most.", "Note", LongestNote);

    public static readonly Refusal Twice = new("tie.twice", "This tie is written down already.", "Post");

    public static readonly Refusal Ended = new("tie.ended", "This tie has ended. It stays as it was.");

    private Tie()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public PostId Post { get; private set; }

    public string HolderName { get; private set; } = "";

    public string PostTitle { get; private set; } = "";

    public EntryId EntryId { get; private set; }

    public ListingId About { get; private set; }

    /// <summary>As the entry was called, for when it is no more.</summary>
    public string Professional { get; private set; } = "";

    public DateOnly Since { get; private set; }

    public DateOnly? LastContact { get; private set; }

    /// <summary>Oldest first, so that the map of a past day shows what was so then.</summary>
    public IReadOnlyList<TieStep> Strengths { get; private set; } = [];

    public string Note { get; private set; } = "";

    public DateOnly? EndedOn { get; private set; }

    public int Version { get; private set; }

    public static Refusal? Wrong(RecordTie said, DateOnly today) => said switch
    {
        { Since: null } => NoSince,
        _ when said.Since > today => NotYet,
        _ when said.LastContact > today => ContactNotYet,
        _ when said.LastContact < said.Since => ContactBefore,
        _ => said.Note?.Trim().Length > LongestNote ? NoteTooLong : null,
    };

    public static Tie Knot(EntryAnchor entry, PostCard post, RecordTie said, TimeProvider clock)
    {
        var tie = new Tie
        {
            Id = EntityId.New<DirectoryRowId>(clock),
            OrganisationId = post.Organisation,
            Post = post.Id,
            HolderName = post.PersonName,
            PostTitle = post.Title,
            EntryId = entry.Entry,
            About = entry.About,
            Professional = entry.Name,
        };
        tie.Say(said);
        tie.Strengths = [new(tie.Since, said.Strength)];
        return tie;
    }

    /// <summary>What is so from today on; what was so before stays in the map of that day.</summary>
    public Refusal? Change(RecordTie said, DateOnly today)
    {
        if (EndedOn is not null)
        {
            return Ended;
        }

        Say(said);
        if (Strengths[^1].Strength != said.Strength)
        {
            Strengths = [.. Strengths.Where(s => s.From < today), new(today > Since ? today : Since, said.Strength)];
        }

        return null;
    }

    /// <summary>The person left, or the tie is no more. Kept as past.</summary>
    public Refusal? End(DateOnly on)
    {
        if (EndedOn is not null)
        {
            return Ended;
        }

        EndedOn = on < Since ? Since : on;
        return null;
    }

    private void Say(RecordTie said) => (Since, LastContact, Note) = (said.Since!.Value, said.LastContact, said.Note?.Trim() ?? "");

    internal sealed class Configuration : IEntityTypeConfiguration<Tie>
    {
        public void Configure(EntityTypeBuilder<Tie> builder)
        {
            builder.HasKey(t => t.Id);
            builder.Property(t => t.HolderName).HasMaxLength(200);
            builder.Property(t => t.PostTitle).HasMaxLength(200);
            builder.Property(t => t.Professional).HasMaxLength(ListingDraft.LongestName);
            builder.Property(t => t.Note).HasMaxLength(LongestNote);
            builder.Property(t => t.Strengths).HasConversion(JsonColumn.Converter<TieStep>(), JsonColumn.Comparer<TieStep>());
            builder.HasIndex(t => t.About);
            builder.HasIndex(t => t.EntryId);
            builder.HasIndex(t => t.OrganisationId);
        }
    }
}

/// <summary>
/// What the network is told of a tie: which post of which school. Written by the tie alone and gone when the school
/// leaves; the name behind the post is looked up among those the network may see, so a former colleague has none.
/// </summary>
internal sealed class TieNotice : IOwnedByNetwork, IAboutEntry
{
    private TieNotice()
    {
    }

    /// <summary>The tie's own id.</summary>
    public DirectoryRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public OrganisationId Source { get; private set; }

    public string SourceName { get; private set; } = "";

    public PostId Post { get; private set; }

    public string PostTitle { get; private set; } = "";

    public EntryId EntryId { get; private set; }

    public ListingId About { get; private set; }

    public string Professional { get; private set; } = "";

    public DateOnly Since { get; private set; }

    public DateOnly? LastContact { get; private set; }

    public IReadOnlyList<TieStep> Strengths { get; private set; } = [];

    public DateOnly? EndedOn { get; private set; }

    public static TieNotice Of(Tie tie, NetworkId network, string sourceName)
    {
        var notice = new TieNotice
        {
            Id = tie.Id,
            NetworkId = network,
            Source = tie.OrganisationId,
            SourceName = sourceName,
            Post = tie.Post,
            PostTitle = tie.PostTitle,
            EntryId = tie.EntryId,
            About = tie.About,
            Professional = tie.Professional,
        };
        notice.Follow(tie);
        return notice;
    }

    public void Follow(Tie tie) => (Since, LastContact, Strengths, EndedOn) = (tie.Since, tie.LastContact, tie.Strengths, tie.EndedOn);

    internal sealed class Configuration : IEntityTypeConfiguration<TieNotice>
    {
        public void Configure(EntityTypeBuilder<TieNotice> builder)
        {
            builder.HasKey(t => t.Id);
            builder.Property(t => t.SourceName).HasMaxLength(300);
            builder.Property(t => t.PostTitle).HasMaxLength(200);
            builder.Property(t => t.Professional).HasMaxLength(ListingDraft.LongestName);
            builder.Property(t => t.Strengths).HasConversion(JsonColumn.Converter<TieStep>(), JsonColumn.Comparer<TieStep>());
            builder.HasIndex(t => t.About);
            builder.HasIndex(t => t.EntryId);
            builder.HasIndex(t => t.NetworkId);
        }
    }
}
