using System.Globalization;

namespace Causeway.Partnerships;

internal sealed record RadarAxis(Lens Lens, string X, string Y, string TextX, string TextY, string Anchor);

internal sealed record RadarPoint(Lens Lens, string X, string Y, decimal Rating);

/// <summary>One side's figure. Lines join neighbouring lenses that the side could rate; a gap stays a gap.</summary>
internal sealed record RadarSide(Party Side, IReadOnlyList<RadarPoint> Points, IReadOnlyList<string> Lines);

/// <summary>Five axes, a figure for each side, drawn by the server. The table beside it says the same.</summary>
internal sealed record ReviewRadar(IReadOnlyList<string> Rings, IReadOnlyList<RadarAxis> Axes, IReadOnlyList<RadarSide> Sides)
{
    public const int Width = 460, Height = 380;
    private const double MidX = 230, MidY = 196, Reach = 140, Text = 18;

    private static readonly Lens[] Lenses = Enum.GetValues<Lens>();

    public static ReviewRadar Of(ReviewResult result) => new(
        [.. Enumerable.Range(1, 5).Select(step => Path(Lenses.Select((_, i) => At(i, step))) + "Z")],
        [.. Lenses.Select(Axis)],
        [.. result.Sides.Select((side, n) => Figure(side, [.. Lenses.Select(l => result.Of(l).Answers[n].Rating)]))]);

    private static RadarAxis Axis(Lens lens, int i)
    {
        var (end, text) = (At(i, 5), At(i, 5 + (5 * Text / Reach)));
        return new(lens, Say(end.X), Say(end.Y), Say(text.X), Say(text.Y + 4), Math.Abs(text.X - MidX) < 1 ? "middle" : text.X > MidX ? "start" : "end");
    }

    private static RadarSide Figure(Party side, decimal?[] ratings)
    {
        var lines = new List<string>();
        for (var i = 0; i < ratings.Length; i++)
        {
            var next = (i + 1) % ratings.Length;
            if (ratings[i] is { } from && ratings[next] is { } to)
            {
                lines.Add(Path([At(i, (double)from), At(next, (double)to)]));
            }
        }

        var points = Lenses.Select((l, i) => (Lens: l, Index: i, Rating: ratings[i])).Where(p => p.Rating is not null)
            .Select(p => (p.Lens, At: At(p.Index, (double)p.Rating!.Value), Rating: p.Rating.Value)).Select(p => new RadarPoint(p.Lens, Say(p.At.X), Say(p.At.Y), p.Rating));
        return new(side, [.. points], lines);
    }

    private static (double X, double Y) At(int axis, double value)
    {
        var (angle, far) = ((-Math.PI / 2) + (axis * 2 * Math.PI / Lenses.Length), value / 5 * Reach);
        return (MidX + (far * Math.Cos(angle)), MidY + (far * Math.Sin(angle)));
    }

    private static string Path(IEnumerable<(double X, double Y)> points) => "M" + string.Join("L", points.Select(p => $"{Say(p.X)} {Say(p.Y)}"));

    private static string Say(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
