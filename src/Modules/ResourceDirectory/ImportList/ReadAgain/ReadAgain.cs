using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Encoding">Web name of one of <see cref="ListEncodings"/>.</param>
internal sealed record ReadAgain(ListImportId Import, string? Encoding);

/// <summary>Reads an upload once more with another encoding. Its previews are replaced in one commit; nothing was taken of them yet.</summary>
internal sealed class ReadAgainHandler(AppDbContext db, Access access, UploadedFiles files, UploadListHandler upload)
{
    public static readonly Refusal NoEncoding = new("list.no-encoding", "Choose how the file was written.", "Encoding");

    public static readonly Refusal NotKept =
        new("list.not-kept", "The file itself is no longer here. Choose it again on the page before, with the way it was written.", "Encoding");

    public async Task<UploadAnswer> HandleAsync(ReadAgain command, Actor actor, CancellationToken ct)
    {
        var import = await db.Set<ListImport>().FirstOrDefaultAsync(i => i.Id == command.Import, ct);
        if (import is null || !access.Allows(actor, DirectoryPermissions.ImportLists, new AccessObject(import.OrganisationId)))
        {
            return new([], StartImportHandler.NotThere);
        }

        if (!ListEncodings.Knows(command.Encoding))
        {
            return new([], NoEncoding);
        }

        var sheets = await db.Set<ListImport>().Where(i => i.Upload == import.Upload).ToListAsync(ct);
        if (sheets.Exists(sheet => sheet.State != ImportState.Preview))
        {
            return new([], ListImport.Started);
        }

        if (await files.FindAsync(import.Upload, ct) is not { } kept)
        {
            return new([], NotKept);
        }

        // A file that cannot be read so is refused before the preview that exists is touched.
        if (ListReader.Open(kept.Content, kept.File.FileName, command.Encoding).Refusal is { } unreadable)
        {
            return new([], unreadable with { Field = "Encoding" });
        }

        return await ReplaceAsync(sheets, kept.File, new UploadList(kept.Content, kept.File.FileName, command.Encoding), actor, ct);
    }

    private async Task<UploadAnswer> ReplaceAsync(List<ListImport> sheets, UploadedFile file, UploadList again, Actor actor, CancellationToken ct)
    {
        foreach (var sheet in sheets)
        {
            db.RemoveRange(await db.Set<ImportRow>().Where(r => r.ImportId == sheet.Id).ToListAsync(ct));
            db.Remove(sheet);
            db.Record("list.read-again", sheet.Id.Value);
        }

        await files.RemoveAsync(file, ct);
        try
        {
            return await upload.HandleAsync(again, actor, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new([], Refusal.ChangedMeanwhile);
        }
    }
}
