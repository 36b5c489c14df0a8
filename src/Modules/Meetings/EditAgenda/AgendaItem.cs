using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

/// <summary>Two acts on purpose: what is moved is gone from where it was, what is copied stays there too.</summary>
internal enum Carrying
{
    Moved,
    Copied,
}

internal sealed record AgendaWords(string? Title, string? Note, string? Presenter, int? Minutes);

/// <summary>One item of an agenda; without a meeting it is parked in the backlog of its series.</summary>
internal sealed class AgendaItem : IOwnedByNetwork, IVersioned
{
    public const int LongestTitle = 160;
    public const int LongestNote = 2000;
    public const int LongestPresenter = 120;

    public static readonly Refusal NoTitle = new("agenda.no-title", "Write what it is about, in {0} characters at most.", "Title", LongestTitle);
    public static readonly Refusal LongNote = new("agenda.long-note", "Write the note in {0} characters at most.", "Note", LongestNote);
    public static readonly Refusal LongPresenter = new("agenda.long-presenter", "Write the name in {0} characters at most.", "Presenter", LongestPresenter);
    public static readonly Refusal BadMinutes = new("agenda.bad-minutes", "Write how many minutes: 0 to 600.", "Minutes");
    public static readonly Refusal Carried = new("agenda.carried", "This item was taken on already.");

    private AgendaItem()
    {
    }

    public AgendaItemId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public MeetingSeriesId SeriesId { get; private set; }

    public MeetingId? MeetingId { get; private set; }

    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    public string? Note { get; private set; }

    public string Presenter { get; private set; } = "";

    public int Minutes { get; private set; }

    public bool Done { get; private set; }

    /// <summary>The item it was carried over from.</summary>
    public AgendaItemId? FromId { get; private set; }

    public Carrying? CameBy { get; private set; }

    /// <summary>The item it lives on in. Of a closed meeting nothing else changes.</summary>
    public AgendaItemId? ToId { get; private set; }

    public Carrying? WentBy { get; private set; }

    public string AddedBy { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>Neither done nor taken on.</summary>
    public bool IsLeft => !Done && ToId is null;

    public static (AgendaItem? Item, Refusal? Refusal) Add(Meeting? meeting, MeetingSeriesId series, NetworkId network, int position, AgendaWords words, string by, TimeProvider clock)
    {
        var item = New(meeting, series, network, position, by, clock);
        return item.Write(words) is { } refusal ? (null, refusal) : (item, null);
    }

    public static AgendaItem FromTemplate(Meeting meeting, int position, TemplateLine line, TimeProvider clock)
    {
        var item = New(meeting, meeting.SeriesId, meeting.NetworkId, position, "", clock);
        (item.Title, item.Minutes, item.Presenter) = (line.Title, line.Minutes, line.Presenter);
        return item;
    }

    /// <summary>The item in the next meeting (or, without one, in the backlog), knowing where it came from.</summary>
    public (AgendaItem? Next, Refusal? Refusal) CarryTo(Meeting? meeting, int position, Carrying way, string by, TimeProvider clock)
    {
        if (!IsLeft)
        {
            return (null, Carried);
        }

        var next = New(meeting, SeriesId, NetworkId, position, by, clock);
        (next.Title, next.Note, next.Presenter, next.Minutes, next.FromId, next.CameBy) = (Title, Note, Presenter, Minutes, Id, way);
        (ToId, WentBy) = (next.Id, way);
        return (next, null);
    }

    public Refusal? Write(AgendaWords words)
    {
        switch (words)
        {
            case { Title: null } or { Title.Length: > LongestTitle }:
            case { Title: var title } when title.Trim().Length == 0:
                return NoTitle;
            case { Note.Length: > LongestNote }:
                return LongNote;
            case { Presenter.Length: > LongestPresenter }:
                return LongPresenter;
            case { Minutes: < 0 or > 600 }:
                return BadMinutes;
        }

        (Title, Note) = (words.Title!.Trim(), string.IsNullOrWhiteSpace(words.Note) ? null : words.Note.Trim());
        (Presenter, Minutes) = ((words.Presenter ?? "").Trim(), words.Minutes ?? 0);
        return null;
    }

    public void Place(int position) => Position = position;

    public void Settle(bool done) => Done = done;

    /// <summary>From the backlog onto an agenda, or back.</summary>
    public void PutInto(Meeting? meeting, int position) => (MeetingId, Position) = (meeting?.Id, position);

    private static AgendaItem New(Meeting? meeting, MeetingSeriesId series, NetworkId network, int position, string by, TimeProvider clock) => new()
    {
        Id = EntityId.New<AgendaItemId>(clock),
        NetworkId = network,
        SeriesId = series,
        MeetingId = meeting?.Id,
        Position = position,
        AddedBy = by,
    };

    internal sealed class Configuration : IEntityTypeConfiguration<AgendaItem>
    {
        public void Configure(EntityTypeBuilder<AgendaItem> builder)
        {
            builder.HasKey(i => i.Id);
            builder.Property(i => i.Title).HasMaxLength(LongestTitle);
            builder.Property(i => i.Note).HasMaxLength(LongestNote);
            builder.Property(i => i.Presenter).HasMaxLength(LongestPresenter);
            builder.Property(i => i.AddedBy).HasMaxLength(120);
            builder.HasIndex(i => i.MeetingId);
            builder.HasIndex(i => i.SeriesId);
            builder.HasOne<MeetingSeries>().WithMany().HasForeignKey(i => i.SeriesId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
