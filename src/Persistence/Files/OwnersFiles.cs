using Causeway.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence;

/// <summary>
/// Opens a file for a reader of another organisation: in a unit of work of the one whose key opens it. Whether the reader
/// may, the caller has asked before; nothing here does.
/// </summary>
public static class OwnersFiles
{
    /// <param name="bytes">How long it is, in bytes; only to take the memory at once.</param>
    /// <exception cref="Vault.SealBrokenException">Damaged, cut or moved.</exception>
    public static async Task<byte[]> ReadFileAsync(this IServiceScopeFactory scopes, OrganisationId owner, NetworkId network, FileId file, int bytes, CancellationToken ct)
    {
        await using var owners = scopes.CreateAsyncScope();
        owners.ServiceProvider.GetRequiredService<Scope>().Narrow(owner, network);
        using var content = new MemoryStream(bytes);
        await owners.ServiceProvider.GetRequiredService<FileStore>().ReadAsync(file, content, ct);
        return content.ToArray();
    }
}
