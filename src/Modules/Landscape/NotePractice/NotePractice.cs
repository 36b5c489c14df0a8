using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>Writes what was seen; takes back the words of a note that should not stand.</summary>
internal sealed class NotePracticeHandler(LandscapeDoor door, PracticeBook book)
{
    public async Task<Refusal?> WriteAsync(DutyId duty, PracticeForm form, Actor actor, CancellationToken ct)
    {
        if (!door.May(actor, LandscapePermissions.Note) || actor.Network is not { } network
            || await door.Db.Set<Duty>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == duty && d.NetworkId == network, ct) is not { } of)
        {
            return LandscapeDoor.Gone;
        }

        var place = FormText.Tidy(form.Locality);
        var newest = (await book.OfAsync(duty, ct)).FirstOrDefault(n => n.TakenBackAt is null && PracticeView.Same(n.Locality, place));
        var (note, refusal) = PracticeNote.Write(of, form, actor, door.Clock);
        if (note is null)
        {
            return refusal;
        }

        // The reader saw an older note than the one that stands there now, or one of another place.
        if (form.After is { } after && newest is not null && newest.Id.Value != after && newest.WrittenAt > await WrittenAsync(after, ct))
        {
            return Refusal.ChangedMeanwhile;
        }

        door.Db.Add(note);
        return await door.SaveAsync("practice.noted", note.Id.Value, ct);
    }

    public async Task<Refusal?> TakeBackAsync(LandscapeRowId id, Actor actor, CancellationToken ct)
    {
        var note = await door.Db.Set<PracticeNote>().FirstOrDefaultAsync(n => n.Id == id && n.NetworkId == door.Db.ScopedNetworkId && n.TakenBackAt == null, ct);
        if (note is null || !door.MayWrite(actor, note.School))
        {
            return LandscapeDoor.Gone;
        }

        note.TakeBack(door.Clock.GetUtcNow());
        return await door.SaveAsync("practice.taken-back", note.Id.Value, ct);
    }

    private Task<DateTimeOffset> WrittenAsync(Guid note, CancellationToken ct)
    {
        var id = new LandscapeRowId(note);
        return door.Db.Set<PracticeNote>().Where(n => n.Id == id).Select(n => n.WrittenAt).FirstOrDefaultAsync(ct);
    }
}
