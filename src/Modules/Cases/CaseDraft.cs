using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Cases;

/// <summary>Whose drafts, in which school: what has the key of somebody's drafts.</summary>
internal sealed class DraftBox : IOwnedByPerson
{
    private DraftBox()
    {
    }

    public CaseRowId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public OrganisationId School { get; private set; }

    public CasePart Part => new(Id.Value, "drafts");

    public static DraftBox Of(PersonId person, OrganisationId school, TimeProvider clock) =>
        new() { Id = EntityId.New<CaseRowId>(clock), PersonId = person, School = school };

    internal sealed class Configuration : IEntityTypeConfiguration<DraftBox>
    {
        public void Configure(EntityTypeBuilder<DraftBox> builder)
        {
            builder.ToTable("draft_box");
            builder.HasKey(b => b.Id);
            builder.HasIndex(b => new { b.PersonId, b.School }).IsUnique();
        }
    }
}

/// <summary>Words that were begun and not kept yet: the author's only, sealed, never counted as an entry.</summary>
internal sealed class CaseDraft : IOwnedByPerson, IVersioned
{
    private CaseDraft()
    {
    }

    public CaseRowId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public CaseRowId BoxId { get; private set; }

    /// <summary>Code of the form: <c>entry</c>, <c>worry</c>.</summary>
    public string Form { get; private set; } = "";

    /// <summary>What it is about; empty: something new.</summary>
    public Guid About { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public byte[] Sealed { get; private set; } = [];

    public int Version { get; private set; }

    public static CaseDraft Begin(DraftBox box, string form, Guid about, TimeProvider clock) =>
        new() { Id = EntityId.New<CaseRowId>(clock), PersonId = box.PersonId, BoxId = box.Id, Form = form, About = about };

    internal void Keep(byte[] sealedWords, DateTimeOffset at) => (Sealed, SavedAt) = (sealedWords, at);

    internal sealed class Configuration : IEntityTypeConfiguration<CaseDraft>
    {
        public void Configure(EntityTypeBuilder<CaseDraft> builder)
        {
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Form).HasMaxLength(40);
            builder.HasIndex(d => new { d.BoxId, d.Form, d.About }).IsUnique();
            builder.HasOne<DraftBox>().WithMany().HasForeignKey(d => d.BoxId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
