using System.Text;
using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Causeway.ResourceDirectory;

/// <summary>Which stored file the imports of one upload were read from, so that it can be read otherwise without choosing it again.</summary>
internal sealed class UploadedFile : IOwnedByOrganisation
{
    private UploadedFile()
    {
    }

    /// <summary>The same as <see cref="ListImport.Upload"/>.</summary>
    public Guid Upload { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public FileId FileId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Web name of the encoding it was read with; empty where the format needs none.</summary>
    public string Encoding { get; private set; } = "";

    public static UploadedFile Keep(Guid upload, OrganisationId owner, FileId file, ListFile read) =>
        new() { Upload = upload, OrganisationId = owner, FileId = file, FileName = Cut(Path.GetFileName(read.FileName)), Encoding = read.Encoding ?? "" };

    /// <summary>Takes the bytes away with the caller's commit, unless another sheet of the same file still needs them.</summary>
    public static async Task ForgetAsync(AppDbContext db, ListImport import, CancellationToken ct)
    {
        if (!await db.Set<ListImport>().AnyAsync(i => i.Upload == import.Upload && i.Id != import.Id, ct)
            && await db.Set<UploadedFile>().FirstOrDefaultAsync(u => u.Upload == import.Upload, ct) is { } file)
        {
            db.RemoveRange(await db.Set<FileChunk>().Where(c => c.FileId == file.FileId).ToListAsync(ct));
            db.RemoveRange(await db.Set<StoredFile>().Where(f => f.Id == file.FileId).ToListAsync(ct));
            db.Remove(file);
        }
    }

    // The ending decides how the file is read, so a long name is cut in front.
    private static string Cut(string name) => name.Length <= 200 ? name : name[^200..];

    internal sealed class Configuration : IEntityTypeConfiguration<UploadedFile>
    {
        public void Configure(EntityTypeBuilder<UploadedFile> builder)
        {
            builder.HasKey(u => u.Upload);
            builder.Property(u => u.Upload).ValueGeneratedNever();
            builder.Property(u => u.FileName).HasMaxLength(200);
            builder.Property(u => u.Encoding).HasMaxLength(40);
        }
    }
}

/// <summary>Keeps the bytes of uploads, encrypted, as long as the imports made of them.</summary>
internal sealed class UploadedFiles(AppDbContext db, FileStore store)
{
    /// <summary>Saved with the caller's commit.</summary>
    public async Task KeepAsync(Guid upload, UploadList command, ListFile read, CancellationToken ct)
    {
        var file = await store.WriteAsync(command.Content, Path.GetFileName(command.FileName), "application/octet-stream", ct);
        db.Add(UploadedFile.Keep(upload, db.Scope.Organisation, file, read));
    }

    public async Task<(UploadedFile File, byte[] Content)?> FindAsync(Guid upload, CancellationToken ct)
    {
        var file = await db.Set<UploadedFile>().FirstOrDefaultAsync(u => u.Upload == upload, ct);
        if (file is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await store.ReadAsync(file.FileId, content, ct);
        return (file, content.ToArray());
    }

    public async Task RemoveAsync(UploadedFile file, CancellationToken ct)
    {
        await store.RemoveAsync(file.FileId, ct);
        db.Remove(file);
    }
}

/// <summary>The encodings a person can choose from, because a program guessed wrong.</summary>
internal static class ListEncodings
{
    public static readonly IReadOnlyList<(string Label, string Name)> All =
    [
        ("Unicode (UTF-8)", "utf-8"), ("Unicode (UTF-16)", "utf-16"), ("Western Europe (Windows-1252)", "windows-1252"), ("Central Europe (Windows-1250)", "windows-1250"), ("Cyrillic (Windows-1251)", "windows-1251"),
        ("Turkish (Windows-1254)", "windows-1254"), ("Arabic (Windows-1256)", "windows-1256"), ("Vietnamese (Windows-1258)", "windows-1258"), ("Korean (EUC-KR)", "euc-kr"), ("Chinese (GB18030)", "gb18030"),
        ("Chinese (Big5)", "big5"), ("Japanese (Shift_JIS)", "shift_jis"), ("Mac OS Roman", "macintosh"),
    ];

    public static bool Knows(string? name) => All.Any(encoding => string.Equals(encoding.Name, name, StringComparison.Ordinal));

    public static string LabelOf(string name) => All.FirstOrDefault(encoding => string.Equals(encoding.Name, name, StringComparison.OrdinalIgnoreCase)).Label ?? name;
}
