using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Cases;

/// <summary>What was seen, what was made of it and what was decided are three kinds, never one text.</summary>
internal enum EntryKind
{
    Opening,
    Observation,
    Interpretation,
    Perspective,
    Decision,
    Risk,
    Review,
    Closing,
    Reopening,

    /// <summary>Who the child is; in the part of that name.</summary>
    Child,
}

/// <summary>
/// Something that was written into a part of a case. Never overwritten: a correction is an entry of its own, and both stay
/// readable. In clear stand who wrote when, and which kind; all else is sealed under the part's key.
/// </summary>
internal sealed class CaseEntry : IOwnedByOrganisation, IVersioned
{
    private CaseEntry()
    {
    }

    public EntryId Id { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public CaseId CaseId { get; private set; }

    public string Part { get; private set; } = "";

    public EntryKind Kind { get; private set; }

    /// <summary>Set by the server. When it was seen is sealed, and typed.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    public PersonId WrittenBy { get; private set; }

    /// <summary>The first text of which this is a later wording.</summary>
    public EntryId? Corrects { get; private set; }

    /// <summary>Of a first text: how many wordings followed, so that two who correct it at once cannot both win. Of a later one: which it is.</summary>
    public int Corrections { get; private set; }

    public byte[] Sealed { get; private set; } = [];

    public int Version { get; private set; }

    internal static CaseEntry Write(CaseFile file, CasePartKind part, EntryKind kind, PersonId by, CaseEntry? corrects, DateTimeOffset at) => new()
    {
        Id = new EntryId(Guid.CreateVersion7(at)),
        OrganisationId = file.OrganisationId,
        CaseId = file.Id,
        Part = part.Code,
        Kind = kind,
        WrittenAt = at,
        WrittenBy = by,
        Corrects = corrects?.Id,
        Corrections = corrects is null ? 0 : corrects.Corrections + 1,
    };

    internal void Keep(byte[] sealedWords) => Sealed = sealedWords;

    internal void CountCorrection() => Corrections++;

    internal sealed class Configuration : IEntityTypeConfiguration<CaseEntry>
    {
        public void Configure(EntityTypeBuilder<CaseEntry> builder)
        {
            builder.HasKey(e => e.Id);
            builder.Property(e => e.Part).HasMaxLength(63);
            builder.HasIndex(e => new { e.CaseId, e.Part });
            builder.HasOne<CaseFile>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<CaseEntry>().WithMany().HasForeignKey(e => e.Corrects).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
