using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.Landscape;

/// <summary>The newest note of a duty in a place.</summary>
internal sealed record PracticeCell(DutyView Duty, PracticeNote Note);

/// <param name="Duties">Those in force, and those that a note speaks of.</param>
internal sealed record PracticeView(IReadOnlyList<DutyView> Duties, IReadOnlyList<string> Places, IReadOnlyList<PracticeCell> Cells)
{
    public PracticeNote? At(DutyId duty, string place) => Cells.FirstOrDefault(c => c.Duty.Duty.Id == duty && Same(c.Note.Locality, place))?.Note;

    public IEnumerable<PracticeCell> Gaps => Cells.Where(c => c.Note.IsGap);

    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

internal sealed class PracticeBook(AppDbContext db, LawBook laws)
{
    public async Task<PracticeView> ReadAsync(NetworkId network, DateOnly today, CancellationToken ct)
    {
        var duties = await laws.DutiesAsync(network, today, ct);
        var notes = (await db.Set<PracticeNote>().AsNoTracking().Where(n => n.NetworkId == network && n.TakenBackAt == null).ToListAsync(ct))
            .GroupBy(n => (n.DutyId, Place: n.Locality.ToUpperInvariant())).Select(g => g.OrderBy(n => n.SeenOn).ThenBy(n => n.WrittenAt).Last()).ToLookup(n => n.DutyId);
        var cells = duties.SelectMany(d => notes[d.Duty.Id].Select(n => new PracticeCell(d, n))).ToList();
        return new(
            [.. duties.Where(d => d.IsInForce(today) || notes.Contains(d.Duty.Id))],
            [.. cells.Select(c => c.Note.Locality).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCulture)],
            cells);
    }

    /// <summary>Every note of a duty, the newest first.</summary>
    public async Task<IReadOnlyList<PracticeNote>> OfAsync(DutyId duty, CancellationToken ct) =>
        [.. (await db.Set<PracticeNote>().AsNoTracking().Where(n => n.DutyId == duty && n.NetworkId == db.ScopedNetworkId).ToListAsync(ct)).OrderByDescending(n => n.SeenOn).ThenByDescending(n => n.WrittenAt)];
}
