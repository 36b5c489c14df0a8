using Causeway.Kernel;
using Causeway.Vault;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Persistence;

/// <summary>Who is let in, until when, and who never.</summary>
internal sealed partial class KeyVault
{
    public async Task<Refusal?> GrantAsync(CasePart part, string permission, Holder holder, DateTimeOffset until, CancellationToken ct)
    {
        using var found = await opener.OpenAsync(part, permission, ct);
        if (found is null || !IsOfTheSchool(found))
        {
            return IKeyVault.NotOpen;
        }

        if (await RefuseHolderAsync(part, holder, until, ct) is { } refusal)
        {
            return refusal;
        }

        var (kind, owner) = WrapperOf(found.School, found.WrapperKind, holder);
        var wrapper = await keys.ForAsync(kind, owner, ct);
        await HoldAsync(part, ct);
        // Looked at once more now that nobody else can change it.
        var rows = await GrantsOf(part).ToListAsync(ct);
        if (await opener.IsBlockedAsync(part.Case, holder.Person, ct))
        {
            return await LetGoAsync(IKeyVault.Blocked);
        }

        if (!rows.Select(r => r.KeyVersion).ToHashSet().SetEquals(found.Keys.Select(k => k.Version)))
        {
            return await LetGoAsync(IKeyVault.Incomplete);
        }

        Let(part, found, rows, (holder.Person, kind, wrapper), (await opener.NowAsync(ct), until));
        RecordFor("grant.made", part, holder.Person);
        return null;
    }

    private void Let(
        CasePart part, OpenedGrants found, List<KeyGrant> rows, (PersonId Person, string Kind, DataKey Wrapper) to, (DateTimeOffset Now, DateTimeOffset Until) time)
    {
        var by = db.Scope.Actor.Person;
        foreach (var key in found.Keys)
        {
            if (rows.Find(r => r.PersonId == to.Person && r.KeyVersion == key.Version) is { } there)
            {
                there.Prolong(time.Until, by, time.Now);
                continue;
            }

            var grant = KeyRing.Grant(key, part.Part, to.Person.Value, to.Wrapper);
            db.Add(KeyGrant.Keep(grant, found.School, to.Kind, by, time.Now, time.Until));
        }
    }

    private async Task<Refusal?> RefuseHolderAsync(CasePart part, Holder holder, DateTimeOffset until, CancellationToken ct)
    {
        if (holder.Person == db.Scope.Actor.Person)
        {
            return IKeyVault.ToSelf;
        }

        if (!PartOpener.MayHold(holder.Role))
        {
            return IKeyVault.NoHolder;
        }

        if (until <= await opener.NowAsync(ct))
        {
            return IKeyVault.Ended;
        }

        return await opener.IsBlockedAsync(part.Case, holder.Person, ct) ? IKeyVault.Blocked : null;
    }

    // The granter's own way in tells whose register it is; an outsider has a key of their own, which ends with them.
    private static (string Kind, Guid Owner) WrapperOf(OrganisationId school, string partKind, Holder holder) => holder.School switch
    {
        null => (KeyKind.Person, holder.Person.Value),
        { } own when partKind == KeyKind.Register && own == school => (KeyKind.Register, own.Value),
        { } theirs => (KeyKind.Organisation, theirs.Value),
    };

    public async Task<Refusal?> EndAsync(CasePart part, string permission, PersonId person, CancellationToken ct)
    {
        bool inside;
        using (var found = await opener.OpenAsync(part, permission, ct))
        {
            inside = found is not null && IsOfTheSchool(found);
            if (found is null || (!inside && person != db.Scope.Actor.Person))
            {
                return IKeyVault.NotOpen;
            }
        }

        await HoldAsync(part, ct);
        var rows = await GrantsOf(part).ToListAsync(ct);
        // Somebody from outside sees no row but their own, and is never the last.
        if (inside && rows.TrueForAll(r => r.PersonId == person) && !await CopiesOf(part).AnyAsync(ct))
        {
            return await LetGoAsync(IKeyVault.LastHolder);
        }

        db.RemoveRange(rows.Where(r => r.PersonId == person));
        RecordFor("grant.ended", part, person);
        return null;
    }

    public async Task<int> EndAllAsync(string permission, PersonId person, CancellationToken ct)
    {
        if (!MayKeepKeys(permission))
        {
            return 0;
        }

        var school = db.Scope.Organisation;
        var theirs = await db.Set<KeyGrant>().AsNoTracking().Where(g => g.PersonId == person && g.OrganisationId == school)
            .Select(g => new { g.CaseId, g.Part }).Distinct().ToListAsync(ct);
        foreach (var part in theirs.Select(t => new CasePart(t.CaseId, t.Part)).OrderBy(p => p.Number))
        {
            await HoldAsync(part, ct);
            await LetGoOfAsync(part, person, ct);
            RecordFor("grant.ended", part, person);
        }

        return theirs.Count;
    }

