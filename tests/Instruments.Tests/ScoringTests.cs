using System.Globalization;

namespace Causeway.Instruments.Tests;

/// <summary>Each rule of scoring against an example worked out by hand.</summary>
public sealed class ScoringTests
{
    private static readonly Instrument Pulse = ShippedInstruments.Find("pulse")!;

    private static readonly Section Purpose = Pulse.Sections[0];

    [Fact]
    public void Rule_1_a_red_flag_shows_whatever_the_means_are()
    {
        var review = ShippedInstruments.Find("network-annual-review")!;
        var sheets = Enumerable.Range(0, 6).Select(n => new RaterAnswers("r" + n, Sheet(
            [.. review.Items().Where(i => i.Kind == ItemKind.Rating).Select(i => (i.Key, i.Polarity == Polarity.Reversed ? "1" : "5")), ("trust-identity", n == 0 ? "yes" : "no")]))).ToList();
        var score = WaveScore.Of(new(review, [new("a", "A", false, sheets)]), []);
        score.Flags.Single().Item.Key.ShouldBe("trust-identity");
        score.Flags.Single().Of.ShouldBe(1);
        WaveScore.Of(new(review, [new("a", "A", false, [.. sheets.Take(1)])]), []).Flags.ShouldHaveSingleItem("even where nothing else may be shown");
    }

    [Fact]
    public void Rule_2_counts_answered_of_asked_with_cannot_say_apart_and_without_hidden_ones()
    {
        var readiness = ShippedInstruments.Find("school-readiness")!;
        var asked = readiness.Items().Count(i => i.Kind != ItemKind.Text);
        Scoring.Count(readiness, Sheet([("policy-written", "yes"), ("policy-known", "?")])).ShouldBe(new AnswerCount(asked - 1, 1, 1), "the day of the board's look is hidden");
        Scoring.Count(readiness, Sheet([("answer-yearly", "yes")])).ShouldBe(new AnswerCount(asked, 1, 0));
        Scoring.Count(readiness, Sheet([("answer-yearly", "no"), ("answer-date", "2026-01-01")])).Answered.ShouldBe(1, "an answer to a hidden item does not count");
    }

    [Fact]
    public void Rule_3_a_theme_needs_two_of_three_and_partners_weigh_the_same()
    {
        Scoring.Theme(Purpose.Items, Rate("5", "4", "?")).ShouldBe(4.5m);
        Scoring.Theme(Purpose.Items, Rate("5", "?", "?")).ShouldBeNull();
        var large = Enumerable.Range(0, 20).Select(n => new RaterAnswers("l" + n, Rate("5", "4", "4"))).ToList();
        var small = Enumerable.Range(0, 5).Select(n => new RaterAnswers("s" + n, Rate("2", "2", "3"))).ToList();
        var theme = WaveScore.Of(new(Pulse, [new("l", "Large", false, large), new("s", "Small", false, small)]), []).Themes.Single(t => t.Section.Key == "purpose");
        theme.Value!.Value.ShouldBe(((13m / 3) + (7m / 3)) / 2, 0.0000001m, "not (20 × 4.33 + 5 × 2.33) / 25");
    }

    [Theory]
    [InlineData("3.7", Band.Holds)]
    [InlineData("3.6999", Band.Talk)]
    [InlineData("2.5", Band.Talk)]
    [InlineData("2.4999", Band.Mend)]
    public void Rule_4_bands_are_taken_from_the_value_before_rounding(string value, object band) =>
        Scoring.BandOf(decimal.Parse(value, CultureInfo.InvariantCulture)).ShouldBe((Band)band);

    [Fact]
    public void Rule_4_thirds_that_make_up_3_7_are_3_7()
    {
        // (11/3 + 11/3 + 11/3 + 11/3 + 4 + 10/3 + 4 + 4 + 10/3 + 11/3) / 10 = 37/10 would be 3.69999… in decimals added up.
        decimal[] thirds = [11m / 3, 11m / 3, 11m / 3, 11m / 3, 11m / 3, 11m / 3, 11m / 3, 11m / 3, 12m / 3, 11m / 3];
        Scoring.BandOf(Scoring.Mean(thirds)!.Value).ShouldBe(Band.Holds, "111/30 = 3.7");
    }

    [Theory]
    [InlineData("0.79", SpreadWord.Close)]
    [InlineData("0.8", SpreadWord.Apart)]
    [InlineData("1.49", SpreadWord.Apart)]
    [InlineData("1.5", SpreadWord.FarApart)]
    public void Rule_5_spread_has_three_words(string value, object word) =>
        Scoring.WordOf(decimal.Parse(value, CultureInfo.InvariantCulture)).ShouldBe((SpreadWord)word);

    [Fact]
    public void Rule_5_far_apart_stands_before_low()
    {
        var one = Group("a", 5, "5", "5", "4", ("gain", "2"));
        var two = Group("b", 5, "2", "3", "2", ("gain", "2"));
        var themes = WaveScore.Of(new(Pulse, [one, two]), []).Themes;
        themes[0].Section.Key.ShouldBe("purpose");
        themes[0].Band.ShouldBe(Band.Talk);
        themes[1].Section.Key.ShouldBe("gain");
        themes[1].Band.ShouldBe(Band.Mend);
    }

