namespace Causeway.Linkage.Tests;

public class NameMatchTests
{
    [Theory]
    [InlineData("Judit Almásházi", "ALMASHAZI, Dr. Judit")]
    [InlineData("Müller Sabine", "Sabine Mueller")]
    [InlineData("محمد حسن", "Mohammed Hassan")]
    [InlineData("Ольга Соколова", "Olga Sokolova")]
    [InlineData("김지민", "Kim Ji-min")]
    [InlineData("王小明", "Wang Xiaoming")]
    [InlineData("Robert Fairwick", "Bob Fairwick")]
    [InlineData("Hans-Peter Koch", "Hanspeter Koch")]
    [InlineData("Emily Ashbourne PhD", "Emily Ashburne")]
    public void Spellings_of_one_person_are_alike(string left, string right) => NameMatch.Score(left, right, NameSchema.Person).ShouldBeGreaterThan(0.5);

    [Theory]
    [InlineData("Judit Almásházi", "Gábor Almásházi")]
    [InlineData("Emily Ashbourne", "Emily Radcombe")]
    [InlineData("Dr. Anna Kiss", "Dr. Peter Nagy")]
    [InlineData("", "Anna Kiss")]
    public void Other_persons_are_not_alike(string left, string right) => NameMatch.Score(left, right, NameSchema.Person).ShouldBeLessThan(0.5);

    [Theory]
    [InlineData("Bright Harbour Clinic Ltd", "BRIGHT HARBOUR CLINIC", true)]
    [InlineData("Bright Harbour Counseling Center", "Bright Harbour Counselling Centre", true)]
    [InlineData("Bright Harbour Clinic", "Silver Birch Foundation", false)]
    public void Legal_forms_and_abbreviations_do_not_make_another_organisation(string left, string right, bool alike) =>
        (NameMatch.Score(left, right, NameSchema.Organisation) >= 0.5).ShouldBe(alike);

    [Fact]
    public void The_score_does_not_depend_on_which_name_comes_first() =>
        NameMatch.Score("Anna Maria Kiss", "Kis Anna").ShouldBe(NameMatch.Score("Kis Anna", "Anna Maria Kiss"), 1e-9);

    [Theory]
    [InlineData("mohammed", "muhamad")]
    [InlineData("ivanov", "iwanow")]
    [InlineData("alhassan", "hassan")]
    [InlineData("hmdn", "hamdan")]
    public void One_skeleton_of_consonants_has_one_coarse_key(string left, string right) => SoundKey.Coarse(left).ShouldBe(SoundKey.Coarse(right));

    [Theory]
    [InlineData("anna", "anna", 0)]
    [InlineData("anna", "anan", 1)]
    [InlineData("anna", "ana", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Edits_count_a_swap_of_neighbours_once(string left, string right, int edits) => EditDistance.Between(left, right, 5).ShouldBe(edits);
}
