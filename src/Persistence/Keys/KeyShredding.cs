using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Persistence;

/// <summary>What stays of destroyed keys: the certificate, without content.</summary>
public sealed class KeyShredding : IOwnedByOrganisation
{
    /// <summary>So long a backup taken before still holds the keys.</summary>
    public static readonly TimeSpan BackupLife = TimeSpan.FromDays(35);

    private KeyShredding()
    {
    }

    public Guid Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>Null: the whole school.</summary>
    public Guid? CaseId { get; private set; }

    public int Grants { get; private set; }

    public DateTimeOffset At { get; private set; }

    public PersonId By { get; private set; }

    public PersonId ApprovedBy { get; private set; }

    internal static KeyShredding Certify(Disposal what, int grants, PersonId by, PersonId approvedBy, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganisationId = what.School,
        CaseId = what.Case,
        Grants = grants,
        At = what.At,
        By = by,
        ApprovedBy = approvedBy,
    };

    internal ShredCertificate ToCertificate() => new(Id, CaseId, OrganisationId, Grants, At, By, ApprovedBy, At + BackupLife);

    internal sealed class Configuration : IEntityTypeConfiguration<KeyShredding>
    {
        public void Configure(EntityTypeBuilder<KeyShredding> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.HasIndex(s => new { s.OrganisationId, s.CaseId }).IsUnique();
        }
    }
}

/// <summary>That a school took its keys along; without it, its key is not destroyed (K12).</summary>
public sealed class SchoolKeyExport : IOwnedByOrganisation
{
    private SchoolKeyExport()
    {
    }

    public Guid Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>SHA-256 of the bundle in hexadecimal: what the school sends back as its receipt.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Part keys in the bundle.</summary>
    public int Keys { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    internal static SchoolKeyExport Keep(OrganisationId school, string digest, int keys, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), OrganisationId = school, Digest = digest, Keys = keys, MadeAt = at };

    internal sealed class Configuration : IEntityTypeConfiguration<SchoolKeyExport>
    {
        public void Configure(EntityTypeBuilder<SchoolKeyExport> builder)
        {
            builder.HasKey(e => e.Id);
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.Property(e => e.Digest).HasMaxLength(64);
        }
    }
}
