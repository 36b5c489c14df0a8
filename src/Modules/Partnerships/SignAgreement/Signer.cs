using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

/// <summary>
/// A named person who signs one version in one capacity, in their turn. With an account they sign here; without one by a link
/// that is made when their turn comes, and of which only a hash is kept.
/// </summary>
internal sealed class Signer : IOwnedByNetwork, IVersioned
{
    public static readonly Refusal NotAgreed = new("agreement.not-agreed", "Tick that you have read it and sign it.", "Agreed");
    public static readonly Refusal NotYourTurn = new("agreement.not-your-turn", "It is not your turn yet: {0} signs first.", null, "");
    public static readonly Refusal Done = new("agreement.signed", "You have signed this version already.");

    private Signer()
    {
    }

    public SignerId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public AgreementId VersionId { get; private set; }

    public int Order { get; private set; }

    public PartyId PartyId { get; private set; }

    public PersonId? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public string Capacity { get; private set; } = "";

    public bool IsHead { get; private set; }

    public string Mail { get; private set; } = "";

    public byte[] SecretHash { get; private set; } = [];

    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Of the text that was on the screen.</summary>
    public string SignedHash { get; private set; } = "";

    public bool ByLink { get; private set; }

    public int Version { get; private set; }

    public static Signer Ask(AgreementVersion version, int order, Party party, SignerTerms terms, TimeProvider clock) => new()
    {
        Id = EntityId.New<SignerId>(clock),
        NetworkId = version.NetworkId,
        PartnershipId = version.PartnershipId,
        VersionId = version.Id,
        Order = order,
        PartyId = party.Id,
        PersonId = terms.Person,
        Name = terms.Name,
        Capacity = terms.Capacity,
        IsHead = terms.IsHead,
        Mail = terms.Mail,
    };

    /// <param name="all">Every signer of the version, this one among them.</param>
    public Refusal? Sign(AgreementVersion version, IEnumerable<Signer> all, bool agreed, bool byLink, DateTimeOffset now)
    {
        var refusal = SignedAt is not null ? Done
            : all.Where(s => s.Order < Order && s.SignedAt is null).OrderBy(s => s.Order).FirstOrDefault() is { } first ? NotYourTurn with { Values = [first.Name] }
            : agreed ? null : NotAgreed;
        if (refusal is null)
        {
            (SignedAt, SignedHash, ByLink) = (now, version.TextHash, byLink);
        }

        return refusal;
    }

    public string NewLink()
    {
        var secret = RandomSecret.New();
        SecretHash = Vault.SecretHash.Of(secret);
        return secret;
    }

    public void EndLink() => SecretHash = [];

    public bool Knows(string? secret) => SecretHash.Length > 0 && Vault.SecretHash.Matches(secret, SecretHash);

    internal sealed class Configuration : IEntityTypeConfiguration<Signer>
    {
        public void Configure(EntityTypeBuilder<Signer> builder)
        {
            builder.ToTable("agreement_signer");
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Name).HasMaxLength(Partnership.LongestName);
            builder.Property(s => s.Capacity).HasMaxLength(Typed.Line);
            builder.Property(s => s.Mail).HasMaxLength(254);
            builder.Property(s => s.SecretHash).HasMaxLength(32);
            builder.Property(s => s.SignedHash).HasMaxLength(64);
            builder.HasIndex(s => new { s.VersionId, s.Order }).IsUnique();
            builder.HasIndex(s => new { s.NetworkId, s.PersonId });
            builder.HasOne<AgreementVersion>().WithMany().HasForeignKey(s => s.VersionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <param name="Side">Number of the party they sign for.</param>
/// <param name="Person">Signs with an account; null: by a link sent to <paramref name="Mail"/>.</param>
internal sealed record SignerTerms(int Side, PersonId? Person, string Name, string Capacity, bool IsHead, string Mail);
