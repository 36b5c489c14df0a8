namespace Causeway.Instruments;

/// <summary>Where a value of ratings 1 to 5 lies.</summary>
public enum ScoreBand
{
    /// <summary>3.7 and up.</summary>
    Holds,

    /// <summary>2.5 to below 3.7.</summary>
    Talk,

    /// <summary>Below 2.5.</summary>
    Mend,
}

/// <summary>How far partners lie from each other.</summary>
public enum ScoreDistance
{
    /// <summary>Below 0.8.</summary>
    Close,

    /// <summary>0.8 to below 1.5.</summary>
    Apart,

    /// <summary>1.5 and more.</summary>
    FarApart,
}

/// <summary>
/// One theme as its partners rate it, by the rules of this room: the plain mean of the partners, so that a large school does
/// not outvote a small one, and the distance between them. Nothing is rounded here; pages show one decimal.
/// </summary>
/// <param name="Asked">Partners that were asked.</param>
/// <param name="Answered">Partners that could say.</param>
/// <param name="Value">Null: nobody could say.</param>
/// <param name="Spread">Highest minus lowest partner; null with fewer than two: there is no distance to oneself.</param>
public sealed record RatedTheme(int Asked, int Answered, decimal? Value, ScoreBand? Band, decimal? Spread, ScoreDistance? Distance)
{
    /// <param name="partners">A value of 1 to 5 for each partner; null: cannot say.</param>
    public static RatedTheme Of(IReadOnlyCollection<decimal?> partners)
    {
        var given = partners.OfType<decimal>().ToList();
        var (value, spread) = (Scoring.Mean(given), Scoring.Spread(given));
        return new(partners.Count, given.Count, value, value is { } v ? Of(Scoring.BandOf(v)) : null, spread, spread is { } s ? Of(Scoring.WordOf(s)) : null);
    }

    private static ScoreBand Of(Band band) => band switch
    {
        Instruments.Band.Holds => ScoreBand.Holds,
        Instruments.Band.Talk => ScoreBand.Talk,
        Instruments.Band.Mend => ScoreBand.Mend,
        _ => throw new ArgumentOutOfRangeException(nameof(band)),
    };

    private static ScoreDistance Of(SpreadWord word) => word switch
    {
        SpreadWord.Close => ScoreDistance.Close,
        SpreadWord.Apart => ScoreDistance.Apart,
        SpreadWord.FarApart => ScoreDistance.FarApart,
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };
}