    [Fact]
    public void Rule_7_gaps_are_listed_and_a_reversed_yes_is_one()
    {
        var readiness = ShippedInstruments.Find("school-readiness")!;
        var gaps = Scoring.Gaps(readiness, Sheet([("policy-written", "no"), ("policy-known", "yes"), ("people-alone", "yes"), ("answer-silent", "no"), ("people-lead", "?")]));
        gaps.Select(g => g.Key).ShouldBe(["policy-written", "people-alone"]);
    }

    [Fact]
    public void Rule_8_the_raters_range_stays_beside_the_agreed_level_and_change_needs_the_same_descriptions()
    {
        var item = ShippedInstruments.Find("organisational-capacity")!.Find("money-level")!;
        var raters = new[] { "2", "4", "3", "?" }.Select(l => Sheet([("money-level", l)]));
        LevelScore.Of(item, raters, 3, (item, 2)).ShouldBe(new LevelScore(item, 3, 2, 4, 2));
        LevelScore.Of(item, raters, 3, (item, 2)).Change.ShouldBe(1);
        var other = item with { Choices = [.. item.Choices.Select((c, i) => i == 2 ? c with { Help = "Told in other words." } : c)] };
        LevelScore.Of(item, raters, 3, (other, 2)).Change.ShouldBeNull();
        LevelScore.Of(item, raters, 3, (item with { Translations = [new() { Language = "fr", Text = "x" }] }, 2)).Change.ShouldBe(1, "a translation is no other meaning");
    }

    [Fact]
    public void Rule_9_has_four_steps_of_our_own() => Enum.GetNames<PeerEstimate>().ShouldBe(["ExampleToOthers", "Secure", "Growing", "NotYet"]);

    [Fact]
    public void Rule_10_the_worked_example()
    {
        // Five raters each: 4.2 and 2.4 → 3.3 talk, spread 1.8 far apart.
        var a = Partner("a", [(4, 4, 4), (4, 4, 4), (4, 4, 4), (5, 4, 4), (5, 5, 4)]);
        var b = Partner("b", [(2, 2, 2), (2, 2, 2), (2, 2, 2), (3, 3, 3), (3, 3, 3)]);
        var theme = WaveScore.Of(new(Pulse, [a, b]), []).Themes[0];
        theme.Partners[0].Value!.Value.ShouldBe(4.2m, 0.0000001m);
        theme.Partners[1].Value!.Value.ShouldBe(2.4m, 0.0000001m);
        theme.Value!.Value.ShouldBe(3.3m, 0.0000001m);
        (theme.Band, theme.Word).ShouldBe((Band.Talk, SpreadWord.FarApart));
        theme.Spread!.Value.ShouldBe(1.8m, 0.0000001m);
    }

    [Fact]
    public void Reversed_ratings_are_turned_round_and_weights_count()
    {
        Item[] items = [new() { Key = "a", Kind = ItemKind.Rating, Weight = 3 }, new() { Key = "b", Kind = ItemKind.Rating, Polarity = Polarity.Reversed }];
        Scoring.Theme(items, Sheet([("a", "4"), ("b", "5")])).ShouldBe(((3 * 4m) + 1) / 4);
    }

    [Fact]
    public void Waves_are_compared_over_items_that_mean_the_same()
    {
        var (before, now) = (Group("a", 6, "2", "2", "3"), Group("a", 6, "4", "4", "5"));
        var changed = Pulse with { Version = 2, Sections = [.. Pulse.Sections.Select((s, n) => n > 0 ? s : s with { Items = [s.Items[0], s.Items[1], s.Items[2] with { Text = "Something else entirely." }] })] };
        var same = WaveScore.Of(new(Pulse, [now]), [new(Pulse, [before])]).Themes.First(t => t.Section.Key == "purpose").Before!;
        (same.Change).ShouldBe(2m, 0.0000001m);
        var over = WaveScore.Of(new(changed, [now]), [new(Pulse, [before])]).Themes.First(t => t.Section.Key == "purpose").Before!;
        (over.Value, over.Now).ShouldBe((2m, 4m), "the third item is another one now");
        var all = Pulse with { Sections = [.. Pulse.Sections.Select(s => s with { Items = [.. s.Items.Select(i => i with { Text = i.Text + " Really." })] })] };
        WaveScore.Of(new(all, [now]), [new(Pulse, [before])]).Themes.ShouldAllBe(t => t.Before == null);
    }

    internal static AnswerSheet Sheet(IEnumerable<(string Item, string Answer)> answers) => new(answers.Select(a => KeyValuePair.Create(a.Item, a.Answer)));

    internal static AnswerSheet Rate(string one, string two, string three) => Sheet([("purpose-1", one), ("purpose-2", two), ("purpose-3", three)]);

    internal static PartnerAnswers Group(string key, int raters, string one, string two, string three, (string Theme, string Answer)? other = null) => new(
        key, key.ToUpperInvariant(), false,
        [.. Enumerable.Range(0, raters).Select(n => new RaterAnswers(key + n, Sheet(
            [("purpose-1", one), ("purpose-2", two), ("purpose-3", three), .. other is { } o ? new[] { 1, 2, 3 }.Select(i => ($"{o.Theme}-{i}", o.Answer)) : []])))]);

    internal static PartnerAnswers Partner(string key, (int A, int B, int C)[] raters) => new(
        key, key.ToUpperInvariant(), false,
        [.. raters.Select((r, n) => new RaterAnswers(key + n, Rate(r.A.ToString(CultureInfo.InvariantCulture), r.B.ToString(CultureInfo.InvariantCulture), r.C.ToString(CultureInfo.InvariantCulture))))]);
}
