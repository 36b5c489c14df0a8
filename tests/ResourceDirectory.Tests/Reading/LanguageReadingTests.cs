namespace Causeway.ResourceDirectory.Tests;

public sealed class LanguageReadingTests
{
    [Theory]
    [InlineData("English", "eng")]
    [InlineData("Englisch; Deutsch", "eng deu")]
    [InlineData("D, E, bisschen F", "deu eng fra")]
    [InlineData("D/E", "deu eng")]
    [InlineData("koreanisch!!", "kor")]
    [InlineData("Chinese (Mandarin), Tagalog, Italian, Spanish", "cmn tgl ita spa")]
    [InlineData("Cantonese, Russian, Spanish, Tagalog, Taiwanese", "yue rus spa tgl nan")]
    [InlineData("Inglés & FR & polski", "eng fra pol")]
    [InlineData("angol/magyar/Português", "eng hun por")]
    [InlineData("AR; Inglés", "ara eng")]
    [InlineData("العربية، الإنجليزية", "ara eng")]
    [InlineData("EN/中文", "eng zho")]
    [InlineData("한국어, 영어", "kor eng")]
    [InlineData("日本語・英語", "jpn eng")]
    [InlineData("английский и русский", "eng rus")]
    [InlineData("français et anglais", "fra eng")]
    [InlineData("español y catalán", "spa cat")]
    [InlineData("italiano e inglese", "ita eng")]
    [InlineData("angielski oraz niemiecki", "eng deu")]
    [InlineData("İngilizce ve Türkçe", "eng tur")]
    [InlineData("Engels en Nederlands", "eng nld")]
    [InlineData("angol és német", "eng deu")]
    [InlineData("Tiếng Anh và Tiếng Việt", "eng vie")]
    [InlineData("Inglês e Português", "eng por")]
    [InlineData("DE EN FR", "deu eng fra")]
    [InlineData("Farsi / Dari / Pashto", "fas prs pus")]
    [InlineData("English and French", "eng fra")]
    [InlineData("BSL", "bfi")]
    [InlineData("Gebärdensprache", "sgn")]
    [InlineData("Serbo-Croatian", "hbs")]
    [InlineData("speaks German", "deu")]
    [InlineData("普通话，英文", "cmn eng")]
    [InlineData("Kurmanji\nSorani", "kmr ckb")]
    public void Languages_are_coded_however_they_are_written(string text, string codes) =>
        LanguageReading.Read(text).Select(language => language.Code).ShouldBe(codes.Split(' '));

    [Theory]
    [InlineData("German (native)", nameof(LanguageLevel.Native))]
    [InlineData("Deutsch Muttersprache", nameof(LanguageLevel.Native))]
    [InlineData("English C2", nameof(LanguageLevel.Native))]
    [InlineData("English (fluent)", nameof(LanguageLevel.Fluent))]
    [InlineData("Englisch fließend", nameof(LanguageLevel.Fluent))]
    [InlineData("anglais courant", nameof(LanguageLevel.Fluent))]
    [InlineData("Korean B2", nameof(LanguageLevel.Working))]
    [InlineData("good English", nameof(LanguageLevel.Working))]
    [InlineData("bisschen Französisch", nameof(LanguageLevel.Basic))]
    [InlineData("un peu d'anglais", nameof(LanguageLevel.Basic))]
    [InlineData("some French", nameof(LanguageLevel.Basic))]
    [InlineData("영어 유창", nameof(LanguageLevel.Fluent))]
    [InlineData("English", null)]
    public void A_level_written_beside_a_language_is_understood(string text, string? level)
    {
        var language = LanguageReading.Read(text).ShouldHaveSingleItem();
        (language.Level?.ToString()).ShouldBe(level);
        language.Code.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Arabic (with interpreter)")]
    [InlineData("Arabisch mit Dolmetscher")]
    [InlineData("Arabic via interpreter")]
    public void An_interpreter_is_not_a_language(string text)
    {
        var language = LanguageReading.Read(text).ShouldHaveSingleItem();
        language.Code.ShouldBe("ara");
        language.ThroughInterpreter.ShouldBeTrue();
    }

    [Theory]
    [InlineData("accommodations possible")]
    [InlineData("Quenya")]
    public void An_unknown_language_stays_as_typed(string text)
    {
        var language = LanguageReading.Read(text).ShouldHaveSingleItem();
        language.Code.ShouldBeNull();
        language.Name.ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("?")]
    [InlineData("n/a")]
    public void No_language_is_an_empty_list(string text) => LanguageReading.Read(text).ShouldBeEmpty();

    [Fact]
    public void No_is_not_Norwegian_and_Norwegian_is() => LanguageReading.Read("English, Norwegian").Select(language => language.Name).ShouldBe(["English", "Norwegian"]);

    [Fact]
    public void The_wording_of_each_language_stays_beside_it() => LanguageReading.Read("D, bisschen F")[1].Original.ShouldBe("bisschen F");
}
