using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum ActionState
{
    Open,
    Done,
    Dropped,
}

/// <summary>One task, one organisation, one person, one date. It follows the person home until there is a result.</summary>
internal sealed class ActionItem : IOwnedByNetwork, IVersioned
{
    public const int LongestText = 400;

    public static readonly Refusal NoText = new("action.no-text", "Write what is to be done, in {0} characters at most.", "What", LongestText);
    public static readonly Refusal NoHolder = new("action.no-holder", "Choose the person who does it.", "Holder");
    public static readonly Refusal NoDay = new("action.no-day", "Choose the day by which it is done, after the meeting.", "DueOn");
    public static readonly Refusal NoResult = new("action.no-result", "Write what came of it, in {0} characters at most.", "Result", LongestText);
    public static readonly Refusal NoReason = new("action.no-reason", "It is late: write why, in {0} characters at most.", "LateReason", LongestText);
    public static readonly Refusal NoNewDay = new("action.no-new-day", "Choose a new day, today or later.", "NewDay");
    public static readonly Refusal Settled = new("action.settled", "This action is settled already.");

    private ActionItem()
    {
    }

    public ActionItemId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingId MeetingId { get; private set; }

    public MeetingSeriesId SeriesId { get; private set; }

    public AgendaItemId? AgendaItemId { get; private set; }

    public string What { get; private set; } = "";

    public OrganisationId Organisation { get; private set; }

    public string OrganisationName { get; private set; } = "";

    public PersonId Holder { get; private set; }

    public string HolderName { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    /// <summary>The day first agreed, when it was moved.</summary>
    public DateOnly? FirstDueOn { get; private set; }

    public ActionState State { get; private set; }

    public string? Result { get; private set; }

    public string? LateReason { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public int Version { get; private set; }

    public static (ActionItem? Action, Refusal? Refusal) Agree(
        Meeting meeting, AgendaItemId? item, string? what, Networks.PostCard? holder, DateOnly? dueOn, TimeProvider clock)
    {
        if (what is null || what.Trim().Length is 0 or > LongestText)
        {
            return (null, NoText);
        }

        if (holder is null)
        {
            return (null, NoHolder);
        }

        if (dueOn is not { } due || due < meeting.Day)
        {
            return (null, NoDay);
        }

        return (new ActionItem
        {
            Id = EntityId.New<ActionItemId>(clock),
            NetworkId = meeting.NetworkId,
            MeetingId = meeting.Id,
            SeriesId = meeting.SeriesId,
            AgendaItemId = item,
            What = what.Trim(),
            Organisation = holder.Organisation,
            OrganisationName = holder.OrganisationName,
            Holder = holder.Person,
            HolderName = holder.PersonName,
            DueOn = due,
        }, null);
    }

    public bool IsLate(DateOnly today) => State == ActionState.Open && DueOn < today;

    public Refusal? Settle(ActionState state, string? result, string? lateReason, DateOnly today, DateTimeOffset now)
    {
        if (State != ActionState.Open || state == ActionState.Open)
        {
            return Settled;
        }

        if (result is null || result.Trim().Length is 0 or > LongestText)
        {
            return NoResult;
        }

        if (IsLate(today) && Bad(lateReason))
        {
            return NoReason;
        }

        (Result, SettledAt) = (result.Trim(), now);
        LateReason = IsLate(today) ? lateReason!.Trim() : LateReason;
        State = state;
        return null;
    }

    /// <summary>A new day, always with the reason why the old one does not hold.</summary>
    public Refusal? PutOff(DateOnly? newDay, string? reason, DateOnly today)
    {
        if (State != ActionState.Open)
        {
            return Settled;
        }

        if (newDay is not { } day || day < today || day == DueOn)
        {
            return NoNewDay;
        }

        if (Bad(reason))
        {
            return NoReason;
        }

        (FirstDueOn, DueOn, LateReason) = (FirstDueOn ?? DueOn, day, reason!.Trim());
        return null;
    }

    private static bool Bad(string? reason) => reason is null || reason.Trim().Length is 0 or > LongestText;

    internal sealed class Configuration : IEntityTypeConfiguration<ActionItem>
    {
        public void Configure(EntityTypeBuilder<ActionItem> builder)
        {
            builder.ToTable("meeting_action");
            builder.HasKey(a => a.Id);
            builder.Property(a => a.What).HasMaxLength(LongestText);
            builder.Property(a => a.OrganisationName).HasMaxLength(200);
            builder.Property(a => a.HolderName).HasMaxLength(Invitation.LongestName);
            builder.Property(a => a.Result).HasMaxLength(LongestText);
            builder.Property(a => a.LateReason).HasMaxLength(LongestText);
            builder.HasIndex(a => new { a.NetworkId, a.State, a.DueOn });
            builder.HasIndex(a => a.Holder);
            builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
