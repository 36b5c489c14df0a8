using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum HandOverPart
{
    Contacts,
    Files,
    Accounts,
    Actions,
    NextMeeting,
}

/// <param name="Note">Where it is, or whom to ask.</param>
internal sealed record HandOverItem(HandOverPart Part, bool IsDone, string Note);

/// <summary>
/// An owner leaves: a dated list of what has to be passed on, and somebody who takes over. The successor becomes an owner
/// on saying yes, so that both are owners for a while; the leaver goes when the list is through, and not before.
/// </summary>
internal sealed class HandOver : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NoOwner = new("hand-over.no-owner", "Choose who leaves.", "Owner");
    public static readonly Refusal NoDay = new("hand-over.no-day", "Choose a day from today on.", "LeavesOn");
    public static readonly Refusal NoSuccessor = new("hand-over.no-successor", "Choose somebody of your side who is no owner yet.", "Successor");
    public static readonly Refusal Twice = new("hand-over.twice", "A hand-over of this person runs already.", "Owner");
    public static readonly Refusal Over = new("hand-over.over", "This hand-over has ended.");
    public static readonly Refusal AcceptedAlready = new("hand-over.accepted", "The successor has said yes already.");
    public static readonly Refusal NotThrough = new("hand-over.not-through", "The list is not through yet: tick each line, or say where it stands.");
    public static readonly Refusal NotAccepted = new("hand-over.not-accepted", "The successor has not said yes yet.");
    public static readonly Refusal KeepsFiles = new("hand-over.keeps-files", "Files still have the one who leaves as their keeper. Give each to somebody who stays.");
    public static readonly Refusal TooFew = new("hand-over.too-few", "A school at work keeps two owners. Begin a hand-over to a successor, or add an owner first.");

    private HandOver()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public PartyId PartyId { get; private set; }

    public PartnershipRowId OwnerId { get; private set; }

    public string LeaverName { get; private set; } = "";

    /// <summary>The owner's row while it runs: one at a time, which the database holds too.</summary>
    public Guid? RunsFor { get; private set; }

    public DateOnly StartedOn { get; private set; }

    public DateOnly LeavesOn { get; private set; }

    public PersonId Successor { get; private set; }

    public string SuccessorName { get; private set; } = "";

    public string SuccessorTitle { get; private set; } = "";

    public DateOnly? AcceptedOn { get; private set; }

    public IReadOnlyList<HandOverItem> Items { get; private set; } = [];

    public DateOnly? EndedOn { get; private set; }

    /// <summary>False: it was called off, and the owner stays.</summary>
    public bool HasGone { get; private set; }

    public int Version { get; private set; }

    public bool Runs => RunsFor is not null;

    public static (HandOver? HandOver, Refusal? Refusal) Start(PartyOwner leaver, (PersonId Person, string Name, string Title)? successor, DateOnly? leavesOn, DateOnly today, TimeProvider clock)
    {
        var refusal = leavesOn is null || leavesOn < today ? NoDay : successor is null ? NoSuccessor : null;
        return refusal is not null ? (null, refusal) : (new HandOver
        {
            Id = EntityId.New<PartnershipRowId>(clock),
            NetworkId = leaver.NetworkId,
            PartnershipId = leaver.PartnershipId,
            PartyId = leaver.PartyId,
            OwnerId = leaver.Id,
            LeaverName = leaver.Name,
            RunsFor = leaver.Id.Value,
            StartedOn = today,
            LeavesOn = leavesOn!.Value,
            Successor = successor!.Value.Person,
            SuccessorName = successor.Value.Name,
            SuccessorTitle = successor.Value.Title,
            Items = [.. Enum.GetValues<HandOverPart>().Select(p => new HandOverItem(p, false, ""))],
        }, null);
    }

    public Refusal? Accept(DateOnly today)
    {
        var refusal = !Runs ? Over : AcceptedOn is not null ? AcceptedAlready : null;
        AcceptedOn = refusal is null ? today : AcceptedOn;
        return refusal;
    }

    public Refusal? Tick(IReadOnlyList<HandOverItem> items)
    {
        if (!Runs)
        {
            return Over;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (FormText.Check(items[i].Note, Typed.Line, $"Items[{i}].Note") is { } refusal)
            {
                return refusal;
            }
        }

        Items = [.. Items.Select(old => items.FirstOrDefault(n => n.Part == old.Part) is { } item ? item with { Note = FormText.Tidy(item.Note) } : old)];
        return null;
    }

    public Refusal? Finish(DateOnly today)
    {
        var refusal = !Runs ? Over : AcceptedOn is null ? NotAccepted : Items.Any(i => !i.IsDone) ? NotThrough : null;
        if (refusal is null)
        {
            (RunsFor, EndedOn, HasGone) = (null, today, true);
        }

        return refusal;
    }

    public Refusal? CallOff(DateOnly today)
    {
        if (!Runs)
        {
            return Over;
        }

        (RunsFor, EndedOn) = (null, today);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<HandOver>
    {
        public void Configure(EntityTypeBuilder<HandOver> builder)
        {
            builder.ToTable("partnership_hand_over");
            builder.HasKey(h => h.Id);
            builder.Property(h => h.LeaverName).HasMaxLength(Partnership.LongestName);
            builder.Property(h => h.SuccessorName).HasMaxLength(Partnership.LongestName);
            builder.Property(h => h.SuccessorTitle).HasMaxLength(Typed.Line);
            builder.Property(h => h.Items).HasConversion(ListColumn.Converter<HandOverItem>(), ListColumn.Comparer<HandOverItem>());
            builder.HasIndex(h => h.RunsFor).IsUnique();
            builder.HasIndex(h => h.PartnershipId);
            builder.HasIndex(h => new { h.NetworkId, h.Successor });
            builder.HasOne<PartyOwner>().WithMany().HasForeignKey(h => h.OwnerId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
