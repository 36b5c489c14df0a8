namespace Causeway.Vault.Tests;

/// <summary>Section 3, search: a child's name is found again by a number that says little by itself.</summary>
public sealed class ChildIndexTests
{
    private static readonly DateOnly Born = new(2015, 3, 9);

    [Fact]
    public void One_child_written_in_two_ways_has_one_number()
    {
        using var school = Key(1);
        ChildIndex.Of(school, " Zoë Anna", "KÖHLER", Born).ShouldBe(ChildIndex.Of(school, "zoe anna", "Kohler", Born));
        ChildIndex.Of(school, "Zoë", "Köhler", Born).Exact.ShouldNotBe(ChildIndex.Of(school, "Zoë", "Köhler", Born.AddDays(1)).Exact);
    }

    [Fact]
    public void The_second_number_forgives_how_the_first_letter_is_written_and_the_birth_date()
    {
        using var school = Key(1);
        ChildIndex.Of(school, "Catherine", "Doe", Born).Sound.ShouldBe(ChildIndex.Of(school, "Katharina", "Doe", null).Sound);
        ChildIndex.Of(school, "Yusuf", "Doe", Born).Sound.ShouldBe(ChildIndex.Of(school, "Jusuf", "Doe", null).Sound);
        ChildIndex.Of(school, "", "Doe", null).Sound.ShouldBeInRange(0, 511);
    }

    [Fact]
    public void Another_schools_numbers_say_nothing()
    {
        using DataKey one = Key(1), other = Key(2);
        Enumerable.Range(0, 40).Count(i => ChildIndex.Of(one, "A", $"Name {i}", Born).Exact == ChildIndex.Of(other, "A", $"Name {i}", Born).Exact)
            .ShouldBeLessThan(6);
    }

    [Fact]
    public void Two_thousand_pupils_leave_several_to_most_numbers_and_few_to_any()
    {
        using var school = Key(1);
        var twins = Enumerable.Range(0, 2000).GroupBy(i => ChildIndex.Of(school, $"Given{i}", $"Family{i}", Born.AddDays(i)).Exact).Select(g => g.Count()).ToList();
        twins.Average().ShouldBeGreaterThan(2);
        twins.Max().ShouldBeLessThan(45);
    }

    private static DataKey Key(int number) =>
        DataKey.New(new Guid($"00000000-0000-7000-8000-{number:x12}"), "organisation", new Guid($"00000000-0000-7000-8000-{number:x12}"));
}
