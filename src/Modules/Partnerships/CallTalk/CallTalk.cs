using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Behind the link of one question.</summary>
/// <param name="Talk">Or the message: one of the two.</param>
internal sealed record AskView(PartnershipView View, SideAsk Ask, Talk? Talk, ContactEntry? Message);

/// <summary>Calls talks and takes answers, from people with an account and from whoever holds the link of one question.</summary>
internal sealed class CallTalkHandler(AppDbContext db, PartnershipDoor door, AskMails mails, TimeProvider clock)
{
    public async Task<Refusal?> CallAsync(PartnershipId id, TalkTerms terms, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { Own: { } own } view)
        {
            return PartnershipDoor.Gone;
        }

        if (view.Partnership.IsOver)
        {
            return Partnership.Over;
        }

        var (talk, refusal) = Talk.Call(own, terms, view.Profiles.Any(p => p.Interpreter), actor.Name, clock);
        if (talk is null)
        {
            return refusal;
        }

        db.Add(talk);
        foreach (var side in view.Parties.Where(p => p.Id != own.Id))
        {
            var ask = SideAsk.Of(side, AskedFor.Talk, talk.Id, clock);
            db.Add(ask);
            if (IsMailed(side))
            {
                mails.ForTalk(ask, talk, side, view.ProfileOf(side), own.Name);
            }
        }

        return await db.TrySaveAsync("talk.called", talk.Id.Value, ct);
    }

    public async Task<Refusal?> CallOffAsync(PartnershipId id, PartnershipRowId talk, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { Own: { } own } view || await db.Set<Talk>().FirstOrDefaultAsync(t => t.Id == talk && t.PartyId == own.Id, ct) is not { } found)
        {
            return PartnershipDoor.Gone;
        }

        if ((view.Partnership.IsOver ? Partnership.Over : found.CallOff(clock.GetUtcNow())) is { } refusal)
        {
            return refusal;
        }

        foreach (var side in view.Parties.Where(p => p.Id != own.Id && IsMailed(p)))
        {
            mails.CalledOff(found, side, own.Name);
        }

        return await db.TrySaveAsync("talk.called-off", talk.Value, ct);
    }

    /// <summary>For the own side; a side without accounts is answered for by whoever spoke with it.</summary>
    public async Task<Refusal?> AnswerAsync(PartnershipId id, PartnershipRowId ask, SideAnswer? answer, string? words, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view || await db.Set<SideAsk>().FirstOrDefaultAsync(a => a.Id == ask && a.PartnershipId == id && a.For == AskedFor.Talk, ct) is not { } found
            || !KeepPartiesHandler.MayKeep(view, view.Parties.First(p => p.Id == found.PartyId)))
        {
            return PartnershipDoor.Gone;
        }

        var off = await db.Set<Talk>().AnyAsync(t => t.Id == found.AboutId && t.CalledOffAt != null, ct);
        return (view.Partnership.IsOver ? Partnership.Over : off ? Talk.CalledOff : found.Say(answer, words, actor.Name, clock.GetUtcNow())) ?? await db.TrySaveAsync("talk.answered", ask.Value, ct);
    }

    /// <summary>Null: the link leads nowhere, whatever the reason.</summary>
    public async Task<AskView?> LookAsync(NetworkId network, PartnershipRowId ask, string secret, CancellationToken ct)
    {
        db.Scope.Narrow(default, network);
        if (await db.Set<SideAsk>().FirstOrDefaultAsync(a => a.Id == ask && a.NetworkId == network, ct) is not { } found || !found.Knows(secret))
        {
            return null;
        }

        var view = await door.ViewAsync(await db.Set<Partnership>().FirstAsync(p => p.Id == found.PartnershipId, ct), ct);
        var talk = found.For == AskedFor.Talk ? await db.Set<Talk>().FirstAsync(t => t.Id == found.AboutId, ct) : null;
        var message = found.For == AskedFor.Message ? await db.Set<ContactEntry>().FirstAsync(c => c.Id == found.AboutId, ct) : null;
        return view.Partnership.IsOver ? null : new(view with { Own = view.Parties.First(p => p.Id == found.PartyId) }, found, talk, message);
    }

    public async Task<Refusal?> ByLinkAsync(AskView asked, SideAnswer? answer, string? words, CancellationToken ct)
    {
        var side = asked.View.Own!;
        var name = side.ContactName.Length > 0 ? side.ContactName : side.Name;
        var refusal = asked.Talk?.CalledOffAt is not null || asked.Message is { IsOpen: false } ? SideAsk.Closed : asked.Ask.Say(answer, words, name, clock.GetUtcNow());
        if (refusal is null && asked.Message is { } message)
        {
            // Where the answering clock has not reached the day of asking yet, the answer came on that day.
            var today = clock.Today(side.Zone);
            var day = today < message.Day ? message.Day : today;
            refusal = message.Finish(day, name, day);
        }

        if (refusal is not null)
        {
            return refusal;
        }

        db.Record("ask.answered", asked.Ask.Id.Value, asked.Ask.NetworkId.Value);
        return await db.TrySaveAsync(ct);
    }

    private static bool IsMailed(Party side) => side.Member is null && side.ContactMail.Length > 0;
}
