using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct OfferId(Guid Value) : IEntityId<OfferId>
{
    public static OfferId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal enum OfferKind
{
    /// <summary>We can give this.</summary>
    Offer,

    /// <summary>We would like to have this.</summary>
    Ask,
}

internal enum HelpAudience
{
    Staff,
    Parents,
    Pupils,
    Leaders,
    Community,
}

/// <param name="Amount">In words: "two afternoons", "up to 15 seats".</param>
/// <param name="Need">Code of <see cref="NeedTaxonomy"/>; null: none of them.</param>
internal sealed record OfferTerms(OfferKind Kind, string? Topic, string? Text, HelpAudience Audience, string? Amount, DateOnly? From, DateOnly? Until, string? Need = null)
{
    public static readonly Refusal NoSuchNeed = new("offer.no-such-need", "Choose a need from the list, or none.", nameof(Need));
    public static readonly Refusal NoTopic = new("offer.no-topic", "Write the topic in a few words.", nameof(Topic));
    public static readonly Refusal NoAmount = new("offer.no-amount", "Say how much: two hours, one afternoon a month, ten seats.", nameof(Amount));
    public static readonly Refusal NoStart = new("offer.no-start", "Say from which day.", nameof(From));
    public static readonly Refusal NoEnd = new("offer.no-end", "Say until which day, so that nothing stale stays here.", nameof(Until));
    public static readonly Refusal EndsBeforeStart = new("offer.ends-before-start", "The last day is before the first day.", nameof(Until));
    public static readonly Refusal Over = new("offer.over", "This period is over already.", nameof(Until));

    internal Refusal? Check(DateOnly today) =>
        FormText.Check(Topic, TypedText.Line, nameof(Topic), NoTopic)
        ?? FormText.Check(Text, TypedText.Paragraph, nameof(Text))
        ?? (Need is null || NeedTaxonomy.Find(Need) is not null ? null : NoSuchNeed)
        ?? FormText.Check(Amount, TypedText.Line, nameof(Amount), NoAmount)
        ?? (From is null ? NoStart : Until is null ? NoEnd : Until < From ? EndsBeforeStart : Until < today ? Over : null);
}

/// <summary>Help that a member can give, or would like to have, in a period. The same record both ways.</summary>
internal sealed class Offer : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal Closed = new("offer.closed", "This is closed or its period is over.");

    private Offer()
    {
    }

    public OfferId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public OfferKind Kind { get; private set; }

    public OrganisationId School { get; private set; }

    public string SchoolName { get; private set; } = "";

    public PersonId By { get; private set; }

    public string ByName { get; private set; } = "";

    public string Topic { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Code of <see cref="NeedTaxonomy"/> as it was chosen; read through its successor. Null: none of them.</summary>
    public string? Need { get; private set; }

    public HelpAudience Audience { get; private set; }

    public string Amount { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly Until { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public int Version { get; private set; }

    public static (Offer? Offer, Refusal? Refusal) Make(NetworkId network, OfferTerms terms, Actor by, DateOnly today, TimeProvider clock)
    {
        if (terms.Check(today) is { } refusal)
        {
            return (null, refusal);
        }

        return (new Offer
        {
            Id = EntityId.New<OfferId>(clock),
            NetworkId = network,
            Kind = terms.Kind,
            School = by.Organisation!.Value,
            SchoolName = by.OrganisationName ?? "",
            By = by.Person,
            ByName = by.Name,
            Topic = FormText.Tidy(terms.Topic),
            Text = FormText.Tidy(terms.Text),
            Need = NeedTaxonomy.Find(terms.Need)?.Code,
            Audience = terms.Audience,
            Amount = FormText.Tidy(terms.Amount),
            From = terms.From!.Value,
            Until = terms.Until!.Value,
            MadeAt = clock.GetUtcNow(),
        }, null);
    }

    public bool IsOpen(DateOnly today) => ClosedAt is null && today <= Until;

    public Refusal? Close(DateTimeOffset now, DateOnly today)
    {
        if (!IsOpen(today))
        {
            return Closed;
        }

        ClosedAt = now;
        return null;
    }

    public void EndWithMembership(DateTimeOffset now) => ClosedAt ??= now;

    /// <summary>Its maker left and leaves no words behind; the deliveries of others still need the row.</summary>
    public void Withdraw() => (Topic, Text, Amount, ByName, SchoolName) = ("–", "", "", "", "");

    internal sealed class Configuration : IEntityTypeConfiguration<Offer>
    {
        public void Configure(EntityTypeBuilder<Offer> builder)
        {
            builder.HasKey(o => o.Id);
            builder.Property(o => o.SchoolName).HasMaxLength(Organisation.LongestName);
            builder.Property(o => o.ByName).HasMaxLength(People.LongestName);
            builder.Property(o => o.Topic).HasMaxLength(TypedText.Line);
            builder.Property(o => o.Text).HasMaxLength(TypedText.Paragraph);
            builder.Property(o => o.Need).HasMaxLength(60);
            builder.Property(o => o.Amount).HasMaxLength(TypedText.Line);
            builder.HasIndex(o => new { o.NetworkId, o.Until });
            builder.HasOne<Network>().WithMany().HasForeignKey(o => o.NetworkId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
