using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

internal readonly record struct CharterSignatureId(Guid Value) : IEntityId<CharterSignatureId>
{
    public static CharterSignatureId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// One school's word for a year: who, in which capacity, for which version. Never changed; next year's stands beside it.
/// Names are copied, so that the record stays true when people and schools are renamed or gone.
/// </summary>
internal sealed class CharterSignature : IOwnedByNetwork, IOwnedByOrganisation
{
    public const int MonthsItHolds = 12;

    private CharterSignature()
    {
    }

    public CharterSignatureId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public CharterVersionId VersionId { get; private set; }

    public int Number { get; private set; }

    public string TextHash { get; private set; } = "";

    public string OrganisationName { get; private set; } = "";

    public PersonId SignedBy { get; private set; }

    public string SignedByName { get; private set; } = "";

    /// <summary>The title of the post the person signed in.</summary>
    public string Capacity { get; private set; } = "";

    public DateTimeOffset SignedAt { get; private set; }

    public DateOnly SignedOn { get; private set; }

    /// <summary>The first day on which it holds no more.</summary>
    public DateOnly LapsesOn { get; private set; }

    public static CharterSignature Sign(CharterVersion version, OrganisationId organisation, Actor by, string capacity, DateOnly today, TimeProvider clock) => new()
    {
        Id = EntityId.New<CharterSignatureId>(clock),
        NetworkId = version.NetworkId,
        OrganisationId = organisation,
        VersionId = version.Id,
        Number = version.Number,
        TextHash = version.TextHash,
        OrganisationName = by.OrganisationName ?? "",
        SignedBy = by.Person,
        SignedByName = by.Name,
        Capacity = capacity,
        SignedAt = clock.GetUtcNow(),
        SignedOn = today,
        LapsesOn = today.AddMonths(MonthsItHolds),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<CharterSignature>
    {
        public void Configure(EntityTypeBuilder<CharterSignature> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.TextHash).HasMaxLength(64);
            builder.Property(s => s.OrganisationName).HasMaxLength(Organisation.LongestName);
            builder.Property(s => s.SignedByName).HasMaxLength(People.LongestName);
            builder.Property(s => s.Capacity).HasMaxLength(Post.LongestTitle);

            // Two heads of one school pressing at the same moment sign once.
            builder.HasIndex(s => new { s.NetworkId, s.OrganisationId, s.Number, s.SignedOn }).IsUnique();
            builder.HasOne<CharterVersion>().WithMany().HasForeignKey(s => s.VersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal enum SigningState
{
    Signed,

    /// <summary>Holds, for thirty days at most.</summary>
    LapsesSoon,
    Lapsed,

    /// <summary>The norms changed since.</summary>
    Outdated,
    Unsigned,
}

/// <summary>Where one school stands with the version in force. One state, computed here and nowhere else.</summary>
internal sealed record SigningStanding(SigningState State, CharterSignature? Last)
{
    public const int DaysBeforeLapse = 30;

    public bool Holds => State is SigningState.Signed or SigningState.LapsesSoon;

    /// <param name="signatures">All of the school's signatures in this network.</param>
    public static SigningStanding Of(CharterVersion current, IEnumerable<CharterSignature> signatures, DateOnly today)
    {
        var last = signatures.OrderByDescending(s => s.Number >= current.SignedFrom).ThenByDescending(s => s.LapsesOn).ThenByDescending(s => s.SignedAt).FirstOrDefault();
        var state = last is null ? SigningState.Unsigned
            : last.Number < current.SignedFrom ? SigningState.Outdated
            : last.LapsesOn <= today ? SigningState.Lapsed
            : last.LapsesOn <= today.AddDays(DaysBeforeLapse) ? SigningState.LapsesSoon
            : SigningState.Signed;
        return new(state, last);
    }
}
