using System.Security.Cryptography;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Meetings;

internal enum PaperKind
{
    Paper,

    /// <summary>The list of who was there, signed by hand and photographed or scanned.</summary>
    SignedSheet,
}

/// <summary>
/// What is read before a meeting or laid on its table: a file of the school that brought it, or an address. It says which
/// network it lies before; the bytes stay with the school (docs/decisions/0016-papers-and-neutral-meetings.md).
/// </summary>
internal sealed class MeetingPaper : IOwnedByNetwork, IVersioned
{
    public const int LongestTitle = FileFormat.LongestTitle;
    public const int MostOfMeeting = 60;

    /// <summary>What a sheet that came late, or went, is filed under among the corrections.</summary>
    public const string AboutSheet = "Signed sheet";

    public static readonly Refusal NoTitle = new("paper.no-title", "Write what the paper is called, in {0} characters at most.", "Title", LongestTitle);
    public static readonly Refusal BadLink = new("paper.bad-link", "Write the whole address, beginning with https://", "Link");
    public static readonly Refusal NotASheet = new("paper.not-a-sheet", "{0}: a signed sheet is a PDF or a picture (PNG, JPEG).", "Sheets", "");
    public static readonly Refusal Fixed = new("paper.fixed", "The minutes are approved. Papers stay as they are.");
    public static readonly Refusal TooMany = new("paper.too-many", "A meeting holds {0} papers. Remove one first.", "Files", MostOfMeeting);

    private MeetingPaper()
    {
    }

    public MeetingRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    /// <summary>The meeting it was brought to. Later meetings show it with the item, wherever that was carried.</summary>
    public MeetingId MeetingId { get; private set; }

    public AgendaItemId? AgendaItemId { get; private set; }

    public PaperKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Null: an address.</summary>
    public FileId? FileId { get; private set; }

    /// <summary>With its dot; empty for an address.</summary>
    public string Ending { get; private set; } = "";

    public string? Link { get; private set; }

    /// <summary>Whose file it is: that organisation's key opens it.</summary>
    public OrganisationId Owner { get; private set; }

    public string UploadedBy { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>SHA-256 of the file, so that a copy can be held against it.</summary>
    public string? Sha256 { get; private set; }

    public int Bytes { get; private set; }

    public int Version { get; private set; }

    public bool IsSheet => Kind == PaperKind.SignedSheet;

    public static MeetingPaper BringFile(Meeting meeting, AgendaItemId? item, PaperKind kind, BroughtFile file, FileId stored, Actor by, TimeProvider clock)
    {
        var paper = New(meeting, item, kind, by, clock);
        (paper.Title, paper.Ending, paper.FileId) = (file.Title, file.Format.Ending, stored);
        (paper.Sha256, paper.Bytes) = (Convert.ToHexStringLower(SHA256.HashData(file.Content)), file.Content.Length);
        return paper;
    }

    public static (MeetingPaper? Paper, Refusal? Refusal) BringLink(Meeting meeting, AgendaItemId? item, string? title, string? link, Actor by, TimeProvider clock)
    {
        if (title is null || title.Trim().Length is 0 or > LongestTitle)
        {
            return (null, NoTitle with { Field = "LinkTitle" });
        }

        if (!MeetingSeries.IsLink(link?.Trim() ?? ""))
        {
            return (null, BadLink);
        }

        var paper = New(meeting, item, PaperKind.Paper, by, clock);
        (paper.Title, paper.Link) = (title.Trim(), link!.Trim());
        return (paper, null);
    }

    private static MeetingPaper New(Meeting meeting, AgendaItemId? item, PaperKind kind, Actor by, TimeProvider clock) => new()
    {
        Id = EntityId.New<MeetingRowId>(clock),
        NetworkId = meeting.NetworkId,
        MeetingId = meeting.Id,
        AgendaItemId = item,
        Kind = kind,
        Owner = by.Organisation ?? default,
        UploadedBy = by.Name,
        At = clock.GetUtcNow(),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<MeetingPaper>
    {
        public void Configure(EntityTypeBuilder<MeetingPaper> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Title).HasMaxLength(LongestTitle);
            builder.Property(p => p.Ending).HasMaxLength(8);
            builder.Property(p => p.Link).HasMaxLength(MeetingSeries.LongestLink);
            builder.Property(p => p.UploadedBy).HasMaxLength(Invitation.LongestName);
            builder.Property(p => p.Sha256).HasMaxLength(64);
            builder.HasIndex(p => p.MeetingId);
            builder.HasIndex(p => p.AgendaItemId);
            builder.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
