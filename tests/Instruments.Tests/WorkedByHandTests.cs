namespace Causeway.Instruments.Tests;

/// <summary>The rules that <see cref="ScoringTests"/> shows on a case, once more with small numbers that can be checked with a pencil.</summary>
public sealed class WorkedByHandTests
{
    private static readonly Instrument Pulse = ShippedInstruments.Find("pulse")!;

    [Fact]
    public void Rule_1_the_mean_of_five_fours_and_a_flag_is_four_below_the_flag()
    {
        // Five raters, three ratings of 4 and one flag raised by one of them: flag first, 4.0 holds, nothing averaged across.
        var form = new Instrument
        {
            Key = "flagged", Text = "F",
            Sections = [new() { Key = "s", Text = "S", Items = [Rating("a"), Rating("b"), Rating("c"), new() { Key = "harm", Kind = ItemKind.YesNo, Text = "Harm?", Polarity = Polarity.RedFlag, RaisedBy = ["yes"] }] }],
        };
        var raters = Enumerable.Range(0, 5).Select(n => new RaterAnswers("r" + n, ScoringTests.Sheet([("a", "4"), ("b", "4"), ("c", "4"), ("harm", n == 2 ? "yes" : "no")]))).ToList();
        var score = WaveScore.Of(new(form, [new("p", "P", false, raters)]), []);
        score.Flags.Single().Of.ShouldBe(1);
        (score.Themes.Single().Value, score.Themes.Single().Band).ShouldBe((4m, Band.Holds));
    }

    [Fact]
    public void Rule_2_five_answered_of_nine_asked_and_three_cannot_say()
    {
        // Two people, three ratings each and two yes/no, of which one hangs on the other. First: 3 + 1 + hidden = 4 asked. Second: all 5.
        var form = new Instrument
        {
            Key = "counted", Text = "C",
            Sections =
            [
                new()
                {
                    Key = "s", Text = "S",
                    Items =
                    [
                        Rating("a"), Rating("b"), Rating("c"), new() { Key = "on", Kind = ItemKind.YesNo, Text = "On?" },
                        new() { Key = "then", Kind = ItemKind.YesNo, Text = "Then?", ShownIf = new() { Item = "on", Answers = ["yes"] } }, new() { Key = "open", Kind = ItemKind.Text, Text = "Say more" },
                    ],
                },
            ],
        };
        var first = ScoringTests.Sheet([("a", "4"), ("b", "?"), ("on", "no"), ("then", "yes"), ("open", "much")]);
        var second = ScoringTests.Sheet([("a", "2"), ("b", "3"), ("c", "?"), ("on", "yes"), ("then", "?")]);
        Scoring.Count(form, first).ShouldBe(new AnswerCount(4, 2, 1), "4 asked: a, b, c, on. 2 answered: a, on. 1 cannot say: b");
        Scoring.Count(form, second).ShouldBe(new AnswerCount(5, 3, 2), "5 asked; a, b, on answered; c and then cannot be said");
        (Scoring.Count(form, first) + Scoring.Count(form, second)).ShouldBe(new AnswerCount(9, 5, 3));
    }

    [Fact]
    public void Rule_3_two_of_three_make_a_theme_and_the_large_school_does_not_outvote_the_small_one()
    {
        // A: nine raters of (5, 5, 4), 14/3 each, and one who answered one item only. B: five raters of (2, 3, ?), 2.5 each.
        var a = ScoringTests.Partner("a", [.. Enumerable.Repeat((5, 5, 4), 9)]);
        a = a with { Raters = [.. a.Raters, new("a9", ScoringTests.Rate("1", "?", "?"))] };
        var b = new PartnerAnswers("b", "B", false, [.. Enumerable.Range(0, 5).Select(n => new RaterAnswers("b" + n, ScoringTests.Rate("2", "3", "?")))]);
        var theme = WaveScore.Of(new(Pulse, [a, b]), []).Themes.Single(t => t.Section.Key == "purpose");
        theme.Partners[0].Value!.Value.ShouldBe(14m / 3, 0.0000001m, "nine times 14/3; whoever answered one of three stays out");
        theme.Partners[1].Value.ShouldBe(2.5m);
        theme.Value!.Value.ShouldBe(43m / 12, 0.0000001m, "(14/3 + 5/2) / 2 = 43/12 = 3.58…");
        theme.Band.ShouldBe(Band.Talk);
    }

