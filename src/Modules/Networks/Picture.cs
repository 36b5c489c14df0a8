using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.Networks;

/// <summary>
/// A logo. Its type is read from its first bytes, not from what the browser claims; only raster formats, so that nothing
/// in it can run.
/// </summary>
internal sealed class Picture
{
    public const int MostBytes = 512 * 1024;

    public static readonly Refusal TooLarge = new("picture.too-large", "The picture is larger than {0} kB. Choose a smaller one.", "Logo", MostBytes / 1024);
    public static readonly Refusal NotAPicture = new("picture.unknown", "This file is no PNG, JPEG or WebP picture.", "Logo");

    private Picture()
    {
    }

    public Guid Id { get; private set; }

    public string MediaType { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public static (Picture? Picture, Refusal? Refusal) Take(byte[] content, TimeProvider clock)
    {
        if (content.Length > MostBytes)
        {
            return (null, TooLarge);
        }

        return MediaTypeOf(content) is { } type
            ? (new Picture { Id = Guid.CreateVersion7(clock.GetUtcNow()), MediaType = type, Content = content }, null)
            : (null, NotAPicture);
    }

    internal static string? MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 16 ? null
        : FileSignature.IsPng(bytes) ? "image/png"
        : FileSignature.IsJpeg(bytes) ? "image/jpeg"
        : bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;

    internal sealed class Configuration : IEntityTypeConfiguration<Picture>
    {
        public void Configure(EntityTypeBuilder<Picture> builder)
        {
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.MediaType).HasMaxLength(20);
        }
    }
}
