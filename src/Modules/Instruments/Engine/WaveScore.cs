namespace Causeway.Instruments;

/// <param name="Rater">The same name in every wave; never shown.</param>
internal sealed record RaterAnswers(string Rater, AnswerSheet Sheet);

internal sealed record PartnerAnswers(string Key, string Name, bool IsSheet, IReadOnlyList<RaterAnswers> Raters);

/// <summary>A wave as scoring sees it: the frozen instrument and what was handed in.</summary>
/// <param name="Subject">What it is about; only waves about the same are compared.</param>
internal sealed record WaveAnswers(Instrument Instrument, IReadOnlyList<PartnerAnswers> Partners, string Subject = "")
{
    public bool IsLike(WaveAnswers other) =>
        Subject == other.Subject && Partners.Select(p => p.Key).ToHashSet(StringComparer.Ordinal).SetEquals(other.Partners.Select(p => p.Key));

    public IReadOnlyList<int> PersonalCounts => [.. Partners.Where(p => !p.IsSheet).Select(p => p.Raters.Count)];
}

/// <param name="Value">Null where it may not be shown, or where everybody gave the same end of the scale.</param>
internal sealed record PartnerScore(string Name, bool IsSheet, decimal? Value, Band? Band);

/// <param name="Counts">How many gave 1, 2, 3, 4, 5, and how many cannot say.</param>
internal sealed record ItemCounts(Item Item, string Partner, IReadOnlyList<int> Counts);

internal sealed record ThemeScore(
    Section Section, Shown Shown, decimal? Value, Band? Band, decimal? Spread, SpreadWord? Word, IReadOnlyList<PartnerScore> Partners, IReadOnlyList<ItemCounts> Items)
{
    /// <summary>The newest earlier wave and this one, over the items that mean the same.</summary>
    public ThemeBefore? Before { get; init; }
}

internal sealed record ThemeBefore(int Wave, decimal Value, decimal Now)
{
    public decimal Change => Now - Value;
}

/// <param name="Of">How many sheets raised it; null where the number may not be shown.</param>
internal sealed record RaisedFlag(Item Item, int? Of);

internal sealed record GapLine(Item Item, IReadOnlyList<string> Schools, int? People);

/// <summary>The result of a wave: flags first, then themes with those that are far apart before those that are low.</summary>
internal sealed record WaveScore(AnswerCount Count, IReadOnlyList<RaisedFlag> Flags, IReadOnlyList<ThemeScore> Themes, IReadOnlyList<GapLine> Gaps)
{
    /// <summary>May heads be counted and words without names be shown? The same rule as for themes, over everybody who handed in.</summary>
    public bool MayCount { get; private init; }

    /// <param name="earlier">Closed waves whose questions are kin to these, directly or through others, oldest first.</param>
    public static WaveScore Of(WaveAnswers wave, IReadOnlyList<WaveAnswers> earlier)
    {
        var sheets = wave.Partners.SelectMany(p => p.Raters.Select(r => r.Sheet)).ToList();
        var themes = ThemesOf(wave, earlier).Where(t => t.Partners.Count > 0 || t.Shown == Shown.Nothing)
            .OrderByDescending(t => t.Word == SpreadWord.FarApart).ThenByDescending(t => t.Band ?? Instruments.Band.Holds).ToList();
        var mayCount = Disclosure.Of(wave.PersonalCounts, Everybody(wave), [.. earlier.Where(e => Kinship.AreKin(e.Instrument, wave.Instrument)).Select(Everybody)]) >= Shown.Figures;
        return new(
            sheets.Aggregate(default(AnswerCount), (sum, s) => sum + Scoring.Count(wave.Instrument, s)), FlagsOf(wave, sheets, mayCount), themes, GapsOf(wave, mayCount)) { MayCount = mayCount };
    }

    private static IReadOnlyList<Contributors> Everybody(WaveAnswers wave) =>
        [.. wave.Partners.Where(p => p.Raters.Count > 0).Select(p => new Contributors(p.Key, p.IsSheet, p.Raters.Select(r => r.Rater).ToHashSet(StringComparer.Ordinal), []))];

