using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Landscape;

/// <summary>What one duty says, as typed.</summary>
internal sealed class DutyForm
{
    public const int LongestCode = 20;

    public static readonly Refusal BadCode = new("duty.bad-code", "A code has 2 to 20 letters, digits, dots or hyphens, such as REP-1.", nameof(Code));
    public static readonly Refusal CodeTaken = new("duty.code-taken", "Another duty of your network has this code.", nameof(Code));
    public static readonly Refusal BadAges = new("duty.bad-ages", "Ages go from 0 to 25, the lower one first.", nameof(AgeTo));

    public string? Code { get; set; }

    public string? What { get; set; }

    public string? Who { get; set; }

    public int? AgeFrom { get; set; }

    public int? AgeTo { get; set; }

    /// <summary>Null: as long as the instrument.</summary>
    public DateOnly? Until { get; set; }

    public DateOnly? KnownOn { get; set; }

    public int Version { get; set; }

    public string TidyCode => FormText.Tidy(Code).ToUpperInvariant();

    internal Refusal? Check(DateOnly today) =>
        (TidyCode.Length is < 2 or > LongestCode || !TidyCode.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') ? BadCode : null)
        ?? FormText.Check(What, TypedWords.Paragraph, nameof(What), TypedWords.Missing)
        ?? FormText.Check(Who, TypedWords.Line, nameof(Who), TypedWords.Missing)
        ?? (AgeFrom is < 0 or > 25 || AgeTo is < 0 or > 25 || AgeFrom > AgeTo ? BadAges : null)
        ?? (KnownOn is null ? InstrumentForm.NoDay : KnownOn > today ? InstrumentForm.KnownTomorrow : null);
}

/// <summary>What an instrument puts on schools. The code stays; what it says stands in dated statements.</summary>
internal sealed class Duty : IOwnedByNetwork, IVersioned
{
    private Duty()
    {
    }

    public DutyId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PolicyInstrumentId InstrumentId { get; private set; }

    public string Code { get; private set; } = "";

    public int Statements { get; private set; }

    public int Version { get; private set; }

    public static Duty Open(PolicyInstrument instrument, string code, TimeProvider clock) =>
        new() { Id = EntityId.New<DutyId>(clock), NetworkId = instrument.NetworkId, InstrumentId = instrument.Id, Code = code };

    public (DutyStatement? Statement, Refusal? Refusal) State(DutyForm form, DutyStatement? last, Actor actor, TimeProvider clock)
    {
        var refusal = form.Check(clock.Today(actor.Zone)) ?? (last is not null && form.KnownOn < last.KnownOn ? InstrumentStatement.KnownEarlier : null);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        Statements++;
        return (DutyStatement.Of(this, form, actor, clock), null);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Duty>
    {
        public void Configure(EntityTypeBuilder<Duty> builder)
        {
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Code).HasMaxLength(DutyForm.LongestCode);
            builder.HasIndex(d => new { d.NetworkId, d.Code }).IsUnique();
            builder.HasOne<PolicyInstrument>().WithMany().HasForeignKey(d => d.InstrumentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What was known of a duty on a day. Never changed.</summary>
internal sealed class DutyStatement : IOwnedByNetwork
{
    private DutyStatement()
    {
    }

    public LandscapeRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public DutyId DutyId { get; private set; }

    public string What { get; private set; } = "";

    public string Who { get; private set; } = "";

    public int? AgeFrom { get; private set; }

    public int? AgeTo { get; private set; }

    public DateOnly? Until { get; private set; }

    public DateOnly KnownOn { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public string WrittenByName { get; private set; } = "";

    internal static DutyStatement Of(Duty duty, DutyForm form, Actor actor, TimeProvider clock) => new()
    {
        Id = EntityId.New<LandscapeRowId>(clock),
        NetworkId = duty.NetworkId,
        DutyId = duty.Id,
        What = FormText.Tidy(form.What),
        Who = FormText.Tidy(form.Who),
        AgeFrom = form.AgeFrom,
        AgeTo = form.AgeTo,
        Until = form.Until,
        KnownOn = form.KnownOn!.Value,
        WrittenAt = clock.GetUtcNow(),
        WrittenByName = actor.Name,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<DutyStatement>
    {
        public void Configure(EntityTypeBuilder<DutyStatement> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.What).HasMaxLength(TypedWords.Paragraph);
            builder.Property(s => s.Who).HasMaxLength(TypedWords.Line);
            builder.Property(s => s.WrittenByName).HasMaxLength(200);
            builder.HasIndex(s => new { s.NetworkId, s.DutyId });
            builder.HasOne<Duty>().WithMany().HasForeignKey(s => s.DutyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
