using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Instruments;

internal readonly record struct DiligenceRowId(Guid Value) : IEntityId<DiligenceRowId>
{
    public static DiligenceRowId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What must change by when. One that is overdue closes the gate.</summary>
internal sealed class DiligenceCondition : IOwnedByNetwork, IVersioned
{
    public const int LongestText = 300;

    public static readonly Refusal BadLine = new("diligence.bad-condition", "Line {0}: write a day such as 2027-03-31, a comma and what must change.", "Conditions", 0);
    public static readonly Refusal PastDay = new("diligence.past-condition", "Line {0}: the day has to come yet.", "Conditions", 0);
    public static readonly Refusal MetAlready = new("diligence.condition-met", "This condition was marked as met already.");

    private DiligenceCondition()
    {
    }

    public DiligenceRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ExaminedBodyId FileId { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public DateOnly? MetOn { get; private set; }

    public string? MetByName { get; private set; }

    /// <summary>A later conclusion replaced the one it belonged to.</summary>
    public bool IsReplaced { get; private set; }

    public int Version { get; private set; }

    /// <summary>Reads "2027-03-31, two signatories on the account", one a line.</summary>
    public static (IReadOnlyList<DiligenceCondition> Conditions, Refusal? Refusal) Read(DueDiligenceFile file, string? lines, DateOnly today, TimeProvider clock)
    {
        var read = new List<DiligenceCondition>();
        var number = 0;
        foreach (var line in (lines ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var parts = line.Split([',', ';', '\t'], 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[1].Length is 0 or > LongestText
                || !DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var due))
            {
                return ([], BadLine with { Values = [number] });
            }

            if (due <= today)
            {
                return ([], PastDay with { Values = [number] });
            }

            read.Add(new() { Id = EntityId.New<DiligenceRowId>(clock), NetworkId = file.NetworkId, FileId = file.Id, Text = parts[1], DueOn = due });
        }

        return (read, null);
    }

    public bool IsOverdue(DateOnly today) => MetOn is null && !IsReplaced && DueOn < today;

    public Refusal? Meet(Actor by, DateOnly today)
    {
        if (MetOn is not null || IsReplaced)
        {
            return MetAlready;
        }

        (MetOn, MetByName) = (today, by.Name);
        return null;
    }

    public void Replace() => IsReplaced = true;

    internal sealed class Configuration : IEntityTypeConfiguration<DiligenceCondition>
    {
        public void Configure(EntityTypeBuilder<DiligenceCondition> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Text).HasMaxLength(LongestText);
            builder.Property(c => c.MetByName).HasMaxLength(120);
            builder.HasIndex(c => c.FileId);
            builder.HasOne<DueDiligenceFile>().WithMany().HasForeignKey(c => c.FileId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>One step of a file's way: who, when, why. Never changed.</summary>
internal sealed class DiligenceStep : IOwnedByNetwork
{
    private DiligenceStep()
    {
    }

    public DiligenceRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ExaminedBodyId FileId { get; private set; }

    public DiligenceState State { get; private set; }

    public PersonId By { get; private set; }

    public string ByName { get; private set; } = "";

    public string Note { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static DiligenceStep Take(DueDiligenceFile file, string? note, Actor by, TimeProvider clock) => new()
    {
        Id = EntityId.New<DiligenceRowId>(clock),
        NetworkId = file.NetworkId,
        FileId = file.Id,
        State = file.State,
        By = by.Person,
        ByName = by.Name,
        Note = note?.Trim() ?? "",
        At = clock.GetUtcNow(),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<DiligenceStep>
    {
        public void Configure(EntityTypeBuilder<DiligenceStep> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.ByName).HasMaxLength(120);
            builder.Property(s => s.Note).HasMaxLength(DueDiligenceFile.LongestNote);
            builder.HasIndex(s => new { s.FileId, s.At });
            builder.HasOne<DueDiligenceFile>().WithMany().HasForeignKey(s => s.FileId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>
/// A proof: a link, or a file that stays with the school that put it in. Everybody in the network reads its name, its SHA-256 and
/// its last day; a newer revision stands beside the older ones.
/// </summary>
internal sealed class DiligenceEvidence : IOwnedByNetwork
{
    public const int LongestTitle = 200;
    public const int LongestLink = 500;

    public static readonly Refusal NoTitle = new("evidence.no-title", "Write what this proof is, in {0} characters at most.", "Title", LongestTitle);
    public static readonly Refusal NeitherNor = new("evidence.neither-nor", "Give a file or a link, one of the two.", "Link");
    public static readonly Refusal BadLink = new("evidence.bad-link", "Write a whole address that begins with https://.", "Link");

    private DiligenceEvidence()
    {
    }

    public DiligenceRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ExaminedBodyId FileId { get; private set; }

    public string Section { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string? Link { get; private set; }

    public FileId? StoredFile { get; private set; }

    public OrganisationId? KeptBy { get; private set; }

    public string KeptByName { get; private set; } = "";

    /// <summary>Of the file's bytes, or of the link as it was written.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>1, 2, 3 … among proofs of one title in one section.</summary>
    public int Revision { get; private set; }

    public DateOnly? ExpiresOn { get; private set; }

    public string AddedByName { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    public bool HasRunOut(DateOnly today) => ExpiresOn < today;

    public static (DiligenceEvidence? Evidence, Refusal? Refusal) Add(DueDiligenceFile file, ProofTerms terms, int revision, Actor by, TimeProvider clock)
    {
        var link = string.IsNullOrWhiteSpace(terms.Link) ? null : terms.Link.Trim();
        Refusal? refusal = terms.Title?.Trim().Length is null or 0 or > LongestTitle ? NoTitle
            : link is null == terms.Stored is null ? NeitherNor
            : link is not null && (link.Length > LongestLink || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps) ? BadLink : null;
        return refusal is not null ? (null, refusal) : (new DiligenceEvidence
        {
            Id = EntityId.New<DiligenceRowId>(clock),
            NetworkId = file.NetworkId,
            FileId = file.Id,
            Section = terms.Section,
            Title = terms.Title!.Trim(),
            Link = link,
            StoredFile = terms.Stored,
            KeptBy = terms.Stored is null ? null : by.Organisation,
            KeptByName = terms.Stored is null ? "" : by.OrganisationName ?? "",
            Sha256 = terms.Sha256 ?? InstrumentText.Hash(link!),
            Revision = revision,
            ExpiresOn = terms.ExpiresOn,
            AddedByName = by.Name,
            AddedAt = clock.GetUtcNow(),
        }, null);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<DiligenceEvidence>
    {
        public void Configure(EntityTypeBuilder<DiligenceEvidence> builder)
        {
            builder.HasKey(e => e.Id);
            builder.Property(e => e.Section).HasMaxLength(InstrumentText.LongestKey);
            builder.Property(e => e.Title).HasMaxLength(LongestTitle);
            builder.Property(e => e.Link).HasMaxLength(LongestLink);
            builder.Property(e => e.KeptByName).HasMaxLength(200);
            builder.Property(e => e.Sha256).HasMaxLength(64);
            builder.Property(e => e.AddedByName).HasMaxLength(120);
            builder.HasIndex(e => new { e.FileId, e.Section });
            builder.HasOne<DueDiligenceFile>().WithMany().HasForeignKey(e => e.FileId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <param name="Sha256">Of the stored file; null for a link.</param>
internal sealed record ProofTerms(string Section, string? Title, string? Link, FileId? Stored, string? Sha256, DateOnly? ExpiresOn);
