namespace Causeway.Partnerships;

/// <param name="IsMember">False: a body outside the network.</param>
internal sealed record MapNode(string Key, string Name, bool IsMember, int X, int Y, bool Right);

/// <param name="Path">Of SVG.</param>
internal sealed record MapLine(string Path, Stage Stage, string Words);

/// <summary>A partnership as the map needs it.</summary>
internal sealed record MapTie(PartnershipId Id, string Title, Stage Stage, IReadOnlyList<(string Key, string Name, bool IsMember)> Sides);

/// <summary>
/// Who works with whom: bodies around an oval, members first, and a bowed line for each two sides of a partnership. The
/// order is by name, so that the picture of tomorrow can be laid beside that of today.
/// </summary>
internal sealed record PartnershipMap(int Width, int Height, IReadOnlyList<MapNode> Nodes, IReadOnlyList<MapLine> Lines)
{
    private const int W = 900, Around = 300, Margin = 60, PerNode = 16, LongestName = 32, Gap = 14, Letter = 8;

    public static PartnershipMap Of(IReadOnlyList<MapTie> ties)
    {
        var bodies = ties.SelectMany(t => t.Sides).DistinctBy(s => s.Key, StringComparer.Ordinal).OrderByDescending(s => s.IsMember).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Key, StringComparer.Ordinal).ToList();
        var down = 120 + (bodies.Count * PerNode);
        var (cx, cy) = (W / 2, Margin + down);
        var nodes = bodies.Select((b, i) =>
        {
            var angle = (2 * Math.PI * i / Math.Max(1, bodies.Count)) - (Math.PI / 2);
            return new MapNode(b.Key, b.Name, b.IsMember, (int)(cx + (Around * Math.Cos(angle) * 0.6)), (int)(cy + (down * Math.Sin(angle))), Math.Cos(angle) >= -0.01);
        }).ToList();
        // Cut to what is drawn, so that a narrow screen begins with a body and not with paper.
        var (left, right) = (nodes.Select(Left).DefaultIfEmpty(0).Min() - Gap, nodes.Select(Right).DefaultIfEmpty(W).Max() + Gap);
        List<MapNode> moved = [.. nodes.Select(n => n with { X = n.X - left })];
        return new(right - left, (2 * down) + (2 * Margin), moved, [.. Draw(ties, moved, cx - left, cy)]);
    }

    private static int Left(MapNode node) => node.Right ? node.X - Gap : node.X - Gap - (Short(node.Name).Length * Letter);

    private static int Right(MapNode node) => node.Right ? node.X + Gap + (Short(node.Name).Length * Letter) : node.X + Gap;

    public static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)].TrimEnd() + "…";

    private static IEnumerable<MapLine> Draw(IReadOnlyList<MapTie> ties, List<MapNode> nodes, int cx, int cy)
    {
        var at = nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        var drawn = new Dictionary<(string, string), int>();
        foreach (var tie in ties)
        {
            for (var i = 0; i < tie.Sides.Count; i++)
            {
                for (var j = i + 1; j < tie.Sides.Count; j++)
                {
                    var (a, b) = (at[tie.Sides[i].Key], at[tie.Sides[j].Key]);
                    var pair = string.CompareOrdinal(a.Key, b.Key) < 0 ? (a.Key, b.Key) : (b.Key, a.Key);
                    var earlier = drawn.GetValueOrDefault(pair);
                    drawn[pair] = earlier + 1;
                    var (x, y) = Bow(at[pair.Item1], at[pair.Item2], cx, cy, earlier);
                    yield return new($"M{a.X} {a.Y}Q{x} {y} {b.X} {b.Y}", tie.Stage, $"{tie.Title}: {a.Name} – {b.Name}");
                }
            }
        }
    }

    /// <summary>A little towards the middle; a second partnership of the same two beside the first, so that both are seen.</summary>
    private static (int X, int Y) Bow(MapNode a, MapNode b, int cx, int cy, int earlier)
    {
        var (mx, my) = ((a.X + b.X) / 2, (a.Y + b.Y) / 2);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        return ((int)(mx + ((cx - mx) * 0.3) - (dy / length * 40 * earlier)), (int)(my + ((cy - my) * 0.3) + (dx / length * 40 * earlier)));
    }
}
