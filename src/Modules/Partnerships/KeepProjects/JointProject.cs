using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

internal enum ProjectState
{
    Draft,
    Running,
    Finished,
}

internal sealed record ProjectTerms(string? Title, DateOnly? StartsOn, DateOnly? EndsOn)
{
    public static readonly Refusal NoTitle = new("project.no-title", "Give it a name that both schools use.", nameof(Title));
    public static readonly Refusal EndsFirst = new("project.ends-first", "It ends on the day it starts, or later.", nameof(EndsOn));

    public Refusal? Check() => FormText.Check(Title, Typed.Line, nameof(Title), NoTitle) ?? (EndsOn < StartsOn ? EndsFirst : null);
}

/// <summary>
/// Something that the schools of a partnership teach together. Every write, also of what hangs on it, touches this row
/// through <see cref="Changed"/>: so a finished project refuses them all, and one that is finished in the same moment too.
/// </summary>
internal sealed class JointProject : IOwnedByNetwork, IVersioned
{
    public const int Most = 60;

    public static readonly Refusal Finished = new("project.finished", "This project is finished and is kept as it is. Copy it as a new project to go on.");
    public static readonly Refusal Runs = new("project.runs", "It runs already.");
    public static readonly Refusal NotRunning = new("project.not-running", "Start it first: only what was taught is finished.");
    public static readonly Refusal NoDays = new("project.no-days", "Say from when until when it runs before you start it.");
    public static readonly Refusal NoMap = new("project.no-map", "Nothing of the curriculum is mapped yet. Write at least one line before you start it.");
    public static readonly Refusal TooMany = new("project.too-many", "A partnership holds {0} projects.", "Title", Most);

    private JointProject()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly? StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    public ProjectState State { get; private set; }

    public string BegunByName { get; private set; } = "";

    public DateTimeOffset BegunAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public string FinishedByName { get; private set; } = "";

    /// <summary>The one it was copied from.</summary>
    public PartnershipRowId? CopyOf { get; private set; }

    public int Changes { get; private set; }

    public int Version { get; private set; }

    public bool IsFinished => State == ProjectState.Finished;

    public static (JointProject? Project, Refusal? Refusal) Begin(Partnership partnership, ProjectTerms terms, PartnershipRowId? copyOf, string byName, TimeProvider clock)
    {
        if (terms.Check() is { } refusal)
        {
            return (null, refusal);
        }

        var project = new JointProject
        {
            Id = EntityId.New<PartnershipRowId>(clock),
            NetworkId = partnership.NetworkId,
            PartnershipId = partnership.Id,
            BegunByName = byName,
            BegunAt = clock.GetUtcNow(),
            CopyOf = copyOf,
        };
        project.Write(terms);
        return (project, null);
    }

    /// <summary>Asked before anything of the project is written.</summary>
    public Refusal? Changed()
    {
        if (IsFinished)
        {
            return Finished;
        }

        Changes++;
        return null;
    }

    public Refusal? Describe(ProjectTerms terms)
    {
        var refusal = IsFinished ? Finished : terms.Check() ?? (State == ProjectState.Running && (terms.StartsOn is null || terms.EndsOn is null) ? NoDays : null);
        if (refusal is null)
        {
            Write(terms);
        }

        return refusal;
    }

    /// <param name="mapped">Lines in its map of the curricula.</param>
    public Refusal? Start(int mapped, DateTimeOffset now)
    {
        var refusal = IsFinished ? Finished : State == ProjectState.Running ? Runs : StartsOn is null || EndsOn is null ? NoDays : mapped == 0 ? NoMap : null;
        if (refusal is null)
        {
            (State, StartedAt) = (ProjectState.Running, now);
        }

        return refusal;
    }

    public Refusal? Finish(string byName, DateTimeOffset now)
    {
        var refusal = IsFinished ? Finished : State != ProjectState.Running ? NotRunning : null;
        if (refusal is null)
        {
            (State, FinishedAt, FinishedByName) = (ProjectState.Finished, now, byName);
        }

        return refusal;
    }

    private void Write(ProjectTerms terms) => (Title, StartsOn, EndsOn) = (FormText.Tidy(terms.Title), terms.StartsOn, terms.EndsOn);

    internal sealed class Configuration : IEntityTypeConfiguration<JointProject>
    {
        public void Configure(EntityTypeBuilder<JointProject> builder)
        {
            builder.ToTable("partnership_project");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Title).HasMaxLength(Typed.Line);
            builder.Property(p => p.BegunByName).HasMaxLength(Partnership.LongestName);
            builder.Property(p => p.FinishedByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(p => p.PartnershipId);
            builder.HasOne<Partnership>().WithMany().HasForeignKey(p => p.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <inheritdoc/>
internal sealed class ProjectPart : PartOfRows
{
    private ProjectPart()
    {
    }

    public PartnershipRowId ProjectId { get; private set; }

    public ProjectPartKind Kind { get; private set; }

    public static ProjectPart Open(JointProject project, ProjectPartKind kind, IReadOnlyList<PlanRow> rows, TimeProvider clock)
    {
        var part = new ProjectPart { Id = EntityId.New<PartnershipRowId>(clock), NetworkId = project.NetworkId, ProjectId = project.Id, Kind = kind };
        part.Begin(rows);
        return part;
    }

    public void Keep(PlanRow row) => Put(row);

    public void Drop(int row) => TakeOut(row);

    internal sealed class Configuration : IEntityTypeConfiguration<ProjectPart>
    {
        public void Configure(EntityTypeBuilder<ProjectPart> builder)
        {
            builder.ToTable("partnership_project_part");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Rows).HasConversion(ListColumn.Converter<PlanRow>(), ListColumn.Comparer<PlanRow>());
            builder.HasIndex(p => new { p.ProjectId, p.Kind }).IsUnique();
            builder.HasOne<JointProject>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>
/// A line among the staff of the sides: neither on paper nor behind a link, since both are read by people who have shown no
/// account. Never changed.
/// </summary>
internal sealed class ProjectNote : IOwnedByNetwork
{
    public const int Most = 200;

    public static readonly Refusal NoText = new("project.no-note", "Write a line first.", "Note");
    public static readonly Refusal TooMany = new("project.too-many-notes", "A project holds {0} notes.", "Note", Most);

    private ProjectNote()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipRowId ProjectId { get; private set; }

    public string Text { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public string Side { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static (ProjectNote? Note, Refusal? Refusal) Write(JointProject project, Party side, string? text, string byName, TimeProvider clock) =>
        FormText.Check(text, Typed.Paragraph, "Note", NoText) is { } refusal ? (null, refusal) : (new ProjectNote
        {
            Id = EntityId.New<PartnershipRowId>(clock),
            NetworkId = project.NetworkId,
            ProjectId = project.Id,
            Text = FormText.Tidy(text),
            ByName = byName,
            Side = side.Name,
            At = clock.GetUtcNow(),
        }, null);

    internal sealed class Configuration : IEntityTypeConfiguration<ProjectNote>
    {
        public void Configure(EntityTypeBuilder<ProjectNote> builder)
        {
            builder.ToTable("partnership_project_note");
            builder.HasKey(n => n.Id);
            builder.Property(n => n.Text).HasMaxLength(Typed.Paragraph);
            builder.Property(n => n.ByName).HasMaxLength(Partnership.LongestName);
            builder.Property(n => n.Side).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(n => n.ProjectId);
            builder.HasOne<JointProject>().WithMany().HasForeignKey(n => n.ProjectId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
