namespace Causeway.ResourceDirectory.Tests;

public sealed class NameReadingTests
{
    [Theory]
    [InlineData("Dr. Weidemann, J.", "Dr. J. Weidemann", "Dr.", "J.", "Weidemann")]
    [InlineData("Becker, Prof. B.", "Prof. B. Becker", "Prof.", "B.", "Becker")]
    [InlineData("Nguyễn, Thị Hương", "Thị Hương Nguyễn", null, "Thị Hương", "Nguyễn")]
    [InlineData("Prof. Dr. Anna Berg", "Prof. Dr. Anna Berg", "Prof. Dr.", null, null)]
    [InlineData("mgr P. Nowak", "mgr P. Nowak", "mgr", null, null)]
    [InlineData("Susan Halley, PhD", "Susan Halley", null, null, null)]
    [InlineData("TIBOR FEJHEGYI LMFT", "TIBOR FEJHEGYI", null, null, null)]
    [InlineData("SUN MA", "SUN MA", null, null, null)]
    [InlineData("M. Dupont", "M. Dupont", null, null, null)]
    [InlineData("김하은", "김하은", null, null, null)]
    [InlineData("周建华 (Cow, Jianhua)", "周建华 (Cow, Jianhua)", null, null, null)]
    [InlineData("Dr", "Dr", null, null, null)]
    public void A_name_is_taken_apart_only_where_it_is_plain(string text, string full, string? title, string? given, string? family)
    {
        var name = NameReading.People(text).ShouldHaveSingleItem();
        (name.Full, name.Title, name.Given, name.Family, name.Original).ShouldBe((full, title, given, family, text));
    }

    [Theory]
    [InlineData("Dr. Weidemann, J. / Fr. Sommer", 2)]
    [InlineData("Anna Berg & Peter Lund", 2)]
    [InlineData("Anna Berg und Peter Lund", 2)]
    [InlineData("Anna Berg; Peter Lund; Mei Lin", 3)]
    [InlineData("Anna & Peter Berg", 1)]
    [InlineData("Castillo y Vega", 1)]
    public void Two_people_in_a_cell_are_two_only_where_each_is_a_whole_name(string text, int people) =>
        NameReading.People(text).Count.ShouldBe(people);

    [Theory]
    [InlineData("Hafen-Logopädie", true)]
    [InlineData("Kinderschutz Hotline", true)]
    [InlineData("Praxis Dr. Berg", true)]
    [InlineData("Jugendamt Mitte", true)]
    [InlineData("مركز الميناء للأسرة", true)]
    [InlineData("ศูนย์ครอบครัวสะพาน", true)]
    [InlineData("서울 상담센터", true)]
    [InlineData("Trung tâm Ánh Dương", true)]
    [InlineData("Clínica del Puerto", true)]
    [InlineData("International Lighthouse Learning Centre", true)]
    [InlineData("Dr. Weidemann, J.", false)]
    [InlineData("김하은", false)]
    [InlineData("Maria Jose Marin", false)]
    public void A_body_is_told_from_a_person(string text, bool body) => NameReading.LooksLikePerson(text).ShouldBe(!body);
}
