using Causeway.Kernel;
using Causeway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Causeway.ResourceDirectory;

/// <summary>Reads where the entries of a network are.</summary>
internal sealed class PlaceReader(AppDbContext db)
{
    /// <summary>More points would be one blot.</summary>
    public const int MostDrawn = 2000;

    public async Task<(IReadOnlyList<Placed> Places, int NotPlaced)> LoadAsync(NetworkId network, ProfessionFamily? family, CancellationToken ct)
    {
        var entries = db.Set<Entry>().AsNoTracking().Where(e => e.NetworkId == network && !e.Departed);
        if (family is { } asked)
        {
            var code = "|" + asked + "|";
            entries = entries.Where(e => e.Families.Contains(code));
        }

        var placed = new List<Placed>();
        var without = 0;
        await foreach (var entry in entries.OrderBy(e => e.NameKey).ThenBy(e => e.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (Of(entry) is not { } place)
            {
                without++;
            }
            else if (placed.Count < MostDrawn)
            {
                placed.Add(place);
            }
        }

        return (placed, without);
    }

    public static Placed? Of(Entry entry) =>
        entry.Claims.FirstOrDefault(c => c.Shown && c.Fact is { Field: FactField.MapPoint, From: >= -90 and <= 90, To: >= -180 and <= 180 })?.Fact is { } point
            ? new(entry.Id, entry.Name, string.Join(" · ", new[] { entry.Profession, entry.Area }.Where(s => s.Length > 0)), entry.Area, (double)point.From!, (double)point.To!)
            : null;
}