    private static IEnumerable<ThemeScore> ThemesOf(WaveAnswers wave, IReadOnlyList<WaveAnswers> earlier)
    {
        var history = new History(earlier);
        foreach (var section in wave.Instrument.Sections.Where(s => s.Items.Any(i => i.Kind == ItemKind.Rating)))
        {
            var now = history.Of(wave, section);
            var theme = Theme(wave, section, now);
            var last = earlier.LastOrDefault(e => e.IsLike(wave) && Kinship.AreKin(e.Instrument, wave.Instrument));
            var part = last is null ? null : Counterpart(wave.Instrument, section, last.Instrument);
            yield return last is not null && part is not null && now >= Shown.Figures && history.Of(last, part) >= Shown.Figures
                ? theme with { Before = Compare(wave, section, last, part, earlier.ToList().IndexOf(last)) } : theme;
        }
    }

    // A copy may have given a part another key; items that mean the same are looked for where most of them stand.
    private static Section? Counterpart(Instrument now, Section section, Instrument then) => Kinship.Matching(now, section, then)
        .OrderByDescending(s => s.Items.Select(InstrumentJson.Meaning).Intersect(section.Items.Select(InstrumentJson.Meaning), StringComparer.Ordinal).Count()).FirstOrDefault();

    /// <summary>What of each wave was shown, worked out as its own page did: by those before it that ask the same.</summary>
    private sealed class History(IReadOnlyList<WaveAnswers> earlier)
    {
        // Two rounds may be alike in everything that is written in them.
        private readonly Dictionary<WaveAnswers, Dictionary<string, Shown>> _known = new(ReferenceEqualityComparer.Instance);

        public Shown Of(WaveAnswers wave, Section section)
        {
            var ofWave = _known.TryGetValue(wave, out var begun) ? begun : _known[wave] = new(StringComparer.Ordinal);
            if (ofWave.TryGetValue(section.Key, out var known))
            {
                return known;
            }

            var shownBefore = new List<IReadOnlyList<Contributors>>();
            foreach (var old in earlier.TakeWhile(e => !ReferenceEquals(e, wave)))
            {
                shownBefore.AddRange(Kinship.Matching(wave.Instrument, section, old.Instrument).Where(s => Of(old, s) >= Shown.Figures).Select(s => Contributing(old, s)));
            }

            return ofWave[section.Key] = Disclosure.Of(wave.PersonalCounts, Contributing(wave, section), shownBefore);
        }
    }

    private static ThemeScore Theme(WaveAnswers wave, Section section, Shown shown)
    {
        var values = Values(wave, section, _ => true);
        if (shown == Shown.Nothing)
        {
            return new(section, shown, null, null, null, null, [], []);
        }

        var figures = shown >= Shown.Figures;
        var (value, spread) = (Scoring.Mean([.. values.Select(v => v.Value)])!.Value, Scoring.Spread([.. values.Select(v => v.Value)]));

        // Everybody at one end of the scale: the mean would be everybody's own answer, and so would every sum it can be taken from.
        var atEnd = values.Any(v => !v.Partner.IsSheet && v.Value is 1 or 5);
        return new(
            section, shown, figures && !atEnd ? value : null, Scoring.BandOf(value), figures && !atEnd ? spread : null, spread is { } s ? Scoring.WordOf(s) : null,
            [.. values.Select(v => new PartnerScore(v.Partner.Name, v.Partner.IsSheet, figures && !atEnd ? v.Value : null, figures ? Scoring.BandOf(v.Value) : null))],
            shown == Shown.FiguresAndItems && !atEnd ? [.. Distribution(wave, section)] : []);
    }

    private static List<(PartnerAnswers Partner, decimal Value)> Values(WaveAnswers wave, Section section, Func<Item, bool> takes)
    {
        var values = new List<(PartnerAnswers, decimal)>();
        foreach (var partner in wave.Partners)
        {
            var means = partner.Raters.Select(r => Scoring.Theme([.. Scoring.Ratings(wave.Instrument, section, r.Sheet).Where(takes)], r.Sheet)).OfType<decimal>().ToList();
            if (Scoring.Mean(means) is { } mean)
            {
                values.Add((partner, mean));
            }
        }

        return values;
    }