    [Fact]
    public void Rule_5_three_partners_at_2_3_and_3_8_are_far_apart_by_1_8()
    {
        Scoring.Spread([2m, 3m, 3.8m]).ShouldBe(1.8m);
        Scoring.WordOf(1.8m).ShouldBe(SpreadWord.FarApart);
        Scoring.Spread([3.1m, 3.8m]).ShouldBe(0.7m);
        Scoring.WordOf(0.7m).ShouldBe(SpreadWord.Close);
        Scoring.Spread([3m]).ShouldBeNull();
    }

    [Fact]
    public void Rule_6_two_three_and_five_raters_give_nothing_words_and_numbers()
    {
        // (4, 4, 4) and (3, 3, 3), four and five people: 4.0 and 3.0 stay hidden, "apart" and "talk" are told. Five and five: 3.5 and 1.0.
        var words = Theme(ScoringTests.Group("a", 4, "4", "4", "3"), ScoringTests.Group("b", 5, "3", "3", "2"));
        (words.Value, words.Spread, words.Word, words.Band).ShouldBe((null, null, SpreadWord.Apart, Band.Talk));
        words.Partners.ShouldAllBe(p => p.Value == null && p.Band == null);
        var figures = Theme(ScoringTests.Group("a", 5, "4", "4", "3"), ScoringTests.Group("b", 5, "3", "3", "2"));
        figures.Value!.Value.ShouldBe(19m / 6, 0.0000001m, "(11/3 + 8/3) / 2");
        figures.Spread!.Value.ShouldBe(1m, 0.0000001m);
        var nothing = WaveScore.Of(new(Pulse, [ScoringTests.Group("a", 2, "4", "4", "3"), ScoringTests.Group("b", 5, "3", "3", "2")]), []).Themes.First(t => t.Section.Key == "purpose");
        (nothing.Shown, nothing.Band, nothing.Word).ShouldBe((Shown.Nothing, null, null));
    }

    [Fact]
    public void Rule_7_a_no_and_a_reversed_yes_are_gaps_and_no_percentage_is_made()
    {
        var form = new Instrument
        {
            Key = "gaps", Text = "G",
            Sections = [new() { Key = "s", Text = "S", Items = [.. Enumerable.Range(1, 5).Select(n => new Item { Key = "n" + n, Kind = ItemKind.YesNo, Text = "N" + n, Polarity = n <= 3 ? Polarity.Normal : Polarity.Reversed })] }],
        };
        Scoring.Gaps(form, ScoringTests.Sheet([("n1", "no"), ("n2", "yes"), ("n3", "no"), ("n4", "yes"), ("n5", "no")])).Select(i => i.Key).ShouldBe(["n1", "n3", "n4"]);
        Scoring.Gaps(form, ScoringTests.Sheet([("n1", "yes"), ("n2", "?"), ("n4", "no"), ("n5", "yes")])).Select(i => i.Key).ShouldBe(["n5"], "cannot say is no gap");
        var score = WaveScore.Of(new(form, [new("a", "School A", true, [new("a", ScoringTests.Sheet([("n1", "no"), ("n4", "yes")]))])]), []);
        score.Gaps.Select(g => (g.Item.Key, g.Schools.Single())).ShouldBe([("n1", "School A"), ("n4", "School A")]);
        score.Themes.ShouldBeEmpty("no mean stands beside a list of gaps");
    }

    [Fact]
    public void Rule_8_raters_at_1_2_and_4_who_agree_on_2_after_1_last_year_changed_by_one()
    {
        var item = ShippedInstruments.Find("organisational-capacity")!.Find("people-level")!;
        var score = LevelScore.Of(item, new[] { "1", "2", "4" }.Select(l => ScoringTests.Sheet([("people-level", l)])), 2, (item, 1));
        (score.Agreed, score.Lowest, score.Highest, score.Change).ShouldBe((2, 1, 4, 1));
        LevelScore.Of(item, [], null, (item, 1)).Change.ShouldBeNull("nothing agreed, nothing changed");
    }

    [Fact]
    public void Rule_9_the_steps_of_a_peers_estimate_go_from_an_example_down_to_not_yet() =>
        ((int)PeerEstimate.ExampleToOthers, (int)PeerEstimate.Secure, (int)PeerEstimate.Growing, (int)PeerEstimate.NotYet).ShouldBe((0, 1, 2, 3));

    private static ThemeScore Theme(PartnerAnswers one, PartnerAnswers other) => WaveScore.Of(new(Pulse, [one, other]), []).Themes.First(t => t.Section.Key == "purpose");

    private static Item Rating(string key) => new() { Key = key, Kind = ItemKind.Rating, Text = "Item " + key };
}
