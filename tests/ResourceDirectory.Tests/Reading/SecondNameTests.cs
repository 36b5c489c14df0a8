using System.Text;

namespace Causeway.ResourceDirectory.Tests;

/// <summary>One person with two names in two columns; a licence with its end in one cell; wordings that stay.</summary>
public sealed class SecondNameTests
{
    private static readonly ListReadingOptions Options = new(new DateOnly(2026, 11, 21));

    [Theory]
    [InlineData("이름,영문 이름,전화\n박현우,Hyunwoo Park,555 0101\n서서연,Suh Seo-yeon,555 0102\n", "박현우", "Hyunwoo Park")]
    [InlineData("姓名,Name,电话\n王芳,Wang Fang,555 0101\n李强,Li Qiang,555 0102\n", "王芳", "Wang Fang")]
    [InlineData("Name,الاسم,Phone\nLayla Haddad,ليلى حداد,555 0101\nOmar Nasser,عمر ناصر,555 0102\n", "Layla Haddad", "ليلى حداد")]
    [InlineData("Name,Name in native script,Phone\nOlga Petrova,Ольга Петрова,555 0101\n", "Olga Petrova", "Ольга Петрова")]
    public void A_name_in_two_scripts_is_one_person(string csv, string name, string other)
    {
        var values = Read(csv)[0].Values;

        values.People.ShouldHaveSingleItem().Full.ShouldBe(name);
        values.Text(ListColumn.OtherName).ShouldBe(other);
        var draft = ListingDraft.From(values, ListingPlace.Outside)!;
        draft.Name.ShouldBe(name);
        draft.Facts.ShouldContain(new Fact(FactField.OtherName, other));
        draft.Facts.ShouldNotContain(fact => fact.Field == FactField.ContactPerson);
    }

    [Fact]
    public void Where_only_the_second_name_is_known_it_is_the_name() =>
        Read("이름,영문 이름,전화\n박현우,Hyunwoo Park,555 0101\n,Clémence Rouëdec,555 0102\n")[1].Values.People.ShouldHaveSingleItem().Full.ShouldBe("Clémence Rouëdec");

    [Fact]
    public void Two_columns_of_names_in_one_script_stay_two_people() =>
        Read("Therapist,Doctor,Phone\nAnna Berg,Mei Lin,555 0101\nKarl Keep,Vera Preview,555 0102\n")[0].Values.People.Select(person => person.Full).ShouldBe(["Anna Berg", "Mei Lin"]);

    [Theory]
    [InlineData("HC-PSY-33902 (exp. 30 Sept 2029)", "2029-09-30")]
    [InlineData("HC-PSY-24328 (exp 05/2026)", "2026-05-01")]
    [InlineData("PSY 12345; gültig bis 31.12.2027", "2027-12-31")]
    [InlineData("12345, valid until 2028-03-31", "2028-03-31")]
    [InlineData("PSY-34272", null)]
    [InlineData("exp. soon", null)]
    [InlineData("2019 founded", null)]
    public void The_end_of_a_licence_is_read_where_it_stands_beside_it(string cell, string? until)
    {
        var values = Read($"Name,Licence\nAnna Berg,\"{cell}\"\nMei Lin,\n")[0].Values;

        values.LicenceUntil?.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(until);
        values.Text(ListColumn.Licence).ShouldBe(cell);
    }

    [Fact]
    public void A_column_of_its_own_beats_what_stands_in_the_licence() =>
        Read("Name,Licence,Licence valid until\nAnna Berg,X (exp 05/2026),2027-01-31\n")[0].Values.LicenceUntil!.Day.ShouldBe(new DateOnly(2027, 1, 31));

    [Fact]
    public void What_could_not_be_read_as_days_or_money_stays_on_the_listing_in_its_own_words()
    {
        var facts = ListingDraft.From(Read("Name,Waiting time,Fee,Ages\nAnna Berg,depends on the season,by what you can give to the house,the young at heart\n")[0].Values, ListingPlace.Outside)!.Facts;

        facts.First(FactField.WaitingTime).ShouldBe("depends on the season");
        facts.First(FactField.Fee).ShouldBe("by what you can give to the house");
        facts.First(FactField.Ages).ShouldBe("the young at heart");
    }

    [Theory]
    [InlineData("Helps with problems of,Arbeitsort,Rechtsform,Methoden,Nimmt nicht,Befugnisse,Grenzen,Aufnahmekriterien,Versicherung,Nachfolger", "BasedAt BodyKind Methods DoesNotTake Powers Limits Thresholds Insurance Successor")]
    [InlineData("x,lieu de travail,type de structure,approches,exclusions,pouvoirs,limites,critères d'admission,mutuelles,successeur", "BasedAt BodyKind Methods DoesNotTake Powers Limits Thresholds Insurance Successor")]
    [InlineData("x,근무지,기관 유형,치료 방법,제외 대상,권한,한계,접수 기준,보험,후임자", "BasedAt BodyKind Methods DoesNotTake Powers Limits Thresholds Insurance Successor")]
    public void The_headings_of_a_joint_directory_are_understood(string headings, string expected) =>
        string.Join(' ', headings.Split(',').Skip(1).Select(heading => HeadingWords.Find(heading)?.Column.ToString() ?? "?")).ShouldBe(expected);

    private static List<UnderstoodRow> Read(string csv)
    {
        var sheet = ListReader.Open(Encoding.UTF8.GetBytes(csv), "list.csv").File!.Sheets[0];
        return [.. new ListUnderstanding(ColumnGuess.Guess(sheet), Options).Understand(sheet.Rows())];
    }
}
