using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct DeliveryId(Guid Value) : IEntityId<DeliveryId>
{
    public static DeliveryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal enum DeliveryState
{
    /// <summary>The two have found each other.</summary>
    Matched,

    /// <summary>Given; the hours are written down.</summary>
    Given,

    /// <summary>The receiver said what came of it.</summary>
    Told,

    /// <summary>Came to nothing.</summary>
    CalledOff,
}

/// <param name="Id">Null: a body outside the network, known by name only.</param>
internal sealed record HelpParty(OrganisationId? Id, string Name);

/// <summary>
/// What became of a match. The giver writes the hours, the receiver the effect; a receiver outside the network is quoted by
/// the giver, with the name of who said it.
/// </summary>
internal sealed class Delivery : IOwnedByNetwork, IVersioned
{
    public const decimal MostHours = 2000;

    public static readonly Refusal NoHours = new("delivery.no-hours", "Write the hours given as a number, such as 2 or 1.5.", "Hours");
    public static readonly Refusal NoDay = new("delivery.no-day", "Say on which day; for several days, the last one.", "On");
    public static readonly Refusal Tomorrow = new("delivery.tomorrow", "This day has not come yet.", "On");
    public static readonly Refusal NoEffect = new("delivery.no-effect", "Say in a sentence or two what came of it.", "Effect");
    public static readonly Refusal NoTeller = new("delivery.no-teller", "Say who told you so.", "ToldBy");
    public static readonly Refusal NotNow = new("delivery.not-now", "This has been written down already, or was called off.");
    public static readonly Refusal NotGiven = new("delivery.not-given", "The giver writes the hours first.");

    private Delivery()
    {
    }

    public DeliveryId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public OfferId OfferId { get; private set; }

    public OrganisationId? Giver { get; private set; }

    public string GiverName { get; private set; } = "";

    public OrganisationId? Receiver { get; private set; }

    public string ReceiverName { get; private set; } = "";

    public DeliveryState State { get; private set; }

    public DateOnly MatchedOn { get; private set; }

    /// <summary>Decides the year it counts in.</summary>
    public DateOnly? GivenOn { get; private set; }

    public decimal Hours { get; private set; }

    public string Effect { get; private set; } = "";

    /// <summary>Who said what came of it.</summary>
    public string ToldBy { get; private set; } = "";

    public DateOnly? ToldOn { get; private set; }

    public int Version { get; private set; }

    public static Delivery Match(Offer offer, HelpParty other, DateOnly today, TimeProvider clock)
    {
        var own = new HelpParty(offer.School, offer.SchoolName);
        var (giver, receiver) = offer.Kind == OfferKind.Offer ? (own, other) : (other, own);
        return new Delivery
        {
            Id = EntityId.New<DeliveryId>(clock),
            NetworkId = offer.NetworkId,
            OfferId = offer.Id,
            Giver = giver.Id,
            GiverName = giver.Name,
            Receiver = receiver.Id,
            ReceiverName = receiver.Name,
            MatchedOn = today,
        };
    }

    /// <summary>Writes the hours; a giver outside the network is written down by the receiver.</summary>
    public bool MayGive(OrganisationId own) => State is DeliveryState.Matched && own == (Giver ?? Receiver);

    /// <summary>Says what came of it; a receiver outside the network is quoted by the giver.</summary>
    public bool MayTell(OrganisationId own) => State is DeliveryState.Given && own == (Receiver ?? Giver);

    public bool MayCallOff(OrganisationId own) => State is DeliveryState.Matched && (own == Giver || own == Receiver);

    public Refusal? Give(decimal? hours, DateOnly? on, DateOnly today)
    {
        var refusal = State != DeliveryState.Matched ? NotNow
            : hours is not (> 0 and <= MostHours) ? NoHours
            : on is null ? NoDay
            : on > today ? Tomorrow : null;
        if (refusal is null)
        {
            (State, Hours, GivenOn) = (DeliveryState.Given, Math.Round(hours!.Value, 2), on);
        }

        return refusal;
    }

    /// <param name="toldBy">The person of the receiver; typed where the receiver is outside the network.</param>
    public Refusal? Tell(string? effect, string? toldBy, DateOnly today)
    {
        var refusal = State != DeliveryState.Given ? State == DeliveryState.Matched ? NotGiven : NotNow
            : FormText.Check(effect, TypedText.Paragraph, nameof(Effect), NoEffect) ?? FormText.Check(toldBy, People.LongestName, nameof(ToldBy), NoTeller);
        if (refusal is null)
        {
            (State, Effect, ToldBy, ToldOn) = (DeliveryState.Told, FormText.Tidy(effect), FormText.Tidy(toldBy), today);
        }

        return refusal;
    }

    public Refusal? CallOff()
    {
        if (State != DeliveryState.Matched)
        {
            return NotNow;
        }

        State = DeliveryState.CalledOff;
        return null;
    }

    /// <summary>The party left and leaves no words behind; the other's hours stay the other's.</summary>
    public void Withdraw(OrganisationId party)
    {
        if (Giver == party)
        {
            GiverName = "–";
        }

        if (Receiver == party)
        {
            (ReceiverName, Effect, ToldBy) = ("–", "", "");
        }
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Delivery>
    {
        public void Configure(EntityTypeBuilder<Delivery> builder)
        {
            builder.HasKey(d => d.Id);
            builder.Property(d => d.GiverName).HasMaxLength(Organisation.LongestName);
            builder.Property(d => d.ReceiverName).HasMaxLength(Organisation.LongestName);
            builder.Property(d => d.Hours).HasPrecision(8, 2);
            builder.Property(d => d.Effect).HasMaxLength(TypedText.Paragraph);
            builder.Property(d => d.ToldBy).HasMaxLength(People.LongestName);
            builder.HasIndex(d => d.NetworkId);
            builder.HasOne<Offer>().WithMany().HasForeignKey(d => d.OfferId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <param name="GivenTimes">How often it gave.</param>
internal sealed record HelpTotal(string Name, decimal Given, int GivenTimes, decimal Received, int ReceivedTimes)
{
    /// <summary>One line for each member that gave or received in the year, both sums side by side.</summary>
    public static IReadOnlyList<HelpTotal> Of(IReadOnlyCollection<Delivery> deliveries, int year, IReadOnlyDictionary<OrganisationId, string> members)
    {
        var counted = deliveries.Where(d => d.State is DeliveryState.Given or DeliveryState.Told && d.GivenOn?.Year == year).ToList();
        return
        [
            .. members.OrderBy(m => m.Value, StringComparer.CurrentCulture).Select(m =>
            {
                var (given, received) = (counted.Where(d => d.Giver == m.Key).ToList(), counted.Where(d => d.Receiver == m.Key).ToList());
                return new HelpTotal(m.Value, given.Sum(d => d.Hours), given.Count, received.Sum(d => d.Hours), received.Count);
            }).Where(t => t.GivenTimes + t.ReceivedTimes > 0),
        ];
    }
}
