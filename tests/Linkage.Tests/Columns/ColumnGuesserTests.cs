namespace Causeway.Linkage.Tests;

public class ColumnGuesserTests
{
    [Theory]
    [InlineData("Telefonszám", "+36 1 234 5678", FieldKind.Phone)]
    [InlineData("contact", "anna@post.example.com", FieldKind.Email)]
    [InlineData("Nachname", "Birkenthal", FieldKind.FamilyName)]
    [InlineData("fname_c1", "Judit", FieldKind.GivenName)]
    [InlineData("date_of_birth", "19871217", FieldKind.BirthDate)]
    [InlineData("plz", "8010", FieldKind.Postcode)]
    [InlineData("site_name", "Bright Harbour Clinic", FieldKind.OrganisationName)]
    [InlineData("address_1", "12 Mill Road", FieldKind.Address)]
    [InlineData("honlap", "www.brightharbour.example.com", FieldKind.Website)]
    [InlineData("notes", "waiting list", FieldKind.Ignored)]
    [InlineData("email", "no", FieldKind.Ignored)]
    public void Header_and_values_say_what_a_column_holds(string header, string value, FieldKind kind) =>
        Kinds(("name", "Anna Kiss"), (header, value))[header].ShouldBe(kind);

    [Fact]
    public void A_column_of_names_without_given_names_holds_organisations() =>
        Kinds(("name", "Silver Birch Grill"), ("city", "Leeds"))["name"].ShouldBe(FieldKind.OrganisationName);

    [Fact]
    public void What_the_caller_states_is_not_questioned()
    {
        RecordTable table = RecordTable.From(
            [MadeUpLists.Record("a", ("x", "Silver Birch"))], new Dictionary<string, FieldKind>(StringComparer.Ordinal) { ["x"] = FieldKind.City });
        LinkageEngine.Link(table).ColumnKinds["x"].ShouldBe(FieldKind.City);
    }

    private static IReadOnlyDictionary<string, FieldKind> Kinds(params (string Name, string Value)[] cells) =>
        LinkageEngine.Link(RecordTable.From([.. Enumerable.Range(0, 6).Select(i => MadeUpLists.Record($"r{i}", cells))])).ColumnKinds;
}