    private static List<Contributors> Contributing(WaveAnswers wave, Section section, Func<Item, bool>? takes = null)
    {
        var found = new List<Contributors>();
        foreach (var partner in wave.Partners)
        {
            var raters = partner.Raters.Where(r => Scoring.Theme([.. Scoring.Ratings(wave.Instrument, section, r.Sheet).Where(i => takes?.Invoke(i) != false)], r.Sheet) is not null).ToList();
            var items = section.Items.Where(i => i.Kind == ItemKind.Rating)
                .Select(i => (IReadOnlySet<string>)partner.Raters.Where(r => r.Sheet.IsAnswered(i.Key)).Select(r => r.Rater).ToHashSet(StringComparer.Ordinal)).ToList();
            if (raters.Count > 0)
            {
                found.Add(new(partner.Key, partner.IsSheet, raters.Select(r => r.Rater).ToHashSet(StringComparer.Ordinal), items));
            }
        }

        return found;
    }

    // An item to which all of a partner gave the same answer is left out: it would be everybody's own.
    private static IEnumerable<ItemCounts> Distribution(WaveAnswers wave, Section section) =>
        from item in section.Items.Where(i => i.Kind == ItemKind.Rating)
        from partner in wave.Partners.Where(p => !p.IsSheet)
        let counts = new[] { "1", "2", "3", "4", "5", AnswerSheet.CannotSay }.Select(a => partner.Raters.Count(r => r.Sheet[item.Key] == a)).ToList()
        where counts.Count(c => c > 0) > 1
        select new ItemCounts(item, partner.Name, counts);

    /// <summary>Only over items that mean the same in both waves, and only where the same people stand behind the smaller figure.</summary>
    private static ThemeBefore? Compare(WaveAnswers wave, Section section, WaveAnswers old, Section oldSection, int number)
    {
        var meanings = oldSection.Items.Select(InstrumentJson.Meaning).ToHashSet(StringComparer.Ordinal);
        var same = section.Items.Where(i => i.Kind == ItemKind.Rating && meanings.Contains(InstrumentJson.Meaning(i))).Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        bool Takes(Item item) => same.Contains(item.Key);
        var (now, before) = (Theme(wave, section, Shown.Figures).Value, Theme(old, oldSection, Shown.Figures).Value);
        if (same.Count == 0 || now is null || before is null || !SameWho(wave, section, Takes) || !SameWho(old, oldSection, Takes))
        {
            return null;
        }

        var (a, b) = (Scoring.Mean([.. Values(old, oldSection, Takes).Select(v => v.Value)]), Scoring.Mean([.. Values(wave, section, Takes).Select(v => v.Value)]));
        return a is null || b is null ? null : new(number, a.Value, b.Value);
    }

    private static bool SameWho(WaveAnswers wave, Section section, Func<Item, bool> takes)
    {
        var (all, part) = (Contributing(wave, section), Contributing(wave, section, takes));
        return all.Count == part.Count && all.Zip(part).All(p => p.First.Raters.SetEquals(p.Second.Raters));
    }

    // Where all raised it, the number would be everybody's own answer.
    private static List<RaisedFlag> FlagsOf(WaveAnswers wave, List<AnswerSheet> sheets, bool mayCount) =>
    [
        .. wave.Instrument.Items().Where(i => i.Polarity == Polarity.RedFlag)
            .Select(i => (Item: i, Raised: sheets.Count(s => Scoring.RedFlags(wave.Instrument, s).Contains(i))))
            .Where(f => f.Raised > 0).Select(f => new RaisedFlag(f.Item, mayCount && f.Raised < sheets.Count ? f.Raised : null)),
    ];

    private static List<GapLine> GapsOf(WaveAnswers wave, bool mayCount)
    {
        var asked = wave.PersonalCounts.Sum();
        var gaps = new List<GapLine>();
        foreach (var item in wave.Instrument.Items().Where(i => i.Kind == ItemKind.YesNo))
        {
            bool Misses(RaterAnswers r) => Scoring.Gaps(wave.Instrument, r.Sheet).Contains(item);
            var schools = wave.Partners.Where(p => p.IsSheet && p.Raters.Any(Misses)).Select(p => p.Name).ToList();
            var people = wave.Partners.Where(p => !p.IsSheet).Sum(p => p.Raters.Count(Misses));
            if (schools.Count > 0 || people > 0)
            {
                gaps.Add(new(item, schools, mayCount && people < asked ? people : null));
            }
        }

        return gaps;
    }
}
