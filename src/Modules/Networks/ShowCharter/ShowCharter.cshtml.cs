using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>The charter in force, who has signed it and who has not, and the versions before.</summary>
[Requires(NetworksPermissions.SeeCharter)]
internal sealed class ShowCharterModel(AppDbContext db, CharterBook book) : NetworkPage
{
    public IReadOnlyList<CharterVersion> Versions { get; private set; } = [];

    public IReadOnlyList<CharterSigner> Signers { get; private set; } = [];

    public bool HasDraft { get; private set; }

    public CharterVersion? Current => Versions.Count == 0 ? null : Versions[0];

    public int Holding => Signers.Count(s => s.Standing.Holds);

    public int Missing => Signers.Count(s => s.MustSign && !s.Standing.Holds);

    public bool MayKeep => May(NetworksPermissions.KeepCharter, new(Network: Actor.Network));

    public bool MaySignNow => Current is not null && May(NetworksPermissions.SignCharter, new(Organisation: Actor.Organisation))
        && Signers.FirstOrDefault(s => s.Organisation == Actor.Organisation)?.Standing.State != SigningState.Signed;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Actor.Network is not { } network)
        {
            return NotThere();
        }

        Versions = await book.VersionsAsync(network, ct);
        Signers = Current is null ? [] : await book.SignersAsync(Current, ct);
        HasDraft = MayKeep && await db.Set<CharterDraft>().AnyAsync(d => d.NetworkId == network, ct);
        return Page();
    }
}