    // Nobody is kept in because the school has no other way in, and no child's file is lost because somebody leaves.
    private async Task LetGoOfAsync(CasePart part, PersonId person, CancellationToken ct)
    {
        var rows = await GrantsOf(part).ToListAsync(ct);
        if (await CopiesOf(part).AnyAsync(ct) || !rows.TrueForAll(r => r.PersonId == person))
        {
            db.RemoveRange(rows.Where(r => r.PersonId == person));
            return;
        }

        var now = await opener.NowAsync(ct);
        rows.ForEach(r => r.Prolong(now, db.Scope.Actor.Person, now));
    }

    public async Task<Refusal?> BlockAsync(CasePart part, string permission, PersonId person, Conflict conflict, CancellationToken ct)
    {
        OrganisationId school;
        using (var found = await opener.OpenAsync(part, permission, ct))
        {
            if (found is null || !IsOfTheSchool(found))
            {
                return IKeyVault.NotOpen;
            }

            school = found.School;
        }

        var parts = await db.Set<KeyGrant>().AsNoTracking().Where(g => g.CaseId == part.Case).Select(g => g.Part).Distinct().ToListAsync(ct);
        foreach (var one in parts.Select(p => new CasePart(part.Case, p)).OrderBy(p => p.Number))
        {
            await HoldAsync(one, ct);
        }

        // Even the last way in: the block beats everything, and recovery is what is left then.
        db.RemoveRange(await db.Set<KeyGrant>().Where(g => g.CaseId == part.Case && g.PersonId == person).ToListAsync(ct));
        if (!await opener.IsBlockedAsync(part.Case, person, ct))
        {
            db.Add(KeyBlock.Keep(part.Case, person, school, conflict, db.Scope.Actor.Person, await opener.NowAsync(ct)));
        }

        RecordFor("conflict.blocked", part, person);
        return null;
    }

    public async Task<Refusal?> LiftBlockAsync(CasePart part, string permission, PersonId person, PersonId approvedBy, CancellationToken ct)
    {
        using var found = await opener.OpenAsync(part, permission, ct);
        if (found is null || !IsOfTheSchool(found))
        {
            return IKeyVault.NotOpen;
        }

        if (approvedBy == db.Scope.Actor.Person || approvedBy == person || approvedBy.Value == Guid.Empty)
        {
            return IKeyVault.SamePerson;
        }

        db.RemoveRange(await db.Set<KeyBlock>().Where(b => b.CaseId == part.Case && b.PersonId == person).ToListAsync(ct));
        RecordFor("conflict.lifted", part, person);
        return null;
    }

    public Task<bool> IsBlockedAsync(Guid caseId, PersonId person, CancellationToken ct) => opener.IsBlockedAsync(caseId, person, ct);

    public async Task<IReadOnlyList<GrantLine>> HoldersAsync(CasePart part, string permission, CancellationToken ct)
    {
        using var found = await opener.OpenAsync(part, permission, ct);
        if (found is null)
        {
            return [];
        }

        var now = await opener.NowAsync(ct);
        var rows = await db.Set<KeyGrant>().AsNoTracking().Where(g => g.CaseId == part.Case && g.Until > now).ToListAsync(ct);
        return [.. rows.GroupBy(g => (g.Part, g.PersonId)).Select(g => g.MaxBy(r => r.KeyVersion)!)
            .Select(g => new GrantLine(g.Part, g.PersonId, g.Until, g.GrantedBy, g.GrantedAt))];
    }

    public async Task<IReadOnlyList<ReadingLine>> ReadingsAsync(CasePart part, string permission, CancellationToken ct)
    {
        using var found = await opener.OpenAsync(part, permission, ct);
        return found is null
            ? []
            : await db.Set<AuditRow>().AsNoTracking()
                .Where(r => r.ChainId == found.School.Value && r.ObjectId == part.Case)
                .OrderByDescending(r => r.Sequence)
                .Select(r => new ReadingLine(r.At, r.Person, r.Act, r.Reason)).ToListAsync(ct);
    }

    // Outsiders, partners and receivers of a transfer are let in; they let nobody in and put nobody out.
    private bool IsOfTheSchool(OpenedGrants found) =>
        found.School == db.Scope.Actor.Organisation && db.Scope.Actor.Role is not (Role.Outsider or Role.PartnerContact);

    // The person stands in the trail by id: who was let in is what the trail is for, and an id is no content.
    private void RecordFor(string act, CasePart part, PersonId person) =>
        db.Record(act, part.Case, reason: $"{part.Part}: {person}");
}
