using System.Security.Cryptography;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Partnerships;

/// <summary>Which shelf a file stands on; of a project it also says which one.</summary>
internal enum FileShelf
{
    Partnership,
    Agreement,
    Project,
}

/// <param name="Project">Of <see cref="FileShelf.Project"/> only.</param>
internal readonly record struct FilePlace(FileShelf Shelf, PartnershipRowId? Project);

/// <summary>
/// A file that belongs to the partnership, in all its versions. Somebody of one side keeps it: sees that it stays true. The
/// keeper owns nothing; when the keeper goes the file stays readable for every side, and asks for another keeper.
/// </summary>
internal sealed class PartnershipFile : IOwnedByNetwork, IVersioned
{
    public const int Most = 200;
    public const int MostVersions = 30;

    public static readonly Refusal NoTitle = new("file.no-title", "Write what it is called, in {0} characters at most.", "Title", FileFormat.LongestTitle);
    public static readonly Refusal TooMany = new("file.too-many", "A partnership keeps {0} files. Remove one first.", "Files", Most);
    public static readonly Refusal TooManyVersions = new("file.too-many-versions", "A file has {0} versions at most. Add this one as a file of its own.", "Files", MostVersions);
    public static readonly Refusal OneAtATime = new("file.one", "Choose one file: it is the next version.", "Files");
    public static readonly Refusal NoPlace = new("file.no-place", "Choose where it belongs.", "Place");
    public static readonly Refusal NoKeeper = new("file.no-keeper", "Choose an owner of your side who stays.", "Keeper");
    public static readonly Refusal NotYours = new("file.not-yours", "The side that keeps it does this.");

    private PartnershipFile()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public string Title { get; private set; } = "";

    public FileShelf Shelf { get; private set; }

    public PartnershipRowId? ProjectId { get; private set; }

    /// <summary>The side that keeps it.</summary>
    public PartyId PartyId { get; private set; }

    /// <summary>An owner of that side; null: nobody yet.</summary>
    public PartnershipRowId? KeeperId { get; private set; }

    public string AddedByName { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    public int Latest { get; private set; }

    public int Version { get; private set; }

    public FilePlace Place => new(Shelf, ProjectId);

    public static PartnershipFile Add(Party side, string title, FilePlace place, PartnershipRowId? keeper, string byName, TimeProvider clock) => new()
    {
        Id = EntityId.New<PartnershipRowId>(clock),
        NetworkId = side.NetworkId,
        PartnershipId = side.PartnershipId,
        PartyId = side.Id,
        KeeperId = keeper,
        Title = title,
        Shelf = place.Shelf,
        ProjectId = place.Project,
        AddedByName = byName,
        AddedAt = clock.GetUtcNow(),
    };

    public FileVersion Next(BroughtFile file, FileId stored, OrganisationId keyOf, string byName, TimeProvider clock)
    {
        Latest++;
        return FileVersion.Of(this, file, stored, keyOf, byName, clock);
    }

    public Refusal? Describe(string? title, FilePlace place)
    {
        if (title is null || title.Trim().Length is 0 or > FileFormat.LongestTitle)
        {
            return NoTitle;
        }

        (Title, Shelf, ProjectId) = (title.Trim(), place.Shelf, place.Project);
        return null;
    }

    public void GiveTo(PartnershipRowId keeper) => KeeperId = keeper;

    internal sealed class Configuration : IEntityTypeConfiguration<PartnershipFile>
    {
        public void Configure(EntityTypeBuilder<PartnershipFile> builder)
        {
            builder.ToTable("partnership_file");
            builder.HasKey(f => f.Id);
            builder.Property(f => f.Title).HasMaxLength(FileFormat.LongestTitle);
            builder.Property(f => f.AddedByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(f => f.PartnershipId);
            builder.HasIndex(f => f.PartyId);
            builder.HasIndex(f => f.ProjectId);
            builder.HasOne<Partnership>().WithMany().HasForeignKey(f => f.PartnershipId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<JointProject>().WithMany().HasForeignKey(f => f.ProjectId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One version of a file. Never changed; the bytes lie under the key of the organisation whose person brought it.</summary>
internal sealed class FileVersion : IOwnedByNetwork
{
    private FileVersion()
    {
    }

    public PartnershipRowId Id { get; private set; }

    public NetworkId NetworkId { get; private set; }

    public PartnershipRowId OfId { get; private set; }

    public int Number { get; private set; }

    public FileId FileId { get; private set; }

    /// <summary>That organisation's key opens it.</summary>
    public OrganisationId KeyOf { get; private set; }

    /// <summary>With its dot.</summary>
    public string Ending { get; private set; } = "";

    public int Bytes { get; private set; }

    /// <summary>SHA-256 of the file, so that a copy can be held against it.</summary>
    public string Sha256 { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static FileVersion Of(PartnershipFile of, BroughtFile file, FileId stored, OrganisationId keyOf, string byName, TimeProvider clock) => new()
    {
        Id = EntityId.New<PartnershipRowId>(clock),
        NetworkId = of.NetworkId,
        OfId = of.Id,
        Number = of.Latest,
        FileId = stored,
        KeyOf = keyOf,
        Ending = file.Format.Ending,
        Bytes = file.Content.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
        ByName = byName,
        At = clock.GetUtcNow(),
    };

    internal sealed class Configuration : IEntityTypeConfiguration<FileVersion>
    {
        public void Configure(EntityTypeBuilder<FileVersion> builder)
        {
            builder.ToTable("partnership_file_version");
            builder.HasKey(v => v.Id);
            builder.Property(v => v.Ending).HasMaxLength(8);
            builder.Property(v => v.Sha256).HasMaxLength(64);
            builder.Property(v => v.ByName).HasMaxLength(Partnership.LongestName);
            builder.HasIndex(v => new { v.OfId, v.Number }).IsUnique();
            builder.HasOne<PartnershipFile>().WithMany().HasForeignKey(v => v.OfId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
