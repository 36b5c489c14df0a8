using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Community">As the entry names it.</param>
/// <param name="Confirm">False: takes the own school's confirmation back.</param>
internal sealed record ConfirmCommunity(EntryId Entry, string? Community, bool Confirm);

internal sealed class ConfirmCommunityHandler(AppDbContext db, EntryDoor door, TimeProvider clock)
{
    public async Task<Refusal?> HandleAsync(ConfirmCommunity command, Actor actor, CancellationToken ct)
    {
        if (await door.OpenAsync(command.Entry, actor, DirectoryPermissions.TellEntries, ct) is not { } entry)
        {
            return ShareListingsHandler.NotThere;
        }

        var key = SearchWords.Key(command.Community ?? "");
        var shown = await db.Set<Entry>().FirstAsync(e => e.Id == entry.Entry, ct);
        var claim = shown.Claims.FirstOrDefault(c => c.Fact.Field == FactField.Cultures && SearchWords.Key(c.Fact.Text) == key);
        if (claim is null)
        {
            return CommunityConfirmation.NotClaimed;
        }

        var say = await db.Set<Contribution>().Where(c => c.EntryId == entry.Entry).ToListAsync(ct);
        var listings = say.ConvertAll(c => c.Id);
        var said = await db.Set<CommunityConfirmation>().Where(c => listings.Contains(c.About) || c.EntryId == entry.Entry).ToListAsync(ct);
        Apply(command, entry, claim.Fact.Text, said, actor);
        say.ForEach(c => c.ConfirmCommunities(said.Where(x => x.About == c.Id).Select(x => x.Community)));
        shown.ShowWhat(say, clock);
        db.Record(command.Confirm ? "entry.community-confirmed" : "entry.community-taken-back", entry.Entry.Value);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Leaves in <paramref name="said"/> what holds from now on.</summary>
    private void Apply(ConfirmCommunity command, EntryAnchor entry, string community, List<CommunityConfirmation> said, Actor actor)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var ours = said.Where(c => c.Source == actor.Organisation && c.Community == SearchWords.Key(community)).ToList();
        if (!command.Confirm)
        {
            db.RemoveRange(ours);
            ours.ForEach(c => said.Remove(c));
        }
        else if (ours is [var known, ..])
        {
            known.Renew(today);
        }
        else
        {
            var fresh = CommunityConfirmation.Of(entry, community, actor, today, clock);
            db.Add(fresh);
            said.Add(fresh);
        }
    }
}
