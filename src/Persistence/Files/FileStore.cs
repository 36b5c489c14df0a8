using System.Runtime.CompilerServices;
using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>Keeps files of the organisation in scope. Names and contents are ciphertext in the database (R33, R59).</summary>
public sealed class FileStore(AppDbContext db, OrganisationKeys keys, TimeProvider clock)
{
    /// <summary>Adds the file to the context; it is saved with the caller's commit. The largest file is 25 MB, so one commit holds it.</summary>
    /// <param name="contentType">Decided by whoever parsed it.</param>
    public async Task<FileId> AddAsync(Stream plain, string name, string contentType, CancellationToken ct)
    {
        var owner = db.Scope.Organisation;
        var id = EntityId.New<FileId>(clock);
        var key = await keys.ForAsync(owner, ct);
        long length = 0;
        var number = 0;
        await foreach (var chunk in ChunkSealer.SealAsync(plain, key, ContentOf(id, owner), ct))
        {
            db.Add(new FileChunk(id, owner, number++, chunk));
            length += chunk.Length;
        }

        var sealedName = Envelope.SealText(name, key, NameOf(id, owner));
        db.Add(StoredFile.Keep(id, owner, contentType, length, sealedName, db.Scope.Person, clock.GetUtcNow()));
        return id;
    }

    /// <summary>Null: not there, or not this organisation's.</summary>
    public async Task<(string Name, string ContentType)?> FindAsync(FileId id, CancellationToken ct)
    {
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct);
        if (file is null)
        {
            return null;
        }

        var key = await keys.ForAsync(file.OrganisationId, ct);
        return (Envelope.OpenText(file.SealedName, key, NameOf(id, file.OrganisationId)), file.ContentType);
    }

    /// <summary>Opens into a stream. On an exception the output is worthless: give a temporary place, not the answer.</summary>
    /// <exception cref="SealBrokenException">Damaged, cut or moved.</exception>
    public async Task ReadAsync(FileId id, Stream to, CancellationToken ct)
    {
        var owner = db.Scope.Organisation;
        var key = await keys.ForAsync(owner, ct);
        await foreach (var part in ChunkOpener.OpenAsync(ChunksAsync(db, id, ct), key, ContentOf(id, owner), ct))
        {
            await to.WriteAsync(part, ct);
        }
    }

    public async Task RemoveAsync(FileId id, CancellationToken ct)
    {
        if (await db.Set<StoredFile>().FirstOrDefaultAsync(f => f.Id == id, ct) is { } file)
        {
            db.RemoveRange(await db.Set<FileChunk>().Where(c => c.FileId == id).ToListAsync(ct));
            db.Remove(file);
        }
    }

    internal static async IAsyncEnumerable<byte[]> ChunksAsync(AppDbContext db, FileId id, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var bytes in db.Set<FileChunk>().AsNoTracking().Where(c => c.FileId == id).OrderBy(c => c.Number)
            .Select(c => c.Bytes).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return bytes;
        }
    }

    internal static CellAddress ContentOf(FileId id, OrganisationId owner) => new("stored_file", "content", id.Value, null, null, owner);

    internal static CellAddress NameOf(FileId id, OrganisationId owner) => new("stored_file", "name", id.Value, null, null, owner);
}
