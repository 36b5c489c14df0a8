using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Accounts;

/// <summary>
/// When a person gets the one mail of the day, and of what it does not speak. Read by the program for everybody and changed
/// by links without a session, so it belongs to no tenant.
/// </summary>
internal sealed class MailChoice : IVersioned
{
    /// <summary>In <see cref="StopKind"/>: the whole mail.</summary>
    public const string Everything = "all";
    public const int EveryDay = 0b111_1111;
    private const int LongestStopped = 2000;

    public static readonly TimeOnly UsualTime = new(7, 30);
    public static readonly Refusal NoDay = new("mail.no-day", "Choose at least one day, or stop the mail altogether.", "Days");
    public static readonly Refusal NoTime = new("mail.no-time", "Choose a time from the list.", "Time");

    private MailChoice()
    {
    }

    public PersonId PersonId { get; private set; }

    /// <summary>Of the person's own clock.</summary>
    public TimeOnly Time { get; private set; } = UsualTime;

    /// <summary>A bit for each <see cref="DayOfWeek"/>; null: the days on which the person's school is open.</summary>
    public int? Days { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Codes of kinds, with spaces around and between.</summary>
    public string Stopped { get; private set; } = " ";

    /// <summary>When to look next whether a mail is due.</summary>
    public DateTimeOffset NextAt { get; private set; }

    public int Version { get; private set; }

    public static MailChoice Usual(PersonId person, string zone, DateTimeOffset now)
    {
        var choice = new MailChoice { PersonId = person };
        choice.PlanFrom(now, zone);
        return choice;
    }

    public static bool Has(int days, DayOfWeek day) => (days & (1 << (int)day)) != 0;

    public static int DaysOf(IEnumerable<DayOfWeek> days) => days.Aggregate(0, (all, day) => all | (1 << (int)day));

    public bool HasStopped(WorkKind kind) => !kind.Protects && (StoppedAt is not null || Stopped.Contains($" {kind.Code} ", StringComparison.Ordinal));

    public Refusal? Choose(TimeOnly time, int? days, string zone, DateTimeOffset now)
    {
        if (days is 0 or < 0 or > EveryDay)
        {
            return NoDay;
        }

        if (time.Ticks % TimeSpan.FromMinutes(30).Ticks != 0)
        {
            return NoTime;
        }

        (Time, Days) = (time, days);
        PlanFrom(now, zone);
        return null;
    }

    public void StopAll(DateTimeOffset now) => StoppedAt ??= now;

    public void StartAgain() => StoppedAt = null;

    public void StopKind(WorkKind kind)
    {
        if (!kind.Protects && !Stopped.Contains($" {kind.Code} ", StringComparison.Ordinal))
        {
            Stopped += kind.Code + " ";
        }
    }

    public void SpeakAgainOf(WorkKind kind) => Stopped = Stopped.Replace($" {kind.Code} ", " ", StringComparison.Ordinal);

    /// <summary>The next moment at which the person's clock shows the time.</summary>
    public void PlanFrom(DateTimeOffset now, string zone)
    {
        var today = LocalDay.Of(now, zone);
        var next = LocalDay.Moment(today, Time, zone);
        NextAt = next >= now ? next : LocalDay.Moment(today.AddDays(1), Time, zone);
    }

    /// <summary>This day has had its look.</summary>
    public void PlanAfter(DateOnly day, string zone) => NextAt = LocalDay.Moment(day.AddDays(1), Time, zone);

    public void LookAgainAt(DateTimeOffset at) => NextAt = at;

    internal sealed class Configuration : IEntityTypeConfiguration<MailChoice>
    {
        public void Configure(EntityTypeBuilder<MailChoice> builder)
        {
            builder.HasKey(c => c.PersonId);
            builder.Property(c => c.Stopped).HasMaxLength(LongestStopped);
            builder.HasIndex(c => c.NextAt);
            builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
