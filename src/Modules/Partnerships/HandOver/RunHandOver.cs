using Causeway.Kernel;
using Causeway.Networks;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

internal sealed record StartHandOver(PartnershipId Id, PartnershipRowId? Owner, PersonId? Successor, DateOnly? LeavesOn);

/// <summary>From the day somebody says they leave to the day they may: the tie never hangs on nobody meanwhile.</summary>
internal sealed class RunHandOverHandler(AppDbContext db, PartnershipDoor door, INetworkDirectory networks, TimeProvider clock)
{
    public async Task<Refusal?> StartAsync(StartHandOver command, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(command.Id, actor, ct) is not { Own: { Member: { } member } own } view)
        {
            return PartnershipDoor.Gone;
        }

        if (view.Partnership.IsOver || view.OwnersOf(own).FirstOrDefault(o => o.Id == command.Owner) is not { } leaver)
        {
            return view.Partnership.IsOver ? Partnership.Over : HandOver.NoOwner;
        }

        var post = (await networks.PostsAsync(member, ct)).FirstOrDefault(p => p.Person == command.Successor && view.OwnersOf(own).All(o => o.PersonId != p.Person));
        var (handOver, refusal) = HandOver.Start(leaver, post is null ? null : (post.Person, post.PersonName, post.Title), command.LeavesOn, clock.Today(actor.Zone), clock);
        if (handOver is null)
        {
            return refusal;
        }

        db.Add(handOver);
        try
        {
            return await db.TrySaveAsync("hand-over.started", handOver.Id.Value, ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return HandOver.Twice;
        }
    }

    /// <summary>The hand-over in which this person is to take over, also where the partnership is not shown to them yet.</summary>
    public async Task<(HandOver HandOver, PartnershipView View)?> AskedAsync(PartnershipRowId id, Actor actor, CancellationToken ct)
    {
        if (!door.May(actor, PartnershipsPermissions.Work) || actor.Organisation is not { } own
            || await db.Set<HandOver>().FirstOrDefaultAsync(h => h.Id == id && h.NetworkId == db.ScopedNetworkId && h.Successor == actor.Person && h.RunsFor != null, ct) is not { } handOver)
        {
            return null;
        }

        var view = await door.ViewAsync(await db.Set<Partnership>().FirstAsync(p => p.Id == handOver.PartnershipId, ct), ct);
        return view.Parties.FirstOrDefault(p => p.Id == handOver.PartyId && p.Member == own) is { } party ? (handOver, view with { Own = party }) : null;
    }

    /// <param name="yes">False: somebody else must be found.</param>
    public async Task<Refusal?> AnswerAsync(PartnershipRowId id, bool yes, Actor actor, CancellationToken ct)
    {
        if (await AskedAsync(id, actor, ct) is not { View: { Own: { } own } view, HandOver: { } handOver })
        {
            return PartnershipDoor.Gone;
        }

        var today = clock.Today(actor.Zone);
        var refusal = handOver.AcceptedOn is not null ? HandOver.AcceptedAlready : view.Partnership.IsOver ? Partnership.Over : yes ? handOver.Accept(today) : handOver.CallOff(today);
        if (refusal is not null)
        {
            return refusal;
        }

        if (yes && view.OwnersOf(own).All(o => o.PersonId != actor.Person))
        {
            db.Add(PartyOwner.Take(own, actor.Person, handOver.SuccessorName, handOver.SuccessorTitle, today, clock));
            db.Add(PartnershipChange.Note(view.Partnership, ChangeOf.Owner, "", handOver.SuccessorName, own.Name, actor.Name, clock));
        }

        return await db.TrySaveAsync(yes ? "hand-over.accepted" : "hand-over.declined", id.Value, ct);
    }

    public Task<Refusal?> TickAsync(PartnershipId id, PartnershipRowId handOver, IReadOnlyList<HandOverItem> items, int version, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, handOver, version, "hand-over.ticked", (_, h, _) => h.Tick(items), actor, ct);

    public Task<Refusal?> CallOffAsync(PartnershipId id, PartnershipRowId handOver, int version, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, handOver, version, "hand-over.called-off", (_, h, today) => h.CallOff(today), actor, ct);

    public async Task<Refusal?> FinishAsync(PartnershipId id, PartnershipRowId handOver, int version, Actor actor, CancellationToken ct)
    {
        var keeps = await db.Set<PartnershipFile>().AnyAsync(f => f.PartnershipId == id && db.Set<HandOver>().Any(h => h.Id == handOver && h.OwnerId == f.KeeperId), ct);
        return await ChangeAsync(id, handOver, version, "hand-over.finished", (view, h, today) =>
        {
            var leaver = view.OwnersOf(view.Own!).FirstOrDefault(o => o.Id == h.OwnerId);
            var refusal = h.Finish(today) ?? (keeps ? HandOver.KeepsFiles : null) ?? (leaver is null ? null : Leaving.Check(db, view, leaver));
            if (refusal is null && leaver is not null)
            {
                leaver.HandOver(today);
                db.Add(PartnershipChange.Note(view.Partnership, ChangeOf.Owner, leaver.Name, "", view.Own!.Name, actor.Name, clock));
            }

            return refusal;
        }, actor, ct);
    }

    private async Task<Refusal?> ChangeAsync(
        PartnershipId id, PartnershipRowId handOver, int version, string act, Func<PartnershipView, HandOver, DateOnly, Refusal?> change, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { Own: { } own } view
            || await db.Set<HandOver>().FirstOrDefaultAsync(h => h.Id == handOver && h.PartyId == own.Id, ct) is not { } found)
        {
            return PartnershipDoor.Gone;
        }

        var refusal = found.Version != version ? Refusal.ChangedMeanwhile : change(view, found, clock.Today(actor.Zone));
        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        return await db.TrySaveAsync(act, handOver.Value, ct);
    }
}

/// <summary>The one question before any owner goes, by whatever door.</summary>
internal static class Leaving
{
    /// <summary>Null: may go. Two who go in one moment both touch their side's row, so the second looks again.</summary>
    public static Refusal? Check(AppDbContext db, PartnershipView view, PartyOwner leaver)
    {
        var side = view.Parties.First(p => p.Id == leaver.PartyId);
        if (!OwnerRule.MayGo(StageMap.IsAtWork(view.Partnership.Stage), side.IsSchool, view.OwnersOf(side).Count(), 0))
        {
            return HandOver.TooFew;
        }

        db.Entry(side).State = EntityState.Modified;
        return null;
    }
}
