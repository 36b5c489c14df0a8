using Causeway.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>Writes the register of laws and duties: every save adds a dated statement, none is changed.</summary>
internal sealed class KeepLawsHandler(LandscapeDoor door)
{
    private const int MonthsBetweenChecks = 6;

    /// <param name="id">Null: a new instrument.</param>
    public async Task<(PolicyInstrumentId Id, Refusal? Refusal)> StateAsync(PolicyInstrumentId? id, InstrumentForm form, Actor actor, CancellationToken ct)
    {
        if (!door.May(actor, LandscapePermissions.Keep) || actor.Network is not { } network || (id is not null && await FindAsync(id.Value, network, ct) is null))
        {
            return (default, LandscapeDoor.Gone);
        }

        var instrument = id is { } known ? (await FindAsync(known, network, ct))! : PolicyInstrument.Open(network, door.Clock);
        if (id is not null && instrument.Version != form.Version)
        {
            return (instrument.Id, Refusal.ChangedMeanwhile);
        }

        var (statement, refusal) = instrument.State(form, await LastAsync(instrument.Id, ct), actor, door.Clock);
        if (statement is null)
        {
            return (instrument.Id, refusal);
        }

        if (id is null)
        {
            door.Db.Add(instrument);
        }

        door.Db.Add(statement);
        return (instrument.Id, await door.SaveAsync("law.stated", instrument.Id.Value, ct));
    }

    /// <summary>Somebody looked, and what stands there is still right.</summary>
    public async Task<Refusal?> RecheckAsync(PolicyInstrumentId id, int version, Actor actor, CancellationToken ct)
    {
        var last = await LastAsync(id, ct);
        if (!door.May(actor, LandscapePermissions.Keep) || last is null)
        {
            return LandscapeDoor.Gone;
        }

        var form = last.ToForm(version);
        var today = door.Today(actor);
        (form.KnownOn, form.CheckedBy, form.NextCheck) = (today, actor.Name, today.AddMonths(MonthsBetweenChecks));
        return (await StateAsync(id, form, actor, ct)).Refusal;
    }

    /// <param name="duty">Null: a new duty of the instrument.</param>
    public async Task<Refusal?> StateAsync(PolicyInstrumentId of, DutyId? duty, DutyForm form, Actor actor, CancellationToken ct)
    {
        if (!door.May(actor, LandscapePermissions.Keep) || actor.Network is not { } network || await FindAsync(of, network, ct) is not { } instrument)
        {
            return LandscapeDoor.Gone;
        }

        var kept = duty is { } id ? await door.Db.Set<Duty>().FirstOrDefaultAsync(d => d.Id == id && d.InstrumentId == of && d.NetworkId == network, ct) : Duty.Open(instrument, form.TidyCode, door.Clock);
        if (kept is null || (duty is not null && kept.Version != form.Version))
        {
            return kept is null ? LandscapeDoor.Gone : Refusal.ChangedMeanwhile;
        }

        form.Code = kept.Code;
        var code = kept.Code;
        if (duty is null && await door.Db.Set<Duty>().AnyAsync(d => d.NetworkId == network && d.Code == code, ct))
        {
            return DutyForm.CodeTaken;
        }

        var last = await door.Db.Set<DutyStatement>().AsNoTracking().Where(s => s.DutyId == kept.Id).OrderByDescending(s => s.KnownOn).ThenByDescending(s => s.WrittenAt).FirstOrDefaultAsync(ct);
        var (statement, refusal) = kept.State(form, last, actor, door.Clock);
        if (statement is null)
        {
            return refusal;
        }

        if (duty is null)
        {
            door.Db.Add(kept);
        }

        door.Db.Add(statement);
        return await door.SaveAsync("duty.stated", kept.Id.Value, ct);
    }

    private Task<PolicyInstrument?> FindAsync(PolicyInstrumentId id, NetworkId network, CancellationToken ct) =>
        door.Db.Set<PolicyInstrument>().FirstOrDefaultAsync(i => i.Id == id && i.NetworkId == network, ct);

    private Task<InstrumentStatement?> LastAsync(PolicyInstrumentId id, CancellationToken ct) => door.Db.Set<InstrumentStatement>().AsNoTracking()
        .Where(s => s.InstrumentId == id).OrderByDescending(s => s.KnownOn).ThenByDescending(s => s.WrittenAt).FirstOrDefaultAsync(ct);
}
