using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>Opens every stored key, every grant and every stored file, to prove that what was sealed can be read.</summary>
public static class KeyCheck
{
    /// <param name="maintenance">A context with the filters lifted.</param>
    /// <returns>One line for each key, grant or file that does not open; empty: sound.</returns>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(AppDbContext maintenance, RootKeys roots, CancellationToken ct)
    {
        var faults = new List<string>();
        var keys = new Dictionary<Guid, DataKey>();
        var parts = new Dictionary<(CasePart, int), DataKey>();
        try
        {
            await OpenKeysAsync(maintenance, roots, keys, faults, ct);
            await OpenGrantsAsync(maintenance, keys, parts, faults, ct);
            await OpenFilesAsync(maintenance, keys, parts, faults, ct);
            return faults;
        }
        finally
        {
            foreach (var key in keys.Values.Concat(parts.Values))
            {
                key.Dispose();
            }
        }
    }

    private static async Task OpenKeysAsync(AppDbContext maintenance, RootKeys roots, Dictionary<Guid, DataKey> keys, List<string> faults, CancellationToken ct)
    {
        foreach (var row in await maintenance.Set<KeyRow>().AsNoTracking().ToListAsync(ct))
        {
            try
            {
                keys[row.Id] = KeyRing.UnwrapKey(row.ToWrappedKey(), roots);
            }
            catch (Exception error) when (error is SealBrokenException or RootKeyRefusedException)
            {
                faults.Add($"key {row.Id} of {row.Kind} {row.Owner}: does not open");
            }
        }
    }

    private static async Task OpenGrantsAsync(
        AppDbContext maintenance, Dictionary<Guid, DataKey> keys, Dictionary<(CasePart, int), DataKey> parts, List<string> faults, CancellationToken ct)
    {
        await foreach (var row in maintenance.Set<KeyGrant>().AsNoTracking().OrderBy(g => g.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            try
            {
                var wrapper = keys.GetValueOrDefault(row.WrapperId) ?? throw new SealBrokenException();
                var key = KeyRing.OpenGrant(row.ToPartKeyGrant(), row.PersonId.Value, wrapper);
                if (!parts.TryAdd((new CasePart(row.CaseId, row.Part), row.KeyVersion), key))
                {
                    key.Dispose();
                }
            }
            catch (SealBrokenException)
            {
                faults.Add($"grant {row.Id}: does not open");
            }
        }
    }

    private static async Task OpenFilesAsync(
        AppDbContext maintenance, Dictionary<Guid, DataKey> keys, Dictionary<(CasePart, int), DataKey> parts, List<string> faults, CancellationToken ct)
    {
        var organisations = keys.Values.Where(k => k.Kind == KeyKind.Organisation).GroupBy(k => k.Owner).ToDictionary(k => k.Key, k => k.MaxBy(v => v.Version)!);
        foreach (var file in await maintenance.Set<StoredFile>().AsNoTracking().ToListAsync(ct))
        {
            try
            {
                CasePart? part = file.CaseId is { } one ? new CasePart(one, file.Part!) : null;
                var version = Envelope.KeyVersionOf(file.SealedName);
                var key = (part is { } p ? parts.GetValueOrDefault((p, version)) : organisations.GetValueOrDefault(file.OrganisationId.Value));
                if (key is null && part is not null && !parts.Keys.Any(k => k.Item1 == part))
                {
                    // Its keys were destroyed, or recovery alone reaches it: not a fault, and nothing to prove.
                    continue;
                }

                Envelope.OpenText(file.SealedName, key ?? throw new SealBrokenException(), FileStore.NameOf(file.Id, file.OrganisationId, part));
                await foreach (var _ in ChunkOpener.OpenAsync(
                    FileStore.ChunksAsync(maintenance, file.Id, ct), key, FileStore.ContentOf(file.Id, file.OrganisationId, part), ct))
                {
                    // Opening is the proof; the content is nobody's business here.
                }
            }
            catch (SealBrokenException)
            {
                faults.Add($"file {file.Id}: does not open");
            }
        }
    }
}
