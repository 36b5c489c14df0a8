using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Partnerships;

/// <summary>Writes lines into the log of contacts, and the day on which what was awaited came.</summary>
internal sealed class KeepContactHandler(AppDbContext db, PartnershipDoor door, PlanBook plans, AskMails mails, TimeProvider clock)
{
    public static readonly Refusal NoChannel = new("contact.no-channel", "Choose how it was sent: the plan says within how many days that is answered.", "Channel");
    public static readonly Refusal NoMail = new("contact.no-mail", "There is no mail address of that side to which a question could go.", "AskByMail");

    public async Task<Refusal?> NoteAsync(PartnershipId id, ContactTerms terms, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view)
        {
            return PartnershipDoor.Gone;
        }

        if (view.Partnership.IsOver)
        {
            return Partnership.Over;
        }

        var (promised, no) = await PromisedAsync(view, terms, ct);
        var (entry, refusal) = no is null ? ContactEntry.Note(view, promised, actor.Name, clock.Today(actor.Zone), clock) : (null, no);
        if ((refusal ?? (terms.AskByMail && terms.Kind == ContactKind.Message ? Ask(view, entry!) : null)) is { } refused)
        {
            return refused;
        }

        db.Add(entry!);
        return await db.TrySaveAsync("contact.noted", entry!.Id.Value, ct);
    }

    /// <summary>Days within which the channels of the plan are answered. Empty: no plan has said any.</summary>
    public async Task<IReadOnlyList<PlanRow>> ChannelsAsync(PartnershipView view, CancellationToken ct) => (await plans.FindAsync(view, null, ct))?.Rows(PlanPartKind.Talk) ?? [];

    public static int PromiseOf(PlanRow channel) => (int)Math.Clamp(Math.Ceiling(channel.Number("reply") ?? 1), 1, ContactEntry.LongestPromise);

    // The promise is the plan's, as it stands on the day of asking: a later plan binds later messages.
    private async Task<(ContactTerms Terms, Refusal? Refusal)> PromisedAsync(PartnershipView view, ContactTerms terms, CancellationToken ct)
    {
        var channels = terms.Kind == ContactKind.Message ? await ChannelsAsync(view, ct) : [];
        var channel = channels.FirstOrDefault(r => r.Id == terms.Channel);
        return channels.Count == 0 ? (terms, null)
            : channel is null ? (terms, NoChannel)
            : (terms with { Promise = PromiseOf(channel), ChannelName = channel["channel"] }, null);
    }

    private Refusal? Ask(PartnershipView view, ContactEntry entry)
    {
        if (entry.Kind != ContactKind.Message || view.PartyOf(entry.Side) is not { Member: null, ContactMail.Length: > 0 } side)
        {
            return NoMail;
        }

        var ask = SideAsk.Of(side, AskedFor.Message, entry.Id, clock);
        db.Add(ask);
        mails.ForMessage(ask, side, view.ProfileOf(side), view.Own!.Name);
        return null;
    }

    public async Task<Refusal?> FinishAsync(PartnershipId id, PartnershipRowId entry, DateOnly? on, Actor actor, CancellationToken ct)
    {
        if (await door.EnterAsync(id, actor, ct) is not { } view
            || await db.Set<ContactEntry>().FirstOrDefaultAsync(c => c.Id == entry && c.PartnershipId == id, ct) is not { } found)
        {
            return PartnershipDoor.Gone;
        }

        var refusal = view.Partnership.IsOver ? Partnership.Over : found.Finish(on, actor.Name, clock.Today(actor.Zone));
        return refusal ?? await db.TrySaveAsync("contact.finished", entry.Value, ct);
    }
}
