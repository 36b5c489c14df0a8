using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <param name="Item">Null: confirmed from the entry's page, asked or not.</param>
internal sealed record AnswerCheck(EntryId Entry, CheckItemId? Item, EntryAnswer Answer, CheckWay Way, int? Seconds);

/// <summary>A school answers for an entry. It counts for all schools and ends the mails to the professional, in the same commit.</summary>
internal sealed class AnswerCheckHandler(AppDbContext db, EntryCare care, AskBook asks, Access access, TimeProvider clock)
{
    public static readonly Refusal NotThere = new("entry.not-there", "This entry is not there.");
    public static readonly Refusal Nothing = new("check.nothing", "Answer at least one of the questions.");
    public static readonly Refusal NotYours = new("check.not-yours", "The professional said this. Only the coordinator takes it back.");

    public async Task<Refusal?> HandleAsync(AnswerCheck command, Actor actor, CancellationToken ct)
    {
        var refusal = await AnswerAsync(command, actor, ct);
        if (refusal != Refusal.ChangedMeanwhile)
        {
            return refusal;
        }

        // A mail on its way changes the same rows; a second look tells that from somebody else's answer.
        db.ChangeTracker.Clear();
        return await AnswerAsync(command, actor, ct);
    }

    private async Task<Refusal?> AnswerAsync(AnswerCheck command, Actor actor, CancellationToken ct)
    {
        var cared = await care.FindAsync(command.Entry, ct);
        if (cared is null || !access.Allows(actor, DirectoryPermissions.AnswerChecks, new AccessObject(Network: cared.Entry.NetworkId)))
        {
            return NotThere;
        }

        if (command.Answer.Groups.Count == 0 && command.Answer.Departed is null)
        {
            return Nothing;
        }

        var speaker = new CheckSpeaker(actor.Person, actor.Name, actor.Organisation, actor.OrganisationName ?? "", command.Way);
        var ids = cared.Contributions.Select(c => c.Id).ToList();
        var items = await db.Set<CheckItem>().Where(i => ids.Contains(i.About) && i.Outcome == CheckOutcome.Open).ToListAsync(ct);
        if (command.Item is { } one && items.All(i => i.Id != one))
        {
            return CheckItem.AlreadyAnswered;
        }

        var said = EntityId.New<DirectoryRowId>(clock).Value;
        foreach (var item in items)
        {
            item.Answer(command.Answer.Outcome, speaker, said, item.Id == command.Item ? command.Seconds : null, clock);
        }

        await care.AnswerAsync(cared, command.Answer, speaker, said, clock.Today(actor.Zone), ct);
        await asks.CloseAnsweredAsync(items, ct);
        db.Record("entry.checked", cared.Entry.Id.Value);
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> UndoAsync(EntryId id, Guid said, Actor actor, CancellationToken ct)
    {
        var cared = await care.FindAsync(id, ct);
        if (cared is null || !access.Allows(actor, DirectoryPermissions.AnswerChecks, new AccessObject(Network: cared.Entry.NetworkId)))
        {
            return NotThere;
        }

        var ids = cared.Contributions.Select(c => c.Id).ToList();
        var line = await db.Set<Assurance>().AsNoTracking().FirstOrDefaultAsync(a => ids.Contains(a.About) && a.Said == said && a.UndoneAt == null, ct);
        if (line is null)
        {
            return CheckItem.NotAnswered;
        }

        if (line.Way == CheckWay.Link && !access.Allows(actor, DirectoryPermissions.StartChecks, new AccessObject(Network: cared.Entry.NetworkId)))
        {
            return NotYours;
        }

        await care.TakeBackAsync(cared, said, actor.Name, ct);
        foreach (var item in await db.Set<CheckItem>().Where(i => ids.Contains(i.About) && i.Said == said).ToListAsync(ct))
        {
            // The professional is not written to again; whoever took it back rings.
            item.TakeBack();
            item.RingFrom(clock.Today(actor.Zone));
        }

        db.Record("entry.check-undone", id.Value);
        return await db.TrySaveAsync(ct);
    }
}
