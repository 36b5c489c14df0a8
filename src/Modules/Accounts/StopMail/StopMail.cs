using Causeway.Kernel;
using Causeway.Persistence;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Accounts;

/// <param name="What">Code of a kind, or <see cref="MailChoice.Everything"/>.</param>
internal sealed record StopLink(DigestId Digest, string Secret, string What);

/// <param name="Kind">Null: the whole mail.</param>
internal sealed record OpenedStop(MailChoice Choice, WorkKind? Kind)
{
    public bool IsStopped => Kind is null ? Choice.StoppedAt is not null : Choice.HasStopped(Kind);
}

/// <summary>Stops mails by the secret of one of them, without a session. It can do nothing else, so it does not run out.</summary>
internal sealed class StopMailHandler(AppDbContext db, IEnumerable<IModule> modules, TimeProvider clock)
{
    public static readonly Refusal NoSuchLink = new("mail.no-such-link", "This link leads nowhere.");
    public static readonly Refusal Protected = new("mail.protected", "A child's protection may hang on this: these mails cannot be stopped.");

    public async Task<OpenedStop?> LookAsync(StopLink link, CancellationToken ct)
    {
        var kind = AccountsWork.Of(modules).FirstOrDefault(k => string.Equals(k.Code, link.What, StringComparison.Ordinal));
        if ((kind is null && !string.Equals(link.What, MailChoice.Everything, StringComparison.Ordinal))
            || await db.Set<Digest>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == link.Digest, ct) is not { } digest
            || !SecretHash.Matches(link.Secret, digest.SecretHash))
        {
            return null;
        }

        return new OpenedStop(await db.Set<MailChoice>().FirstAsync(c => c.PersonId == digest.PersonId, ct), kind);
    }

    /// <summary>Stopping twice is stopping once: mail programs press again when an answer was lost.</summary>
    public async Task<Refusal?> HandleAsync(StopLink link, CancellationToken ct)
    {
        if (await LookAsync(link, ct) is not { } opened)
        {
            return NoSuchLink;
        }

        if (opened.Kind is { Protects: true })
        {
            return Protected;
        }

        if (opened.IsStopped)
        {
            return null;
        }

        if (opened.Kind is { } kind)
        {
            opened.Choice.StopKind(kind);
        }
        else
        {
            opened.Choice.StopAll(clock.GetUtcNow());
        }

        db.Record("mail.stopped", opened.Choice.PersonId.Value, Guid.Empty);
        return await db.TrySaveAsync(ct);
    }
}
