using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Networks;

internal sealed record ChangePost(OrganisationId Organisation, PostId Post, int Version, string? Title, DateOnly? Until);

internal sealed record EndPost(OrganisationId Organisation, PostId Post, int Version);

/// <summary>Changes the title or the last day of a post, or ends it: at the next request its holder has no rights from it.</summary>
internal sealed class ChangePostHandler(AppDbContext db, Access access, PostBook book, PostWarnings warnings, IKeyVault keys)
{
    public static readonly Refusal OwnPost = new("post.own", "Nobody extends their own post. Ask a colleague to do it.", "Until");

    public Task<Refusal?> HandleAsync(ChangePost command, Actor actor, CancellationToken ct) =>
        ChangeAsync(command.Organisation, command.Post, command.Version, "post.changed", actor, (post, rules) => Change(post, rules, command, actor), ct);

    public Task<Refusal?> HandleAsync(EndPost command, Actor actor, CancellationToken ct) =>
        ChangeAsync(command.Organisation, command.Post, command.Version, "post.ended", actor, (post, rules) => rules.MayEnd(post, null) ?? post.End(rules.Now, rules.Today), ct);

    private static Refusal? Change(Post post, SafeguardingRules rules, ChangePost command, Actor actor)
    {
        if (command.Until != post.Until)
        {
            var longer = command.Until is null || command.Until > post.Until;
            if (longer && post.PersonId == actor.Person)
            {
                return OwnPost;
            }

            // A last day in the past would end it as surely as the button, so it meets the same rules.
            var refusal = command.Until is { } day && !longer ? rules.MayEnd(post, day < rules.Today ? null : day) : null;
            if ((refusal ?? post.RunUntil(command.Until)) is { } no)
            {
                return no.Field is null ? no with { Field = "Until" } : no;
            }
        }

        return post.Retitle(command.Title);
    }

    private async Task<Refusal?> ChangeAsync(
        OrganisationId organisation, PostId id, int version, string act, Actor actor, Func<Post, SafeguardingRules, Refusal?> change, CancellationToken ct)
    {
        if (!access.Allows(actor, NetworksPermissions.FillPost, new(Organisation: organisation))
            || await book.OpenAsync(organisation, ct) is not { } rules
            || rules.Posts.FirstOrDefault(p => p.Id == id) is not { } post)
        {
            return NetworkPage.Gone;
        }

        if (post.Version != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var ran = post.Runs(rules.Now, rules.Today);
        if (change(post, rules) is { } refusal)
        {
            return refusal;
        }

        db.Record(act, post.Id.Value);
        if (ran && !post.Runs(rules.Now, rules.Today))
        {
            // In the same commit (R9). Whoever keeps another post here is let in anew by a colleague who still is.
            await keys.EndAllAsync(NetworksPermissions.FillPost, post.PersonId, ct);
        }

        if (SafeguardingRules.IsElevated(post.Role))
        {
            await warnings.TellAsync(
                rules.Leads.Where(l => l != actor.Person), organisation, "A change among your organisation's posts", "A post of your organisation was changed or ended. Please look:", ct);
        }

        return await db.TrySaveAsync(ct);
    }
}
