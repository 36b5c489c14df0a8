using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>A version on paper, under the name the network had on the day it was published.</summary>
[Requires(NetworksPermissions.SeeCharter)]
internal sealed class PrintCharterModel(AppDbContext db, CharterBook book, INetworkDirectory networks) : NetworkPage
{
    public CharterVersion Version { get; private set; } = null!;

    public string NetworkName { get; private set; } = "";

    public IReadOnlyList<CharterSignature> Signatures { get; private set; } = [];

    /// <summary>Schools that have yet to sign; empty for versions that are not in force any more.</summary>
    public IReadOnlyList<string> Unsigned { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken ct)
    {
        if (Actor.Network is not { } network
            || await db.Set<CharterVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.NetworkId == network && v.Number == number, ct) is not { } found)
        {
            return NotThere();
        }

        Version = found;
        NetworkName = (await networks.NameAtAsync(network, found.PublishedAt, ct))?.Name ?? Actor.NetworkName ?? "";
        var current = await book.CurrentAsync(network, ct);
        if (current?.Id == found.Id)
        {
            var signers = await book.SignersAsync(found, ct);
            Signatures = [.. signers.Where(s => s.Standing.Holds).Select(s => s.Standing.Last!)];
            Unsigned = [.. signers.Where(s => s.MustSign && !s.Standing.Holds).Select(s => s.Name)];
        }
        else
        {
            Signatures = await db.Set<CharterSignature>().AsNoTracking().Where(s => s.VersionId == found.Id && s.NetworkId == network)
                .OrderBy(s => s.SignedAt).ThenBy(s => s.Id).ToListAsync(ct);
        }

        return Page();
    }
}
