using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>A duty as it was known on a day, under its instrument as it was known on that day.</summary>
internal sealed record DutyView(Duty Duty, DutyStatement Says, InstrumentStatement Of)
{
    public bool IsInForce(DateOnly on) => Of.IsInForce(on) && (Says.Until is null || Says.Until >= on);

    public bool HasLapsed(DateOnly on) => Of.HasLapsed(on) || Says.Until < on;

    public DateOnly? Until => Says.Until is { } own && (Of.InForceTo is null || own < Of.InForceTo) ? own : Of.InForceTo;

    public string Ages => (Says.AgeFrom, Says.AgeTo) switch
    {
        (null, null) => "",
        ({ } from, null) => $"{from}+",
        (null, { } to) => $"0–{to}",
        ({ } from, { } to) => $"{from}–{to}",
    };
}

internal sealed record InstrumentView(PolicyInstrument Instrument, InstrumentStatement Says, IReadOnlyList<DutyView> Duties);

/// <summary>Reads the register as it was known on any day. A register has hundreds of rows, not thousands: it is read whole.</summary>
internal sealed class LawBook(AppDbContext db) : IDutyRegister
{
    public async Task<IReadOnlyList<InstrumentView>> ReadAsync(NetworkId network, DateOnly on, CancellationToken ct)
    {
        var instruments = await db.Set<PolicyInstrument>().AsNoTracking().Where(i => i.NetworkId == network).ToListAsync(ct);
        var statements = Newest(await db.Set<InstrumentStatement>().AsNoTracking().Where(s => s.NetworkId == network && s.KnownOn <= on).ToListAsync(ct), s => s.InstrumentId, s => (s.KnownOn, s.WrittenAt));
        var duties = await db.Set<Duty>().AsNoTracking().Where(d => d.NetworkId == network).OrderBy(d => d.Code).ToListAsync(ct);
        var says = Newest(await db.Set<DutyStatement>().AsNoTracking().Where(s => s.NetworkId == network && s.KnownOn <= on).ToListAsync(ct), s => s.DutyId, s => (s.KnownOn, s.WrittenAt));
        return
        [
            .. instruments.Where(i => statements.ContainsKey(i.Id))
                .Select(i => new InstrumentView(i, statements[i.Id], [.. duties.Where(d => d.InstrumentId == i.Id && says.ContainsKey(d.Id)).Select(d => new DutyView(d, says[d.Id], statements[i.Id]))]))
                .OrderBy(i => i.Says.Kind).ThenBy(i => i.Says.Title, StringComparer.CurrentCulture),
        ];
    }

    public async Task<InstrumentView?> FindAsync(NetworkId network, PolicyInstrumentId id, DateOnly on, CancellationToken ct) =>
        (await ReadAsync(network, on, ct)).FirstOrDefault(i => i.Instrument.Id == id);

    public async Task<IReadOnlyList<DutyView>> DutiesAsync(NetworkId network, DateOnly on, CancellationToken ct) =>
        [.. (await ReadAsync(network, on, ct)).SelectMany(i => i.Duties).OrderBy(d => d.Duty.Code, StringComparer.Ordinal)];

    public async Task<IReadOnlyList<DutyCard>> OnAsync(NetworkId network, DateOnly day, CancellationToken ct) =>
        [.. (await DutiesAsync(network, day, ct)).Select(d => new DutyCard(d.Duty.Code, d.Says.What, d.Says.Who, d.Says.AgeFrom, d.Says.AgeTo, d.Of.Title, d.IsInForce(day), d.HasLapsed(day)))];

    public async Task<bool> HasLapsedAsync(NetworkId network, string code, DateOnly day, CancellationToken ct) =>
        (await OnAsync(network, day, ct)).Any(d => d.HasLapsed && string.Equals(d.Code, code, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<TKey, T> Newest<T, TKey, TOrder>(IEnumerable<T> all, Func<T, TKey> key, Func<T, TOrder> order)
        where TKey : notnull => all.GroupBy(key).ToDictionary(g => g.Key, g => g.MaxBy(order)!);
}
