using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>Opens every stored key and the first chunk of every stored file, to prove that what was sealed can be read.</summary>
public static class KeyCheck
{
    /// <param name="maintenance">A context with the filters lifted.</param>
    /// <returns>One line for each key or file that does not open; empty: sound.</returns>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(AppDbContext maintenance, RootKeys roots, CancellationToken ct)
    {
        var faults = new List<string>();
        var opened = new Dictionary<Guid, DataKey>();
        foreach (var row in await maintenance.Set<KeyRow>().AsNoTracking().ToListAsync(ct))
        {
            try
            {
                opened[row.Owner] = KeyRing.UnwrapKey(row.ToWrappedKey(), roots);
            }
            catch (Exception error) when (error is SealBrokenException or RootKeyRefusedException)
            {
                faults.Add($"key {row.Id} of {row.Kind} {row.Owner}: does not open");
            }
        }

        foreach (var file in await maintenance.Set<StoredFile>().AsNoTracking().ToListAsync(ct))
        {
            try
            {
                var key = opened.GetValueOrDefault(file.OrganisationId.Value) ?? throw new SealBrokenException();
                Envelope.OpenText(file.SealedName, key, FileStore.NameOf(file.Id, file.OrganisationId));
                await foreach (var _ in ChunkOpener.OpenAsync(
                    FileStore.ChunksAsync(maintenance, file.Id, ct), key, FileStore.ContentOf(file.Id, file.OrganisationId), ct))
                {
                    // Opening is the proof; the content is nobody's business here.
                }
            }
            catch (SealBrokenException)
            {
                faults.Add($"file {file.Id}: does not open");
            }
        }

        foreach (var key in opened.Values)
        {
            key.Dispose();
        }

        return faults;
    }
}
