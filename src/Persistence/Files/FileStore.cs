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

    /// <summary>The same, written at once into the caller's commit, piece by piece: a long list stands in memory only once.</summary>
    public async Task<FileId> WriteAsync(byte[] plain, string name, string contentType, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(plain);
        var owner = db.Scope.Organisation;
        var id = EntityId.New<FileId>(clock);
        var key = await keys.ForAsync(owner, ct);
        var sealedName = Envelope.SealText(name, key, NameOf(id, owner));
        await db.InsertAllAsync([StoredFile.Keep(id, owner, contentType, ChunkSealer.SealedLength(plain.Length), sealedName, db.Scope.Person, clock.GetUtcNow())], ct);
        var number = 0;
        using var content = new MemoryStream(plain, writable: false);
        await foreach (var chunk in ChunkSealer.SealAsync(content, key, ContentOf(id, owner), ct))
        {
            await db.InsertAllAsync([new FileChunk(id, owner, number++, chunk)], ct);
        }

        return id;
    }

    /// <summary>Null: not there, or not this organisation's.</summary>
    public async Task<(string Name, string ContentType)?> FindAsync(FileId id, CancellationToken ct)
    {
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.CaseId == null, ct);
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

    /// <summary>The same under a part's key: as sealed as the part's text, and gone with its key.</summary>
    public async Task<FileId> AddAsync(PartWriter writer, Stream plain, string name, string contentType, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var owner = writer.School;
        var id = EntityId.New<FileId>(clock);
        var (length, number) = (0L, 0);
        var chunks = writer.Use(writer.Version, key => ChunkSealer.SealAsync(plain, key, ContentOf(id, owner, writer.Part), ct));
        await foreach (var chunk in chunks)
        {
            db.Add(new FileChunk(id, owner, number++, chunk));
            length += chunk.Length;
        }

        var sealedName = writer.SealText("stored_file", "name", id.Value, name);
        db.Add(StoredFile.Keep(id, owner, contentType, length, sealedName, db.Scope.Person, clock.GetUtcNow()).In(writer.Part));
        return id;
    }

    /// <summary>Null: not there, or not of this part.</summary>
    public async Task<(string Name, string ContentType)?> FindAsync(PartReader reader, FileId id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var part = reader.Part;
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.CaseId == part.Case && f.Part == part.Part, ct);
        return file is null ? null : (reader.OpenText("stored_file", "name", id.Value, file.SealedName), file.ContentType);
    }

    /// <inheritdoc cref="ReadAsync(FileId, Stream, CancellationToken)"/>
    public async Task ReadAsync(PartReader reader, FileId id, Stream to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var first = await db.Set<FileChunk>().AsNoTracking().Where(c => c.FileId == id && c.Number == 0).Select(c => c.Bytes).FirstOrDefaultAsync(ct)
            ?? throw new SealBrokenException();
        var parts = reader.Use(ChunkOpener.KeyVersionOf(first), key => ChunkOpener.OpenAsync(ChunksAsync(db, id, ct), key, ContentOf(id, reader.School, reader.Part), ct));
        await foreach (var part in parts)
        {
            await to.WriteAsync(part, ct);
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

    internal static CellAddress ContentOf(FileId id, OrganisationId owner, CasePart? part = null) =>
        new("stored_file", "content", id.Value, part?.Case, part?.Part, owner);

    internal static CellAddress NameOf(FileId id, OrganisationId owner, CasePart? part = null) =>
        new("stored_file", "name", id.Value, part?.Case, part?.Part, owner);
}
