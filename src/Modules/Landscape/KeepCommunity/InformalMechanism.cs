using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Landscape;

internal enum MechanismKind
{
    Ngo,
    FaithBody,
    CommunityGroup,
    Informal,
}

/// <summary>How far we rely on it. The reason and the harm to avoid stand beside it.</summary>
internal enum TrustLevel
{
    Unknown,
    Trusted,
    WithCare,
    NotToUse,
}

internal sealed class MechanismForm
{
    public static readonly Refusal NoDay = new("mechanism.no-day", "Say when somebody of us last spoke with them or looked.", nameof(SpokenOn));
    public static readonly Refusal Ahead = new("mechanism.ahead", "This day has not come yet.", nameof(SpokenOn));
    public static readonly Refusal NoReason = new("mechanism.no-reason", "Say why: what you saw or were told.", nameof(TrustWhy));

    public string? Name { get; set; }

    public MechanismKind Kind { get; set; }

    public string? LedBy { get; set; }

    public string? Reach { get; set; }

    public TrustLevel Trust { get; set; }

    public string? TrustWhy { get; set; }

    public string? DoNoHarm { get; set; }

    public string? FormalRoute { get; set; }

    public DateOnly? SpokenOn { get; set; }

    public int Version { get; set; }

    internal Refusal? Check(DateOnly today) =>
        FormText.Check(Name, TypedWords.Line, nameof(Name), TypedWords.Missing)
        ?? FormText.Check(LedBy, TypedWords.Line, nameof(LedBy), TypedWords.Missing)
        ?? FormText.Check(Reach, TypedWords.Paragraph, nameof(Reach))
        ?? FormText.Check(TrustWhy, TypedWords.Paragraph, nameof(TrustWhy)) ?? (Trust != TrustLevel.Unknown && FormText.Tidy(TrustWhy).Length == 0 ? NoReason : null)
        ?? FormText.Check(DoNoHarm, TypedWords.Paragraph, nameof(DoNoHarm), TypedWords.Missing)
        ?? FormText.Check(FormalRoute, TypedWords.Paragraph, nameof(FormalRoute), TypedWords.Missing)
        ?? (SpokenOn is null ? NoDay : SpokenOn > today ? Ahead : null);
}

/// <summary>A way of the community to protect children, an NGO or a faith body. Seen inside the network only, never published.</summary>
internal sealed class InformalMechanism : IOwnedByNetwork, IVersioned
{
    private InformalMechanism()
    {
    }

    public LandscapeRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Name { get; private set; } = "";

    public MechanismKind Kind { get; private set; }

    public string LedBy { get; private set; } = "";

    public string Reach { get; private set; } = "";

    public TrustLevel Trust { get; private set; }

    public string TrustWhy { get; private set; } = "";

    public string DoNoHarm { get; private set; } = "";

    public string FormalRoute { get; private set; } = "";

    public DateOnly SpokenOn { get; private set; }

    public OrganisationId School { get; private set; }

    public string SchoolName { get; private set; } = "";

    public int Version { get; private set; }

    public bool IsAged(DateOnly today) => SpokenOn.AddYears(1) < today;

    public static (InformalMechanism? Mechanism, Refusal? Refusal) Enter(NetworkId network, MechanismForm form, Actor actor, TimeProvider clock)
    {
        var made = new InformalMechanism { Id = EntityId.New<LandscapeRowId>(clock), NetworkId = network, School = actor.Organisation ?? default, SchoolName = actor.OrganisationName ?? "" };
        var refusal = made.Change(form, clock.Today(actor.Zone));
        return refusal is null ? (made, null) : (null, refusal);
    }

    public Refusal? Change(MechanismForm form, DateOnly today)
    {
        if (form.Check(today) is { } refusal)
        {
            return refusal;
        }

        (Name, Kind, LedBy, Reach) = (FormText.Tidy(form.Name), form.Kind, FormText.Tidy(form.LedBy), FormText.Tidy(form.Reach));
        (Trust, TrustWhy, DoNoHarm) = (form.Trust, FormText.Tidy(form.TrustWhy), FormText.Tidy(form.DoNoHarm));
        (FormalRoute, SpokenOn) = (FormText.Tidy(form.FormalRoute), form.SpokenOn!.Value);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<InformalMechanism>
    {
        public void Configure(EntityTypeBuilder<InformalMechanism> builder)
        {
            builder.HasKey(m => m.Id);
            builder.Property(m => m.Name).HasMaxLength(TypedWords.Line);
            builder.Property(m => m.LedBy).HasMaxLength(TypedWords.Line);
            builder.Property(m => m.Reach).HasMaxLength(TypedWords.Paragraph);
            builder.Property(m => m.TrustWhy).HasMaxLength(TypedWords.Paragraph);
            builder.Property(m => m.DoNoHarm).HasMaxLength(TypedWords.Paragraph);
            builder.Property(m => m.FormalRoute).HasMaxLength(TypedWords.Paragraph);
            builder.Property(m => m.SchoolName).HasMaxLength(200);
            builder.HasIndex(m => m.NetworkId);
        }
    }
}
