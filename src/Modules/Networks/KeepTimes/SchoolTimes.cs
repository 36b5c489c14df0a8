using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

/// <summary>
/// What an organisation tells of its week. Like its name it is registry, not secret, and reached only through
/// <see cref="Visibility"/>: whoever may see the organisation may see when it is open.
/// </summary>
internal sealed class SchoolTimes : IVersioned
{
    public const int MostParts = 80;
    public const int MostDates = 120;
    public const int LongestTitle = 120;

    public static readonly Refusal WholeWeek = new("times.whole-week", "A week needs at least one day with school.", "Weekend");
    public static readonly Refusal TooManyParts = new("times.too-many-parts", "Write {0} lines at most.", "Lines", MostParts);
    public static readonly Refusal TooManyDates = new("times.too-many-dates", "Write {0} lines at most.", "Lines", MostDates);

    private SchoolTimes()
    {
    }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>Weekdays without school, by their English names with a blank between.</summary>
    public string Weekend { get; private set; } = "";

    /// <summary>Month in which the school year begins; 1 to 12.</summary>
    public int FirstMonth { get; private set; } = 8;

    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<DayOfWeek> WeekendDays => [.. Weekend.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayOfWeek>)];

    /// <summary>With the free days that are usual in its country, until the school says otherwise.</summary>
    public static SchoolTimes Begin(OrganisationId organisation, string? country) =>
        new() { OrganisationId = organisation, Version = 1, Weekend = Text(SchoolWeek.FreeDays(country)) };

    public Refusal? Set(IReadOnlyCollection<DayOfWeek> weekend, int firstMonth)
    {
        var days = weekend.Distinct().ToList();
        if (days.Count == 7)
        {
            return WholeWeek;
        }

        (Weekend, FirstMonth) = (Text(days), Math.Clamp(firstMonth, 1, 12));
        return null;
    }

    public void Touch(Actor by, TimeProvider clock) => (ChangedBy, ChangedAt) = (by.Name, clock.GetUtcNow());

    /// <summary>First and last day of the school year that begins in this year.</summary>
    public (DateOnly First, DateOnly Last) YearOf(int year) => (new(year, FirstMonth, 1), new DateOnly(year, FirstMonth, 1).AddYears(1).AddDays(-1));

    public int YearAt(DateOnly day) => day.Month >= FirstMonth ? day.Year : day.Year - 1;

    private static string Text(IEnumerable<DayOfWeek> days) => string.Join(' ', days.OrderBy(d => ((int)d + 6) % 7));

    internal sealed class Configuration : IEntityTypeConfiguration<SchoolTimes>
    {
        public void Configure(EntityTypeBuilder<SchoolTimes> builder)
        {
            builder.ToTable("school_times");
            builder.HasKey(s => s.OrganisationId);
            builder.Property(s => s.Weekend).HasMaxLength(70);
            builder.Property(s => s.ChangedBy).HasMaxLength(People.LongestName);
            builder.Ignore(s => s.WeekendDays);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

internal readonly record struct SchoolTimeRowId(Guid Value) : IEntityId<SchoolTimeRowId>
{
    public static SchoolTimeRowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A line of the typical week. All lines are replaced together.</summary>
/// <remarks>A weekday with lines of its own of one kind does not take those of that kind meant for every school day.</remarks>
internal sealed class SchoolDayPart
{
    private SchoolDayPart()
    {
    }

    public SchoolTimeRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>Null: every day with school.</summary>
    public DayOfWeek? Day { get; private set; }

    public DayPartKind Kind { get; private set; }

    public TimeOnly From { get; private set; }

    public TimeOnly To { get; private set; }

    public string Title { get; private set; } = "";

    public static SchoolDayPart Of(OrganisationId organisation, DayOfWeek? day, DayPartKind kind, TimeOnly from, TimeOnly to, string title, TimeProvider clock) => new()
    {
        Id = EntityId.New<SchoolTimeRowId>(clock),
        OrganisationId = organisation,
        Day = day,
        Kind = kind,
        From = from,
        To = to,
        Title = title,
    };

    /// <summary>The lines spread over the days with school.</summary>
    public static IReadOnlyList<DayPart> Week(IReadOnlyCollection<SchoolDayPart> lines, IReadOnlyCollection<DayOfWeek> weekend) =>
    [
        .. Enum.GetValues<DayOfWeek>().OrderBy(d => ((int)d + 6) % 7).SelectMany(day =>
            Enum.GetValues<DayPartKind>().SelectMany(kind =>
            {
                var own = lines.Where(l => l.Day == day && l.Kind == kind).ToList();
                return own.Count > 0 ? own : weekend.Contains(day) ? [] : lines.Where(l => l.Day is null && l.Kind == kind);
            }).OrderBy(l => l.From).ThenBy(l => l.Kind).Select(l => new DayPart(day, l.Kind, l.From, l.To, l.Title))),
    ];

    internal sealed class Configuration : IEntityTypeConfiguration<SchoolDayPart>
    {
        public void Configure(EntityTypeBuilder<SchoolDayPart> builder)
        {
            builder.ToTable("school_day_part");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Title).HasMaxLength(SchoolTimes.LongestTitle);
            builder.HasIndex(p => p.OrganisationId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A term, a holiday or examination days of one school year. The lines of a year are replaced together.</summary>
internal sealed class SchoolDate
{
    private SchoolDate()
    {
    }

    public SchoolTimeRowId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>The year in which the school year begins.</summary>
    public int Year { get; private set; }

    public SchoolDateKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public static SchoolDate Of(OrganisationId organisation, int year, SchoolDates dates, TimeProvider clock) => new()
    {
        Id = EntityId.New<SchoolTimeRowId>(clock),
        OrganisationId = organisation,
        Year = year,
        Kind = dates.Kind,
        Title = dates.Title,
        From = dates.From,
        To = dates.To,
    };

    public SchoolDates ToDates() => new(Kind, Title, From, To);

    internal sealed class Configuration : IEntityTypeConfiguration<SchoolDate>
    {
        public void Configure(EntityTypeBuilder<SchoolDate> builder)
        {
            builder.ToTable("school_date");
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Title).HasMaxLength(SchoolTimes.LongestTitle);
            builder.HasIndex(d => new { d.OrganisationId, d.Year });
            builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
