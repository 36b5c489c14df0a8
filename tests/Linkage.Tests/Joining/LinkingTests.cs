using FsCheck;
using FsCheck.Fluent;

namespace Causeway.Linkage.Tests;

public class LinkingTests
{
    [Fact]
    public void Most_records_of_a_person_come_together_and_few_others()
    {
        List<LinkRecord> records = MadeUpLists.Persons(200, 1);
        LinkageResult result = Link(records);
        (double precision, double recall) = Against(records, result);
        precision.ShouldBeGreaterThan(0.97);
        recall.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void The_order_of_the_records_does_not_matter()
    {
        List<LinkRecord> records = MadeUpLists.Persons(60, 2);
        string expected = Partition(Link(records));
        Prop.ForAll(Gen.Shuffle(records.ToArray()).ToArbitrary(), shuffled =>
                string.Equals(Partition(Link(shuffled)), expected, StringComparison.Ordinal))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    [Fact]
    public void The_number_of_threads_does_not_matter()
    {
        List<LinkRecord> records = MadeUpLists.Persons(150, 3);
        LinkageResult one = LinkageEngine.Link(RecordTable.From(records), new LinkageOptions { Threads = 1 });
        LinkageResult four = LinkageEngine.Link(RecordTable.From(records), new LinkageOptions { Threads = 4 });
        Partition(four).ShouldBe(Partition(one));
        four.Pairs().ShouldBe(one.Pairs());
    }

    [Fact]
    public void Every_record_is_in_exactly_one_cluster()
    {
        List<LinkRecord> records = MadeUpLists.WithClinic();
        Link(records).Clusters().SelectMany(cluster => cluster).Order(StringComparer.Ordinal)
            .ShouldBe(records.Select(record => record.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Never_link_beats_the_highest_score()
    {
        List<LinkRecord> records = MadeUpLists.Persons(80, 4);
        ScoredPair best = Link(records).Pairs().OrderByDescending(pair => pair.Probability).First();
        LinkageResult pinned = LinkageEngine.Link(
            RecordTable.From(records), new LinkageOptions { NeverLink = [(best.RightId, best.LeftId)], MustLink = [(best.LeftId, best.RightId)] });
        Together(pinned, best.LeftId, best.RightId).ShouldBeFalse();
        pinned.Explain(best.LeftId, best.RightId).Certainty.ShouldBe(Certainty.Apart);
    }

    [Fact]
    public void Never_link_holds_although_a_third_record_is_like_both()
    {
        List<LinkRecord> records = MadeUpLists.Persons(80, 4);
        string[] three = [.. Link(records).Clusters().First(cluster => cluster.Count >= 3)];
        LinkageResult pinned = LinkageEngine.Link(RecordTable.From(records), new LinkageOptions { NeverLink = [(three[0], three[1])] });
        Together(pinned, three[0], three[1]).ShouldBeFalse();
    }

    [Fact]
    public void Must_link_joins_records_that_have_nothing_in_common()
    {
        List<LinkRecord> records = MadeUpLists.WithClinic();
        LinkageResult pinned = LinkageEngine.Link(RecordTable.From(records), new LinkageOptions { MustLink = [("clinic0", "p000x0")] });
        Together(pinned, "clinic0", "p000x0").ShouldBeTrue();
        pinned.Explain("clinic0", "p000x0").Certainty.ShouldBe(Certainty.Sure);
    }

    [Fact]
    public void A_shared_clinic_never_joins_two_people()
    {
        LinkageResult result = Link(MadeUpLists.WithClinic());
        Enumerable.Range(0, 4).Select(i => result.ClusterOf($"clinic{i}")).Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
        result.Explain("clinic0", "clinic1").Certainty.ShouldBe(Certainty.Apart);
    }

    [Fact]
    public void A_person_and_the_service_where_they_work_stay_two()
    {
        LinkageResult result = Link(MadeUpLists.WithClinic());
        Together(result, "clinic0", "service0").ShouldBeFalse();
        result.Explain("clinic0", "service0").Reasons.ShouldHaveSingleItem().ToString().ShouldContain("service");
        Together(result, "service0", "service1").ShouldBeTrue();
    }

    [Fact]
    public void The_reasons_of_an_explanation_add_up()
    {
        LinkageResult result = Link(MadeUpLists.Persons(100, 6));
        foreach (ScoredPair pair in result.Pairs(0.2).Take(50))
        {
            PairExplanation explanation = result.Explain(pair.LeftId, pair.RightId);
            explanation.Reasons.Sum(reason => reason.Bits).ShouldBe(explanation.Bits, 1e-6);
            explanation.Probability.ShouldBe(1 / (1 + Math.Pow(2, -explanation.Bits)), 1e-9);
            explanation.Probability.ShouldBe(pair.Probability, 1e-3);
            explanation.Reasons.ShouldAllBe(reason => reason.ToString().Length > 10);
        }
    }

    [Fact]
    public void A_cluster_keeps_the_id_it_had_before_a_list_arrived()
    {
        List<LinkRecord> records = MadeUpLists.Persons(60, 7);
        LinkageResult first = Link([.. records.Where(record => !record.Id.EndsWith("x0", StringComparison.Ordinal))]);
        Dictionary<string, string> earlier = first.RecordIds.ToDictionary(id => id, first.ClusterOf, StringComparer.Ordinal);
        LinkageResult second = LinkageEngine.Link(RecordTable.From(records), new LinkageOptions { EarlierClusters = earlier });
        foreach (IReadOnlyList<string> cluster in second.Clusters())
        {
            string[] before = [.. cluster.Where(earlier.ContainsKey).Select(id => earlier[id]).Distinct(StringComparer.Ordinal)];
            if (before.Length == 1 && first.Clusters().Single(old => old.Contains(before[0], StringComparer.Ordinal)).All(cluster.Contains))
            {
                second.ClusterOf(cluster[0]).ShouldBe(before[0]);
            }
        }
    }

    [Fact]
    public void The_same_id_twice_is_refused() =>
        Should.Throw<InvalidDataException>(() => Link([MadeUpLists.Record("a", ("name", "X")), MadeUpLists.Record("a", ("name", "Y"))]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Tables_too_small_to_learn_from_are_linked_all_the_same(int count)
    {
        List<LinkRecord> records = [.. MadeUpLists.Persons(5, 8).Take(count)];
        Link(records).RecordIds.Count.ShouldBe(count);
    }

    [Fact]
    public void A_crowd_of_identical_records_stays_below_the_largest_believable_size()
    {
        List<LinkRecord> records = MadeUpLists.Persons(100, 9);
        records.AddRange(Enumerable.Range(0, 90).Select(i =>
            MadeUpLists.Record($"z{i:00}", ("name", "Anna Ashbourne"), ("phone", "0113 555 0100"), ("city", "Leeds"))));
        Link(records).Clusters().Max(cluster => cluster.Count).ShouldBeLessThanOrEqualTo(LinkageOptions.Default.MaxClusterSize);
    }

    private static LinkageResult Link(IEnumerable<LinkRecord> records) => LinkageEngine.Link(RecordTable.From(records));

    private static bool Together(LinkageResult result, string left, string right) =>
        string.Equals(result.ClusterOf(left), result.ClusterOf(right), StringComparison.Ordinal);

    private static string Partition(LinkageResult result) =>
        string.Join(';', result.RecordIds.Zip(result.ClusterIds).Select(pair => pair.First + "=" + pair.Second));

    private static (double Precision, double Recall) Against(List<LinkRecord> records, LinkageResult result)
    {
        int both = 0;
        int proposed = 0;
        int real = 0;
        for (int i = 0; i < records.Count; i++)
        {
            for (int j = i + 1; j < records.Count; j++)
            {
                bool same = string.Equals(records[i].Id.Split('x')[0], records[j].Id.Split('x')[0], StringComparison.Ordinal);
                bool joined = string.Equals(result.ClusterOf(records[i].Id), result.ClusterOf(records[j].Id), StringComparison.Ordinal);
                both += same && joined ? 1 : 0;
                proposed += joined ? 1 : 0;
                real += same ? 1 : 0;
            }
        }

        return ((double)both / proposed, (double)both / real);
    }
}
