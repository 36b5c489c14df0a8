using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Landscape;

internal sealed class CountryForm
{
    public static readonly Refusal BadYears = new("country.bad-years", "Between 0 and 100 years, or empty where it is not known.", nameof(RetentionYears));

    public string? Roles { get; set; }

    public string? Ages { get; set; }

    public string? Bodies { get; set; }

    public string? DutyToReport { get; set; }

    public string? Retention { get; set; }

    public int? RetentionYears { get; set; }

    public string? Source { get; set; }

    /// <summary>The newest version when the form was opened.</summary>
    public int After { get; set; }

    internal Refusal? Check() =>
        FormText.Check(Roles, TypedWords.Paragraph, nameof(Roles))
        ?? FormText.Check(Ages, TypedWords.Paragraph, nameof(Ages))
        ?? FormText.Check(Bodies, TypedWords.Paragraph, nameof(Bodies))
        ?? FormText.Check(DutyToReport, TypedWords.Paragraph, nameof(DutyToReport))
        ?? FormText.Check(Retention, TypedWords.Paragraph, nameof(Retention))
        ?? (RetentionYears is < 0 or > 100 ? BadYears : null)
        ?? FormText.Check(Source, TypedWords.Line, nameof(Source), TypedWords.Missing);
}

/// <summary>One version of what is written down of a country. A new version is unchecked until somebody confirms it.</summary>
internal sealed class CountryPage : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NoWay = new("country.no-way", "Say how you checked it: which text, which office.", "How");

    private CountryPage()
    {
    }

    public LandscapeRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string CountryCode { get; private set; } = "";

    public int Number { get; private set; }

    public string Roles { get; private set; } = "";

    public string Ages { get; private set; } = "";

    public string Bodies { get; private set; } = "";

    public string DutyToReport { get; private set; } = "";

    public string Retention { get; private set; } = "";

    public int? RetentionYears { get; private set; }

    public string Source { get; private set; } = "";

    public string WrittenByName { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    public string ConfirmedByName { get; private set; } = "";

    public string ConfirmedHow { get; private set; } = "";

    public int Version { get; private set; }

    public static (CountryPage? Page, Refusal? Refusal) Write(NetworkId network, string country, int number, CountryForm form, Actor actor, TimeProvider clock)
    {
        if (form.Check() is { } refusal)
        {
            return (null, refusal);
        }

        return (new CountryPage
        {
            Id = EntityId.New<LandscapeRowId>(clock),
            NetworkId = network,
            CountryCode = country,
            Number = number,
            Roles = FormText.Tidy(form.Roles),
            Ages = FormText.Tidy(form.Ages),
            Bodies = FormText.Tidy(form.Bodies),
            DutyToReport = FormText.Tidy(form.DutyToReport),
            Retention = FormText.Tidy(form.Retention),
            RetentionYears = form.RetentionYears,
            Source = FormText.Tidy(form.Source),
            WrittenByName = actor.Name,
            WrittenAt = clock.GetUtcNow(),
        }, null);
    }

    public Refusal? Confirm(string? how, string byName, DateOnly today)
    {
        if (FormText.Check(how, TypedWords.Line, "How") is { } refusal)
        {
            return refusal;
        }

        if (FormText.Tidy(how).Length == 0)
        {
            return NoWay;
        }

        (ConfirmedOn, ConfirmedByName, ConfirmedHow) = (today, byName, FormText.Tidy(how));
        return null;
    }

    public CountryContextCard Card => new(CountryCode, Number, Roles, Ages, Bodies, DutyToReport, Retention, RetentionYears, Source, ConfirmedOn, ConfirmedByName);

    internal sealed class Configuration : IEntityTypeConfiguration<CountryPage>
    {
        public void Configure(EntityTypeBuilder<CountryPage> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Ignore(p => p.Card);
            builder.Property(p => p.CountryCode).HasMaxLength(2);
            builder.Property(p => p.Roles).HasMaxLength(TypedWords.Paragraph);
            builder.Property(p => p.Ages).HasMaxLength(TypedWords.Paragraph);
            builder.Property(p => p.Bodies).HasMaxLength(TypedWords.Paragraph);
            builder.Property(p => p.DutyToReport).HasMaxLength(TypedWords.Paragraph);
            builder.Property(p => p.Retention).HasMaxLength(TypedWords.Paragraph);
            builder.Property(p => p.Source).HasMaxLength(TypedWords.Line);
            builder.Property(p => p.WrittenByName).HasMaxLength(200);
            builder.Property(p => p.ConfirmedByName).HasMaxLength(200);
            builder.Property(p => p.ConfirmedHow).HasMaxLength(TypedWords.Line);
            builder.HasIndex(p => new { p.NetworkId, p.CountryCode, p.Number }).IsUnique();
        }
    }
}
