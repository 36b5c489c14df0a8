using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <param name="Version">The version that was read; another one in force is not signed by surprise.</param>
internal sealed record SignCharter(CharterVersionId Version, bool Agreed);

/// <summary>A head signs for the school, in the capacity of the post they act in.</summary>
internal sealed class SignCharterHandler(AppDbContext db, Access access, CharterBook book, TimeProvider clock)
{
    public static readonly Refusal NotAgreed = new("charter.not-agreed", "Tick that you have read the charter and sign for your organisation.", "Agreed");
    public static readonly Refusal Newer = new("charter.newer", "A newer charter was published while you were reading. Read that one; then sign.");
    public static readonly Refusal Holds = new("charter.holds", "Your organisation's signature holds. It can be renewed from {0} days before it lapses.", null, SigningStanding.DaysBeforeLapse);

    public async Task<Refusal?> HandleAsync(SignCharter command, Actor actor, CancellationToken ct)
    {
        if (actor.Organisation is not { } own || actor.Network is not { } network
            || !access.Allows(actor, NetworksPermissions.SignCharter, new(Organisation: own))
            || await book.CurrentAsync(network, ct) is not { } current)
        {
            return NetworkPage.Gone;
        }

        if (current.Id != command.Version)
        {
            return Newer;
        }

        if (!command.Agreed)
        {
            return NotAgreed;
        }

        var zone = await db.Set<Organisation>().Where(o => o.Id == own).Select(o => o.Zone).FirstAsync(ct);
        var today = clock.Today(zone);
        var signatures = await db.Set<CharterSignature>().AsNoTracking().Where(s => s.NetworkId == network && s.OrganisationId == own).ToListAsync(ct);
        if (SigningStanding.Of(current, signatures, today).State == SigningState.Signed)
        {
            return Holds;
        }

        var post = await db.Set<Post>().IgnoreAutoIncludes().AsNoTracking().FirstAsync(p => p.Id == actor.Post, ct);
        var signature = CharterSignature.Sign(current, own, actor, post.Title, today, clock);
        db.Add(signature);
        db.Record("charter.signed", signature.Id.Value);
        db.Record("charter.signed", signature.Id.Value, chain: network.Value);
        try
        {
            return await db.TrySaveAsync(ct);
        }
        catch (DbUpdateException)
        {
            return Holds;
        }
    }
}
