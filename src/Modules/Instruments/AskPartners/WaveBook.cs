using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Instruments;

internal sealed record WaveView(Wave Wave, IReadOnlyList<WavePartner> Partners, IReadOnlyList<Respondent> Respondents, IReadOnlyList<ResponseSet> Sets, IReadOnlyList<AgreedLevel> Levels)
{
    /// <summary>Only what was handed in counts.</summary>
    public WaveAnswers Answers => new(
        Wave.Instrument,
        [.. Partners.Select(p => new PartnerAnswers(p.Key, p.Name, p.IsSheet, [.. Sets.Where(s => s.PartnerId == p.Id && s.SubmittedAt is not null).Select(s => new RaterAnswers(RaterOf(p, s), s.Sheet))]))],
        Wave.SubjectId?.ToString() ?? "");

    public int Asked(WavePartner partner) => Sets.Count(s => s.PartnerId == partner.Id);

    public int HandedIn(WavePartner partner) => Sets.Count(s => s.PartnerId == partner.Id && s.SubmittedAt is not null);

    private string RaterOf(WavePartner partner, ResponseSet set) => partner.IsSheet ? partner.Key : Respondents.First(r => r.ResponseSetId == set.Id).RaterKey;
}

/// <summary>The only way to waves: the coordinator's are all, others see those their organisation takes part in or that they opened.</summary>
internal sealed class WaveBook(AppDbContext db, InstrumentBook instruments, TimeProvider clock)
{
    private const int Most = 100;

    public TimeProvider Clock => clock;

    public bool May(Actor actor, string permission) => instruments.May(actor, permission);

    public IQueryable<Wave> Waves(Actor actor)
    {
        var all = db.Set<Wave>().Where(w => w.NetworkId == db.ScopedNetworkId);
        return May(actor, InstrumentsPermissions.SeeAllWaves) ? all
            : May(actor, InstrumentsPermissions.SeeWaves) ? all.Where(w => w.OpenedBy == actor.Person || db.Set<WavePartner>().Any(p => p.WaveId == w.Id && p.OrganisationId == actor.Organisation))
            : all.Where(w => false);
    }

    public Task<List<Wave>> ListAsync(Actor actor, CancellationToken ct) =>
        Waves(actor).AsNoTracking().OrderBy(w => w.ClosedAt != null).ThenByDescending(w => w.OpenedAt).ThenBy(w => w.Id).Take(Most).ToListAsync(ct);

    public async Task<WaveView?> FindAsync(WaveId id, Actor actor, CancellationToken ct) =>
        await Waves(actor).FirstOrDefaultAsync(w => w.Id == id, ct) is { } wave ? await ViewAsync(wave, ct) : null;

    public async Task<WaveView> ViewAsync(Wave wave, CancellationToken ct) => new(
        wave,
        [.. (await db.Set<WavePartner>().Where(p => p.WaveId == wave.Id).ToListAsync(ct)).OrderBy(p => p.Name, StringComparer.CurrentCulture).ThenBy(p => p.Id.Value)],
        await db.Set<Respondent>().Where(r => r.WaveId == wave.Id).OrderBy(r => r.Id).ToListAsync(ct),
        await db.Set<ResponseSet>().Where(r => r.WaveId == wave.Id).OrderBy(r => r.Id).ToListAsync(ct),
        await db.Set<AgreedLevel>().Where(l => l.WaveId == wave.Id).ToListAsync(ct));

    /// <summary>
    /// Every closed round before this one whose questions are kin to its own, directly or through others, oldest first: what was shown
    /// then limits what may be shown now.
    /// </summary>
    public async Task<IReadOnlyList<WaveView>> EarlierAsync(Wave wave, CancellationToken ct)
    {
        var closed = await db.Set<Wave>().AsNoTracking().Where(w => w.NetworkId == wave.NetworkId && w.ClosedAt != null && w.ClosedAt < wave.ClosedAt)
            .OrderBy(w => w.ClosedAt).ThenBy(w => w.Id).ToListAsync(ct);
        var texts = closed.DistinctBy(w => w.ContentHash, StringComparer.Ordinal).ToDictionary(w => w.ContentHash, w => w.Instrument, StringComparer.Ordinal);
        var kin = new HashSet<string>(StringComparer.Ordinal);
        for (var found = new List<Instrument> { wave.Instrument }; found.Count > 0;)
        {
            var next = texts.Where(t => !kin.Contains(t.Key) && found.Any(f => Kinship.AreKin(f, t.Value))).ToList();
            kin.UnionWith(next.Select(t => t.Key));
            found = next.ConvertAll(t => t.Value);
        }

        var views = new List<WaveView>();
        foreach (var old in closed.Where(w => kin.Contains(w.ContentHash)))
        {
            views.Add(await ViewAsync(old, ct));
        }

        return views;
    }

    /// <summary>Who opened it and the coordinator keep it.</summary>
    public bool MayKeep(Wave wave, Actor actor) =>
        May(actor, InstrumentsPermissions.OpenWave) && (wave.OpenedBy == actor.Person || May(actor, InstrumentsPermissions.SeeAllWaves));
}
