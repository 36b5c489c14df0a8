namespace Causeway.ResourceDirectory.Tests;

public sealed class PhoneReadingTests
{
    private readonly List<string> warned = [];

    [Theory]
    [InlineData("+49 40 555 0188", "49", "+49405550188")]
    [InlineData("+49 (0)40 555 0188", "49", "+49405550188")]
    [InlineData("0049 40 5550188", null, "+49405550188")]
    [InlineData("0172-555 01 88", "49", "+491725550188")]
    [InlineData("040/555 01 88", "49", "+49405550188")]
    [InlineData("(040) 555-0188", "49", "+49405550188")]
    [InlineData("1725550188", "49", "+491725550188")]
    [InlineData("84904885660", "84", "+84904885660")]
    [InlineData("0283967308", "84", "+84283967308")]
    [InlineData("06 1 555 0188", "36", "+3615550188")]
    [InlineData("8 495 555 01 88", "7", "+74955550188")]
    [InlineData("404/875-2489", "1", "+14048752489")]
    [InlineData("1 (404) 875-2489", "1", "+14048752489")]
    [InlineData("011 49 40 5550188", "1", "+49405550188")]
    [InlineData("06 1234 5678", "39", "+390612345678")]
    [InlineData("91 555 01 88", "34", "+34915550188")]
    [InlineData("01 42 55 01 88", "33", "+33142550188")]
    [InlineData("02-555-0188", "82", "+8225550188")]
    [InlineData("０３－５５５５－０１８８", "81", "+81355550188")]
    [InlineData("٠٢٥٥٥٠١٨٨", "971", "+97125550188")]
    [InlineData("Tel.: +44 20 7946 0018", null, "+442079460018")]
    [InlineData("'+49 40 5550188", null, "+49405550188")]
    [InlineData("+65 6555 0188", "49", "+6565550188")]
    public void A_number_becomes_international_where_the_country_is_known(string text, string? code, string expected)
    {
        var phone = Read(text, code).ShouldHaveSingleItem();
        phone.Number.ShouldBe(expected);
        phone.IsInternational.ShouldBeTrue();
        warned.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("555 0131", "49", "5550131")]
    [InlineData("555-0131", "1", "5550131")]
    [InlineData("040 5550188", null, "0405550188")]
    [InlineData("826-1400", null, "8261400")]
    [InlineData("110", "49", "110")]
    [InlineData("112", null, "112")]
    [InlineData("116 111", "49", "116111")]
    public void A_number_without_area_or_country_stays_as_its_digits(string text, string? code, string expected)
    {
        var phone = Read(text, code).ShouldHaveSingleItem();
        phone.Number.ShouldBe(expected);
        phone.IsInternational.ShouldBeFalse();
        warned.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("555 0131 o. 0132", "5550131", "5550132")]
    [InlineData("555 0131 / 0132", "5550131", "5550132")]
    [InlineData("555 0131; 555 0144", "5550131", "5550144")]
    [InlineData("555 0131, 555 0144", "5550131", "5550144")]
    [InlineData("555 0131\n555 0144", "5550131", "5550144")]
    [InlineData("555 0131 oder 555 0144", "5550131", "5550144")]
    [InlineData("5550131/5550144", "5550131", "5550144")]
    [InlineData("555 0131 and 555 0144", "5550131", "5550144")]
    [InlineData("555 0131 & 555 0144", "5550131", "5550144")]
    [InlineData("555 0131 ou 555 0144", "5550131", "5550144")]
    public void Two_numbers_in_one_cell_are_two_phones(string text, string first, string second) =>
        Read(text, null).Select(phone => phone.Number).ShouldBe([first, second]);

    [Theory]
    [InlineData("650 403-4300 ext. 4385", "6504034300", "4385")]
    [InlineData("650 403-4300 x4385", "6504034300", "4385")]
    [InlineData("650 403-4300, ext 12", "6504034300", "12")]
    [InlineData("650 403-4300 #12", "6504034300", "12")]
    [InlineData("040 5550188 Durchwahl 12", "0405550188", "12")]
    [InlineData("02-555-0188 내선 012", "025550188", "012")]
    [InlineData("650 403-4300 (ext OPT3)", "6504034300", "OPT3")]
    [InlineData("01 42 55 01 88 poste 204", "0142550188", "204")]
    public void An_extension_is_kept_as_text_beside_the_number(string text, string number, string extension)
    {
        var phone = Read(text, null).ShouldHaveSingleItem();
        phone.Number.ShouldBe(number);
        phone.Extension.ShouldBe(extension);
    }

    [Theory]
    [InlineData("703-555-ABCD", "phone.letters")]
    [InlineData("222-555-INFO", "phone.letters")]
    [InlineData("555 01", "phone.too-short")]
    [InlineData("4.91726E+11", "phone.lost-digits")]
    [InlineData("7,73E+016", "phone.lost-digits")]
    [InlineData("12345678901234567", "phone.too-long")]
    [InlineData("ask at the desk", "phone.not-readable")]
    public void What_cannot_be_dialled_is_kept_with_a_warning(string text, string code)
    {
        Read(text, "49").ShouldHaveSingleItem().Original.ShouldBe(text);
        warned.ShouldBe([code]);
    }

    [Theory]
    [InlineData("mobile 0172 5550188", nameof(PhoneKind.Mobile))]
    [InlineData("0172 5550188 (Handy)", nameof(PhoneKind.Mobile))]
    [InlineData("Fax 040 5550188", nameof(PhoneKind.Fax))]
    [InlineData("direct: 040 5550188", nameof(PhoneKind.Direct))]
    [InlineData("040 5550188", nameof(PhoneKind.Voice))]
    public void The_kind_written_beside_a_number_is_understood(string text, string kind)
    {
        var phone = Read(text, "49").ShouldHaveSingleItem();
        phone.Kind.ToString().ShouldBe(kind);
        phone.IsInternational.ShouldBeTrue();
    }

    [Theory]
    [InlineData("?")]
    [InlineData("n/a")]
    [InlineData("k. A.")]
    [InlineData("")]
    public void Nothing_known_is_no_phone(string text)
    {
        Read(text, "49").ShouldBeEmpty();
        warned.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_number_twice_is_one_phone() => Read("040 5550188; 040/5550188", "49").ShouldHaveSingleItem();

    private List<UnderstoodPhone> Read(string text, string? code) => PhoneReading.Read(text, PhoneKind.Voice, code, (found, _) => warned.Add(found));
}
