using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>Why two listings look alike or not, in words.</summary>
internal sealed record JoinReason(string Message, IReadOnlyList<string> Values, double Weight);

/// <summary>Two shared listings that may be the same. They stay apart until a person decides; a later run may withdraw the question.</summary>
internal sealed class JoinProposal : IOwnedByNetwork, IVersioned
{
    private JoinProposal()
    {
    }

    public JoinProposalId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    /// <summary>The smaller id of the pair, so that one pair is one row.</summary>
    public ListingId Left { get; private set; }

    public ListingId Right { get; private set; }

    /// <summary>Probability that they are the same, 0 to 1.</summary>
    public double Score { get; private set; }

    public IReadOnlyList<JoinReason> Reasons { get; private set; } = [];

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Somebody looked and was not sure: it comes after those nobody has looked at.</summary>
    public DateTimeOffset? PutOffAt { get; private set; }

    public PersonId? PutOffBy { get; private set; }

    public string? PutOffByName { get; private set; }

    public int Version { get; private set; }

    public static JoinProposal Ask(NetworkId network, ListingId a, ListingId b, double score, IReadOnlyList<JoinReason> reasons, TimeProvider clock)
    {
        var (left, right) = JoinDecision.Ordered(a, b);
        return new()
        {
            Id = EntityId.New<JoinProposalId>(clock),
            NetworkId = network,
            Left = left,
            Right = right,
            Score = score,
            Reasons = reasons,
            AskedAt = clock.GetUtcNow(),
        };
    }

    public void PutOff(Actor by, TimeProvider clock) => (PutOffAt, PutOffBy, PutOffByName) = (clock.GetUtcNow(), by.Person, by.Name);

    public void TakeUpAgain() => (PutOffAt, PutOffBy, PutOffByName) = (null, null, null);

    public void Judge(double score, IReadOnlyList<JoinReason> reasons) => (Score, Reasons) = (score, reasons);

    internal sealed class Configuration : IEntityTypeConfiguration<JoinProposal>
    {
        public void Configure(EntityTypeBuilder<JoinProposal> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Reasons).HasConversion(JsonColumn.Converter<JoinReason>(), JsonColumn.Comparer<JoinReason>());
            builder.Property(p => p.PutOffByName).HasMaxLength(200);
            builder.HasIndex(p => new { p.NetworkId, p.Score });
            builder.HasIndex(p => new { p.Left, p.Right }).IsUnique();
        }
    }
}

internal enum JoinVerdict
{
    Same,
    Different,

    /// <summary>One person at two places: one entry, both places are true.</summary>
    OtherPlace,
}

/// <summary>What a person decided about two listings. It beats every score, in every later run, until a person decides otherwise.</summary>
internal sealed class JoinDecision : IOwnedByNetwork, IVersioned
{
    private JoinDecision()
    {
    }

    public DirectoryRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ListingId Left { get; private set; }

    public ListingId Right { get; private set; }

    public JoinVerdict Verdict { get; private set; }

    public DateTimeOffset At { get; private set; }

    public PersonId By { get; private set; }

    public string ByName { get; private set; } = "";

    /// <summary>How the question stood, so that it can be asked again when the decision is undone. Null: nobody asked.</summary>
    public double? Score { get; private set; }

    public IReadOnlyList<JoinReason> Reasons { get; private set; } = [];

    /// <summary>Listings that were one entry with <see cref="Left"/> before the two were joined.</summary>
    public IReadOnlyList<Guid> LeftBefore { get; private set; } = [];

    public int Version { get; private set; }

    public bool Joins => Verdict != JoinVerdict.Different;

    public static JoinDecision Of(NetworkId network, ListingId a, ListingId b, JoinVerdict verdict, Actor by, TimeProvider clock)
    {
        var (left, right) = Ordered(a, b);
        var decision = new JoinDecision { Id = EntityId.New<DirectoryRowId>(clock), NetworkId = network, Left = left, Right = right };
        decision.Decide(verdict, by, clock);
        return decision;
    }

    public void Decide(JoinVerdict verdict, Actor by, TimeProvider clock) =>
        (Verdict, At, By, ByName) = (verdict, clock.GetUtcNow(), by.Person, by.Name);

    /// <summary>Keeps the question it answers.</summary>
    public void Answer(JoinProposal question, IEnumerable<ListingId> leftBefore) =>
        (Score, Reasons, LeftBefore) = (question.Score, question.Reasons, [.. leftBefore.Select(l => l.Value)]);

    public static (ListingId Left, ListingId Right) Ordered(ListingId a, ListingId b) => a.Value.CompareTo(b.Value) <= 0 ? (a, b) : (b, a);

    internal sealed class Configuration : IEntityTypeConfiguration<JoinDecision>
    {
        public void Configure(EntityTypeBuilder<JoinDecision> builder)
        {
            builder.HasKey(d => d.Id);
            builder.Property(d => d.ByName).HasMaxLength(200);
            builder.Property(d => d.Reasons).HasConversion(JsonColumn.Converter<JoinReason>(), JsonColumn.Comparer<JoinReason>());
            builder.Property(d => d.LeftBefore).HasConversion(JsonColumn.Converter<Guid>(), JsonColumn.Comparer<Guid>());
            builder.HasIndex(d => new { d.NetworkId, d.At });
            builder.HasIndex(d => new { d.NetworkId, d.Left, d.Right }).IsUnique();
        }
    }
}
