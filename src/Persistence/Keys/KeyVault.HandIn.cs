using Causeway.Kernel;
using Causeway.Vault;

namespace Causeway.Persistence;

/// <summary>What somebody hands in and cannot open again.</summary>
internal sealed partial class KeyVault
{
    public async Task<PartWriter?> HandInAsync(
        CasePart part, Keeper keeper, string permission, DateTimeOffset until, IReadOnlyList<Holder> to, IReadOnlyList<PersonId> keptOut, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(keptOut);
        var (actor, now) = (db.Scope.Actor, await opener.NowAsync(ct));
        if (to.Count == 0 || !PartOpener.MayHold(actor.Role) || !opener.Allows(permission, actor.Organisation) || actor.Organisation is not { } school
            || until <= now || to.Any(h => !PartOpener.MayHold(h.Role) || keptOut.Contains(h.Person)))
        {
            return null;
        }

        var kind = KeyKind.Of(keeper);
        var wrappers = new List<(PersonId Person, string Kind, DataKey Wrapper)>();
        foreach (var holder in to.DistinctBy(h => h.Person))
        {
            var (wrapped, owner) = WrapperOf(school, kind, holder);
            wrappers.Add((holder.Person, wrapped, await keys.ForAsync(wrapped, owner, ct)));
        }

        await HoldAsync(part, ct);
        var key = DataKey.NewPart(part.Case, part.Part);
        db.AddRange(wrappers.Select(w => KeyGrant.Keep(KeyRing.Grant(key, part.Part, w.Person.Value, w.Wrapper), school, w.Kind, actor.Person, now, until)));
        db.AddRange(keptOut.Distinct().Select(p => KeyBlock.Keep(part.Case, p, school, Conflict.Alleged, actor.Person, now)));
        await CopyForRecoveryAsync(part, key, school, kind, now, ct);
        db.Record("part.handed-in", part.Case, school.Value, part.Part);
        return new PartWriter(part, school, [key], db, wrappers[0].Person);
    }
}
