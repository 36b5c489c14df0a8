using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Landscape;

internal sealed class ForumForm
{
    public string? Name { get; set; }

    public string? Convenor { get; set; }

    public string? Terms { get; set; }

    public string? Rhythm { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public int Version { get; set; }

    internal Refusal? Check() =>
        FormText.Check(Name, TypedWords.Line, nameof(Name), TypedWords.Missing)
        ?? FormText.Check(Convenor, TypedWords.Line, nameof(Convenor), TypedWords.Missing)
        ?? FormText.Check(Terms, TypedWords.Page, nameof(Terms))
        ?? FormText.Check(Rhythm, TypedWords.Line, nameof(Rhythm));
}

internal sealed class SeatForm
{
    public static readonly Refusal NoHolder = new("seat.no-holder", "Choose somebody who holds a post in your network.", nameof(Holder));
    public static readonly Refusal BadDays = new("seat.bad-days", "Give both days, the first one first.", nameof(Until));

    public Guid? Holder { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    internal Refusal? Check() => Holder is null ? NoHolder : From is null || Until is null || Until < From ? BadDays : null;
}

internal sealed class ForumDayForm
{
    public static readonly Refusal NoDay = new("forum-day.no-day", "Say on which day.", nameof(On));
    public static readonly Refusal NotesAhead = new("forum-day.notes-ahead", "Notes come after the meeting; this day has not come yet.", nameof(Notes));

    public DateOnly? On { get; set; }

    public string? Notes { get; set; }

    internal Refusal? Check(DateOnly today) =>
        On is null ? NoDay : FormText.Check(Notes, TypedWords.Page, nameof(Notes)) ?? (On > today && FormText.Tidy(Notes).Length > 0 ? NotesAhead : null);
}

/// <summary>A table at which authorities and others meet, and our place at it.</summary>
internal sealed class Forum : IOwnedByNetwork, IVersioned
{
    private Forum()
    {
    }

    public ForumId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public string Name { get; private set; } = "";

    public string Convenor { get; private set; } = "";

    public string Terms { get; private set; } = "";

    public string Rhythm { get; private set; } = "";

    public DateOnly? ClosedOn { get; private set; }

    public int Version { get; private set; }

    public static (Forum? Forum, Refusal? Refusal) Open(NetworkId network, ForumForm form, TimeProvider clock)
    {
        var forum = new Forum { Id = EntityId.New<ForumId>(clock), NetworkId = network };
        var refusal = forum.Change(form);
        return refusal is null ? (forum, null) : (null, refusal);
    }

    public Refusal? Change(ForumForm form)
    {
        if (form.Check() is { } refusal)
        {
            return refusal;
        }

        (Name, Convenor, Terms, Rhythm, ClosedOn) = (FormText.Tidy(form.Name), FormText.Tidy(form.Convenor), FormText.Tidy(form.Terms), FormText.Tidy(form.Rhythm), form.ClosedOn);
        return null;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Forum>
    {
        public void Configure(EntityTypeBuilder<Forum> builder)
        {
            builder.HasKey(f => f.Id);
            builder.Property(f => f.Name).HasMaxLength(TypedWords.Line);
            builder.Property(f => f.Convenor).HasMaxLength(TypedWords.Line);
            builder.Property(f => f.Terms).HasMaxLength(TypedWords.Page);
            builder.Property(f => f.Rhythm).HasMaxLength(TypedWords.Line);
            builder.HasIndex(f => f.NetworkId);
        }
    }
}

/// <summary>Whoever takes a seat, and for which organisation of the network.</summary>
internal sealed record SeatHolder(PersonId Person, string Name, OrganisationId School, string SchoolName);

/// <summary>Who speaks for the network at a forum, from and until when.</summary>
internal sealed class ForumSeat : IOwnedByNetwork
{
    private ForumSeat()
    {
    }

    public LandscapeRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ForumId ForumId { get; private set; }

    public PersonId Holder { get; private set; }

    public string HolderName { get; private set; } = "";

    public OrganisationId School { get; private set; }

    public string SchoolName { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly Until { get; private set; }

    public bool Runs(DateOnly on) => From <= on && on <= Until;

    public static ForumSeat Give(Forum forum, SeatHolder holder, DateOnly from, DateOnly until, TimeProvider clock) => new()
    {
        Id = EntityId.New<LandscapeRowId>(clock),
        NetworkId = forum.NetworkId,
        ForumId = forum.Id,
        Holder = holder.Person,
        HolderName = holder.Name,
        School = holder.School,
        SchoolName = holder.SchoolName,
        From = from,
        Until = until,
    };

    /// <summary>Somebody else takes the place: the seat ends the day before.</summary>
    public void EndBefore(DateOnly next) => Until = Until < next ? Until : next.AddDays(-1);

    internal sealed class Configuration : IEntityTypeConfiguration<ForumSeat>
    {
        public void Configure(EntityTypeBuilder<ForumSeat> builder)
        {
            builder.HasKey(s => s.Id);
            builder.Property(s => s.HolderName).HasMaxLength(200);
            builder.Property(s => s.SchoolName).HasMaxLength(200);
            builder.HasIndex(s => new { s.NetworkId, s.ForumId });
            builder.HasIndex(s => new { s.NetworkId, s.School });
            builder.HasOne<Forum>().WithMany().HasForeignKey(s => s.ForumId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One day on which a forum meets or met, with what we noted.</summary>
internal sealed class ForumDay : IOwnedByNetwork
{
    private ForumDay()
    {
    }

    public LandscapeRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public ForumId ForumId { get; private set; }

    public DateOnly On { get; private set; }

    public string Notes { get; private set; } = "";

    public string WrittenByName { get; private set; } = "";

    public static ForumDay Note(Forum forum, DateOnly on, string? notes, Actor actor, TimeProvider clock) => new()
    {
        Id = EntityId.New<LandscapeRowId>(clock),
        NetworkId = forum.NetworkId,
        ForumId = forum.Id,
        On = on,
        Notes = FormText.Tidy(notes),
        WrittenByName = actor.Name,
    };

    public void Write(string? notes, Actor actor) => (Notes, WrittenByName) = (FormText.Tidy(notes), actor.Name);

    internal sealed class Configuration : IEntityTypeConfiguration<ForumDay>
    {
        public void Configure(EntityTypeBuilder<ForumDay> builder)
        {
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Notes).HasMaxLength(TypedWords.Page);
            builder.Property(d => d.WrittenByName).HasMaxLength(200);
            builder.HasIndex(d => new { d.ForumId, d.On }).IsUnique();
            builder.HasIndex(d => d.NetworkId);
            builder.HasOne<Forum>().WithMany().HasForeignKey(d => d.ForumId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
