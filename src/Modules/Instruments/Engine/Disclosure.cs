namespace Causeway.Instruments;

/// <summary>How much of a theme may be shown, from nothing to all; the least of several holds.</summary>
internal enum Shown
{
    Nothing,

    /// <summary>The band of the partnership and how far apart the partners are, in words without a number.</summary>
    WordsOnly,

    /// <summary>Means of partners, value and spread in numbers.</summary>
    Figures,

    /// <summary>How many gave which answer to each item, as well.</summary>
    FiguresAndItems,
}

/// <param name="IsSheet">One agreed sheet of the partner instead of personal answers.</param>
/// <param name="Raters">Whose answers are in this figure; known by the same name in every wave.</param>
/// <param name="ByItem">Of each item of the theme: whose answers are in it.</param>
internal sealed record Contributors(string Partner, bool IsSheet, IReadOnlySet<string> Raters, IReadOnlyList<IReadOnlySet<string>> ByItem);

/// <summary>
/// Decides what may be shown so that nobody can work out a single person's answer: not from a small group, not from two waves
/// with almost the same raters, and not from any sums and differences of what was shown before.
/// </summary>
internal static class Disclosure
{
    public const int FewestForFigures = 5;
    public const int FewestForWords = 3;

    /// <summary>Partners with so many people or fewer give one agreed sheet.</summary>
    public const int MostForSheet = 2;

    /// <param name="inWave">Personal answers handed in by each partner without an agreed sheet, whatever the theme.</param>
    /// <param name="theme">Partners that answered this theme.</param>
    /// <param name="before">What earlier waves showed in figures of this theme, wave by wave.</param>
    public static Shown Of(IReadOnlyCollection<int> inWave, IReadOnlyList<Contributors> theme, IReadOnlyList<IReadOnlyList<Contributors>> before)
    {
        var personal = theme.Where(p => !p.IsSheet).ToList();
        var fewest = inWave.Concat(personal.Select(p => p.Raters.Count)).DefaultIfEmpty(int.MaxValue).Min();
        if (theme.Count == 0 || fewest < FewestForWords)
        {
            return Shown.Nothing;
        }

        if (fewest < FewestForFigures || personal.Any(p => GivesAway(p, before)))
        {
            return Shown.WordsOnly;
        }

        // Where an item has other raters than its theme, taking one from the other would leave a few.
        return personal.All(p => p.ByItem.All(i => i.SetEquals(p.Raters))) ? Shown.FiguresAndItems : Shown.Figures;
    }

    private static bool GivesAway(Contributors now, IReadOnlyList<IReadOnlyList<Contributors>> before)
    {
        var earlier = before.Select(w => w.FirstOrDefault(p => p.Partner == now.Partner && !p.IsSheet)?.Raters).OfType<IReadOnlySet<string>>().ToList();
        return earlier.Any(e => IsFew(now.Raters.Except(e, StringComparer.Ordinal).Count()) || IsFew(e.Except(now.Raters, StringComparer.Ordinal).Count()))
            || LeavesOne([.. earlier, now.Raters]);
    }

    private static bool IsFew(int people) => people is > 0 and < FewestForWords;

    /// <summary>
    /// May the sums be added and taken from each other until one person is left? Each shown figure is a row of ones; in the reduced
    /// form of these rows a person can be singled out exactly where a row has one entry.
    /// </summary>
    public static bool LeavesOne(IReadOnlyList<IReadOnlySet<string>> shown)
    {
        var people = shown.SelectMany(s => s).Distinct(StringComparer.Ordinal).ToList();
        var rows = shown.Select(s => people.Select(p => s.Contains(p) ? 1d : 0d).ToArray()).ToList();
        var done = 0;
        for (var column = 0; column < people.Count && done < rows.Count; column++)
        {
            var pivot = rows.FindIndex(done, r => Math.Abs(r[column]) > Tiny);
            if (pivot < 0)
            {
                continue;
            }

            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            Reduce(rows, done++, column);
        }

        return rows.Any(r => r.Count(v => Math.Abs(v) > Tiny) == 1);
    }

    private const double Tiny = 1e-9;

    private static void Reduce(List<double[]> rows, int pivot, int column)
    {
        var by = rows[pivot][column];
        rows[pivot] = [.. rows[pivot].Select(v => v / by)];
        for (var r = 0; r < rows.Count; r++)
        {
            var factor = rows[r][column];
            if (r != pivot && Math.Abs(factor) > Tiny)
            {
                rows[r] = [.. rows[r].Select((v, c) => v - (factor * rows[pivot][c]))];
            }
        }
    }
}
