using System.Globalization;

namespace Causeway.Instruments.Tests;

/// <summary>Copies under other names are the same questions: nothing more follows from two of them than from one.</summary>
public sealed class KinTests
{
    private static readonly Instrument Pulse = ShippedInstruments.Find("pulse")!;

    [Fact]
    public void Questionnaires_are_kin_by_key_by_origin_and_by_a_question_and_by_nothing_else()
    {
        var renamed = Pulse with { Key = "ours", Sections = [.. Pulse.Sections.Select(s => s with { Key = "x-" + s.Key, Items = [.. s.Items.Select(i => i with { Key = "x-" + i.Key })] })] };
        Kinship.AreKin(Pulse, renamed).ShouldBeTrue("its questions are the same");
        var loud = renamed with { Sections = [.. renamed.Sections.Select(s => s with { Items = [.. s.Items.Select(i => i with { Text = i.Text.ToUpperInvariant() + " !" })] })] };
        Kinship.AreKin(Pulse, loud).ShouldBeTrue("signs and capitals are no other question");
        var abroad = renamed with { Sections = [.. renamed.Sections.Select(s => s with { Items = [.. s.Items.Select(i => i with { Text = "Autrement " + i.Key, Translations = [new() { Language = "en", Text = i.Text }] })] })] };
        Kinship.AreKin(Pulse, abroad).ShouldBeTrue("its translation is the same question");
        var reworded = renamed with { Sections = [.. renamed.Sections.Select(s => s with { Items = [.. s.Items.Select(i => i with { Text = "Otherwise " + i.Key })] })] };
        Kinship.AreKin(Pulse, reworded).ShouldBeFalse();
        Kinship.AreKin(Pulse, reworded with { Origin = "pulse" }).ShouldBeTrue("it says where it comes from");
        Kinship.AreKin(reworded with { Key = "again", Origin = "ours" }, reworded with { Origin = "pulse" }).ShouldBeTrue("a copy of a copy");
        Kinship.AreKin(Pulse, ShippedInstruments.Find("organisational-capacity")!).ShouldBeFalse();
        Kinship.AreKin(ShippedInstruments.Find("intent-sheet")!, ShippedInstruments.Find("due-diligence")!).ShouldBeFalse();
    }

    [Fact]
    public void A_part_that_joins_two_parts_of_another_one_is_kin_to_both()
    {
        var joined = new Instrument { Key = "joined", Text = "Joined", Sections = [new() { Key = "both", Text = "Both", Items = [.. Pulse.Sections[0].Items, .. Pulse.Sections[1].Items] }] };
        Kinship.Matching(joined, joined.Sections[0], Pulse).Select(s => s.Key).ShouldBe([Pulse.Sections[0].Key, Pulse.Sections[1].Key]);
        var (six, seven) = (People(6), People(7));
        WaveScore.Of(new(joined, [Group(joined, seven)]), [new(Pulse, [Group(Pulse, six)])]).Themes.Single().Value.ShouldBeNull("the seventh would stand alone");
    }

    [Fact]
    public void Another_questionnaire_between_two_rounds_takes_nothing_away()
    {
        var other = new Instrument { Key = "other", Text = "Other", Sections = [new() { Key = "purpose", Text = "Purpose", Items = [new() { Key = "purpose-1", Kind = ItemKind.Rating, Text = "Something else entirely?" }] }] };
        WaveScore.Of(new(Pulse, [Group(Pulse, People(7))]), [new(other, [Group(other, People(6))])]).Themes[0].Value.ShouldNotBeNull();
    }

    [Fact]
    public void A_round_that_showed_words_only_takes_nothing_from_the_next_copy()
    {
        var copy = Pulse with { Key = "ours", Origin = "pulse" };
        var (first, second) = (new WaveAnswers(Pulse, [Group(Pulse, People(6))]), new WaveAnswers(copy, [Group(copy, People(7))]));
        WaveScore.Of(second, [first]).Themes[0].Value.ShouldBeNull("seven after six");
        WaveScore.Of(new(Pulse, [Group(Pulse, People(9))]), [first, second]).Themes[0].Value.ShouldNotBeNull("the seven were never shown; nine differ from six by three");
    }

    [Fact]
    public void Over_random_years_with_copies_no_combination_of_shown_sums_is_one_persons_answer()
    {
        var random = new Random(18);
        Instrument[] forms =
        [
            Pulse, Pulse with { Key = "copied", Origin = "pulse" },
            Pulse with { Key = "renamed", Sections = [.. Pulse.Sections.Select(s => s with { Key = "r-" + s.Key, Items = [.. s.Items.Select(i => i with { Key = "r-" + i.Key })] })] },
            Pulse with { Key = "in-part", Sections = [.. Pulse.Sections.Select(s => s with { Items = [s.Items[0], .. s.Items.Skip(1).Select(i => i with { Text = "Otherwise " + i.Key })] })] },
        ];
        var withoutKin = 0;
        for (var world = 0; world < 120; world++)
        {
            var (waves, rows, blind) = (new List<WaveAnswers>(), new List<int[]>(), new List<int[]>());
            for (var year = 0; year < 6; year++)
            {
                var here = Enumerable.Range(0, 12).Where(_ => random.Next(10) < 8).ToList();
                var form = forms[random.Next(forms.Length)];
                var wave = new WaveAnswers(form, [Group(form, here, random)]);
                int[] row = [.. Enumerable.Range(0, 12).Select(p => here.Contains(p) ? 1 : 0)];
                if (WaveScore.Of(wave, waves).Themes[0].Value is not null)
                {
                    rows.Add(row);
                }

                if (WaveScore.Of(wave, [.. waves.Where(w => w.Instrument.Key == form.Key)]).Themes[0].Value is not null)
                {
                    blind.Add(row);
                }

                waves.Add(wave);
            }

            GivesAway(rows).ShouldBeFalse($"world {world}");
            withoutKin += GivesAway(blind) ? 1 : 0;
        }

        withoutKin.ShouldBeGreaterThan(10, "judged by the key alone, somebody would have been found: the test can fail");
    }

    private static bool GivesAway(List<int[]> rows)
    {
        var rank = DisclosureTests.Rank(rows);
        return rows.Count > 0 && Enumerable.Range(0, rows[0].Length).Any(p => DisclosureTests.Rank([.. rows, [.. Enumerable.Range(0, rows[0].Length).Select(n => n == p ? 1 : 0)]]) == rank);
    }

    private static List<int> People(int count) => [.. Enumerable.Range(0, count)];

    private static PartnerAnswers Group(Instrument form, IReadOnlyList<int> people, Random? random = null) => new(
        "a", "A", false,
        [.. people.Select(p => new RaterAnswers("p" + p, new(form.Items().Where(i => i.Kind == ItemKind.Rating).Select((i, n) => KeyValuePair.Create(i.Key, (random?.Next(2, 5) ?? (2 + (n % 3))).ToString(CultureInfo.InvariantCulture))))))]);
}
