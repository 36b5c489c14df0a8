using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>One published version as it was, what differs from the one before, and who signed exactly this one.</summary>
[Requires(NetworksPermissions.SeeCharter)]
internal sealed class ShowVersionModel(AppDbContext db) : NetworkPage
{
    public CharterVersion Version { get; private set; } = null!;

    public CharterVersion? Before { get; private set; }

    public IReadOnlyList<CharterSignature> Signatures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken ct)
    {
        var near = await db.Set<CharterVersion>().AsNoTracking()
            .Where(v => v.NetworkId == db.Scope.Network && (v.Number == number || v.Number == number - 1)).ToListAsync(ct);
        if (near.Find(v => v.Number == number) is not { } found)
        {
            return NotThere();
        }

        (Version, Before) = (found, near.Find(v => v.Number == number - 1));
        Signatures = await db.Set<CharterSignature>().AsNoTracking().Where(s => s.VersionId == found.Id && s.NetworkId == db.Scope.Network)
            .OrderBy(s => s.SignedAt).ThenBy(s => s.Id).ToListAsync(ct);
        return Page();
    }
}
