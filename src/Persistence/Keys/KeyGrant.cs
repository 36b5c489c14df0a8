using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Persistence;

/// <summary>
/// One person's way into one part of one case, in one version of its key. Without a live row of the person who is logged in
/// nothing opens, whatever any policy says. Seen by the school of the case, and by the person it is for.
/// </summary>
public sealed class KeyGrant : IOwnedByOrganisation, IOwnedByPerson
{
    private KeyGrant()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string Part { get; private set; } = "";

    public int KeyVersion { get; private set; }

    /// <summary>Who may open.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>The school whose case it is.</summary>
    public OrganisationId OrganisationId { get; private set; }

    /// <summary>Kind of the wrapping key; says also which kind wraps the next grant of the part.</summary>
    public string WrapperKind { get; private set; } = "";

    public Guid WrapperId { get; private set; }

    public int WrapperVersion { get; private set; }

    public byte[] Wrapped { get; private set; } = [];

    public PersonId GrantedBy { get; private set; }

    public DateTimeOffset GrantedAt { get; private set; }

    /// <summary>By the time of the database (K14). No grant is without an end.</summary>
    public DateTimeOffset Until { get; private set; }

    internal static KeyGrant Keep(PartKeyGrant grant, OrganisationId school, string wrapperKind, PersonId by, DateTimeOffset at, DateTimeOffset until) => new()
    {
        Id = Guid.CreateVersion7(at),
        CaseId = grant.CaseId,
        Part = grant.Part,
        KeyVersion = grant.Version,
        PersonId = new PersonId(grant.Person),
        OrganisationId = school,
        WrapperKind = wrapperKind,
        WrapperId = grant.WrappedBy,
        WrapperVersion = grant.WrapperVersion,
        Wrapped = grant.Bytes,
        GrantedBy = by,
        GrantedAt = at,
        Until = until,
    };

    internal void Prolong(DateTimeOffset until, PersonId by, DateTimeOffset at) => (Until, GrantedBy, GrantedAt) = (until, by, at);

    internal PartKeyGrant ToPartKeyGrant() => new(CaseId, Part, KeyVersion, PersonId.Value, WrapperId, WrapperVersion, Wrapped);

    internal sealed class Configuration : IEntityTypeConfiguration<KeyGrant>
    {
        public void Configure(EntityTypeBuilder<KeyGrant> builder)
        {
            builder.HasKey(g => g.Id);
            builder.Property(g => g.Id).ValueGeneratedNever();
            builder.Property(g => g.Part).HasMaxLength(63);
            builder.Property(g => g.WrapperKind).HasMaxLength(40);
            builder.HasIndex(g => new { g.CaseId, g.Part, g.KeyVersion, g.PersonId }).IsUnique();
            builder.HasIndex(g => g.PersonId);
        }
    }
}

/// <summary>A part key sealed to the school's recovery key: two of three custodians open it when nobody else can (K6).</summary>
public sealed class RecoveryCopy : IOwnedByOrganisation
{
    private RecoveryCopy()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string Part { get; private set; } = "";

    public int KeyVersion { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>Kind of the key that wraps this part's grants, for the grant that follows a recovery.</summary>
    public string WrapperKind { get; private set; } = "";

    /// <summary>Name of the public key (see <see cref="RecipientPublicKey.Id"/>).</summary>
    public string Recipient { get; private set; } = "";

    public byte[] Sealed { get; private set; } = [];

    internal static RecoveryCopy Keep(CasePart part, int version, OrganisationId school, string wrapperKind, byte[] sealedKey, RecipientPublicKey to, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        CaseId = part.Case,
        Part = part.Part,
        KeyVersion = version,
        OrganisationId = school,
        WrapperKind = wrapperKind,
        Recipient = to.Id,
        Sealed = sealedKey,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<RecoveryCopy>
    {
        public void Configure(EntityTypeBuilder<RecoveryCopy> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Part).HasMaxLength(63);
            builder.Property(c => c.WrapperKind).HasMaxLength(40);
            builder.Property(c => c.Recipient).HasMaxLength(32);
            builder.HasIndex(c => new { c.CaseId, c.Part, c.KeyVersion }).IsUnique();
        }
    }
}

/// <summary>The public half of a school's recovery key. The private half is with three custodians, never here.</summary>
public sealed class RecoveryKey : IOwnedByOrganisation
{
    private RecoveryKey()
    {
    }

    public OrganisationId OrganisationId { get; private set; }

    public string PublicPem { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    public PersonId MadeBy { get; private set; }

    internal static RecoveryKey Keep(OrganisationId school, RecipientPublicKey key, PersonId by, DateTimeOffset at) =>
        new() { OrganisationId = school, PublicPem = key.ToPem(), MadeBy = by, MadeAt = at };

    internal void Replace(RecipientPublicKey key, PersonId by, DateTimeOffset at) => (PublicPem, MadeBy, MadeAt) = (key.ToPem(), by, at);

    internal sealed class Configuration : IEntityTypeConfiguration<RecoveryKey>
    {
        public void Configure(EntityTypeBuilder<RecoveryKey> builder)
        {
            builder.HasKey(k => k.OrganisationId);
            builder.Property(k => k.PublicPem).HasMaxLength(500);
        }
    }
}

/// <summary>A person who can never hold a grant on this case: beats every role, every grant and every recovery (R7).</summary>
public sealed class KeyBlock : IOwnedByOrganisation, IOwnedByPerson
{
    private KeyBlock()
    {
    }

    public Guid CaseId { get; private set; }

    public PersonId PersonId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public Conflict Conflict { get; private set; }

    public PersonId BlockedBy { get; private set; }

    public DateTimeOffset BlockedAt { get; private set; }

    internal static KeyBlock Keep(Guid caseId, PersonId person, OrganisationId school, Conflict conflict, PersonId by, DateTimeOffset at) =>
        new() { CaseId = caseId, PersonId = person, OrganisationId = school, Conflict = conflict, BlockedBy = by, BlockedAt = at };

    internal sealed class Configuration : IEntityTypeConfiguration<KeyBlock>
    {
        public void Configure(EntityTypeBuilder<KeyBlock> builder) => builder.HasKey(b => new { b.CaseId, b.PersonId });
    }
}
