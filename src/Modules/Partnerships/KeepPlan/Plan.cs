using System.Globalization;
using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal sealed record PlanCell(string Key, string Value);

/// <summary>One line of a part of a plan.</summary>
/// <param name="Id">Unique within its part, never given twice.</param>
internal sealed record PlanRow(int Id, IReadOnlyList<PlanCell> Cells)
{
    public string this[string key] => Cells.FirstOrDefault(c => c.Key == key)?.Value ?? "";

    public int? Side(string key = "side") => int.TryParse(this[key], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    public DateOnly? Day(string key) => DateOnly.TryParseExact(this[key], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public TimeOnly? Time(string key) => TimeOnly.TryParseExact(this[key], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public decimal? Number(string key) => decimal.TryParse(this[key], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;
}

/// <summary>
/// What the sides mean to do in one school year. Every change of a part raises the revision, and a confirmation names the
/// revision it confirms: both touch this row, so a change and a confirmation in one moment cannot both pass unseen.
/// </summary>
internal sealed class Plan : IOwnedByNetwork, IVersioned
{
    private Plan()
    {
    }

    public PlanId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>"2026/27"; sorts by time.</summary>
    public string SchoolYear { get; private set; } = "";

    public int Revision { get; private set; }

    public int Confirmations { get; private set; }

    public int Witnessed { get; private set; }

    public int Version { get; private set; }

    public static Plan Begin(Partnership partnership, string schoolYear, TimeProvider clock) => new()
    {
        Id = EntityId.New<PlanId>(clock),
        NetworkId = partnership.NetworkId,
        PartnershipId = partnership.Id,
        SchoolYear = schoolYear,
        Revision = 1,
    };

    /// <summary>The school year that most of this day's schools are in: it turns on the first of August.</summary>
    public static string YearOf(DateOnly day)
    {
        var first = day.Month >= 8 ? day.Year : day.Year - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{first:0000}/{(first + 1) % 100:00}");
    }

    public static string YearAfter(string year) => YearOf(new DateOnly(int.Parse(year[..4], CultureInfo.InvariantCulture) + 1, 9, 1));

    public void Changed() => Revision++;

    public void Confirmed() => Confirmations++;

    /// <summary>Somebody relied on how it stands now.</summary>
    public void Witness() => Witnessed++;

    internal sealed class Configuration : IEntityTypeConfiguration<Plan>
    {
        public void Configure(EntityTypeBuilder<Plan> builder)
        {
            builder.ToTable("partnership_plan");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.SchoolYear).HasMaxLength(7);
            builder.HasIndex(p => new { p.PartnershipId, p.SchoolYear }).IsUnique();
            builder.HasOne<Partnership>().WithMany().HasForeignKey(p => p.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <inheritdoc/>
internal sealed class PlanPart : PartOfRows
{
    private PlanPart()
    {
    }

    public PlanId PlanId { get; private set; }

    public PlanPartKind Kind { get; private set; }

    public string ChangedByName { get; private set; } = "";

    public DateTimeOffset? ChangedAt { get; private set; }

    public static PlanPart Open(Plan plan, PlanPartKind kind, IReadOnlyList<PlanRow> rows, TimeProvider clock)
    {
        var part = new PlanPart { Id = EntityId.New<PartnershipRowId>(clock), NetworkId = plan.NetworkId, PlanId = plan.Id, Kind = kind };
        part.Begin(rows);
        return part;
    }

    public void Keep(PlanRow row, string byName, DateTimeOffset now)
    {
        Put(row);
        (ChangedByName, ChangedAt) = (byName, now);
    }

    public void Drop(int row, string byName, DateTimeOffset now)
    {
        TakeOut(row);
        (ChangedByName, ChangedAt) = (byName, now);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<PlanPart>
    {
        public void Configure(EntityTypeBuilder<PlanPart> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Rows).HasConversion(ListColumn.Converter<PlanRow>(), ListColumn.Comparer<PlanRow>());
            builder.Property(p => p.ChangedByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(p => new { p.PlanId, p.Kind }).IsUnique();
            builder.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One side's yes to one revision of the plan. Never changed; a later revision asks again.</summary>
internal sealed class PlanConfirmation : IOwnedByNetwork
{
    private PlanConfirmation()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PlanId PlanId { get; private set; }

    public PartyId PartyId { get; private set; }

    public int Revision { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static PlanConfirmation Give(Plan plan, Party party, string byName, TimeProvider clock) => new()
    {
        Id = EntityId.New<PartnershipRowId>(clock),
        NetworkId = plan.NetworkId,
        PlanId = plan.Id,
        PartyId = party.Id,
        Revision = plan.Revision,
        ByName = byName,
        At = clock.GetUtcNow(),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<PlanConfirmation>
    {
        public void Configure(EntityTypeBuilder<PlanConfirmation> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.ByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(c => new { c.PlanId, c.PartyId, c.Revision }).IsUnique();
            builder.HasOne<Plan>().WithMany().HasForeignKey(c => c.PlanId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
