using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

/// <summary>Asking, agreeing and stopping. All who lead the school are told of each step by a mail that no setting stops.</summary>
internal sealed class KeepKeysHandler(AppDbContext db, Access access, PostBook book, PostWarnings warnings, IKeyVault keys)
{
    public static readonly Refusal NoColleague = new("keys.no-colleague", "Choose a safeguarding lead or senior leader of your school.", "LetIn");

    public async Task<(KeyActId Id, Refusal? Refusal)> AskAsync(OrganisationId school, KeyActTerms terms, Actor actor, CancellationToken ct)
    {
        if (await RulesAsync(school, actor, ct) is not { } rules)
        {
            return (default, NetworkPage.Gone);
        }

        if (terms.Kind == KeyActKind.LetIn && !ReachedBy(rules).Any(p => p.PersonId == terms.LetIn))
        {
            return (default, NoColleague);
        }

        var there = await keys.FindRecoveryKeyAsync(NetworksPermissions.KeepKeys, ct);
        if (terms.Kind != KeyActKind.SetKey && there is null)
        {
            return (default, IKeyVault.NoRecoveryKey);
        }

        var (act, refusal) = KeyAct.Ask(school, terms, actor.Person, there is not null, book.Clock);
        if (act is null)
        {
            return (default, refusal);
        }

        db.Add(act);
        await TellAsync(act, rules, actor, ct);
        return (act.Id, await db.TrySaveAsync("keys.asked", act.Id.Value, ct));
    }

    public Task<Refusal?> ApproveAsync(OrganisationId school, KeyActId id, string? shown, Actor actor, CancellationToken ct) =>
        ChangeAsync(school, id, actor, "keys.approved", act => act.Approve(actor.Person, shown, book.Clock.GetUtcNow()), ct);

    public Task<Refusal?> StopAsync(OrganisationId school, KeyActId id, Actor actor, CancellationToken ct) =>
        ChangeAsync(school, id, actor, "keys.stopped", act => act.Stop(actor.Person, book.Clock.GetUtcNow()), ct);

    /// <summary>The people of the school whom a recovery may let in, in the order of their posts.</summary>
    public static IEnumerable<Post> ReachedBy(SafeguardingRules rules) => rules.Posts
        .Where(p => p.Role is Role.SafeguardingLead or Role.SeniorLeader && p.Runs(rules.Now, rules.Today)).OrderBy(p => p.Role).ThenBy(p => p.Id.Value);

    public async Task<SafeguardingRules?> RulesAsync(OrganisationId school, Actor actor, CancellationToken ct) =>
        access.Allows(actor, NetworksPermissions.KeepKeys, new(Organisation: school)) ? await book.OpenAsync(school, ct) : null;

    private async Task<Refusal?> ChangeAsync(OrganisationId school, KeyActId id, Actor actor, string what, Func<KeyAct, Refusal?> change, CancellationToken ct)
    {
        if (await RulesAsync(school, actor, ct) is not { } rules
            || await db.Set<KeyAct>().FirstOrDefaultAsync(a => a.Id == id && a.OrganisationId == school, ct) is not { } act)
        {
            return NetworkPage.Gone;
        }

        if (change(act) is { } refusal)
        {
            return refusal;
        }

        await TellAsync(act, rules, actor, ct);
        return await db.TrySaveAsync(what, act.Id.Value, ct);
    }

    private Task TellAsync(KeyAct act, SafeguardingRules rules, Actor actor, CancellationToken ct) => warnings.TellAsync(
        ReachedBy(rules).Select(p => p.PersonId).Where(p => p != actor.Person), act.OrganisationId,
        "The keys of your school", "Something was asked or decided about the keys of your school's records. If you did not expect it, stop it there:", ct, $"/organisations/{act.OrganisationId}/keys/{act.Id}");
}
