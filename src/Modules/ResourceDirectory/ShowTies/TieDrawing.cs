using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>A point of the drawing with its words.</summary>
internal sealed record TieDot(int X, int Y, string Text, string? Under, string? Url);

/// <summary>A line between two points, thicker the closer the tie.</summary>
internal sealed record TieLine(string Path, TieStrength Strength, string Words);

/// <summary>
/// Schools' posts on one side, professionals on the other, a line for each tie. Each professional stands at the mean
/// height of those who know them, so that lines cross little.
/// </summary>
internal sealed record TieDrawing(int Width, int Height, IReadOnlyList<TieDot> Posts, IReadOnlyList<TieDot> Professionals, IReadOnlyList<TieLine> Lines, int LeftOut)
{
    public const int MostTies = 80;

    private const int Step = 40, Top = 24, Left = 300, Right = 560;

    public static TieDrawing Of(IReadOnlyList<TieView> ties, IStringLocalizer t)
    {
        var drawn = ties.OrderByDescending(x => x.Strength).Take(MostTies).ToList();
        var posts = drawn.GroupBy(x => x.Post).OrderBy(g => g.First().SchoolName, StringComparer.CurrentCulture).ThenBy(g => g.First().PostTitle, StringComparer.CurrentCulture).ToList();
        // The shorter side is spread over the height of the longer one.
        var others = drawn.Select(KeyOf).Distinct(StringComparer.Ordinal).Count();
        var rows = Math.Max(posts.Count, others);
        var at = posts.Select((g, i) => (g.Key, Y: Spread(i, posts.Count, rows))).ToDictionary(p => p.Key, p => p.Y);
        var professionals = drawn.GroupBy(KeyOf, StringComparer.Ordinal).OrderBy(g => g.Average(x => at[x.Post])).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var there = professionals.Select((g, i) => (g.Key, Y: Spread(i, others, rows))).ToDictionary(p => p.Key, p => p.Y, StringComparer.Ordinal);
        return new(
            860,
            Top + (rows * Step),
            [.. posts.Select(g => new TieDot(Left, at[g.Key], g.First().PostTitle, g.First().SchoolName, null))],
            [.. professionals.Select(g => new TieDot(Right, there[g.Key], g.First().Professional, null, g.First().Entry is { } e ? $"/directory/entries/{e}" : null))],
            [.. drawn.Select(x => new TieLine(Curve(at[x.Post], there[KeyOf(x)]), x.Strength, Words(x, t)))],
            ties.Count - drawn.Count);
    }

    private static int Spread(int index, int count, int rows) => Top + (int)(((index + 0.5) * rows / count * Step) - (Step / 2.0));

    private static string KeyOf(TieView tie) => tie.Entry?.ToString() ?? tie.Professional;

    private static string Curve(int from, int to) => FormattableString.Invariant($"M{Left + 8} {from}C{Left + 120} {from} {Right - 120} {to} {Right - 8} {to}");

    private static string Words(TieView tie, IStringLocalizer t) => $"{tie.PostTitle}, {tie.SchoolName} – {tie.Professional}: {t[DirectoryWords.Strength(tie.Strength)].Value}";
}
