using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal enum PostStanding
{
    /// <summary>Named by one person, waiting for the second one.</summary>
    Proposed,
    Confirmed,
    Declined,
}

/// <param name="Until">Last day, included; null: open end.</param>
/// <param name="DeputyFor">Stands in for the holder of this post.</param>
internal sealed record PostTerms(Role Role, string Title, DateOnly From, DateOnly? Until = null, PostId? DeputyFor = null);

/// <summary>
/// Who is what where, from, until. Belongs to the organisation and to its holder; what a network may know of it is told by
/// <see cref="PostNotice"/> rows that every change here keeps true.
/// </summary>
internal sealed class Post : IOwnedByPerson, IOwnedByOrganisation, IVersioned
{
    public const int LongestTitle = 120;

    /// <summary>A new safeguarding lead starts this long after the second person agreed, so that the others can object.</summary>
    public static readonly TimeSpan LeadWait = TimeSpan.FromHours(1);

    public static readonly Refusal NoTitle = new("post.no-title", "Write the title of the post as it is used at your organisation.", "Title");
    public static readonly Refusal TitleTooLong = new("post.title-too-long", "The title has more than {0} characters.", "Title", LongestTitle);
    public static readonly Refusal EndsBeforeStart = new("post.ends-before-start", "The last day is before the first day.", "Until");
    public static readonly Refusal AlreadyEnded = new("post.already-ended", "This post has ended already.");
    public static readonly Refusal NotWaiting = new("post.not-waiting", "This post does not wait for a second person any more.");
    public static readonly Refusal SamePerson = new("post.same-person", "The second person must be someone else than the one who proposed it and the one who is to hold the post.");

    private readonly List<PostNotice> _notices = [];

    private Post()
    {
    }

    public PostId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public Role Role { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>Ended by hand at this moment; acts at the next request.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public PostId? DeputyFor { get; private set; }

    public PostStanding Standing { get; private set; }

    public PersonId ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public PersonId? ConfirmedBy { get; private set; }

    /// <summary>Rights start no earlier than this; null: with the first day.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>No second person at hand in the organisation, or a post of the network: a coordinator is asked.</summary>
    public bool AsksCoordinator { get; private set; }

    /// <summary>The network the holder chose to work in where the organisation belongs to several.</summary>
    public NetworkId? ActingNetwork { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PostNotice> Notices => _notices;

    /// <param name="asks">Who must agree first; the post gives no rights until they did.</param>
    public static (Post? Post, Refusal? Refusal) Propose(
        PersonId person, OrganisationId organisation, PostTerms terms, PersonId by, SecondPerson asks, TimeProvider clock)
    {
        var title = (terms.Title ?? "").Trim();
        var refusal = title.Length == 0 ? NoTitle : title.Length > LongestTitle ? TitleTooLong : terms.Until < terms.From ? EndsBeforeStart : null;
        if (refusal is not null)
        {
            return (null, refusal);
        }

        return (new Post
        {
            Id = EntityId.New<PostId>(clock),
            PersonId = person,
            OrganisationId = organisation,
            Role = terms.Role,
            Title = title,
            From = terms.From,
            Until = terms.Until,
            DeputyFor = terms.DeputyFor,
            Standing = asks == SecondPerson.NotNeeded ? PostStanding.Confirmed : PostStanding.Proposed,
            AsksCoordinator = asks == SecondPerson.Coordinator,
            ProposedBy = by,
            ProposedAt = clock.GetUtcNow(),
        }, null);
    }

    /// <summary>Does the post give rights now? <paramref name="today"/> is the organisation's day.</summary>
    public bool Runs(DateTimeOffset now, DateOnly today) =>
        Standing == PostStanding.Confirmed && EndedAt is null && (NotBefore is null || NotBefore <= now) && Covers(today);

    /// <summary>As agreed now, will the post be held on that day?</summary>
    public bool WillBeHeldOn(DateOnly day) => Standing == PostStanding.Confirmed && EndedAt is null && Covers(day);

    public Refusal? Confirm(PersonId by, DateTimeOffset now)
    {
        if (Standing != PostStanding.Proposed || EndedAt is not null)
        {
            return NotWaiting;
        }

        if (by == ProposedBy || by == PersonId)
        {
            return SamePerson;
        }

        (Standing, ConfirmedBy) = (PostStanding.Confirmed, by);
        NotBefore = Role == Role.SafeguardingLead ? now + LeadWait : null;
        TellNetworks();
        return null;
    }

    public Refusal? Decline(PersonId by)
    {
        if (Standing != PostStanding.Proposed)
        {
            return NotWaiting;
        }

        (Standing, ConfirmedBy) = (PostStanding.Declined, by);
        _notices.Clear();
        return null;
    }

    public Refusal? Retitle(string? title)
    {
        title = (title ?? "").Trim();
        if (title.Length is 0 or > LongestTitle)
        {
            return title.Length == 0 ? NoTitle : TitleTooLong;
        }

        Title = title;
        TellNetworks();
        return null;
    }

    public Refusal? RunUntil(DateOnly? lastDay)
    {
        if (EndedAt is not null)
        {
            return AlreadyEnded;
        }

        if (lastDay < From)
        {
            return EndsBeforeStart;
        }

        Until = lastDay;
        TellNetworks();
        return null;
    }

    public Refusal? End(DateTimeOffset now, DateOnly today)
    {
        if (EndedAt is not null || Until < today)
        {
            return AlreadyEnded;
        }

        (EndedAt, Until) = (now, today < From ? From : today);
        _notices.Clear();
        return null;
    }

    public void WorkIn(NetworkId network) => ActingNetwork = network;

    public void TellTo(NetworkId network, DateOnly memberSince)
    {
        if (EndedAt is null && Standing != PostStanding.Declined && _notices.TrueForAll(n => n.NetworkId != network))
        {
            _notices.Add(new PostNotice(this, network, memberSince));
        }
    }

    public void HideFrom(NetworkId network)
    {
        _notices.RemoveAll(n => n.NetworkId == network);
        ActingNetwork = ActingNetwork == network ? null : ActingNetwork;
    }

    private bool Covers(DateOnly day) => From <= day && (Until is null || Until >= day);

    private void TellNetworks() => _notices.ForEach(n => n.Tell(this));

    internal sealed class Configuration : IEntityTypeConfiguration<Post>
    {
        public void Configure(EntityTypeBuilder<Post> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Title).HasMaxLength(LongestTitle);
            builder.HasIndex(p => p.PersonId);
            builder.HasIndex(p => p.OrganisationId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(p => p.Notices).WithOne().HasForeignKey(n => n.PostId).OnDelete(DeleteBehavior.Cascade);
            // A change of a post that forgot its notices would tell networks something old.
            builder.Navigation(p => p.Notices).AutoInclude();
        }
    }
}
