using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Persistence;

public readonly record struct FileId(Guid Value) : IEntityId<FileId>
{
    public static FileId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A file under a random id, sealed in chunks with its organisation's key; its name is sealed too.</summary>
public sealed class StoredFile : IOwnedByOrganisation
{
    private StoredFile()
    {
    }

    public FileId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>Null: the organisation's own, under its key. Else the case whose part's key seals it.</summary>
    public Guid? CaseId { get; private set; }

    public string? Part { get; private set; }

    /// <summary>What the parser found it to be, never what the browser claimed.</summary>
    public string ContentType { get; private set; } = "";

    public long Length { get; private set; }

    public byte[] SealedName { get; private set; } = [];

    public DateTimeOffset StoredAt { get; private set; }

    public PersonId StoredBy { get; private set; }

    internal static StoredFile Keep(FileId id, OrganisationId owner, string contentType, long length, byte[] sealedName, PersonId by, DateTimeOffset at) => new()
    {
        Id = id,
        OrganisationId = owner,
        ContentType = contentType,
        Length = length,
        SealedName = sealedName,
        StoredBy = by,
        StoredAt = at,
    };

    internal StoredFile In(CasePart part)
    {
        (CaseId, Part) = (part.Case, part.Part);
        return this;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder)
        {
            builder.HasKey(f => f.Id);
            builder.Property(f => f.ContentType).HasMaxLength(100);
            builder.Property(f => f.Part).HasMaxLength(63);
            builder.HasIndex(f => f.CaseId);
        }
    }
}

/// <summary>64 KiB of a sealed file. Cut, moved or swapped chunks do not open.</summary>
public sealed class FileChunk : IOwnedByOrganisation
{
    private FileChunk()
    {
    }

    internal FileChunk(FileId file, OrganisationId owner, int number, byte[] bytes) =>
        (FileId, OrganisationId, Number, Bytes) = (file, owner, number, bytes);

    public FileId FileId { get; private set; }

    public int Number { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public byte[] Bytes { get; private set; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<FileChunk>
    {
        public void Configure(EntityTypeBuilder<FileChunk> builder)
        {
            builder.HasKey(c => new { c.FileId, c.Number });
            builder.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.FileId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
