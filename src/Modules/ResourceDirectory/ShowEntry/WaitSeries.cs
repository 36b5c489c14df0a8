namespace Causeway.ResourceDirectory;

/// <param name="Id">Null: said in a school's list.</param>
/// <param name="Until">Null: the list does not say.</param>
internal sealed record WaitPoint(DirectoryRowId? Id, DateOnly On, int From, int To, WaitSaidBy SaidBy, WaitUntil? Until, string SourceName, bool Old)
{
    public double Middle => (From + To) / 2.0;
}

internal sealed record WaitMark(int X, int Y, string Label, WaitSaidBy SaidBy);

/// <summary>Observations of a waiting time in the order of their days, and their drawing.</summary>
internal sealed record WaitSeries(IReadOnlyList<WaitPoint> Points, int Most, IReadOnlyList<WaitMark> Marks, IReadOnlyList<(int X, string Text)> Days)
{
    public const int Width = 440, Height = 210;

    private const int Left = 40, Right = 420, Bottom = 170, Top = 20;

    public WaitPoint? Latest => Points.Count == 0 ? null : Points[^1];

    /// <summary>Four lines to read numbers from.</summary>
    public IEnumerable<(int Y, int Days)> Grid => Enumerable.Range(0, 4).Select(i => (Y(Most * i / 3.0, Most), (int)Math.Round(Most * i / 3.0)));

    public string Line(WaitSaidBy by) => string.Join('L', Marks.Where(m => m.SaidBy == by).Select(m => FormattableString.Invariant($"{m.X} {m.Y}")));

    public static WaitSeries Of(IEnumerable<WaitingObservation> observed, IEnumerable<Claim> claims, DateOnly today)
    {
        var old = today.AddDays(-WaitingObservation.FreshDays);
        var points = observed.Select(w => new WaitPoint(w.Id, w.On, w.FromDays, w.ToDays, w.SaidBy, w.Until, w.SourceName, w.On < old))
            .Concat(claims.Where(c => c.Fact is { Field: FactField.WaitingTime } f && (f.From ?? f.To) is not null).Select(c => new WaitPoint(
                null, c.SaidOn, (int)(c.Fact.From ?? 0), (int)(c.Fact.To ?? c.Fact.From!.Value), WaitSaidBy.School, null, c.SourceName, c.SaidOn < old)))
            .OrderBy(p => p.On).ThenBy(p => p.SourceName, StringComparer.Ordinal).ToList();
        if (points.Count == 0)
        {
            return new([], 3, [], []);
        }

        // A multiple of three, so that the lines stand at whole days.
        var most = Math.Max(3, (int)Math.Ceiling(points.Max(p => p.Middle) * 1.15 / 3) * 3);
        var (first, last) = (points[0].On.DayNumber, points[^1].On.DayNumber);
        int X(DateOnly day) => last == first ? (Left + Right) / 2 : Left + 20 + (int)Math.Round((day.DayNumber - first) * (Right - Left - 40.0) / (last - first));
        return new(
            points,
            most,
            [.. points.Select(p => new WaitMark(X(p.On), Y(p.Middle, most), p.Middle.ToString("0.#", System.Globalization.CultureInfo.CurrentCulture), p.SaidBy))],
            Apart(points.Select(p => p.On).Distinct().Select(d => (X(d), d.ToString("MMM yy", System.Globalization.CultureInfo.CurrentCulture)))));
    }

    private static int Y(double days, int most) => Bottom - (int)Math.Round(days * (Bottom - Top) / most);

    /// <summary>Names of months that would stand on one another are left out.</summary>
    private static List<(int X, string Text)> Apart(IEnumerable<(int X, string Text)> days)
    {
        var kept = new List<(int X, string Text)>();
        foreach (var day in days.Where(d => kept.Count == 0 || d.X - kept[^1].X > 52))
        {
            kept.Add(day);
        }

        return kept;
    }
}
