namespace Causeway.Instruments.Tests;

/// <summary>Nobody's answer can be worked out: not from a small group, not from parts and wholes, not over waves.</summary>
public sealed class DisclosureTests
{
    private static readonly Instrument Pulse = ShippedInstruments.Find("pulse")!;

    [Theory]
    [InlineData(5, 5, Shown.FiguresAndItems)]
    [InlineData(5, 4, Shown.WordsOnly)]
    [InlineData(9, 3, Shown.WordsOnly)]
    [InlineData(9, 2, Shown.Nothing)]
    public void The_smallest_partner_decides_for_everyone(int one, int other, object shown) =>
        Disclosure.Of([one, other], [Who("a", one), Who("b", other)], []).ShouldBe((Shown)shown);

    [Fact]
    public void An_agreed_sheet_is_no_personal_answer() =>
        Disclosure.Of([5], [Who("a", 5), Who("b", 1) with { IsSheet = true }], []).ShouldBe(Shown.FiguresAndItems);

    [Fact]
    public void One_more_or_one_fewer_than_last_time_shows_words_only()
    {
        var before = new[] { new[] { Who("a", 6) } };
        Disclosure.Of([6], [Who("a", 6)], before).ShouldBe(Shown.FiguresAndItems, "the same six");
        Disclosure.Of([7], [Who("a", 7)], before).ShouldBe(Shown.WordsOnly, "the seventh stands alone");
        Disclosure.Of([5], [Who("a", 5)], before).ShouldBe(Shown.WordsOnly, "whoever left stands alone");
        Disclosure.Of([8], [Who("a", 8)], before).ShouldBe(Shown.WordsOnly, "two are few");
        Disclosure.Of([9], [Who("a", 9)], before).ShouldBe(Shown.FiguresAndItems);
    }

    [Fact]
    public void Three_waves_together_give_away_no_more_than_two()
    {
        // {1..6} and {7..12} were shown; {1..5, 7..12, 13, 14, 15} would not differ by few from either …
        IReadOnlySet<string> Set(params int[] people) => people.Select(p => "p" + p).ToHashSet();
        Disclosure.LeavesOne([Set(1, 2, 3, 4, 5, 6), Set(7, 8, 9, 10, 11, 12)]).ShouldBeFalse();
        Disclosure.LeavesOne([Set(1, 2, 3, 4, 5, 6), Set(7, 8, 9, 10, 11, 12), Set(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)]).ShouldBeTrue("… but the sum of two leaves the thirteenth");
    }

    [Fact]
    public void Where_a_few_left_an_item_out_the_items_are_not_shown()
    {
        var raters = Enumerable.Range(0, 7).Select(n => new RaterAnswers("r" + n, ScoringTests.Rate(n % 2 == 0 ? "4" : "3", "3", n == 0 ? "?" : "5"))).ToList();
        var theme = WaveScore.Of(new(Pulse, [new("a", "A", false, raters)]), []).Themes.First(t => t.Section.Key == "purpose");
        theme.Shown.ShouldBe(Shown.Figures);
        theme.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Everybody_at_one_end_of_the_scale_is_not_shown_as_a_number()
    {
        var theme = WaveScore.Of(new(Pulse, [ScoringTests.Group("a", 6, "1", "1", "1"), ScoringTests.Group("b", 6, "3", "4", "4")]), []).Themes.First(t => t.Section.Key == "purpose");
        (theme.Value, theme.Spread).ShouldBe((null, null));
        theme.Partners.ShouldAllBe(p => p.Value == null);
        theme.Items.ShouldBeEmpty();
        theme.Band.ShouldBe(Band.Mend, "(1 + 11/3) / 2");
    }

    [Fact]
    public void Heads_are_not_counted_where_the_wave_before_had_nearly_the_same_people()
    {
        var readiness = ShippedInstruments.Find("school-readiness")!;
        WaveAnswers Of(int people) => new(readiness, [new("a", "A", false, [.. Enumerable.Range(0, people).Select(n => new RaterAnswers("r" + n, ScoringTests.Sheet([("policy-written", n < 3 ? "no" : "yes"), ("procedures-staff", n < 2 ? "no" : "yes")])))])]);
        WaveScore.Of(Of(6), []).Gaps[0].People.ShouldBe(3);
        WaveScore.Of(Of(6), []).Flags[0].Of.ShouldBe(2);
        WaveScore.Of(Of(6), [Of(7)]).Gaps[0].People.ShouldBeNull();
        WaveScore.Of(Of(6), [Of(7)]).Flags[0].Of.ShouldBeNull("but the flag is told");
        WaveScore.Of(Of(4), []).Gaps[0].People.ShouldBeNull();
    }

    [Fact]
    public void Small_groups_see_words_and_no_number_anywhere()
    {
        var score = WaveScore.Of(new(Pulse, [ScoringTests.Group("a", 4, "1", "2", "1"), ScoringTests.Group("b", 9, "5", "4", "4")]), []);
        var theme = score.Themes.First(t => t.Section.Key == "purpose");
        (theme.Value, theme.Spread, theme.Items.Count).ShouldBe((null, null, 0));
        theme.Partners.ShouldAllBe(p => p.Value == null && p.Band == null);
        theme.Word.ShouldBe(SpreadWord.FarApart);
    }

    [Fact]
    public void Over_random_years_no_combination_of_shown_sums_is_one_persons_answer()
    {
        var random = new Random(2026);
        for (var world = 0; world < 300; world++)
        {
            var staff = Enumerable.Range(0, 14).ToList();
            var waves = new List<WaveAnswers>();
            var rows = new List<int[]>();
            for (var year = 0; year < 6; year++)
            {
                var here = staff.Where(_ => random.Next(10) < 7).ToList();
                var wave = new WaveAnswers(Pulse, [new("a", "A", false, [.. here.Select(p => new RaterAnswers("p" + p, ScoringTests.Rate("2", "4", random.Next(1, 6).ToString(System.Globalization.CultureInfo.InvariantCulture))))])]);
                var theme = WaveScore.Of(wave, waves).Themes.FirstOrDefault(t => t.Section.Key == "purpose");
                if (theme?.Value is not null)
                {
                    rows.Add([.. staff.Select(p => here.Contains(p) ? 1 : 0)]);
                }

                waves.Add(wave);
            }

            var rank = Rank(rows);
            foreach (var person in staff)
            {
                Rank([.. rows, [.. staff.Select(p => p == person ? 1 : 0)]]).ShouldBe(rank + 1, $"world {world}: person {person} can be worked out");
            }
        }
    }

    // Another way than the program's own: rank over the numbers modulo a prime.
    internal static int Rank(List<int[]> given)
    {
        const long Prime = 1_000_003;
        var rows = given.Select(r => r.Select(v => (long)v).ToArray()).ToList();
        var rank = 0;
        for (var c = 0; rows.Count > 0 && c < rows[0].Length && rank < rows.Count; c++)
        {
            var pivot = rows.FindIndex(rank, r => r[c] % Prime != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var r = rank + 1; r < rows.Count; r++)
            {
                var (a, b) = (rows[rank][c], rows[r][c]);
                rows[r] = [.. rows[r].Select((v, i) => ((((v * a) - (rows[rank][i] * b)) % Prime) + Prime) % Prime)];
            }

            rank++;
        }

        return rank;
    }

    private static Contributors Who(string partner, int raters)
    {
        IReadOnlySet<string> all = Enumerable.Range(0, raters).Select(n => partner + n).ToHashSet();
        return new(partner, false, all, [all, all, all]);
    }
}
