namespace Causeway.ResourceDirectory;

/// <summary>An entry with a place, in degrees.</summary>
internal sealed record Placed(EntryId Id, string Name, string Line, string Area, double Latitude, double Longitude);

/// <summary>A point of the drawing.</summary>
internal sealed record PlaceDot(int X, int Y, string Words, bool Here, EntryId Id);

internal sealed record PlaceName(int X, int Y, string Name, int Count);

/// <summary>
/// A plain map without any map service: points by their coordinates, and the name of each area above its
/// entries. Nothing is asked of another site, so nobody learns who looks for whom.
/// </summary>
internal sealed record PlaceDrawing(int Width, int Height, IReadOnlyList<PlaceDot> Dots, IReadOnlyList<PlaceName> Names, string Scale, int ScaleLength)
{
    private const int Side = 760, Margin = 40;

    private const double MetresPerDegree = 111_320;

    /// <param name="here">The entry in question stands out.</param>
    public static PlaceDrawing? Of(IReadOnlyList<Placed> places, EntryId? here)
    {
        if (places.Count == 0)
        {
            return null;
        }

        var (south, north) = (places.Min(p => p.Latitude), places.Max(p => p.Latitude));
        var (west, east) = (places.Min(p => p.Longitude), places.Max(p => p.Longitude));
        // A degree of longitude is shorter than one of latitude, the more so the further north.
        var narrow = Math.Max(0.05, Math.Cos((south + north) / 2 * Math.PI / 180));
        var (wide, high) = (Math.Max((east - west) * narrow, 0.004), Math.Max(north - south, 0.004));
        var scale = Math.Min((Side - (2 * Margin)) / wide, (Side - (2 * Margin)) * 0.7 / high);
        var (width, height) = ((int)(wide * scale) + (2 * Margin), (int)(high * scale) + (2 * Margin));
        width = Math.Max(width, 360);
        int X(double longitude) => (int)Math.Round((width / 2.0) + ((longitude - ((west + east) / 2)) * narrow * scale));
        int Y(double latitude) => (int)Math.Round((height / 2.0) - ((latitude - ((south + north) / 2)) * scale));
        var metres = Length(wide * MetresPerDegree / 4);
        return new(
            width,
            height + 30,
            [.. places.OrderBy(p => p.Id == here).Select(p => new PlaceDot(X(p.Longitude), Y(p.Latitude), p.Line.Length > 0 ? $"{p.Name}, {p.Line}" : p.Name, p.Id == here, p.Id))],
            Apart([.. places.Where(p => p.Area.Length > 0).GroupBy(p => SearchWords.Key(p.Area), StringComparer.Ordinal).OrderByDescending(g => g.Count())
                .Select(g => new PlaceName(X(g.Average(p => p.Longitude)), Y(g.Max(p => p.Latitude)), g.First().Area, g.Count()))]),
            metres >= 1000 ? $"{metres / 1000} km" : $"{metres} m",
            (int)(metres / MetresPerDegree * scale));
    }

    /// <summary>1, 2 or 5 with noughts: a length people can see.</summary>
    private static int Length(double metres)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(metres, 10))));
        return (int)(step * (metres / step) switch { >= 5 => 5, >= 2 => 2, _ => 1 });
    }

    /// <summary>Names that would stand on another one are left out; the table has them all.</summary>
    private static List<PlaceName> Apart(List<PlaceName> names)
    {
        var kept = new List<PlaceName>();
        foreach (var name in names)
        {
            if (!kept.Exists(k => Math.Abs(k.Y - name.Y) < 20 && Math.Abs(k.X - name.X) < (k.Name.Length + name.Name.Length) * 5))
            {
                kept.Add(name);
            }
        }

        return kept;
    }
}
