using Causeway.Kernel;
using Microsoft.Extensions.Localization;

namespace Causeway.ResourceDirectory;

/// <summary>The ways entries are counted, with lines in the reader's words.</summary>
internal sealed class CoverageAxes(IReadOnlyList<CoverageEntry> entries, IReadOnlyList<(string Key, string Name)> areas, RoleLabels labels, IStringLocalizer t)
{
    public const int MostLanguages = 12;

    private const int MostAreas = 14;

    /// <summary>One age for each phase of school; a column counts who takes that very age, as Find help does.</summary>
    private static readonly int[] Ages = [2, 4, 7, 10, 13, 16];

    public CoverageAxis Families() => new(
        "family", t["Kind of help"], t["not filed yet"], [.. Enum.GetValues<ProfessionFamily>().Select(f => new CoverageLine(f.ToString(), labels.Family(f)))], e => e.Families);

    public CoverageAxis Stages() => new(
        "stage", t["Stage of help"], t["stage not known"], [.. Enum.GetValues<HelpStage>().Select(s => new CoverageLine(s.ToString(), t[FactWords.Stage(s)]))], e => e.Stages);

    public CoverageAxis Areas() => new(
        "area", t["Area"], t["area not known"], [.. areas.Take(MostAreas).Select(a => new CoverageLine(a.Key, a.Name))], e => e.Areas);

    public CoverageAxis AgeBands() => new(
        "age", t["Age"], t["ages not known"], [.. Ages.Select(a => new CoverageLine(a.ToString(System.Globalization.CultureInfo.InvariantCulture), t["age {0}", a]))],
        e => Ages.Where(a => e.Takes(a) == true).Select(a => a.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <param name="all">Every language somebody speaks, not just those most entries have.</param>
    public CoverageAxis Languages(bool all) => new(
        "language", t["Language"], t["languages not known"],
        [.. entries.SelectMany(e => e.Languages).GroupBy(l => l, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(all ? int.MaxValue : MostLanguages).Select(g => new CoverageLine(g.Key, LanguageChoices.EnglishName(g.Key) is { } name ? t[name] : g.Key))],
        e => e.Languages);

    public CoverageAxis Concerns() => new(
        "concern", t["Helps with"], t["nobody said what with"], [.. NeedTaxonomy.Current.Select(n => new CoverageLine(n.Code, t[n.Label]))], e => e.Concerns);

    public CoverageGrid Grid(CoverageView view, bool all)
    {
        var (down, across) = Pair(view, all);
        return CoverageGrid.Of(entries, down, across);
    }

    /// <summary>Where one departure can leave a hole.</summary>
    public IReadOnlyList<(CoverageAxis Down, CoverageAxis Across)> Watched() =>
        [Pair(CoverageView.Language, all: true), Pair(CoverageView.Area, all: true), Pair(CoverageView.Concern, all: true)];

    private (CoverageAxis Down, CoverageAxis Across) Pair(CoverageView view, bool all) => view switch
    {
        CoverageView.Area => (Families(), Areas()),
        CoverageView.Language => (Families(), Languages(all)),
        CoverageView.Age => (Families(), AgeBands()),
        CoverageView.Concern => (Concerns(), Languages(all)),
        CoverageView.Stage => (Stages(), Areas()),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };
}

internal enum CoverageView
{
    Area,
    Language,
    Age,
    Concern,
    Stage,
}
