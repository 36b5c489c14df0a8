namespace Causeway.Instruments;

internal enum Band
{
    Holds,
    Talk,
    Mend,
}

internal enum SpreadWord
{
    Close,
    Apart,
    FarApart,
}

/// <summary>How a partner looks from outside; our own four steps.</summary>
internal enum PeerEstimate
{
    ExampleToOthers,
    Secure,
    Growing,
    NotYet,
}

/// <param name="Asked">Items that were shown and can be answered; open questions are not counted.</param>
/// <param name="CannotSay">Asked and not answered, because nobody could.</param>
internal readonly record struct AnswerCount(int Asked, int Answered, int CannotSay)
{
    public static AnswerCount operator +(AnswerCount a, AnswerCount b) => new(a.Asked + b.Asked, a.Answered + b.Answered, a.CannotSay + b.CannotSay);

    public static AnswerCount Add(AnswerCount left, AnswerCount right) => left + right;
}

/// <summary>The arithmetic of answers, without anybody's name. Values are never rounded here; one decimal is what pages show.</summary>
internal static class Scoring
{
    public const decimal HoldsFrom = 3.7m;
    public const decimal TalkFrom = 2.5m;
    public const decimal ApartFrom = 0.8m;
    public const decimal FarApartFrom = 1.5m;

    // Thirds do not come out even in decimals: 3.7 reached by thirds is 3.7, not a hair less.
    private const int Hair = 15;

    public static AnswerCount Count(Instrument instrument, AnswerSheet sheet)
    {
        var asked = sheet.Shown(instrument).Where(i => i.Kind != ItemKind.Text).ToList();
        return new(asked.Count, asked.Count(i => sheet.IsAnswered(i.Key)), asked.Count(i => sheet[i.Key] == AnswerSheet.CannotSay));
    }

    /// <summary>The flags this sheet raises. No score stands above them.</summary>
    public static IReadOnlyList<Item> RedFlags(Instrument instrument, AnswerSheet sheet) =>
        [.. sheet.Shown(instrument).Where(i => i.Polarity == Polarity.RedFlag && sheet.Parts(i.Key).Any(i.RaisedBy.Contains))];

    /// <summary>Of a list of yes and no: what is missing. A reversed item is a gap when answered yes.</summary>
    public static IReadOnlyList<Item> Gaps(Instrument instrument, AnswerSheet sheet) =>
        [.. sheet.Shown(instrument).Where(i => i.Kind == ItemKind.YesNo && sheet[i.Key] is { } answer && answer == (Adverse(i)))];

    /// <summary>A rater's mean of a theme: at least two thirds of its ratings have to be there, so two of three.</summary>
    public static decimal? Theme(IReadOnlyList<Item> ratings, AnswerSheet sheet)
    {
        var given = ratings.Where(i => sheet.IsAnswered(i.Key)).ToList();
        return ratings.Count == 0 || given.Count * 3 < ratings.Count * 2 ? null
            : given.Sum(i => i.Weight * Rating(i, sheet)) / given.Sum(i => i.Weight);
    }

    /// <summary>Ratings of a section that this sheet was shown.</summary>
    public static IReadOnlyList<Item> Ratings(Instrument instrument, Section section, AnswerSheet sheet)
    {
        var shown = sheet.Shown(instrument).ToHashSet();
        return [.. section.Items.Where(i => i.Kind == ItemKind.Rating && shown.Contains(i))];
    }

    public static decimal? Mean(IReadOnlyCollection<decimal> values) => values.Count == 0 ? null : values.Sum() / values.Count;

    public static Band BandOf(decimal value) => decimal.Round(value, Hair) switch
    {
        >= HoldsFrom => Band.Holds,
        >= TalkFrom => Band.Talk,
        _ => Band.Mend,
    };

    /// <summary>Null with fewer than two partners: there is no distance to oneself.</summary>
    public static decimal? Spread(IReadOnlyCollection<decimal> partners) => partners.Count < 2 ? null : partners.Max() - partners.Min();

    public static SpreadWord WordOf(decimal spread) => decimal.Round(spread, Hair) switch
    {
        >= FarApartFrom => SpreadWord.FarApart,
        >= ApartFrom => SpreadWord.Apart,
        _ => SpreadWord.Close,
    };

    private static decimal Rating(Item item, AnswerSheet sheet)
    {
        var value = decimal.Parse(sheet[item.Key]!, System.Globalization.CultureInfo.InvariantCulture);
        return item.Polarity == Polarity.Reversed ? 6 - value : value;
    }

    private static string Adverse(Item item) => item.Polarity switch
    {
        Polarity.Reversed => "yes",
        Polarity.RedFlag => item.RaisedBy[0],
        _ => "no",
    };
}

/// <summary>Described levels of one item: what was agreed, and from where to where the raters had it. Change only where the descriptions are the same.</summary>
internal sealed record LevelScore(Item Item, int? Agreed, int? Lowest, int? Highest, int? Before)
{
    public int? Change => Agreed - Before;

    /// <param name="before">The same item and its agreed level in an earlier wave.</param>
    public static LevelScore Of(Item item, IEnumerable<AnswerSheet> raters, int? agreed, (Item Item, int? Agreed)? before)
    {
        var levels = raters.Where(r => r.IsAnswered(item.Key)).Select(r => int.Parse(r[item.Key]!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return new(
            item, agreed, levels.Count == 0 ? null : levels.Min(), levels.Count == 0 ? null : levels.Max(),
            before is { } earlier && InstrumentJson.Meaning(earlier.Item) == InstrumentJson.Meaning(item) ? earlier.Agreed : null);
    }
}
