using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Instruments;

internal readonly record struct CapacityPlanId(Guid Value) : IEntityId<CapacityPlanId>
{
    public static CapacityPlanId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

internal readonly record struct GrowthRowId(Guid Value) : IEntityId<GrowthRowId>
{
    public static GrowthRowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>How one partner of a concluded round will grow stronger, from the levels it agreed on there.</summary>
internal sealed class CapacityPlan : IOwnedByNetwork, IVersioned
{
    public const int MostAreas = 3;

    public static readonly Refusal NotConcluded = new("growth.not-concluded", "A plan begins from a closed round in which the levels were agreed.");
    public static readonly Refusal TooManyAreas = new("growth.too-many-areas", "A plan has {0} priority areas at most. Take one out before you choose another.", "Item", MostAreas);

    private CapacityPlan()
    {
    }

    public CapacityPlanId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public WaveId WaveId { get; private set; }

    public WaveRowId PartnerId { get; private set; }

    /// <summary>Null: a body outside the network.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    public string PartnerName { get; private set; } = "";

    public PersonId OpenedBy { get; private set; }

    public string OpenedByName { get; private set; } = "";

    public DateOnly OpenedOn { get; private set; }

    public int Version { get; private set; }

    public static (CapacityPlan? Plan, Refusal? Refusal) Begin(Wave wave, WavePartner partner, int agreed, Actor by, TimeProvider clock) =>
        !wave.IsClosed || agreed == 0 ? (null, NotConcluded) : (new CapacityPlan
        {
            Id = EntityId.New<CapacityPlanId>(clock),
            NetworkId = wave.NetworkId,
            WaveId = wave.Id,
            PartnerId = partner.Id,
            OrganisationId = partner.OrganisationId,
            PartnerName = partner.Name,
            OpenedBy = by.Person,
            OpenedByName = by.Name,
            OpenedOn = clock.Today(by.Zone),
        }, null);

    internal sealed class Configuration : IEntityTypeConfiguration<CapacityPlan>
    {
        public void Configure(EntityTypeBuilder<CapacityPlan> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.PartnerName).HasMaxLength(200);
            builder.Property(p => p.OpenedByName).HasMaxLength(120);
            builder.HasIndex(p => p.PartnerId).IsUnique();
            builder.HasIndex(p => new { p.NetworkId, p.OpenedOn });
            builder.HasOne<WavePartner>().WithMany().HasForeignKey(p => p.PartnerId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal sealed class AreaForm
{
    public const int LongestWhy = 1000;
    public const int LongestCourse = 200;
    public const int LongestLink = 500;

    public static readonly Refusal NoItem = new("growth.no-area", "Choose an area whose level was agreed.", nameof(Item));
    public static readonly Refusal NoLevel = new("growth.no-level", "Choose a level above the one it has now.", nameof(Wanted));
    public static readonly Refusal NoDay = new("growth.no-day", "Say until when: a day ahead, within five years.", nameof(WantedBy));
    public static readonly Refusal NoWhy = new("growth.no-why", "Say in a sentence why this one comes first.", nameof(Why));
    public static readonly Refusal BadLink = new("growth.bad-link", "Give an address that begins with https://, or leave it empty.", nameof(CourseLink));
    public static readonly Refusal NoCourse = new("growth.no-course", "Say what the course is called.", nameof(CourseTitle));

    public string? Item { get; set; }

    public int? Wanted { get; set; }

    public DateOnly? WantedBy { get; set; }

    public string? Why { get; set; }

    public string? CourseTitle { get; set; }

    public string? CourseLink { get; set; }

    public int Version { get; set; }

    internal Refusal? Check(int levelNow, DateOnly today, DateOnly? kept) =>
        Wanted is null || Wanted <= levelNow || Wanted > InstrumentCheck.LevelCount ? NoLevel
        : WantedBy is null || (WantedBy != kept && (WantedBy <= today || WantedBy > today.AddYears(5))) ? NoDay
        : FormText.Check(Why, LongestWhy, nameof(Why), NoWhy)
            ?? FormText.Check(CourseTitle, LongestCourse, nameof(CourseTitle), FormText.Tidy(CourseLink).Length > 0 ? NoCourse : null)
            ?? FormText.Check(CourseLink, LongestLink, nameof(CourseLink)) ?? (IsLink(FormText.Tidy(CourseLink)) ? null : BadLink);

    private static bool IsLink(string link) =>
        link.Length == 0 || (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0);
}

/// <summary>One area that comes first: from the agreed level to the one wanted, until a day. The database holds three places and no fourth.</summary>
internal sealed class PriorityArea : IOwnedByNetwork, IVersioned
{
    private PriorityArea()
    {
    }

    public GrowthRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public CapacityPlanId PlanId { get; private set; }

    /// <summary>1 to 3.</summary>
    public int Place { get; private set; }

    public string ItemKey { get; private set; } = "";

    public int LevelNow { get; private set; }

    public int Wanted { get; private set; }

    public DateOnly WantedBy { get; private set; }

    public string Why { get; private set; } = "";

    public string CourseTitle { get; private set; } = "";

    public string CourseLink { get; private set; } = "";

    public int Version { get; private set; }

    public static (PriorityArea? Area, Refusal? Refusal) Choose(CapacityPlan plan, IReadOnlyCollection<PriorityArea> there, AreaForm form, int? agreed, DateOnly today, TimeProvider clock)
    {
        if (there.Count >= CapacityPlan.MostAreas)
        {
            return (null, CapacityPlan.TooManyAreas);
        }

        if (agreed is not { } level || there.Any(a => a.ItemKey == form.Item))
        {
            return (null, AreaForm.NoItem);
        }

        var area = new PriorityArea
        {
            Id = EntityId.New<GrowthRowId>(clock),
            NetworkId = plan.NetworkId,
            PlanId = plan.Id,
            Place = Enumerable.Range(1, CapacityPlan.MostAreas).First(n => there.All(a => a.Place != n)),
            ItemKey = form.Item!,
            LevelNow = level,
        };
        var refusal = area.Change(form, today);
        return refusal is null ? (area, null) : (null, refusal);
    }

    public Refusal? Change(AreaForm form, DateOnly today)
    {
        if (form.Check(LevelNow, today, Wanted == 0 ? null : WantedBy) is { } refusal)
        {
            return refusal;
        }

        (Wanted, WantedBy, Why) = (form.Wanted!.Value, form.WantedBy!.Value, FormText.Tidy(form.Why));
        (CourseTitle, CourseLink) = (FormText.Tidy(form.CourseTitle), FormText.Tidy(form.CourseLink));
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<PriorityArea>
    {
        public void Configure(EntityTypeBuilder<PriorityArea> builder)
        {
            builder.HasKey(a => a.Id);
            builder.Property(a => a.ItemKey).HasMaxLength(InstrumentText.LongestKey);
            builder.Property(a => a.Why).HasMaxLength(AreaForm.LongestWhy);
            builder.Property(a => a.CourseTitle).HasMaxLength(AreaForm.LongestCourse);
            builder.Property(a => a.CourseLink).HasMaxLength(AreaForm.LongestLink);
            builder.HasIndex(a => new { a.PlanId, a.Place }).IsUnique();
            builder.HasIndex(a => new { a.PlanId, a.ItemKey }).IsUnique();
            builder.HasOne<CapacityPlan>().WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
