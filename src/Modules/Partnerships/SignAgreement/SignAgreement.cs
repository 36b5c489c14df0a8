using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

internal sealed record SignerLink(NetworkId Network, SignerId Signer, string Secret);

/// <param name="Version">The one on the screen; another one in force is not signed by surprise.</param>
internal sealed record SignAgreement(AgreementId Version, bool Agreed);

/// <summary>
/// A signature: version, order and person are read in the transaction that writes it. Whoever loses a race against a new
/// version or another signer looks again, and is refused if what they read is not in force any more.
/// </summary>
internal sealed class SignAgreementHandler(AppDbContext db, PartnershipDoor door, PartyMails mails, TimeProvider clock)
{
    private const int Repeats = 20;

    public static readonly Refusal Newer = new("agreement.newer", "A newer version was made while you were reading. Read that one; then sign.");

    public Task<Refusal?> HandleAsync(PartnershipId id, SignAgreement command, Actor actor, CancellationToken ct) => SignAsync(
        command,
        async () => await door.EnterAsync(id, actor, ct) is null ? null
            : await CurrentAsync(id, s => s.PersonId == actor.Person, ct) ?? await NewerForAsync(id, actor.Person, ct),
        byLink: false, null, ct);

    public Task<Refusal?> ByLinkAsync(SignerLink link, SignAgreement command, CancellationToken ct) => SignAsync(
        command, async () => await LookAsync(link, ct) is { } signer ? await CurrentAsync(signer.PartnershipId, s => s.Id == link.Signer, ct) : null, byLink: true, link.Network.Value, ct);

    /// <summary>The signer whose link it is; null: wrong, ended or replaced, all alike.</summary>
    public async Task<Signer?> LookAsync(SignerLink link, CancellationToken ct)
    {
        db.Scope.Narrow(default, link.Network);
        var signer = await db.Set<Signer>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == link.Signer && s.NetworkId == link.Network, ct);
        return signer?.Knows(link.Secret) == true && !await db.Set<Partnership>().AnyAsync(p => p.Id == signer.PartnershipId && p.Stage == Stage.Ended, ct) ? signer : null;
    }

    private async Task<Refusal?> SignAsync(SignAgreement command, Func<Task<Turn?>> find, bool byLink, Guid? chain, CancellationToken ct)
    {
        Refusal? refusal = PartnershipDoor.Gone;
        await db.LookAgainAsync(Repeats, async () =>
        {
            refusal = PartnershipDoor.Gone;
            if (await find() is not { } turn)
            {
                return;
            }

            refusal = turn.Mine is null || turn.Version.Id != command.Version ? Newer
                : turn.IsOver ? Partnership.Over
                : turn.Mine.Sign(turn.Version, turn.All, command.Agreed, byLink, clock.GetUtcNow());
            if (refusal is not null)
            {
                return;
            }

            turn.Agreement.Signed();
            await AskNextAsync(turn, ct);
            db.Record("agreement.signed", turn.Mine!.Id.Value, chain);
            await db.SaveChangesAsync(ct);
        });
        return refusal;
    }

    private async Task AskNextAsync(Turn turn, CancellationToken ct)
    {
        if (turn.All.Where(s => s.SignedAt is null).OrderBy(s => s.Order).FirstOrDefault() is { PersonId: null } next)
        {
            mails.AskToSign(next, await db.Set<Party>().FirstAsync(p => p.Id == next.PartyId, ct));
        }
    }

    /// <summary>Null: this person signs nothing of the version in force.</summary>
    private async Task<Turn?> CurrentAsync(PartnershipId id, Func<Signer, bool> mine, CancellationToken ct)
    {
        if (await db.Set<Agreement>().FirstOrDefaultAsync(a => a.PartnershipId == id, ct) is not { } agreement)
        {
            return null;
        }

        var version = await db.Set<AgreementVersion>().FirstAsync(v => v.PartnershipId == id && v.Number == agreement.Current, ct);
        var all = await db.Set<Signer>().Where(s => s.VersionId == version.Id).OrderBy(s => s.Order).ToListAsync(ct);
        var over = await db.Set<Partnership>().AnyAsync(p => p.Id == id && p.Stage == Stage.Ended, ct);
        return all.FirstOrDefault(mine) is { } me ? new(agreement, version, all, me, over) : null;
    }

    /// <summary>Whoever was to sign a version before and not this one is told that there is a newer one.</summary>
    private async Task<Turn?> NewerForAsync(PartnershipId id, PersonId person, CancellationToken ct)
    {
        if (!await db.Set<Signer>().AnyAsync(s => s.PartnershipId == id && s.PersonId == person, ct))
        {
            return null;
        }

        var turn = await CurrentAsync(id, _ => true, ct);
        return turn is null ? null : turn with { Mine = null };
    }

    private sealed record Turn(Agreement Agreement, AgreementVersion Version, IReadOnlyList<Signer> All, Signer? Mine, bool IsOver);
}
