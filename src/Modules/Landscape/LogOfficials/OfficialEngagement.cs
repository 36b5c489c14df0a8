using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Landscape;

internal enum EngagementKind
{
    Training,
    Decision,
    Awareness,
    Information,
}

internal sealed class EngagementForm
{
    public static readonly Refusal NoDay = new("engagement.no-day", "Say on which day.", nameof(On));
    public static readonly Refusal Ahead = new("engagement.ahead", "This day has not come yet.", nameof(On));
    public static readonly Refusal BadCount = new("engagement.bad-count", "Between 1 and 1000 officials.", nameof(Officials));

    public static readonly Refusal NotInRegister = new("engagement.not-in-register", "Choose one of the register, or write the office below.", nameof(Authority));

    public EngagementKind Kind { get; set; }

    /// <summary>Of the network's register of authorities; null: the office is typed.</summary>
    public Guid? Authority { get; set; }

    public string? Office { get; set; }

    public string? Roles { get; set; }

    public int? Officials { get; set; } = 1;

    public DateOnly? On { get; set; }

    public string? About { get; set; }

    public string? Outcome { get; set; }

    public int Version { get; set; }

    internal Refusal? Check(DateOnly today) =>
        FormText.Check(Office, TypedWords.Line, nameof(Office), TypedWords.Missing)
        ?? FormText.Check(Roles, TypedWords.Line, nameof(Roles), TypedWords.Missing)
        ?? (Officials is null or < 1 or > 1000 ? BadCount : null)
        ?? (On is null ? NoDay : On > today ? Ahead : null)
        ?? FormText.Check(About, TypedWords.Paragraph, nameof(About), TypedWords.Missing)
        ?? FormText.Check(Outcome, TypedWords.Paragraph, nameof(Outcome));
}

/// <summary>Once that we trained, decided, raised awareness or informed together with an office. Roles stand here, no private persons.</summary>
internal sealed class OfficialEngagement : IOwnedByNetwork, IVersioned
{
    private OfficialEngagement()
    {
    }

    public LandscapeRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public EngagementKind Kind { get; private set; }

    /// <summary>As it was called when this was written.</summary>
    public string Office { get; private set; } = "";

    /// <summary>The network's tie with it; null: none was kept then.</summary>
    public Guid? Authority { get; private set; }

    public string Roles { get; private set; } = "";

    public int Officials { get; private set; }

    public DateOnly On { get; private set; }

    public string About { get; private set; } = "";

    public string Outcome { get; private set; } = "";

    public OrganisationId School { get; private set; }

    public string SchoolName { get; private set; } = "";

    public string WrittenByName { get; private set; } = "";

    public int Version { get; private set; }

    public static (OfficialEngagement? Engagement, Refusal? Refusal) Log(NetworkId network, EngagementForm form, Actor actor, TimeProvider clock)
    {
        var made = new OfficialEngagement
        {
            Id = EntityId.New<LandscapeRowId>(clock), NetworkId = network, School = actor.Organisation ?? default, SchoolName = actor.OrganisationName ?? "", WrittenByName = actor.Name,
        };
        var refusal = made.Change(form, clock.Today(actor.Zone));
        return refusal is null ? (made, null) : (null, refusal);
    }

    public Refusal? Change(EngagementForm form, DateOnly today)
    {
        if (form.Check(today) is { } refusal)
        {
            return refusal;
        }

        (Kind, Office, Authority) = (form.Kind, FormText.Tidy(form.Office), form.Authority);
        (Roles, Officials) = (FormText.Tidy(form.Roles), form.Officials!.Value);
        (On, About, Outcome) = (form.On!.Value, FormText.Tidy(form.About), FormText.Tidy(form.Outcome));
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<OfficialEngagement>
    {
        public void Configure(EntityTypeBuilder<OfficialEngagement> builder)
        {
            builder.HasKey(e => e.Id);
            builder.Property(e => e.Office).HasMaxLength(TypedWords.Line);
            builder.Property(e => e.Roles).HasMaxLength(TypedWords.Line);
            builder.Property(e => e.About).HasMaxLength(TypedWords.Paragraph);
            builder.Property(e => e.Outcome).HasMaxLength(TypedWords.Paragraph);
            builder.Property(e => e.SchoolName).HasMaxLength(200);
            builder.Property(e => e.WrittenByName).HasMaxLength(200);
            builder.HasIndex(e => new { e.NetworkId, e.On });
        }
    }
}
