using System.Globalization;
using Causeway.Kernel;
using Causeway.Persistence;

namespace Causeway.Instruments;

/// <summary>Closes a wave, keeps what was concluded, and takes the levels agreed in a consensus meeting.</summary>
internal sealed class KeepWaveHandler(AppDbContext db, WaveBook book)
{
    public async Task<Refusal?> CloseAsync(WaveId id, int version, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, ct) is not { } view || !book.MayKeep(view.Wave, actor))
        {
            return InstrumentPage.Gone;
        }

        var refusal = view.Wave.Version != version && !view.Wave.IsClosed ? Refusal.ChangedMeanwhile : view.Wave.Close(book.Clock.GetUtcNow());
        return refusal ?? await db.TrySaveAsync("wave.closed", id.Value, ct);
    }

    public async Task<Refusal?> ConcludeAsync(WaveId id, int version, string? text, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, ct) is not { } view || !book.MayKeep(view.Wave, actor))
        {
            return InstrumentPage.Gone;
        }

        var refusal = view.Wave.Version != version ? Refusal.ChangedMeanwhile : view.Wave.Conclude(text, actor);
        return refusal ?? await db.TrySaveAsync("wave.concluded", id.Value, ct);
    }

    /// <summary>Whoever keeps the wave, and leaders of the partner itself.</summary>
    public bool MayAgree(WaveView view, WavePartner partner, Actor actor) =>
        book.MayKeep(view.Wave, actor) || (book.May(actor, InstrumentsPermissions.OpenWave) && partner.OrganisationId is { } o && o == actor.Organisation);

    /// <param name="levels">By item; an empty one leaves what was agreed.</param>
    public async Task<Refusal?> AgreeAsync(WaveId id, WaveRowId partnerId, IReadOnlyDictionary<string, string?> levels, Actor actor, CancellationToken ct)
    {
        if (await book.FindAsync(id, actor, ct) is not { } view || view.Partners.FirstOrDefault(p => p.Id == partnerId) is not { } partner || !MayAgree(view, partner, actor))
        {
            return InstrumentPage.Gone;
        }

        if (!view.Wave.IsClosed)
        {
            return Wave.StillOpen;
        }

        foreach (var item in view.Wave.Instrument.Items().Where(i => i.Kind == ItemKind.Levels))
        {
            if (string.IsNullOrEmpty(levels.GetValueOrDefault(item.Key)))
            {
                continue;
            }

            var agreed = view.Levels.FirstOrDefault(l => l.PartnerId == partner.Id && l.ItemKey == item.Key);
            if (agreed is null)
            {
                agreed = AgreedLevel.Begin(partner, item.Key, book.Clock);
                db.Add(agreed);
            }

            var level = int.TryParse(levels[item.Key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            if (agreed.Agree(level, actor, book.Clock.Today(actor.Zone)) is { } refusal)
            {
                db.ChangeTracker.Clear();
                return refusal with { Field = $"L[{item.Key}]" };
            }
        }

        return await db.TrySaveAsync("wave.levels-agreed", partner.Id.Value, ct);
    }
}
