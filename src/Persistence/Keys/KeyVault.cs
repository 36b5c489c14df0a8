using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Causeway.Persistence;

/// <summary>Opening and founding. The other files of this class: handing in, grants and blocks, versions, recovery, disposal.</summary>
internal sealed partial class KeyVault(
    AppDbContext db, IServiceScopeFactory scopes, PartOpener opener, OrganisationKeys keys, DisposalList disposals) : IKeyVault
{
    public async Task<PartReader?> ReadAsync(CasePart part, string permission, CancellationToken ct, string? purpose = null) =>
        (await ReadAsync([part], permission, purpose, ct)).GetValueOrDefault(part);

    public Task<IReadOnlyDictionary<CasePart, PartReader>> ReadAllAsync(
        IReadOnlyCollection<CasePart> parts, string permission, CancellationToken ct) => ReadAsync(parts, permission, null, ct);

    // In a unit of work of its own: the form's key must not be used up by a line about reading, and a change the caller has
    // begun must not be kept by it.
    private async Task<IReadOnlyDictionary<CasePart, PartReader>> ReadAsync(
        IReadOnlyCollection<CasePart> parts, string permission, string? purpose, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        own.Scope.Set(db.Scope.Actor);
        own.Scope.From = db.Scope.From;
        var door = scope.ServiceProvider.GetRequiredService<PartOpener>();
        var open = new Dictionary<CasePart, PartReader>();
        try
        {
            SealBrokenException? broken = null;
            foreach (var part in parts.Distinct())
            {
                try
                {
                    await ReadAsync(own, door, part, (permission, purpose), open, ct);
                }
                catch (SealBrokenException error)
                {
                    own.Record("part.broken", part.Case, reason: part.Part);
                    broken = error;
                }
            }

            await CommitReadingAsync(own, ct);
            return broken is null ? open : throw broken;
        }
        catch (Exception)
        {
            foreach (var reader in open.Values)
            {
                reader.Dispose();
            }

            throw;
        }
    }

    private static async Task ReadAsync(
        AppDbContext own, PartOpener door, CasePart part, (string Permission, string? Purpose) why, Dictionary<CasePart, PartReader> open, CancellationToken ct)
    {
        if (await door.OpenAsync(part, why.Permission, ct) is { } found)
        {
            open.Add(part, new PartReader(part, found.School, found.Keys, own.Clock));
            own.Record("part.opened", part.Case, found.School.Value, Note(part, why.Purpose));
            return;
        }

        // In the trail of whoever asked: whose the part is, if it is there at all, they do not learn.
        own.Record("part.refused", part.Case, reason: Note(part, why.Purpose));
    }

    private static async Task CommitReadingAsync(AppDbContext own, CancellationToken ct)
    {
        try
        {
            await own.SaveChangesAsync(ct);
        }
        catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException or CommitUnknownException)
        {
            throw new ReadingNotRecordedException(error);
        }
    }

    public async Task<PartWriter?> WriteAsync(CasePart part, string permission, CancellationToken ct)
    {
        if (await opener.OpenAsync(part, permission, ct) is not { } found)
        {
            return null;
        }

        // Only the newest: a writer has no use for what opens older content.
        foreach (var old in found.Keys.SkipLast(1))
        {
            old.Dispose();
        }

        return new PartWriter(part, found.School, [found.Keys[^1]], db);
    }

    public async Task<PartWriter?> FoundAsync(
        CasePart part, Keeper keeper, string permission, DateTimeOffset until, CancellationToken ct, params IReadOnlyList<Holder> others)
    {
        var actor = db.Scope.Actor;
        var now = await opener.NowAsync(ct);
        if (!PartOpener.MayHold(actor.Role) || !opener.Allows(permission, actor.Organisation)
            || actor.Organisation is not { } school || until <= now || await opener.IsBlockedAsync(part.Case, actor.Person, ct))
        {
            return null;
        }

        var kind = KeyKind.Of(keeper);
        if (await WrappersAsync(part, others, (school, kind, until), ct) is not { } wrappers)
        {
            return null;
        }

        await HoldAsync(part, ct);
        if (await GrantsOf(part).AnyAsync(ct) || await CopiesOf(part).AnyAsync(ct))
        {
            throw new InvalidOperationException("This part has a key already; a second one would make its content unreadable.");
        }

        var key = DataKey.NewPart(part.Case, part.Part);
        db.AddRange(wrappers.Select(w => KeyGrant.Keep(KeyRing.Grant(key, part.Part, w.Person.Value, w.Wrapper), school, w.Kind, actor.Person, now, until)));
        await CopyForRecoveryAsync(part, key, school, kind, now, ct);
        db.Record("part.founded", part.Case, school.Value, part.Part);
        return new PartWriter(part, school, [key], db);
    }

    /// <summary>For whoever acts and for the others; null: one of them may not be let in.</summary>
    private async Task<List<(PersonId Person, string Kind, DataKey Wrapper)>?> WrappersAsync(
        CasePart part, IReadOnlyList<Holder> others, (OrganisationId School, string Kind, DateTimeOffset Until) how, CancellationToken ct)
    {
        var found = new List<(PersonId, string, DataKey)> { (db.Scope.Actor.Person, how.Kind, await keys.ForAsync(how.Kind, how.School.Value, ct)) };
        foreach (var other in others)
        {
            if (await RefuseHolderAsync(part, other, how.Until, ct) is not null)
            {
                return null;
            }

            var (kind, owner) = WrapperOf(how.School, how.Kind, other);
            found.Add((other.Person, kind, await keys.ForAsync(kind, owner, ct)));
        }

        return found;
    }

    public async Task<IReadOnlyList<CasePart>> MineAsync(string permission, CancellationToken ct)
    {
        var actor = db.Scope.Actor;
        if (!PartOpener.MayHold(actor.Role))
        {
            return [];
        }

        var now = await opener.NowAsync(ct);
        var rows = await db.Set<KeyGrant>().AsNoTracking().Where(g => g.PersonId == actor.Person && g.Until > now)
            .Where(g => !db.Set<KeyBlock>().Any(b => b.CaseId == g.CaseId && b.PersonId == actor.Person))
            .Select(g => new { g.CaseId, g.Part, g.OrganisationId }).Distinct().ToListAsync(ct);
        return [.. rows.Where(r => opener.Allows(permission, r.OrganisationId))
            .Select(r => new CasePart(r.CaseId, r.Part))];
    }

    public async Task<ChildIndex> IndexAsync(string givenNames, string familyName, DateOnly? born, CancellationToken ct) =>
        ChildIndex.Of(await keys.ForAsync(db.Scope.Organisation, ct), givenNames, familyName, born);

    private static string Note(CasePart part, string? purpose) => purpose is null ? part.Part : $"{part.Part}: {purpose}";

    private IQueryable<KeyGrant> GrantsOf(CasePart part) => db.Set<KeyGrant>().Where(g => g.CaseId == part.Case && g.Part == part.Part);

    private IQueryable<RecoveryCopy> CopiesOf(CasePart part) => db.Set<RecoveryCopy>().Where(c => c.CaseId == part.Case && c.Part == part.Part);

    /// <summary>From here to the commit nobody else changes this part's keys, and nobody keeps anything sealed under them.</summary>
    private async Task HoldAsync(CasePart part, CancellationToken ct)
    {
        await HoldSchoolAsync(shared: true, ct);
        await db.Provider.HoldAsync(db, part.Number, shared: false, ct);
    }

    // Alone while the recovery key changes, so that no key is made meanwhile that is not sealed to the new one.
    private async Task HoldSchoolAsync(bool shared, CancellationToken ct)
    {
        _ = db.Database.CurrentTransaction ?? await db.Database.BeginTransactionAsync(ct);
        await db.Provider.HoldAsync(db, new CasePart(db.Scope.Organisation.Value, "school").Number, shared, ct);
    }

    /// <summary>A refusal keeps nothing and lets others go on.</summary>
    private async Task<Refusal> LetGoAsync(Refusal refusal)
    {
        if (db.Database.CurrentTransaction is { } transaction)
        {
            await transaction.DisposeAsync();
        }

        return refusal;
    }
}
